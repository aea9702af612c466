import { expect } from '@jest/globals';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { contradiction } from '@order-ledger/domain/parcel';
import { settlementOf } from '@order-ledger/domain/settlement';
import { recomputed } from '@order-ledger/testing/orders/recomputed-durations';
import type { ReadModelUnderTest } from '@order-ledger/testing/running/projection';

const ms = (value: unknown): number | null => (value === null ? null : Number(value));
const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);
const ENDS = ['CLOSED', 'CANCELLED', 'REJECTED'];

/** Holds every table against what the ledger's events say, computed by other means than the projector's. */
export const expectTablesOf = async (under: ReadModelUnderTest, orderIds: readonly string[]): Promise<void> => {
  const { select, ledger } = under;
  const flow = new Map<string, { count: number; dwell_ms: number }>();
  for (const orderId of orderIds) {
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readOrder(orderId)) events.push(event);
    const state = fold(events);
    if (state === null) throw new Error(`${orderId} has no events`);

    const [row] = await select('select * from read_model_1.order_row where order_id = $1', [orderId]);
    expect(row).toMatchObject({
      status: state.status,
      stage: state.stage,
      event_version: events.length,
      status_version: state.status_version,
      claim_operator: state.claim?.operator ?? null,
      material: state.specification?.material ?? null,
      quantity: state.specification?.quantity ?? null,
      is_active: !ENDS.includes(state.status),
      is_stale: false,
    });
    expect([Number(row?.paid), ms(row?.price_amount), Number(row?.sort_key)]).toEqual([
      state.paid,
      state.quote?.price.amount ?? null,
      Date.parse(events[0]?.metadata.recorded_at ?? '') * 1000,
    ]);
    const { state: settlement, amount } = settlementOf(state, state.stage);
    expect([row?.settlement, ms(row?.settlement_amount), row?.needs_person]).toEqual([
      settlement,
      amount,
      contradiction(state.parcel),
    ]);
    expect([iso(row?.stage_entered_at), iso(row?.frozen_since)]).toEqual([state.stage_entered_at, state.frozen_since]);

    const timeline = await select(
      'select event_version, type, from_status, to_status, status, data, recorded_at from read_model_1.order_timeline where order_id = $1 order by event_version',
      [orderId],
    );
    expect(timeline.map(({ event_version, type, data }) => [event_version, type, data])).toEqual(
      events.map(({ type, data, metadata }) => [metadata.event_version, type, data]),
    );
    for (const { status, from_status, to_status } of timeline) expect(status).toBe(to_status ?? from_status);

    const spans = await select(
      'select event_version, status, lower(during) as begin, upper(during) as finish from read_model_1.order_span where order_id = $1 order by event_version',
      [orderId],
    );
    const ended = timeline.flatMap((each, index) => {
      const next = timeline[index + 1];
      if (next === undefined || ENDS.includes(each.status) || iso(each.recorded_at) === iso(next.recorded_at))
        return [];
      return [[each.event_version, each.status, iso(each.recorded_at), iso(next.recorded_at)]];
    });
    expect(spans.map((span) => [span.event_version, span.status, iso(span.begin), iso(span.finish)])).toEqual(ended);

    const visits = recomputed(events).visits();
    const intervals = await select(
      'select * from read_model_1.stage_interval where order_id = $1 order by entered_version',
      [orderId],
    );
    expect(
      intervals.map((each) => ({
        status: each.status,
        entered_at: iso(each.entered_at),
        left_at: iso(each.left_at),
        wall_ms: ms(each.wall_ms),
        held_ms: ms(each.held_ms),
        errored_ms: ms(each.errored_ms),
      })),
    ).toEqual(visits);

    const [mark] = await select('select * from read_model_1.order_mark where order_id = $1', [orderId]);
    for (const status of new Set(visits.map((visit) => visit.status))) {
      const entries = visits.filter((visit) => visit.status === status);
      const column = status.toLowerCase();
      expect([iso(mark?.[`${column}_first_at`]), iso(mark?.[`${column}_last_at`])]).toEqual([
        entries[0]?.entered_at,
        entries.at(-1)?.entered_at,
      ]);
    }

    let since: string | undefined;
    for (const { from_status, to_status, event_version, recorded_at } of timeline) {
      if (to_status === null) continue;
      const occurred = events[event_version - 1]?.metadata.occurred_at ?? '';
      const key = `${iso(recorded_at)?.slice(0, 10)} ${from_status ?? 'NONE'} ${to_status}`;
      const known = flow.get(key) ?? { count: 0, dwell_ms: 0 };
      const dwell = since === undefined ? 0 : Date.parse(occurred) - Date.parse(since);
      flow.set(key, { count: known.count + 1, dwell_ms: known.dwell_ms + dwell });
      since = occurred;
    }
  }

  const totals = await select<{ count: string }>(
    `select (select count(*) from read_model_1.order_row) as rows, (select count(*) from read_model_1.order_mark) as marks,
       (select count(*) from read_model_1.order_parked) as parked`,
  );
  expect(totals).toEqual([{ rows: `${orderIds.length}`, marks: `${orderIds.length}`, parked: '0' }]);
  for (const grain of ['hour', 'day']) {
    const stored = await select(
      `select to_char(bucket at time zone 'UTC', 'YYYY-MM-DD') || ' ' || from_status || ' ' || to_status as key,
         sum(count)::int as count, sum(dwell_ms)::float8 as dwell_ms
       from read_model_1.status_flow where grain = $1 group by 1`,
      [grain],
    );
    expect(new Map(stored.map(({ key, count, dwell_ms }) => [key, { count, dwell_ms }]))).toEqual(flow);
  }
};
