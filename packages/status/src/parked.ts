import { listParked } from '@order-ledger/repairs/parked-orders';
import type pg from 'pg';

export interface Parked {
  /** The process that has parked them. */
  readonly by: string;
  readonly count: number;
  /** Some of them, the newest first. */
  readonly orders: readonly string[];
}

const SHOWN = 3;

/** Orders that a process has parked, and that nobody has closed. */
export const readParked = async (pool: pg.Pool): Promise<Parked[]> => {
  const orders = new Map<string, Set<string>>();
  for (const { process, order_id } of (await listParked(pool)).reverse())
    orders.set(process, (orders.get(process) ?? new Set()).add(order_id));
  return [...orders].sort().map(([by, ids]) => ({ by, count: ids.size, orders: [...ids].slice(0, SHOWN) }));
};
