import type { Status } from '@order-ledger/domain/status';
import { type Pair, pairIntervals } from './pair-intervals.ts';
import { createParameters, type Reader } from './reader.ts';

export const GROUPINGS = ['day', 'week', 'month', 'partner', 'material', 'operator', 'priority'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** wall: by the clock; net: less holds and errors; without_holds: less holds only. */
export const MEASURES = ['wall', 'net', 'without_holds'] as const;
export type Measure = (typeof MEASURES)[number];

interface DurationsRequest {
  pair: Pair;
  /** A way inside that does not count (its time by the same measure is taken off). */
  without?: Pair;
  measure: Measure;
  groupBy?: Grouping;
  /** By when the order reached `to`: since ≤ to_at < until. */
  since?: Date;
  until?: Date;
  /** Between 0 and 100. */
  percentiles: readonly number[];
  /** Milliseconds; for the share of orders within it. */
  targetMs?: number;
}

export interface DurationGroup {
  /** null: all together, or the orders without what is grouped by. */
  group: string | null;
  orders: number;
  mean_ms: number;
  min_ms: number;
  max_ms: number;
  /** As asked for, in the same order. */
  percentiles_ms: number[];
  within_target: number | null;
}

const WALL = (from: string, to: string): string => `extract(epoch from ${to} - ${from}) * 1000`;
const VALUE: Readonly<Record<Measure, (d: string) => string>> = {
  wall: (d) => WALL(`${d}.from_at`, `${d}.to_at`),
  net: (d) => `${WALL(`${d}.from_at`, `${d}.to_at`)} - ${d}.held_ms - ${d}.errored_ms`,
  without_holds: (d) => `${WALL(`${d}.from_at`, `${d}.to_at`)} - ${d}.held_ms`,
};

const calendar = (unit: string): string => `to_char(date_trunc('${unit}', d.to_at at time zone 'UTC'), 'YYYY-MM-DD')`;

interface GroupParts {
  key: string;
  join: (schema: string, from: Status) => string;
}

const ofRow = (key: string): GroupParts => ({
  key,
  join: (schema) => `join ${schema}.order_row o on o.order_id = d.order_id`,
});
const ofTime = (unit: string): GroupParts => ({ key: calendar(unit), join: () => '' });

const GROUPS: Readonly<Record<Grouping, GroupParts>> = {
  day: ofTime('day'),
  week: ofTime('week'),
  month: ofTime('month'),
  partner: ofRow('o.partner_id'),
  material: ofRow('o.material'),
  priority: ofRow("(array['LOW', 'NORMAL', 'HIGH', 'URGENT'])[o.priority + 1]"),
  // Who held the claim in the visit that the interval begins with.
  operator: {
    key: 'i.operator',
    join: (schema, from) => `left join lateral (
      select i.operator from ${schema}.stage_interval i
      where i.order_id = d.order_id and i.status = '${from}' and i.entered_at = d.from_at order by i.visit limit 1
    ) i on true`,
  },
};

/** More groups than these are cut off, the last by name first. */
const MOST_GROUPS = 1_000;

/** Statistics over all orders that have gone the pair's way; none at all gives no group. */
export const readDurations = async ({ pool, schema }: Reader, request: DurationsRequest): Promise<DurationGroup[]> => {
  const { pair, without, measure, groupBy, since, until, percentiles, targetMs } = request;
  const parameters = createParameters();
  const group = groupBy === undefined ? undefined : GROUPS[groupBy];
  const less = without === undefined ? '' : ` - coalesce(${VALUE[measure]('w')}, 0)`;
  const window = [
    ...(since === undefined ? [] : [`d.to_at >= ${parameters.add(since)}`]),
    ...(until === undefined ? [] : [`d.to_at < ${parameters.add(until)}`]),
  ];
  const shares = parameters.add(percentiles.map((percent) => percent / 100));
  const within =
    targetMs === undefined
      ? 'null::float8'
      : `(count(*) filter (where ms <= ${parameters.add(targetMs)}))::float8 / count(*)`;
  const text = `
    select "group", count(*)::integer as orders, avg(ms)::float8 as mean_ms, min(ms)::float8 as min_ms,
      max(ms)::float8 as max_ms,
      percentile_cont(${shares}::float8[]) within group (order by ms::float8) as percentiles_ms,
      ${within} as within_target
    from (
      select ${group?.key ?? 'null::text'} as "group", (${VALUE[measure]('d')}${less}) as ms
      from (${pairIntervals(schema, pair)}) d
      ${without === undefined ? '' : `left join (${pairIntervals(schema, without)}) w on w.order_id = d.order_id`}
      ${group?.join(schema, pair.from) ?? ''}
      ${window.length === 0 ? '' : `where ${window.join(' and ')}`}
    ) one group by "group" order by "group" nulls last limit ${MOST_GROUPS}`;
  const { rows } = await pool.query<DurationGroup>({ text, values: parameters.values });
  return rows;
};
