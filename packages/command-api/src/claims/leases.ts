import { POSTGRES_CLOCK_MS } from '@order-ledger/platform/clock-watch';
import type pg from 'pg';

export interface Lease {
  order_id: string;
  fence_token: number;
}

/** An open lease whose time is over, with the database's clock. */
export interface ExpiredLease extends Lease {
  now: Date;
}

/**
 * How long each claim lasts, by the database's clock alone. The ledger says who holds a claim; a lease only says when
 * its holder counts as gone. Times in milliseconds.
 */
export interface Leases {
  /** The ledger holds this claim: its lease begins where there is none, and earlier ones of the order are over. */
  begin(lease: Lease): Promise<void>;
  /** Extends an open lease by a full period and returns its end; null where it is closed. A missing one begins. */
  renew(lease: Lease): Promise<Date | null>;
  /** The database's clock, milliseconds since 1970. */
  now(): Promise<number>;
  expired(limit: number): Promise<ExpiredLease[]>;
  /** Gives an expired lease more time while its order is frozen; one that was renewed meanwhile is left alone. */
  extend(lease: Lease, byMs: number): Promise<void>;
  /** Closes an expired lease; false where it was renewed or closed meanwhile: of several who try, one gets true. */
  close(lease: Lease): Promise<boolean>;
  /** Postpones the lease, open or closed, of an order at fault, so that the others have their turn first. */
  postpone(lease: Lease, byMs: number): Promise<void>;
  /** Leases that were closed and whose end does not stand in the ledger yet. */
  unfinished(limit: number): Promise<ExpiredLease[]>;
  /** The ledger holds the end of this claim, and so of all earlier ones of the order. */
  settle(lease: Lease): Promise<void>;
  /** Forgets leases whose end has stood in the ledger for a day. */
  prune(): Promise<void>;
}

/**
 * A lease that was given in the future is over too: the clock was set back since, by more than the lease has run. The
 * clock is read again, because another transaction may have begun after ours.
 */
const OVER = '(expires_at < now() or timed_at > clock_timestamp())';

interface Row {
  order_id: string;
  fence_token: string;
  now: Date;
}

const listed = ({ rows }: pg.QueryResult<Row>): ExpiredLease[] =>
  rows.map(({ order_id, fence_token, now }) => ({ order_id, fence_token: Number(fence_token), now }));

export const createLeases = (pool: pg.Pool, periodMs: number): Leases => {
  const settle: Leases['settle'] = async ({ order_id, fence_token }) => {
    await pool.query(
      `update claim_lease set closed = true, settled_at = now()
       where order_id = $1 and fence_token <= $2 and settled_at is null`,
      [order_id, fence_token],
    );
  };
  return {
    begin: async ({ order_id, fence_token }) => {
      // One statement: whoever sees this lease sees that those before it have ended.
      await pool.query(
        `with earlier as (
         update claim_lease set closed = true, settled_at = now()
         where order_id = $1 and fence_token < $2 and settled_at is null)
       insert into claim_lease (order_id, fence_token, expires_at, timed_at)
       values ($1, $2, now() + $3 * interval '1 millisecond', now()) on conflict do nothing`,
        [order_id, fence_token, periodMs],
      );
    },
    renew: async ({ order_id, fence_token }) => {
      const { rows } = await pool.query<{ expires_at: Date }>(
        `insert into claim_lease as lease (order_id, fence_token, expires_at, timed_at)
       values ($1, $2, now() + $3 * interval '1 millisecond', now())
       on conflict (order_id, fence_token) do update
         set expires_at = excluded.expires_at, timed_at = excluded.timed_at where not lease.closed
       returning expires_at`,
        [order_id, fence_token, periodMs],
      );
      return rows[0]?.expires_at ?? null;
    },
    now: async () => {
      const { rows } = await pool.query<{ ms: number }>(`select ${POSTGRES_CLOCK_MS} as ms`);
      return rows[0]?.ms ?? Number.NaN;
    },
    expired: async (limit) =>
      listed(
        await pool.query<Row>(
          `select order_id, fence_token, now() as now from claim_lease
         where not closed and ${OVER} order by expires_at limit $1`,
          [limit],
        ),
      ),
    extend: async ({ order_id, fence_token }, byMs) => {
      await pool.query(
        `update claim_lease set expires_at = now() + $3 * interval '1 millisecond', timed_at = now()
       where order_id = $1 and fence_token = $2 and not closed and ${OVER}`,
        [order_id, fence_token, byMs],
      );
    },
    postpone: async ({ order_id, fence_token }, byMs) => {
      await pool.query(
        `update claim_lease set expires_at = now() + $3 * interval '1 millisecond', timed_at = now()
       where order_id = $1 and fence_token = $2 and settled_at is null and ${OVER}`,
        [order_id, fence_token, byMs],
      );
    },
    close: async ({ order_id, fence_token }) => {
      const { rowCount } = await pool.query(
        `update claim_lease set closed = true
       where order_id = $1 and fence_token = $2 and not closed and ${OVER}`,
        [order_id, fence_token],
      );
      return rowCount === 1;
    },
    unfinished: async (limit) =>
      listed(
        await pool.query<Row>(
          `select order_id, fence_token, now() as now from claim_lease
         where closed and settled_at is null and ${OVER} order by expires_at limit $1`,
          [limit],
        ),
      ),
    settle,
    prune: async () => {
      await pool.query(`delete from claim_lease where settled_at < now() - interval '1 day'`);
    },
  };
};
