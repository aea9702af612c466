import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Delivery, Received, SubscribeOptions } from '@order-ledger/ledger/subscribing/subscribe';

/** An event at the n-th position; only its place matters to who shares a reading. */
export const eventAt = (n: number, ledger = 'one'): Received<RecordedEvent> => ({
  position: { commit: BigInt(n) * 10n, prepare: BigInt(n) * 10n },
  id: `${ledger}-${n}`,
  stream: `order-${n}`,
  revision: 0n,
  created: null,
  event: {} as RecordedEvent,
});

/** How far somebody is who has taken the first n events. */
export const after = (n: number, ledger = 'one'): CheckpointState =>
  n === 0
    ? FROM_THE_START
    : stateAfter(FROM_THE_START, { events: [eventAt(n, ledger)], position: eventAt(n, ledger).position });

export interface LedgerInMemory extends Pick<Ledger, 'subscribe'> {
  append(...events: Received<RecordedEvent>[]): void;
  /** Every subscription from now on, and those that are open, end with it behind the last event. */
  endWith(error: Error): void;
  /** Subscriptions that are open. */
  readonly open: number;
  /** Those that were ever opened: where each began. */
  readonly begun: readonly (string | null)[];
  /** Events that all subscriptions have handed over. */
  readonly handed: number;
}

/** Subscriptions as the ledger's: one delivery after the other, behind the last event that is taken over. */
export const ledgerInMemory = (...stored: Received<RecordedEvent>[]): LedgerInMemory => {
  const begun: (string | null)[] = [];
  let open = 0;
  let handed = 0;
  let end: Error | undefined;
  const wake: (() => void)[] = [];
  const tell = (): void => {
    for (const each of wake.splice(0)) each();
  };

  const read = async (options: SubscribeOptions<RecordedEvent>): Promise<void> => {
    const { from, handler, signal, maxEvents = 1_000 } = options;
    let reached = from ?? FROM_THE_START;
    signal.addEventListener('abort', tell);
    while (!signal.aborted) {
      const above = reached.position?.commit ?? -1n;
      const events = stored.filter(({ position }) => position.commit > above).slice(0, maxEvents);
      if (events.length === 0) {
        if (end !== undefined) throw end;
        await new Promise<void>((resolve) => void wake.push(resolve));
        continue;
      }
      const position = events.at(-1)?.position ?? null;
      const delivery: Delivery<RecordedEvent> = { events, position, caughtUp: position === stored.at(-1)?.position };
      handed += events.length;
      await handler(delivery);
      reached = stateAfter(reached, delivery);
    }
  };

  return {
    append: (...events) => {
      stored.push(...events);
      tell();
    },
    endWith: (error) => {
      end = error;
      tell();
    },
    get open() {
      return open;
    },
    begun,
    get handed() {
      return handed;
    },
    subscribe: (options) => {
      begun.push(options.from?.lastEvent?.id ?? null);
      open += 1;
      const done = read(options).finally(() => {
        open -= 1;
      });
      done.catch(() => undefined);
      return {
        done,
        status: () => ({ state: 'live', position: null, progressAgeMs: 0, restarts: 0 }),
        verified: () => true,
        check: () => undefined,
      };
    },
  };
};
