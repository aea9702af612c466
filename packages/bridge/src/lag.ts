import { setTimeout as delay } from 'node:timers/promises';
import type { Exchange } from '@order-ledger/domain/events';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { EVENT_STORE } from '@order-ledger/ledger/server/server-clock';
import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import { measures } from './measures.ts';
import type { Relay } from './relay.ts';

export interface LagOptions {
  readonly exchange: Exchange;
  readonly relay: Relay;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/**
 * Tells how long a relay has been behind. The tail is asked of the ledger each time, by a read of its own: a
 * subscription that is dead looks like one that is at the tail.
 */
export const watchLag = async ({ exchange, relay, ledger, log, everyMs, signal }: LagOptions): Promise<void> => {
  /** Milliseconds since 1970 at which nothing was left to be done, as far as is known. */
  let upToDateAt: number | undefined;
  while (!signal.aborted) {
    const committed = relay.committed();
    measures.owner.set({ exchange }, committed === undefined ? 0 : 1);
    if (committed === undefined) {
      upToDateAt = undefined;
      measures.lagSeconds.remove({ exchange });
    } else {
      try {
        const tail = await ledger.tail(committed.checkpoint.current().position);
        const now = clock.now();
        const timeOf = (created: Date | null | undefined): number =>
          created ? clock.when(EVENT_STORE, created.getTime()) : 0;
        const known = Math.max(upToDateAt ?? 0, timeOf(committed.created));
        upToDateAt = tail === null ? now : known > 0 ? known : timeOf(tail.created) || now;
        measures.lagSeconds.set({ exchange }, Math.max(0, now - upToDateAt) / 1_000);
      } catch (error) {
        log.warn('the tail of the ledger cannot be asked', { exchange, error });
      }
    }
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
