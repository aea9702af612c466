import { LIMIT_MS } from '@order-ledger/platform/within';
import pg from 'pg';

/** Closes by itself what is idle; a question that is not answered in time is given up. */
const openDatabase = (connectionString: string, limitMs: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'status',
    max: 4,
    allowExitOnIdle: true,
    connectionTimeoutMillis: limitMs,
    // Of this side: a pooler takes no settings with the greeting.
    query_timeout: limitMs,
  });
  // A connection that breaks rejects the question that waits for it.
  pool.on('error', () => undefined);
  return pool;
};

/** The database itself where the address names it, or the one that `npm start` makes on that server. */
export const ourDatabase = async (address: string, limitMs = LIMIT_MS): Promise<pg.Pool> => {
  const named = openDatabase(address, limitMs);
  const { rows } = await named.query<{ ours: boolean }>("select to_regnamespace('command_api') is not null as ours");
  if (rows[0]?.ours === true) return named;
  const other = new URL(address);
  other.pathname = '/order_ledger';
  return openDatabase(other.href, limitMs);
};

export const serverVersion = async (pool: pg.Pool): Promise<string> => {
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
};
