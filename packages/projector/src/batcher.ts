import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Delivery, Position, Received } from '@order-ledger/ledger/subscribing/subscribe';
import { onAbort } from '@order-ledger/platform/aborted';

/**
 * Why a batch was closed: it is full; it waited long enough; the ledger has nothing more at the moment; or nothing came
 * but the position moved over the events of others.
 */
type FlushReason = 'size' | 'time' | 'tail' | 'tick';

export interface Batch {
  readonly received: readonly Received<RecordedEvent>[];
  /** May be committed with these events. */
  readonly position: Position | null;
  readonly reason: FlushReason;
}

interface BatcherOptions {
  /** Events from which on a batch is closed; as many again may wait while one is being committed. */
  readonly maxEvents: number;
  /** Milliseconds that an event waits for others. */
  readonly lingerMs: number;
  /** Milliseconds between two batches without events. */
  readonly tickMs: number;
  /** Gives up what waits. */
  readonly signal: AbortSignal;
}

interface Batcher {
  /** Resolves when the delivery is taken over, which is at once while there is room. */
  offer(delivery: Delivery<RecordedEvent>): Promise<void>;
  /** Nothing more will be offered: `next` gives what is left, then null. */
  close(): void;
  /** The next batch, of one delivery or several; null when there will be none. */
  next(): Promise<Batch | null>;
}

/** Collects deliveries into batches: large while catching up, at once when there is nothing more to wait for. */
export const createBatcher = ({ maxEvents, lingerMs, tickMs, signal }: BatcherOptions): Batcher => {
  let waiting: Received<RecordedEvent>[] = [];
  let position: Position | null = null;
  /** The position of the last batch. */
  let given: Position | null = null;
  let waitingSince = 0;
  let lastGiven = performance.now();
  let tailReached = false;
  let closed = false;
  let wake = (): void => undefined;
  let changed = Promise.resolve();
  const renew = (): void => {
    changed = new Promise((resolve) => {
      wake = resolve;
    });
  };
  const change = (): void => {
    wake();
    renew();
  };
  renew();
  onAbort(signal, change);

  /** The reason to close the batch now, or the milliseconds until there may be one. */
  const due = (): FlushReason | number => {
    const now = performance.now();
    if (waiting.length >= maxEvents) return 'size';
    if (waiting.length > 0) {
      if (tailReached || closed) return 'tail';
      return now - waitingSince >= lingerMs ? 'time' : waitingSince + lingerMs - now;
    }
    if (position === null || position.commit === given?.commit) return Number.POSITIVE_INFINITY;
    return closed || now - lastGiven >= tickMs ? 'tick' : lastGiven + tickMs - now;
  };

  const take = (reason: FlushReason): Batch => {
    const batch = { received: waiting, position, reason };
    waiting = [];
    given = position;
    lastGiven = performance.now();
    change();
    return batch;
  };

  return {
    offer: async (delivery) => {
      while (waiting.length >= maxEvents && !signal.aborted) await changed;
      if (waiting.length === 0) waitingSince = performance.now();
      waiting.push(...delivery.events);
      position = delivery.position;
      tailReached = delivery.caughtUp;
      change();
    },
    close: () => {
      closed = true;
      change();
    },
    next: async () => {
      while (!signal.aborted) {
        const reason = due();
        if (typeof reason === 'string') return take(reason);
        if (closed) return null;
        await sooner(changed, reason);
      }
      return null;
    },
  };
};

/** Waits for the promise, at most so long. */
const sooner = async (promise: Promise<void>, ms: number): Promise<void> => {
  if (ms === Number.POSITIVE_INFINITY) return promise;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.ceil(ms));
  });
  await Promise.race([promise, limit]);
  clearTimeout(timer);
};
