import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fold } from '@order-ledger/domain/evolve';
import { LedgerUnavailableError } from '@order-ledger/ledger/errors';
import { eventHash, eventId, NO_HASH } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { anyEventStore } from '@order-ledger/testing/services/event-store';

const { log, lines } = keepingLog();
let store: Awaited<ReturnType<typeof anyEventStore>>;
let ledger: Ledger;
beforeAll(async () => {
  store = await anyEventStore();
  ledger = openLedger({ connectionString: store.url, log });
  await ledger.ready();
});
afterAll(async () => {
  await ledger.close();
  await store.stop();
});

it('does a command once and answers its repetition from the stored events', async () => {
  const request = initiate();
  const first = isDone(await ledger.execute(request));
  expect(first).toMatchObject({ repeated: false, events: [{ type: 'OrderInitiated' }] });

  await ledger.execute(addNote(request.order_id));
  const again = isDone(await ledger.execute(request));
  expect(again).toEqual({ ...first, repeated: true });
  expect((await ledger.load(request.order_id))?.event_version).toBe(2);
});

it('knows no order before its creation', async () => {
  const id = randomUUID();
  expect(await ledger.load(id)).toBeNull();
  expect(await collect(ledger.readOrder(id))).toEqual([]);
  expect(await ledger.execute(addNote(id))).toMatchObject({ outcome: 'refused', refusal: { kind: 'unknown-order' } });
});

it('refuses the same key with another body, and leaves no event', async () => {
  const request = initiate();
  await ledger.execute(request);
  const key = randomUUID();
  await ledger.execute(addNote(request.order_id, key, 'a'));
  const outcome = await ledger.execute(addNote(request.order_id, key, 'b'));
  expect(outcome).toMatchObject({ outcome: 'refused', refusal: { kind: 'key-reused' }, state: { event_version: 2 } });
  expect((await ledger.load(request.order_id))?.event_version).toBe(2);
});

it('passes on what the preparation refuses', async () => {
  const request = { ...initiate(), prepare: async () => ({ refusal: { kind: 'unknown-order' } as const }) };
  expect(await ledger.execute(request)).toEqual({
    outcome: 'refused',
    refusal: { kind: 'unknown-order' },
    state: null,
  });
});

it('chains the events of an order by their hashes and counts them from 1 without a gap [B3]', async () => {
  const request = initiate();
  await ledger.execute(request);
  for (let n = 0; n < 4; n += 1) await ledger.execute(addNote(request.order_id));
  const events = await collect(ledger.readOrder(request.order_id));
  expect(events.map((event) => event.metadata.event_version)).toEqual([1, 2, 3, 4, 5]);
  let hash = NO_HASH;
  for (const { type, data, metadata } of events) {
    hash = eventHash(hash, { type, data, metadata });
    expect(metadata.hash).toBe(hash);
    expect(eventId(hash)).toMatch(/-8[0-9a-f]{3}-[89ab]/);
  }
  expect(await ledger.load(request.order_id)).toEqual(fold(events));
  const part = await collect(ledger.readOrder(request.order_id, { fromVersion: 2, toVersion: 4 }));
  expect(part).toEqual(events.slice(1, 4));
});

it('ends twenty equal requests at once as one append and nineteen repetitions with equal answers [B3]', async () => {
  const request = initiate();
  const others = openLedger({ connectionString: store.url, log });
  try {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => isDone(await (n % 2 ? ledger : others).execute(request))),
    );
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
    for (const answer of answers) expect({ ...answer, repeated: null }).toEqual({ ...answers[0], repeated: null });
    expect(await collect(ledger.readOrder(request.order_id))).toHaveLength(1);
  } finally {
    await others.close();
  }
});

it('resolves the conflicts of fifty commands on one order at once into contiguous versions [B3]', async () => {
  const request = initiate();
  await ledger.execute(request);
  const notes = Array.from({ length: 50 }, () => addNote(request.order_id));
  // In each conflict one of the others was stored, so that nobody can have more; how many it are is a matter of speed.
  const patient = openLedger({ connectionString: store.url, log, maxConflicts: notes.length });
  try {
    const answers = await Promise.all(notes.map(async (note) => isDone(await patient.execute(note))));
    expect(answers.every((answer) => !answer.repeated)).toBe(true);
  } finally {
    await patient.close();
  }
  const events = await collect(ledger.readOrder(request.order_id));
  expect(events.map((event) => event.metadata.event_version)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
  expect(new Set(events.map((event) => event.metadata.command_id)).size).toBe(51);
});

it('says that nothing was sent when the event store cannot be reached', async () => {
  const unreachable = openLedger({ connectionString: 'esdb://127.0.0.1:1?tls=false', log });
  try {
    await expect(unreachable.execute(initiate())).rejects.toThrow(LedgerUnavailableError);
    await expect(unreachable.ready()).rejects.toThrow(LedgerUnavailableError);
  } finally {
    await unreachable.close();
  }
});

it('logs each command with the ids of its order and its request', async () => {
  const request = initiate();
  await ledger.execute(request);
  expect(lines().filter((line) => line.order_id === request.order_id)).toContainEqual(
    expect.objectContaining({
      message: 'command',
      command: 'InitiateOrder',
      outcome: 'done',
      correlation_id: request.correlation_id,
      command_id: request.command_id,
    }),
  );
});
