import { LIMITED } from '@order-ledger/diagnosis/stage-limits';
import type { StuckOrder, StuckPage } from '@order-ledger/diagnosis/stuck-orders';
import { VERDICTS } from '@order-ledger/diagnosis/verdict';
import { FROZEN_STATUSES } from '@order-ledger/domain/status';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { inSql, type Reader } from '@order-ledger/read-model/reading/reader';

const metrics = defineMetrics({
  stuck: {
    type: 'gauge',
    name: 'orders_stuck',
    help: 'Active orders past their limit, by verdict; the 500 that are past it the longest of those that a process has to move, and of all',
    labels: ['verdict'],
  },
  oldest: {
    type: 'gauge',
    name: 'oldest_active_order_seconds',
    help: 'How long the oldest active order of a status has stood there; 0: there is none',
    labels: ['status'],
  },
  looked: {
    type: 'gauge',
    name: 'stuck_orders_looked_at_seconds',
    help: 'When orders that stand still were last looked for, seconds since 1970',
  },
});

/** An index gives the oldest of each status. */
const readOldest = async ({ pool, schema }: Reader): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await pool.query<{ status: string; age_s: number | null }>({
    name: `oldest-by-status-${schema}`,
    text: `select s.status, extract(epoch from now() - o.since)::float8 as age_s
           from unnest($1::text[]) as s (status)
           cross join lateral (
             select stage_entered_at as since from ${schema}.order_row o
             where is_active and stage = s.status and o.status = s.status order by stage_entered_at limit 1
           ) o
           union all
           select status, extract(epoch from now() - min(coalesce(frozen_since, stage_entered_at)))::float8
           from ${schema}.order_row where status in (${inSql(FROZEN_STATUSES)}) group by status`,
    values: [LIMITED],
  });
  return new Map(rows.map(({ status, age_s }) => [status, age_s ?? 0]));
};

/** @param pages in which an order may stand twice */
export const measureStuck = async (reader: Reader, pages: readonly StuckPage[]): Promise<void> => {
  const byId = new Map<string, StuckOrder>(pages.flatMap(({ stuck }) => stuck.map((one) => [one.order_id, one])));
  const stuck = [...byId.values()];
  for (const verdict of VERDICTS) metrics.stuck.set({ verdict }, stuck.filter((one) => one.verdict === verdict).length);
  const oldest = await readOldest(reader);
  for (const status of LIMITED) metrics.oldest.set({ status }, Math.max(0, oldest.get(status) ?? 0));
  metrics.looked.set({}, Date.now() / 1_000);
};
