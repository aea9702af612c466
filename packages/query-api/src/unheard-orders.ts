import { defineMetrics } from '@order-ledger/platform/metrics';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import type { Source } from './sources.ts';

const metrics = defineMetrics({
  unheard: {
    type: 'gauge',
    name: 'submitted_orders_without_job',
    help: 'Orders SUBMITTED for over a minute of which the pricing worker has no job; counted here, because who looks for them lives in that worker',
  },
});

/** Longer than a message takes, and than the worker's own reconciler leaves it. */
const AFTER_S = 60;
/** It is not counted further. */
const LIMIT = 1_000;

/** Jobs are looked at only where an order waits for one: as a rule there is none. */
const countWithoutJob = async ({ pool, schema }: Pick<Source, 'pool' | 'schema'>): Promise<number> => {
  const { rows } = await pool.query<{ order_id: string }>({
    name: `long-submitted-${schema}`,
    text: `select order_id from ${schema}.order_row
           where status = 'SUBMITTED' and status_entered_at < now() - make_interval(secs => ${AFTER_S}) limit ${LIMIT}`,
  });
  if (rows.length === 0) return 0;
  const ids = rows.map(({ order_id }) => order_id);
  const known = await pool
    .query({
      name: 'orders-with-job',
      text: `select from pricing.job_view
             where order_id = any($1::uuid[]) and waiter_state in ('QUEUED', 'STARTED', 'PARKED')`,
      values: [ids],
    })
    .catch((error: unknown) => {
      // A worker that was never there knows of none.
      if (isNotPublished(error)) return { rowCount: 0 };
      throw error;
    });
  return ids.length - (known.rowCount ?? 0);
};

export const measureUnheard = async (source: Pick<Source, 'pool' | 'schema'>): Promise<void> =>
  metrics.unheard.set({}, await countWithoutJob(source));
