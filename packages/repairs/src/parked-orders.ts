import { setTimeout as delay } from 'node:timers/promises';
import { ServiceProblem } from '@order-ledger/local/problem';
import { ASK_FOR_TRIAL, TRIAL_ASKED } from '@order-ledger/platform/parked-table';
import type { Client, Pool } from 'pg';
import { PARKED_PLACES, type ParkedPlace } from './parked-places.ts';

type Database = Pick<Client, 'query'> | Pick<Pool, 'query'>;

/** An order that is parked somewhere. */
export interface ParkedOrder {
  readonly order_id: string;
  readonly by: string;
  readonly process: string;
  /** The exchange, or the type of event, where a process parks by these. */
  readonly what: string | null;
  /** Of the first event that is left out. */
  readonly event_version: number | null;
  readonly reason: string;
  readonly detail: string;
  readonly parked_at: string;
  readonly closed: boolean;
}

interface ParkedRow extends Omit<ParkedOrder, 'parked_at'> {
  readonly parked_at: Date;
  readonly waits: boolean;
}

/** Places of processes that have made their tables, in the form that this build knows. */
const placesOf = async (database: Database): Promise<ParkedPlace[]> => {
  const { rows } = await (database as Pick<Client, 'query'>).query<{ table: string }>(
    `select name as "table" from unnest($1::text[]) as name where exists (
       select from pg_attribute where attrelid = to_regclass(name) and attname = 'retry_requested_at')`,
    [PARKED_PLACES.map(({ table }) => table)],
  );
  const there = new Set(rows.map(({ table }) => table));
  return PARKED_PLACES.filter(({ table }) => there.has(table));
};

/** @param orders null: all */
const readRows = async (database: Database, orders: readonly string[] | null): Promise<ParkedRow[]> => {
  const places = await placesOf(database);
  const selects = places.map(
    ({ by, process, table, what, event_version, reason, closed = 'false' }) =>
      `select order_id, '${by}' as by, '${process}' as process, ${what} as what, (${event_version})::float8 as event_version,
         ${reason} as reason, detail, parked_at, (${closed}) as closed, ${TRIAL_ASKED} as waits
       from ${table} where $1::uuid[] is null or order_id = any($1)`,
  );
  if (selects.length === 0) return [];
  const { rows } = await (database as Pick<Client, 'query'>).query<ParkedRow>(
    `${selects.join('\nunion all ')} order by parked_at, order_id, by, what`,
    [orders],
  );
  // Closing an order in the read model means that it is to continue nowhere.
  const closed = new Set(rows.filter((row) => row.closed).map(({ order_id }) => order_id));
  return rows.map((row) => ({ ...row, closed: closed.has(row.order_id) }));
};

const shown = ({ waits: _waits, parked_at, ...row }: ParkedRow): ParkedOrder => ({
  ...row,
  parked_at: parked_at.toISOString(),
});

interface ParkedFilter {
  readonly order?: string | undefined;
  /** With those that an operator has closed. */
  readonly closed?: boolean;
}

/** Parked orders, the longest parked first. */
export const listParked = async (
  database: Database,
  { order, closed = false }: ParkedFilter = {},
): Promise<ParkedOrder[]> => {
  const rows = await readRows(database, order === undefined ? null : [idOf(order)]);
  return rows.filter((row) => closed || !row.closed).map(shown);
};

export interface Outcome extends Omit<ParkedOrder, 'closed'> {
  /** `parked`: retried, and still parked, with the reason. `waiting`: not retried within the time. */
  readonly outcome: 'back' | 'parked' | 'closed' | 'waiting';
}

interface RetryOptions {
  /** Milliseconds that are waited for the next outcome. */
  readonly waitMs: number;
  readonly told?: (outcome: Outcome) => void;
}

const LOOK_MS = 250;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const idOf = (order: string): string => {
  const id = order.toLowerCase();
  if (!UUID.test(id)) throw new ServiceProblem(`${order} is no order's id.`);
  return id;
};

const refuseUnknown = (orders: readonly string[], rows: readonly ParkedRow[], where: string): void => {
  const known = new Set(rows.map(({ order_id }) => order_id));
  const unknown = orders.filter((order) => !known.has(order));
  if (unknown.length > 0)
    throw new ServiceProblem(
      `Nothing was asked for: not parked ${where}: ${unknown.join(', ')}. npm run parked -- list shows what is.`,
    );
};

const keyOf = ({ order_id, by, what, event_version }: ParkedRow): string =>
  JSON.stringify(what === null || by === 'messages' ? [order_id, by, what] : [order_id, by, what, event_version]);

/**
 * Asks the processes that have parked orders to retry them, while they run, and waits for what comes of it.
 *
 * @param orders null: all that are parked and not closed
 */
export const retryParked = async (
  database: Database,
  orders: readonly string[] | null,
  options: RetryOptions,
): Promise<Outcome[]> => {
  const ids = orders?.map(idOf) ?? null;
  const rows = (await readRows(database, ids)).filter(({ closed }) => ids !== null || !closed);
  if (ids !== null) refuseUnknown(ids, rows, 'anywhere');
  const asked = [...new Set(rows.map(({ order_id }) => order_id))];
  for (const { table } of await placesOf(database))
    await database.query(`update ${table} set ${ASK_FOR_TRIAL} where order_id = any($1::uuid[])`, [asked]);
  return outcomesOf(database, rows, options);
};

/**
 * Closes an order that can never be shown: it is retried once, and closed if that fails. The projector's table records
 * who did so and why.
 */
export const closeParked = async (
  database: Database,
  order: string,
  { by, reason, ...options }: RetryOptions & { readonly by: string; readonly reason: string },
): Promise<Outcome> => {
  const id = idOf(order);
  const place = PARKED_PLACES[0] as ParkedPlace;
  const rows = (await readRows(database, [id])).filter((row) => row.by === place.by);
  refuseUnknown([id], rows, 'by the read model');
  await database.query(
    `update ${place.table} set ${ASK_FOR_TRIAL}, close_asked_by = $2, close_reason = $3 where order_id = $1`,
    [id, by, reason],
  );
  const [outcome] = await outcomesOf(database, rows, options);
  return outcome as Outcome;
};

const outcomesOf = async (
  database: Database,
  rows: readonly ParkedRow[],
  { waitMs, told }: RetryOptions,
): Promise<Outcome[]> => {
  const open = new Map(rows.map((row) => [keyOf(row), row]));
  const outcomes: Outcome[] = [];
  const settle = (key: string, row: ParkedRow, outcome: Outcome['outcome']): void => {
    open.delete(key);
    const { closed: _closed, ...rest } = shown(row);
    const settled = { ...rest, outcome };
    outcomes.push(settled);
    told?.(settled);
  };
  let until = performance.now() + waitMs;
  for (; open.size > 0; await delay(LOOK_MS)) {
    const now = await readRows(database, [...new Set([...open.values()].map(({ order_id }) => order_id))]);
    const there = new Map(now.map((row) => [keyOf(row), row]));
    const before = open.size;
    for (const [key, row] of [...open]) {
      const current = there.get(key);
      if (current === undefined) settle(key, row, 'back');
      else if (!current.waits) settle(key, current, current.closed ? 'closed' : 'parked');
      else if (performance.now() >= until) settle(key, current, 'waiting');
    }
    // Of many some are retried at a time.
    if (open.size < before) until = performance.now() + waitMs;
  }
  return outcomes;
};
