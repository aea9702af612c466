import { limitOf, shareRefused } from '@order-ledger/platform/http/shares';
import type { Log } from '@order-ledger/platform/log';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import { waitingForPrice } from '@order-ledger/read-model/reading/waiting-for-price';
import type pg from 'pg';

/** How many orders of a partner wait for their price, not counted further than the limit. */
export type CountWaiting = (partnerId: string, limit: number) => Promise<number>;

/** As old as the projection: what a partner submits within that time goes beyond, at the rate of its plan. */
export const waitingIn =
  (pool: pg.Pool): CountWaiting =>
  async (partnerId, limit) => {
    try {
      const { schema } = await readStanding(pool);
      return await waitingForPrice({ pool, schema }, partnerId, limit);
    } catch (error) {
      // Before the projector's first start nothing is known to wait, and orders are taken all the same.
      if (isNotPublished(error)) return 0;
      throw error;
    }
  };

/** @throws ProblemError 429 where as many orders of the partner wait for their price as its plan lets */
export type AdmitCalculation = (partnerId: string) => Promise<void>;

export const createCalculations =
  (pool: pg.Pool, countWaiting: CountWaiting, log: Log): AdmitCalculation =>
  async (partnerId) => {
    const { rows } = await pool.query<{ waiting_calculations: number | null }>({
      name: 'waiting-calculations',
      text: 'select waiting_calculations from partner join plan using (plan) where partner_id = $1',
      values: [partnerId],
    });
    const limit = limitOf('waiting_calculations', rows[0]?.waiting_calculations);
    if ((await countWaiting(partnerId, limit)) < limit) return;
    throw shareRefused('waiting_calculations', 'caller', limit, log, { kind: 'partner', id: partnerId });
  };
