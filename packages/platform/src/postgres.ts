import pg from 'pg';
import { jittered } from './back-off.ts';
import type { Log } from './log.ts';
import { defineMetrics } from './metrics.ts';
import { assertSessionOnce } from './session.ts';
import { isOutageOf, transientFault } from './transient.ts';

export interface PoolOptions {
  readonly connectionString: string;
  /** The variable that the address comes from; DATABASE_URL if absent. */
  readonly variable?: string;
  /** Shows in pg_stat_activity: the process's name. */
  readonly applicationName: string;
  /** The pool's name in metrics, such as `primary` or `replica`. */
  readonly name: string;
  readonly log: Log;
  /** Connections at most; 10 if absent. */
  readonly max?: number;
  /** Milliseconds until a statement is cancelled by the server; 5 s if absent. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds to wait for a connection, from the pool or new; 3 s if absent. */
  readonly connectTimeoutMs?: number;
  /** Schema that unqualified names are looked up in. */
  readonly searchPath?: string;
}

const metrics = defineMetrics({
  connections: {
    type: 'gauge',
    name: 'postgres_pool_connections',
    help: 'Connections of a pool by state; waiting counts callers',
    labels: ['pool', 'state'],
  },
  limit: {
    type: 'gauge',
    name: 'postgres_pool_connections_max',
    help: 'Connections a pool may have',
    labels: ['pool'],
  },
  errors: {
    type: 'counter',
    name: 'postgres_pool_errors_total',
    help: 'Idle connections that broke',
    labels: ['pool'],
  },
  retries: {
    type: 'counter',
    name: 'postgres_transaction_retries_total',
    help: 'Transactions run again because the server had rolled them back',
    labels: ['sqlstate'],
  },
});

export const createPool = (options: PoolOptions): pg.Pool => {
  const { connectionString, variable, applicationName, name, log, max = 10, searchPath } = options;
  const statementTimeoutMs = options.statementTimeoutMs ?? 5_000;
  const settings = {
    statement_timeout: String(statementTimeoutMs),
    // A client that died within a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: '30000',
    // Compiling a plan takes a third of a second, which none of our statements wins back: it is done wherever the planner
    // expects much work, and for the first page of a long list it expects it wrongly.
    jit: 'off',
    ...(searchPath === undefined ? {} : { search_path: searchPath }),
  };
  const pool = new pg.Pool({
    connectionString,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 3_000,
    // The server cancels first; this one is for a server that does not answer at all.
    query_timeout: statementTimeoutMs + 2_000,
    keepAlive: true,
    // Set by a statement: poolers refuse settings in the greeting. pg-pool waits for it.
    onConnect: async (client) => {
      await assertSessionOnce(client, connectionString, variable);
      await client.query('select set_config(name, setting, false) from json_each_text($1) as s (name, setting)', [
        JSON.stringify(settings),
      ]);
    },
  });
  // For the connection's whole life: if it breaks while it is checked out and idle, it only emits an error event, and
  // one without a listener ends the process. Its user learns of it by the next query.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', (error) => {
    metrics.errors.inc({ pool: name });
    log.warn('lost an idle connection to Postgres', { pool: name, error });
  });
  metrics.limit.set({ pool: name }, max);
  metrics.connections.onCollect(() => {
    metrics.connections.set({ pool: name, state: 'busy' }, pool.totalCount - pool.idleCount);
    metrics.connections.set({ pool: name, state: 'idle' }, pool.idleCount);
    metrics.connections.set({ pool: name, state: 'waiting' }, pool.waitingCount);
  });
  return pool;
};

/**
 * For the readiness of a process that can do nothing without writing: rejects, with the code `read-only`, where the server
 * is a standby since a failover or was put so on a full disk.
 */
export const assertWritable = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect();
  let writable = false;
  try {
    const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
    writable = rows[0]?.transaction_read_only === 'off';
  } finally {
    // A session that began read-only stays so.
    client.release(!writable);
  }
  if (!writable) throw Object.assign(new Error('Postgres accepts no writes now'), { code: 'read-only' });
};

interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** How often at most `fn` is run; 5 if absent. */
  readonly attempts?: number;
}

/**
 * Runs `fn` in a transaction and commits. `fn` is run again, after a short random wait, if the server has rolled the
 * transaction back for a reason that passes; so it must have no effect outside of the transaction. A connection that
 * was lost, or that refuses writes (read-only since a failover, say), is thrown away, and the next run has another one.
 * If it is lost during COMMIT the outcome is unknown: that error is rethrown and never retried.
 */
export const inTransaction = async <T>(
  pool: pg.Pool,
  fn: (client: pg.PoolClient) => Promise<T>,
  { isolation = 'read committed', readOnly = false, attempts = 5 }: TransactionOptions = {},
): Promise<T> => {
  const begin = `begin isolation level ${isolation}${readOnly ? ' read only' : ''}`;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryTransaction(pool, begin, fn);
    if (outcome.done) return outcome.value;
    if (!outcome.retryable || attempt >= attempts) throw outcome.error;
    metrics.retries.inc({ sqlstate: outcome.sqlstate });
    // Full jitter: two that met in a deadlock must not meet again.
    await new Promise((resolve) => setTimeout(resolve, jittered(attempt, { firstMs: 10, maxMs: 1_000 })));
  }
};

type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly error: unknown; readonly retryable: boolean; readonly sqlstate: string };

const tryTransaction = async <T>(
  pool: pg.Pool,
  begin: string,
  fn: (client: pg.PoolClient) => Promise<T>,
): Promise<Outcome<T>> => {
  const client = await pool.connect();
  let committing = false;
  let broken = false;
  try {
    await client.query(begin);
    const value = await fn(client);
    committing = true;
    const { command } = await client.query('commit');
    // Postgres answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (command !== 'COMMIT')
      throw new Error('nothing was committed: a statement failed and its error was not passed on');
    return { done: true, value };
  } catch (error) {
    const fault = transientFault(error);
    broken = (fault !== undefined && isOutageOf(fault)) || !(await rollBack(client));
    return {
      done: false,
      error,
      retryable: fault !== undefined && fault.then !== 'too-slow' && (fault.then !== 'lost' || !committing),
      sqlstate: error instanceof pg.DatabaseError ? (error.code ?? 'unknown') : 'connection',
    };
  } finally {
    client.release(broken);
  }
};

/** Whether the connection may be used again. */
const rollBack = async (client: pg.PoolClient): Promise<boolean> => {
  try {
    await client.query('rollback');
    return true;
  } catch {
    // The rollback failed by the same fault that made it necessary; the server rolls back by itself.
    return false;
  }
};
