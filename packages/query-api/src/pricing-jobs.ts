import type pg from 'pg';

/** How far an order's price is, as the pricing worker publishes it. */
export interface PricingJob {
  attempt: number;
  state: string;
  lane: string;
  /** 1 is next; null once it is no longer queued. */
  queue_position: number | null;
  predicted_p50_s: number;
  predicted_p95_s: number;
  queued_at: Date;
  taken_at: Date | null;
  finished_at: Date | null;
  phase: string | null;
  percent: number | null;
  deaths: number;
}

/** The job that an order waits for or was priced by; undefined before the worker has heard of the order. */
export const readPricingJob = async (pool: pg.Pool, orderId: string): Promise<PricingJob | undefined> => {
  const { rows } = await pool.query<PricingJob>({
    name: 'pricing-job',
    text: `select attempt, job_state as state, lane, queue_position::integer as queue_position, predicted_p50_s,
             predicted_p95_s, queued_at, taken_at, finished_at, phase, percent, deaths
           from pricing.job_view where order_id = $1 order by since desc limit 1`,
    values: [orderId],
  });
  return rows[0];
};
