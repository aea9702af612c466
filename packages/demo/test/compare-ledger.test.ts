import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { compareWithLedger } from '../src/compare-ledger.ts';
import { play } from '../src/player.ts';
import { type Entry, type OrderRecord, openRecord } from '../src/record.ts';
import { LIVES } from '../src/scenario/lives.ts';
import type { Done } from '../src/world.ts';
import { pureWorld } from './support/pure-world.ts';

const lived = async (name: string): Promise<{ record: OrderRecord; events: readonly RecordedEvent[] }> => {
  const life = LIVES.find((candidate) => candidate.name === name);
  if (life === undefined) throw new Error(`there is no life ${name}`);
  const { world, order } = pureWorld(life.account);
  const record = openRecord(1, name);
  await play({ life, record, world, run: 'qwrtzp', patienceMs: 600_000 });
  return { record, events: order().events };
};

/** The record with the last accepted answer of a command changed. */
const withAnswer = (record: OrderRecord, command: string, change: (answer: Done) => Done): OrderRecord => ({
  ...record,
  entries: record.entries.map(
    (entry): Entry =>
      entry.request.command === command && entry.answer.outcome === 'done'
        ? { ...entry, answer: change(entry.answer) }
        : entry,
  ),
});

const found = (record: OrderRecord, events: readonly RecordedEvent[]): string[] =>
  compareWithLedger(record, events).map(({ what, expected, found: actual }) => `${what}: ${expected} / ${actual}`);

describe('what was answered, held against the ledger', () => {
  it.each(LIVES.map(({ name }) => name))('agrees for the life %s', async (name) => {
    const { record, events } = await lived(name);
    expect(record.entries.length).toBeGreaterThan(3);
    expect(found(record, events)).toEqual([]);
  });

  it('finds an acknowledged command that the ledger lost', async () => {
    const { record, events } = await lived('plain');
    const kept = events.filter(({ type }) => type !== 'PaymentRecorded');
    expect(found(record, kept).join('\n')).toMatch(/RecordPayment stands in the ledger: as events \d+ \/ as events $/m);
  });

  it('finds a command that the ledger holds twice', async () => {
    const { record, events } = await lived('plain');
    const payment = events.find(({ type }) => type === 'PaymentRecorded') as RecordedEvent;
    const version = events.length + 1;
    const twice = [...events, { ...payment, metadata: { ...payment.metadata, event_version: version } }];
    expect(found(record, twice).join('\n')).toMatch(
      /RecordPayment stands in the ledger: as events \d+ \/ as events \d+,/,
    );
  });

  it('finds a refused command that left an event all the same', async () => {
    const { record, events } = await lived('plain');
    const accepted = record.entries.find(({ request }) => request.command === 'AcceptQuote') as Entry;
    const refusal = { outcome: 'refused', http_status: 409, code: 'quote-expired', detail: '' } as const;
    const entries = record.entries.map((entry) => (entry === accepted ? { ...entry, answer: refusal } : entry));
    expect(found({ ...record, entries }, events).join('\n')).toMatch(
      /AcceptQuote, refused with quote-expired: nothing \/ events \d+/,
    );
  });

  it('finds an event in our name that nobody was answered', async () => {
    const { record, events } = await lived('plain');
    const entries = record.entries.filter(({ request }) => request.command !== 'StartPackaging');
    expect(found({ ...record, entries }, events).join('\n')).toMatch(/PackagingStarted by packer: nothing/);
  });

  it.each([
    [
      'another status',
      (answer: Done): Done => ({ ...answer, status: 'ON_HOLD' }),
      /status after CompletePackaging: ON_HOLD/,
    ],
    [
      'another version',
      (answer: Done): Done => ({ ...answer, status_version: 99 }),
      /status_version after CompletePackaging: 99/,
    ],
    [
      'another event',
      (answer: Done): Done => ({ ...answer, events: answer.events.map((event) => ({ ...event, id: 'other' })) }),
      /event \d+ of CompletePackaging: PackagingCompleted other/,
    ],
  ])('finds an answer that named %s', async (_what, change, text) => {
    const { record, events } = await lived('plain');
    expect(found(withAnswer(record, 'CompletePackaging', change), events).join('\n')).toMatch(text);
  });

  it('finds a gap in the versions', async () => {
    const { record, events } = await lived('open-mesh');
    expect(found(record, events.slice(1)).join('\n')).toMatch(/versions are not contiguous/);
  });
});
