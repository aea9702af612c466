import pg from 'pg';
import { orAborted } from './aborted.ts';

/**
 * The address leads to a pooler that lends its connections for a transaction or a statement. Settings, advisory locks
 * and LISTEN belong to a session, and there is none: two instances would hold one lock.
 */
export class NoSessionError extends Error {
  override readonly name = 'NoSessionError';
  readonly code = 'no-session';

  constructor(mode: string, variable: string) {
    super(
      `${variable} leads to a connection pooler in ${mode} mode, which keeps no session: set its pool_mode to session ` +
        'for this database and user, or name the address of PostgreSQL itself',
    );
  }
}

/**
 * How often the pooler is tried: of two connections that are borrowed from one pool, one sees the other's backend as
 * soon as nobody else borrows between them.
 */
const TRIES = 20;

const backendOf = async (client: pg.ClientBase): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]!.pid;
};

/**
 * Makes sure that a connection that was just made is a session of the server's. Without a pooler one question shows it:
 * the backend that answers is the one that greeted. Behind one it is tried with a second connection, because as long as
 * nobody else is there every mode looks like a session.
 *
 * @param variable where the address comes from, for the error
 * @throws NoSessionError
 */
export const assertSession = async (
  client: pg.ClientBase,
  connectionString: string,
  variable = 'DATABASE_URL',
): Promise<void> => {
  const greeted = (client as pg.ClientBase & { readonly processID: number | null }).processID;
  if ((await backendOf(client)) === greeted) return;
  const other = new pg.Client({
    connectionString,
    application_name: 'is there a session',
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
  });
  // What breaks it fails the query that is under way as well.
  other.on('error', () => undefined);
  await other.connect();
  try {
    await begin(other, variable);
    await other.query('rollback');
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const mine = await backendOf(client);
      // A pooler that takes its connections in turn gives another one already here.
      if ((await backendOf(client)) !== mine) throw new NoSessionError('transaction', variable);
      await other.query('begin');
      // The other one is asked first: if the pooler has a single connection to lend, this one would wait for it.
      if ((await backendOf(other)) === mine || (await backendOf(client)) !== mine)
        throw new NoSessionError('transaction', variable);
      await other.query('rollback');
    }
  } finally {
    await farewell(other);
  }
};

/** How long closing may take, milliseconds: a server that is out of reach does not answer it. */
const FAREWELL_MS = 1_000;

/** Ends the connection, and what its session holds; where that is not answered, on this side alone. */
export const farewell = async (client: pg.Client): Promise<void> => {
  await orAborted(client.end(), AbortSignal.timeout(FAREWELL_MS)).catch(() => undefined);
  // Has no effect on one that is closed.
  client.connection.stream.destroy();
};

/** Statement mode refuses it. */
const begin = async (client: pg.Client, variable: string): Promise<void> => {
  try {
    await client.query('begin');
  } catch (error) {
    if (String(error).includes('statement pooling mode')) throw new NoSessionError('statement', variable);
    throw error;
  }
};

const assured = new Map<string, Promise<void>>();

/** The same for the many connections of a process's pools, which try the pooler once for each address. */
export const assertSessionOnce = async (
  client: pg.ClientBase,
  connectionString: string,
  variable?: string,
): Promise<void> => {
  const trial = assured.get(connectionString) ?? assertSession(client, connectionString, variable);
  assured.set(connectionString, trial);
  try {
    await trial;
  } catch (error) {
    assured.delete(connectionString);
    throw error;
  }
};

/** Whether the backend that answers this connection is the one that holds the advisory lock of this name. */
export const holdsLock = async (client: pg.ClientBase, name: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from pg_locks
     where locktype = 'advisory' and granted and objsubid = 1 and pid = pg_backend_pid()
       and (classid::bigint << 32) | objid::bigint = hashtextextended($1, 0)`,
    [name],
  );
  return rowCount === 1;
};
