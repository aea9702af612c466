import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Log } from '@order-ledger/platform/log';

/**
 * Two clients, because an error on the batch stream of one connection rejects the appends of all that share it, and a
 * read that fails replaces the connection under them: one client appends and does nothing else.
 */
export interface Clients {
  reads: EventStoreDBClient;
  appends(): EventStoreDBClient;
  /** Replaces the client that appends; what it had in flight is in doubt. `seen` is the one that failed. */
  replaceAppends(seen: EventStoreDBClient, reason: string): void;
  close(): Promise<void>;
}

/** How long a replaced client may still settle what it has in flight, in milliseconds. */
const LINGER_MS = 10_000;

export const createClients = (connectionString: string, log: Log): Clients => {
  const connect = () => EventStoreDBClient.connectionString(connectionString);
  const reads = connect();
  let appends = connect();
  const lingering = new Set<Promise<void>>();
  const closing = new AbortController();
  const dispose = async (client: EventStoreDBClient): Promise<void> => {
    await sleep(LINGER_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    await client.dispose();
  };
  return {
    reads,
    appends: () => appends,
    replaceAppends(seen, reason) {
      // Many appends fail together; the first replaces the client for all.
      if (seen !== appends) return;
      log.warn('the append client is replaced', { reason });
      appends = connect();
      const disposed = dispose(seen).catch((error: unknown) => log.warn('a replaced client did not close', { error }));
      lingering.add(disposed);
      void disposed.then(() => lingering.delete(disposed));
    },
    async close() {
      closing.abort();
      await Promise.all([...lingering, appends.dispose(), reads.dispose()]);
    },
  };
};
