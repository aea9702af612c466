import { setTimeout as delay } from 'node:timers/promises';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { assertSession, farewell, holdsLock, NoSessionError } from '@order-ledger/platform/session';
import pg from 'pg';

interface OwnershipOptions {
  readonly connectionString: string;
  /** What is owned, such as `projector orders@1`: the same for all instances that compete for it. */
  readonly name: string;
  readonly log: Log;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

interface Ownership {
  /** Aborted when the connection that holds the lock is gone, so that another instance may own it by now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** A dead owner's lock is free as soon as its connection is; this is how soon a standing-by instance sees it, milliseconds. */
const ASK_EVERY_MS = 500;
const PING_EVERY_MS = 5_000;
/**
 * The server ends an owner's session after so long a silence. Otherwise an owner whose machine or network disappeared
 * would keep the lock for hours, and nobody could follow.
 */
const SILENCE_LIMIT_MS = 20_000;

/**
 * Stands by until this instance is the only owner. The lock keeps two owners from working at once; because it may be
 * lost unnoticed, every write is also fenced by the checkpoint's epoch.
 *
 * @returns null when the signal came first
 * @throws NoSessionError where the address gives no session, which alone can hold a lock
 */
export const becomeOwner = async (options: OwnershipOptions): Promise<Ownership | null> => {
  const { connectionString, name, log, signal } = options;
  let waiting = false;
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString,
      application_name: `owner of ${name}`.slice(0, 63),
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    });
    const lost = new AbortController();
    client.on('error', (error) => lost.abort(error));
    client.on('end', () => lost.abort(new Error('the connection ended')));
    try {
      await client.connect();
      await assertSession(client, connectionString);
      await client.query(`set idle_session_timeout = ${SILENCE_LIMIT_MS}`);
      while (!signal.aborted && !lost.signal.aborted) {
        if (await tryLock(client, name)) return held(client, lost, options);
        if (!waiting) log.info('another instance is the owner; standing by', { name });
        waiting = true;
        await delay(ASK_EVERY_MS, undefined, { signal });
      }
    } catch (error) {
      if (error instanceof NoSessionError) {
        await farewell(client);
        throw error;
      }
      if (!signal.aborted) log.warn('could not acquire ownership; will retry', { name, error });
    }
    await farewell(client);
    if (!signal.aborted) await delay(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
};

const lockName = (name: string): string => `order-ledger owner ${name}`;

const tryLock = async (client: pg.Client, name: string): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [lockName(name)],
  );
  return rows[0]?.locked === true;
};

/** Asks the connection now and then, because one that is half open says nothing by itself. */
const held = (client: pg.Client, lost: AbortController, { name, log }: OwnershipOptions): Ownership => {
  log.info('owner', { name });
  const ping = setInterval(() => {
    holdsLock(client, lockName(name)).then(
      (holds) => holds || lost.abort(new Error('this connection no longer holds the lock')),
      (error: unknown) => lost.abort(error),
    );
  }, PING_EVERY_MS);
  onAbort(lost.signal, () => clearInterval(ping));
  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(ping);
      await farewell(client);
    },
  };
};
