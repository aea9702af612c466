import { setTimeout as delay } from 'node:timers/promises';
import type { Exchange } from '@order-ledger/domain/events';
import { lagOf } from '@order-ledger/ledger/follow/lag';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import { metrics } from './metrics.ts';
import type { Relay } from './relay.ts';

export interface LagOptions {
  readonly exchange: Exchange;
  readonly relay: Pick<Relay, 'checkpoint'>;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/** Tells how long a relay has been behind, while this instance relays. */
export const watchLag = async ({ exchange, relay, ledger, log, everyMs, signal }: LagOptions): Promise<void> => {
  while (!signal.aborted) {
    const checkpoint = relay.checkpoint();
    metrics.owner.set({ exchange }, checkpoint === undefined ? 0 : 1);
    if (checkpoint === undefined) metrics.lagSeconds.remove({ exchange });
    else {
      try {
        metrics.lagSeconds.set({ exchange }, (await lagOf(ledger, checkpoint.current())) / 1_000);
      } catch (error) {
        log.warn('could not read the end of the ledger', { exchange, error });
      }
    }
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
