import { faultText } from '@order-ledger/platform/fault-text';
import type pg from 'pg';

/** For a statement: longer than an order waits for its next look. One further away was set by a clock that went back. */
export const LONGEST_PAUSE = `interval '1 minute' * power(2, least(looks, 6))`;

// Nobody calculates for it meanwhile: a slot that took its job would give it back at once, and take it again.
const PARK = {
  name: 'park-order',
  text: `
    with waiting as (update waiter set state = 'PARKED' where order_id = $1 and state in ('QUEUED', 'STARTED'))
    insert into parked_order as p (order_id, reason, detail) values ($1, $2, $3)
    on conflict (order_id) do update
      set reason = excluded.reason, detail = excluded.detail, looks = p.looks + 1,
          look_at = now() + interval '1 minute' * power(2, least(p.looks, 6))`,
};
const UNPARK = { name: 'unpark-order', text: 'delete from parked_order where order_id = $1' };

/** Shows an order that cannot be brought on for a reason that lies in it. The reconciler looks at it again, ever more rarely. */
export const parkOrder = async (pool: pg.Pool, orderId: string, fault: Error): Promise<void> => {
  await pool.query({ ...PARK, values: [orderId, fault.name, faultText(fault)] });
};

export const unparkOrder = async (pool: pg.Pool, orderId: string): Promise<void> => {
  await pool.query({ ...UNPARK, values: [orderId] });
};

export const countParked = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from parked_order');
  return rows[0]?.count ?? 0;
};
