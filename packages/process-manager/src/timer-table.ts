import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import type pg from 'pg';
import type { Looked } from './look.ts';
import { parkOrders, unparkOrders } from './parked-orders.ts';
import type { Timer } from './timers.ts';

export interface TimerRow extends Timer {
  readonly order_id: string;
}

const REMOVE_OTHERS = `
  delete from timer
  where order_id = any($1::uuid[])
    and not exists (
      select 1 from unnest($2::uuid[], $3::text[]) as kept (order_id, rule)
      where kept.order_id = timer.order_id and kept.rule = timer.rule
    )`;

const SET = `
  insert into timer as t (order_id, rule, status_version, due_at)
  select * from unnest($1::uuid[], $2::text[], $3::integer[], $4::timestamptz[])
  on conflict (order_id, rule) do update
    set status_version = excluded.status_version, due_at = excluded.due_at
    where (t.status_version, t.due_at) is distinct from (excluded.status_version, excluded.due_at)`;

const DUE = `
  select order_id, rule, status_version, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at
  from timer where due_at <= now() order by due_at limit $1`;

const ADD_DUE = `
  insert into timer (order_id, rule, status_version, due_at)
  select order_id, $1, status_version, now() from unnest($2::uuid[], $3::integer[]) as given (order_id, status_version)
  on conflict do nothing`;

const REMOVE = 'delete from timer where order_id = $1 and rule = $2 and status_version = $3';

/** Keeps what the looks at some orders have found, in the transaction that moves the checkpoint past them. */
export const keepLooked = async (client: pg.ClientBase, looked: readonly Looked[]): Promise<void> => {
  const readable = looked.flatMap((look) => ('timers' in look ? [look] : []));
  const parked = looked.flatMap((look) => ('fault' in look ? [look] : []));
  const ids = readable.map(({ order_id }) => order_id);
  await setTimers(client, ids, rowsOf(readable));
  await unparkOrders(client, ids);
  await parkOrders(client, parked);
};

/** As `keepLooked`, one order after the other: one whose timers Postgres refuses is parked. */
export const keepEachLooked = async (client: pg.ClientBase, looked: readonly Looked[]): Promise<void> => {
  for (const look of looked) {
    await client.query('savepoint looked');
    try {
      await keepLooked(client, [look]);
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      await client.query('rollback to savepoint looked');
      await parkOrders(client, [{ order_id: look.order_id, fault: error }]);
    }
    await client.query('release savepoint looked');
  }
};

const rowsOf = (readable: readonly { order_id: string; timers: readonly Timer[] }[]): TimerRow[] =>
  readable.flatMap(({ order_id, timers }) => timers.map((timer) => ({ order_id, ...timer })));

/** Makes these the only timers of these orders. */
export const setTimers = async (
  client: Pick<pg.ClientBase, 'query'>,
  orderIds: readonly string[],
  rows: readonly TimerRow[],
): Promise<void> => {
  const orders = rows.map(({ order_id }) => order_id);
  const rules = rows.map(({ rule }) => rule);
  await client.query({ name: 'remove-other-timers', text: REMOVE_OTHERS, values: [orderIds, orders, rules] });
  if (rows.length === 0) return;
  const values = [orders, rules, rows.map(({ status_version }) => status_version), rows.map(({ due_at }) => due_at)];
  await client.query({ name: 'set-timers', text: SET, values });
};

/** Has orders looked at by a rule that has no timer for them, in their turn. @returns how many had none */
export const addDueTimers = async (
  pool: pg.Pool,
  rule: string,
  orders: readonly Pick<TimerRow, 'order_id' | 'status_version'>[],
): Promise<number> => {
  if (orders.length === 0) return 0;
  const versions = orders.map(({ status_version }) => status_version);
  const { rowCount } = await pool.query(ADD_DUE, [rule, orders.map(({ order_id }) => order_id), versions]);
  return rowCount ?? 0;
};

/** The timers whose time has come by the database's clock, the oldest first. */
export const dueTimers = async (pool: pg.Pool, limit: number): Promise<TimerRow[]> =>
  (await pool.query<TimerRow>(DUE, [limit])).rows;

export const removeTimer = async (pool: pg.Pool, { order_id, rule, status_version }: TimerRow): Promise<void> => {
  await pool.query(REMOVE, [order_id, rule, status_version]);
};
