import { faultText } from '@order-ledger/platform/fault-text';
import { answered, dueForTrial, postponed, REQUEST, TRIAL_TURN } from '@order-ledger/platform/parked-table';
import type pg from 'pg';
import type { Looked } from './look.ts';

const PARK = `
  insert into parked_order (order_id, reason, detail)
  select * from unnest($1::uuid[], $2::text[], $3::text[])
  on conflict (order_id) do update set reason = excluded.reason, detail = excluded.detail`;

const PAUSE = 'make_interval(secs => $1)';
const LOOK_AGAIN = `
  update parked_order set ${postponed(PAUSE)}
  where order_id in (select order_id from parked_order where ${dueForTrial(PAUSE)} order by ${TRIAL_TURN} limit $2)
  returning order_id, ${REQUEST}`;

const ANSWER = `
  update parked_order p set ${answered('tried.asked')}
  from unnest($1::uuid[], $2::text[]) as tried (order_id, asked) where p.order_id = tried.order_id`;

const UNPARK = 'delete from parked_order where order_id = any($1::uuid[])';

export const parkOrders = async (
  client: Pick<pg.ClientBase, 'query'>,
  parked: readonly Extract<Looked, { fault: Error }>[],
): Promise<void> => {
  if (parked.length === 0) return;
  const ids = parked.map(({ order_id }) => order_id);
  await client.query(PARK, [ids, parked.map(({ fault }) => fault.name), parked.map(({ fault }) => faultText(fault))]);
};

export const unparkOrders = async (client: pg.ClientBase, orderIds: readonly string[]): Promise<void> => {
  await client.query({ name: 'unpark', text: UNPARK, values: [orderIds] });
};

/** A parked order to be retried, and the request that the retry answers (null: none). */
export interface OrderToTry {
  readonly order_id: string;
  readonly asked: string | null;
}

/** Those that an operator has asked for, or that were not looked at for so many milliseconds. */
export const parkedToLookAt = async (pool: pg.Pool, pauseMs: number, limit: number): Promise<OrderToTry[]> =>
  (await pool.query<OrderToTry>(LOOK_AGAIN, [pauseMs / 1_000, limit])).rows;

/** In the transaction that keeps what the looks have found. */
export const answerRequests = async (client: pg.ClientBase, tried: readonly OrderToTry[]): Promise<void> => {
  await client.query(ANSWER, [tried.map(({ order_id }) => order_id), tried.map(({ asked }) => asked)]);
};

export const countParked = async (pool: pg.Pool): Promise<number> =>
  Number((await pool.query<{ count: string }>('select count(*) from parked_order')).rows[0]?.count ?? 0);
