import { describe, expect, it } from '@jest/globals';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { contradiction } from '@order-ledger/domain/parcel';
import { settlementOf } from '@order-ledger/domain/settlement';
import type { OrderState } from '@order-ledger/domain/state';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { IntervalRow, OrderRow } from '@order-ledger/read-model/rows';
import { markColumn } from '@order-ledger/read-model/schema';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { randomLife } from '@order-ledger/testing/orders/random-life';
import { recomputed } from '@order-ledger/testing/orders/recomputed-durations';
import { act, noOrder } from '@order-ledger/testing/orders/specification';
import fc from 'fast-check';

const read = (events: readonly RecordedEvent[]): ReadEvent[] =>
  events.map((event, index) => ({
    event,
    id: event.metadata.hash.slice(0, 32),
    position: { commit: BigInt(index), prepare: BigInt(index) },
  }));

const life = randomLife.map((lived) => lived.at(-1)?.after.events ?? []);
const batchSizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 60 });

/** Folds in batches, each on the rows of the one before as they come back from JSON columns. */
const inBatches = (events: readonly RecordedEvent[], sizes: readonly number[]) => {
  const rows = new Map<string, OrderRow>();
  const parts = [];
  const rest = read(events);
  for (let n = 0; rest.length > 0; n += 1) {
    const { changes, faults } = foldBatch(rows, rest.splice(0, sizes[n % sizes.length]));
    expect(faults).toEqual([]);
    for (const row of changes.rows) {
      const { lifecycle, visiting, balance } = row;
      rows.set(row.order_id, { ...row, ...JSON.parse(JSON.stringify({ lifecycle, visiting, balance })) });
    }
    parts.push(changes);
  }
  const intervals = new Map<string, IntervalRow>();
  for (const row of parts.flatMap((part) => part.intervals)) intervals.set(`${row.status} ${row.visit}`, row);
  return {
    row: [...rows.values()][0] as OrderRow,
    timeline: parts.flatMap(({ timeline }) => timeline),
    spans: parts.flatMap(({ spans }) => spans),
    flow: parts.flatMap(({ flow }) => flow),
    intervals: [...intervals.values()],
  };
};

