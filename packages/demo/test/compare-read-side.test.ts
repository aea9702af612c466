import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderRecord } from '../src/record.ts';
import { sends } from '../src/scenario/steps.ts';
import { type ReadSideUnderTest, startReadSide } from './support/read-side-under-test.ts';

let side: ReadSideUnderTest;
beforeAll(async () => {
  side = await startReadSide();
}, 60_000);
afterAll(() => side.close(), 30_000);

const orderOf = (record: OrderRecord): string => {
  if (record.order_id === null) throw new Error('the order was not made');
  return record.order_id;
};

describe('the ledger held against the read side', () => {
  it.each(['plain', 'rework', 'two-holds', 'error-resolved', 'revised', 'open-mesh', 'return-withdrawn', 'claims'])(
    'agrees for an order that lived as %s',
    async (life) => {
      const { events, mismatches } = await side.compare(await side.play(life));
      expect(mismatches).toEqual([]);
      expect(events.length).toBeGreaterThan(4);
    },
  );

  it('takes the lag from the stream of events, one sample for each event', async () => {
    const before = side.stream.lags.length;
    const { events } = await side.compare(await side.play('open-mesh'));
    expect(side.stream.lags.length).toBe(before + events.length);
  });

  it.each([
    ['the money paid', 'update read_model_1.order_row set paid = paid + 1 where order_id = $1', /paid: /],
    ['the status', `update read_model_1.order_row set status = 'DELIVERED' where order_id = $1`, /status: CANCELLED/],
    ['the holder', `update read_model_1.order_row set claim_operator = 'nobody' where order_id = $1`, /claim: null/],
    [
      'an event of the timeline',
      `update read_model_1.order_timeline set occurred_at = occurred_at + interval '1 ms'
       where order_id = $1 and event_version = 5`,
      /event 5: /,
    ],
    [
      'a missing event of the timeline',
      'delete from read_model_1.order_timeline where order_id = $1 and event_version = 3',
      /event 3: /,
    ],
  ])('finds a row that was altered by hand: %s', async (_what, sql, text) => {
    const record = await side.play('held-and-cancelled');
    expect((await side.compare(record)).mismatches).toEqual([]);
    const altered = await side.alter(sql, orderOf(record));
    expect(altered.rowCount).toBe(1);
    const { mismatches } = await side.compare(record);
    const told = mismatches.map(({ between, what, expected }) => `${between}: ${what}: ${expected}`);
    expect(told.join('\n')).toMatch(text);
    expect(mismatches.every(({ order_id }) => order_id === record.order_id)).toBe(true);
  });

  it('finds an order whose row was deleted', async () => {
    const record = await side.play('open-mesh');
    await side.compare(record);
    await side.alter('delete from read_model_1.order_row where order_id = $1', orderOf(record));
    const { mismatches } = await side.compare(record, 500);
    expect(mismatches).toContainEqual(expect.objectContaining({ found: 'unknown to the read side' }));
  });
});

describe('when the projector is stopped', () => {
  it('a new order is missing, an old one is behind, and the stream is silent', async () => {
    const { stopProjector, play, goOn, compare } = side;
    const old = await play('held-and-cancelled');
    expect((await compare(old)).mismatches).toEqual([]);
    await stopProjector();

    const fresh = await compare(await play('open-mesh'), 500);
    expect(fresh.mismatches.map(({ between, found }) => [between, found.replace(/ of event .*/, '')])).toEqual([
      ['ledger and read side', 'unknown to the read side'],
      ['ledger and stream', 'nothing'],
    ]);

    await goOn(old, sends('supervisor', 'RecordCorrection', { corrects_event_version: 1 }));
    const behind = await compare(old, 500);
    const count = behind.events.length;
    expect(behind.mismatches.map(({ what, expected, found }) => [what, expected, found])).toEqual([
      ['event_version', `${count}`, `${count - 1}`],
      [`event ${count} of the timeline`, 'CorrectionRecorded', 'nothing'],
      ['the stream of events', `all ${count} events`, `nothing of event ${count}`],
    ]);
  });
});
