import type { Pick } from '@order-ledger/domain/durations';
import type { Status } from '@order-ledger/domain/status';
import { markColumn } from '../schema.ts';

export interface Pair {
  from: Status;
  to: Status;
  /** Which entry of `from`, and which of the entries of `to` that follow on it. */
  pick: { from: Pick; to: Pick };
}

const direction = (pick: Pick): string => (pick === 'first' ? 'asc' : 'desc');

/**
 * A query of (order_id, from_at, to_at, held_ms, errored_ms), a row for each order that has gone from `from` to `to`.
 * The marks hold the first and last entry of each status; where `to` was entered after the `from` that is asked for
 * (times of status changes never run backwards, so later is after), they answer in one pass. The other orders, those
 * that visited a status again in between or within the same millisecond, are looked up visit by visit.
 */
export const pairIntervals = (schema: string, { from, to, pick }: Pair): string => {
  const mark = (status: Status, which: Pick) => ({
    at: `m.${markColumn(status, `${which}_at`)}`,
    held: `m.${markColumn(status, `${which}_held_ms`)}`,
    errored: `m.${markColumn(status, `${which}_errored_ms`)}`,
  });
  const [a, b] = [mark(from, pick.from), mark(to, pick.to)];
  const lastOfTo = mark(to, 'last').at;
  return `
    select m.order_id, ${a.at} as from_at, ${b.at} as to_at, ${b.held} - ${a.held} as held_ms,
      ${b.errored} - ${a.errored} as errored_ms
    from ${schema}.order_mark m where ${b.at} > ${a.at}
    union all
    select m.order_id, x.entered_at, y.entered_at, y.held_before_ms - x.held_before_ms,
      y.errored_before_ms - x.errored_before_ms
    from ${schema}.order_mark m
    cross join lateral (
      select i.* from ${schema}.stage_interval i where i.order_id = m.order_id and i.status = '${from}'
      order by i.entered_version ${direction(pick.from)} limit 1
    ) x
    cross join lateral (
      select i.* from ${schema}.stage_interval i
      where i.order_id = m.order_id and i.status = '${to}' and i.entered_version > x.entered_version
      order by i.entered_version ${direction(pick.to)} limit 1
    ) y
    where ${b.at} <= ${a.at} and ${lastOfTo} >= ${a.at}`;
};