describe('folding a batch', () => {
  it('comes to the same rows however the events are cut into batches [B1]', () => {
    fc.assert(
      fc.property(life, batchSizes, (events, sizes) => {
        const { row, timeline, spans } = inBatches(events, sizes);
        const whole = inBatches(events, [events.length]);
        expect(inJson(row)).toEqual(inJson(whole.row));
        expect(timeline).toEqual(whole.timeline);
        expect(spans).toEqual(whole.spans);
      }),
      { numRuns: 40 },
    );
  });

  it('says of an order what the fold that decides its commands says', () => {
    fc.assert(
      fc.property(life, batchSizes, (events, sizes) => {
        const { row } = inBatches(events, sizes);
        const state = fold(events);
        if (state === null) throw new Error('a life has events');
        expect(row).toMatchObject({
          order_id: state.order_id,
          status: state.status,
          stage: state.stage,
          event_version: state.event_version,
          status_version: state.status_version,
          held_ms: state.held_ms,
          errored_ms: state.errored_ms,
          claim_operator: state.claim?.operator ?? null,
          claim_fence_token: state.claim?.fence_token ?? null,
          customer_ref: state.customer_ref,
          material: state.specification?.material ?? null,
          quantity: state.specification?.quantity ?? null,
          price_amount: state.quote?.price.amount ?? null,
          quote_version: state.quote?.quote_version ?? null,
          valid_until: state.quote?.valid_until ?? null,
          due_at: state.due_at,
          paid: state.paid,
          ...settled(state),
          price_attempt: state.price_attempt,
          manufacturing_attempt: state.manufacturing_attempt,
          last_recorded_at: state.last_recorded_at,
        });
        expect([...row.carriers].sort()).toEqual([...new Set(state.shipment_requests.values())].sort());
        expect(JSON.parse(JSON.stringify(row.lifecycle))).toEqual(
          Object.fromEntries(Object.keys(row.lifecycle).map((key) => [key, state[key as keyof typeof state]])),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('gives the visits and their durations that an independent recomputation from the raw events gives [C1]', () => {
    fc.assert(
      fc.property(life, batchSizes, (events, sizes) => {
        const { intervals } = inBatches(events, sizes);
        const byEntry = [...intervals].sort((a, b) => a.entered_version - b.entered_version);
        expect(
          byEntry.map(({ status, entered_at, left_at, wall_ms, held_ms, errored_ms }) => ({
            status,
            entered_at,
            left_at,
            wall_ms,
            held_ms,
            errored_ms,
          })),
        ).toEqual(recomputed(events).visits());
      }),
      { numRuns: 40 },
    );
  });

  it('cuts the recorded time into spans of one state each, without overlap and with no gap but final statuses', () => {
    fc.assert(
      fc.property(life, batchSizes, (events, sizes) => {
        const { spans, timeline } = inBatches(events, sizes);
        for (const [index, after] of timeline.entries()) {
          const next = timeline[index + 1];
          const span = spans.find(({ event_version }) => event_version === after.event_version);
          const isOver = ['CLOSED', 'CANCELLED', 'REJECTED'].includes(after.status);
          if (next === undefined || next.recorded_at === after.recorded_at || isOver) expect(span).toBeUndefined();
          else
            expect(span).toMatchObject({
              status: after.status,
              stage: after.stage,
              from: after.recorded_at,
              until: next.recorded_at,
              frozen_ms: after.frozen_ms,
            });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('counts every status change once an hour and once a day', () => {
    const { events } = journeyTo('CLOSED');
    const { flow } = inBatches(events, [3]);
    const changes = new Set(events.map(({ metadata }) => metadata.status_version)).size;
    for (const grain of ['hour', 'day'])
      expect(flow.filter((row) => row.grain === grain).reduce((sum, { count }) => sum + count, 0)).toBe(changes);
    expect(flow.filter(({ from_status, grain }) => from_status === 'NONE' && grain === 'day')).toMatchObject([
      { to_status: 'INITIATED', count: 1, dwell_ms: 0 },
    ]);
  });

  it('marks the first and the last entry of a status that is visited again', () => {
    const again = walk(journeyTo('MANUFACTURING_FAILED'), 'StartManufacturing');
    const { changes } = foldBatch(new Map(), read(again.events));
    const visits = changes.intervals.filter(({ status }) => status === 'MANUFACTURING_STARTED');
    expect(visits.map(({ visit, attempt }) => [visit, attempt])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(changes.marks).toMatchObject([
      {
        [markColumn('MANUFACTURING_STARTED', 'first_at')]: visits[0]?.entered_at,
        [markColumn('MANUFACTURING_STARTED', 'last_at')]: visits[1]?.entered_at,
      },
    ]);
  });

  it('credits the visit that a completion ends to the operator who held the claim', () => {
    const { changes } = foldBatch(new Map(), read(journeyTo('MANUFACTURING_COMPLETED').events));
    const made = changes.intervals.find(({ status }) => status === 'MANUFACTURING_STARTED');
    const claim = journeyTo('MANUFACTURING_STARTED').state?.claim?.operator;
    expect(claim).toBeDefined();
    expect(made?.operator).toBe(claim);
  });

  it('shows what is to be given back after a cancellation, less its charge', () => {
    const approved = journeyTo('MANUFACTURING_STARTED');
    const cancelled = act(approved, 'CancelOrder', {
      body: { cost_decision: 'CUSTOMER', charge: { amount: 100, currency: 'RUB' } },
    });
    const { changes } = foldBatch(new Map(), read(cancelled.events));
    expect(changes.rows[0]?.refund_due).toBe((cancelled.state?.paid ?? 0) - 100);
  });

  it('leaves out an event that does not fit its order, and every later one of that order, but no other order', () => {
    const broken = read(journeyTo('FILE_UPLOADED').events).slice(1);
    const other = read(act(noOrder('another'), 'InitiateOrder').events);
    const { changes, faults } = foldBatch(new Map(), [...broken, ...other]);
    expect(faults).toMatchObject([{ order_id: broken[0]?.event.metadata.order_id, event_version: 2 }]);
    expect(changes.rows.map(({ order_id }) => order_id)).toEqual([other[0]?.event.metadata.order_id]);
  });
});

const settled = (state: OrderState) => {
  const { state: settlement, amount } = settlementOf(state, state.stage);
  return { settlement, settlement_amount: amount, needs_person: contradiction(state.parcel) };
};

/** As the columns hold it: what is undefined is not there. */
const inJson = (row: OrderRow): unknown =>
  JSON.parse(JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)));
