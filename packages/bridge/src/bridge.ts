import { EXCHANGES } from '@order-ledger/domain/events';
import { followAsOwner } from '@order-ledger/ledger/follow/owned-follower';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Messaging } from '@order-ledger/messaging/connection';
import type { Log } from '@order-ledger/platform/log';
import type { Pool } from 'pg';
import { createCommits } from './commits.ts';
import { watchLag } from './lag.ts';
import { createRelay } from './relay.ts';
import { createSharedReading } from './shared-reading.ts';

interface BridgeOptions {
  readonly ledger: Ledger;
  readonly messaging: Messaging;
  /** Of the pool's database: ownership has a connection of its own. */
  readonly connectionString: string;
  /** Looks up names in the schema of this process. */
  readonly pool: Pool;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Messages of an exchange under way at once. */
  readonly window: number;
  /** Milliseconds; 5,000 if absent. */
  readonly lagEveryMs?: number;
  /** Milliseconds between two looks at whether the ledger still holds the last event; 60,000 if absent. */
  readonly verifyEveryMs?: number;
  /** Milliseconds behind the ledger, moved by no instance, that are a standstill; 30,000 if absent. */
  readonly standstillMs?: number;
  /** Events by which exchanges that share a reading of the ledger may be apart; 1,024 if absent. */
  readonly mostApart?: number | undefined;
}

export interface Bridge {
  /** Resolves after the signal, when nothing is under way any more. */
  readonly done: Promise<void>;
  /** One readiness check for each exchange, by name. */
  readonly checks: Readonly<Record<string, () => void>>;
}

/**
 * One relay with its own fenced checkpoint for each exchange. They read the ledger together as long as all keep up; one
 * that stands still (a full queue) does not hold up the others. Another instance stands by for each.
 */
export const runBridge = (options: BridgeOptions): Bridge => {
  const { ledger, messaging, connectionString, pool, log, signal, window, lagEveryMs = 5_000 } = options;
  const { subscribe } = createSharedReading({ ledger, log, mostApart: options.mostApart });
  const commits = createCommits(pool);
  const relays = EXCHANGES.map((exchange) => {
    const relay = createRelay({ exchange, ledger: { ...ledger, subscribe }, messaging, pool, commits, log, window });
    const follower = followAsOwner({
      name: exchange,
      process: 'bridge',
      ...{ connectionString, pool, ledger, log, signal },
      follow: relay.follow,
      waits: relay.waits,
      verifyEveryMs: options.verifyEveryMs,
      standstillMs: options.standstillMs,
    });
    const lag = watchLag({ exchange, relay, ledger, log, everyMs: lagEveryMs, signal });
    const check = () => {
      follower.check();
      relay.check();
    };
    return { exchange, check, done: Promise.allSettled([follower.done, lag]) };
  });
  return {
    done: Promise.all(relays.map(({ done }) => done)).then(() => undefined),
    checks: Object.fromEntries(relays.map(({ exchange, check }) => [exchange, check])),
  };
};
