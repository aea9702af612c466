import { faultText } from '@order-ledger/platform/fault-text';
import { answered, dueForTrial, REQUEST, TRIAL_TURN } from '@order-ledger/platform/parked-table';
import type pg from 'pg';

const pauseAfter = (looks: string): string => `interval '1 minute' * power(2, least(${looks}, 6))`;

// Nobody calculates for it meanwhile: a slot that took its job would give it back at once, and take it again.
const PARK = {
  name: 'park-order',
  text: `
    with waiting as (update waiter set state = 'PARKED' where order_id = $1 and state in ('QUEUED', 'STARTED'))
    insert into parked_order as p (order_id, reason, detail) values ($1, $2, $3)
    on conflict (order_id) do update
      set reason = excluded.reason, detail = excluded.detail, looks = p.looks + 1,
          look_at = now() + ${pauseAfter('p.looks')}`,
};
const TO_TRY = {
  name: 'parked-to-try',
  text: `select order_id, ${REQUEST} from parked_order
         where ${dueForTrial(pauseAfter('looks'))} order by ${TRIAL_TURN} limit $1`,
};
const ANSWER = { name: 'answer-request', text: `update parked_order set ${answered('$2')} where order_id = $1` };
const UNPARK = { name: 'unpark-order', text: 'delete from parked_order where order_id = $1' };

/**
 * Parks an order that cannot be advanced for a reason of its own. The reconciler looks at it again, ever more rarely.
 */
export const parkOrder = async (pool: pg.Pool, orderId: string, fault: Error): Promise<void> => {
  await pool.query({ ...PARK, values: [orderId, fault.name, faultText(fault)] });
};

export const unparkOrder = async (pool: pg.Pool, orderId: string): Promise<void> => {
  await pool.query({ ...UNPARK, values: [orderId] });
};

/** A parked order to be retried, and the request that the retry answers (null: none). */
interface OrderToTry {
  order_id: string;
  asked: string | null;
}

export const parkedToTry = async (pool: pg.Pool, limit: number): Promise<OrderToTry[]> =>
  (await pool.query<OrderToTry>({ ...TO_TRY, values: [limit] })).rows;

/** It was retried; a request that came meanwhile is kept. */
export const answerRequest = async (pool: pg.Pool, { order_id, asked }: OrderToTry): Promise<void> => {
  await pool.query({ ...ANSWER, values: [order_id, asked] });
};

export const countParked = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from parked_order');
  return rows[0]?.count ?? 0;
};
