import { setImmediate } from 'node:timers/promises';
import {
  type AllStreamRecordedEvent,
  type EventStoreDBClient,
  type Position,
  START,
  STREAM_NAME,
} from '@eventstore/db-client';

/** What the subscription says, in its order. */
export type Item =
  | { readonly kind: 'event'; readonly event: AllStreamRecordedEvent }
  /** The event store has considered everything up to here, and every event before it stands before this item. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'fell-behind' };

/** One connection of a subscription, from its start to its first fault; it is never mended, only replaced. */
export interface Source {
  /**
   * What has come, up to `most` items, as soon as there is something; or why nothing will come any more. Before
   * `notBefore` (performance.now) it waits for more, until there is all that may be taken.
   */
  take(most: number, notBefore?: number): Promise<readonly Item[] | { readonly fault: unknown }>;
  /** Nothing has come that was not taken. */
  readonly idle: boolean;
  /** True from its fault on, also while what came before is not taken yet. */
  readonly over: boolean;
  end(fault: unknown): void;
}

/** Events that wait on this side before the connection is paused, and those that the client buffers beside them. */
const MOST_WAITING = 4_096;
/** With 1,024 and `data` listeners the client reads 50,000 events/s, with its default of 16 and iteration 40,000. */
const HIGH_WATER_MARK = 1_024;
/** In units of 32 events that the filter has considered. */
const CHECKPOINT_INTERVAL = 32;

export const openSource = (client: EventStoreDBClient, prefix: string, from: Position | null): Source => {
  const items: Item[] = [];
  let fault: { readonly fault: unknown } | undefined;
  let wake: (() => void) | undefined;
  /** So many must be there to wake who waits. */
  let wanted = 1;

  const came = (item: Item): void => {
    items.push(item);
    if (items.length >= wanted) wake?.();
  };
  const end = (reason: unknown): void => {
    if (fault !== undefined) return;
    fault = { fault: reason };
    wake?.();
    // Rejects only where the call never began: then there is nothing to give up.
    subscription.unsubscribe().catch(() => undefined);
  };

  // Checkpoints and caughtUp are told when they enter the client's buffer, ahead of the events that wait in it: each
  // is put into our order only behind those.
  let emitted = 0;
  const early: { readonly after: number; readonly item: Item }[] = [];
  const mark = (item: Item): void => {
    early.push({ after: emitted + subscription.readableLength, item });
    releaseMarks();
  };
  const releaseMarks = (): void => {
    for (let next = early[0]; next !== undefined && next.after <= emitted; next = early[0]) {
      early.shift();
      came(next.item);
    }
  };

  const subscription = client.subscribeToAll(
    {
      fromPosition: from ?? START,
      filter: {
        filterOn: STREAM_NAME,
        prefixes: [prefix],
        checkpointInterval: CHECKPOINT_INTERVAL,
        checkpointReached: (_subscription, position) => mark({ kind: 'checkpoint', position }),
      },
    },
    { highWaterMark: HIGH_WATER_MARK },
  );
  subscription.on('data', ({ event }) => {
    emitted += 1;
    if (event !== undefined) came({ kind: 'event', event });
    releaseMarks();
    if (items.length >= MOST_WAITING) subscription.pause();
  });
  subscription.on('caughtUp', () => mark({ kind: 'caught-up' }));
  subscription.on('fellBehind', () => mark({ kind: 'fell-behind' }));
  // After an error there may be neither `end` nor `close`, after an end no error.
  subscription.on('error', end);
  subscription.on('end', () => end(new Error('the event store ended the subscription')));
  subscription.on('close', () => end(new Error('the connection of the subscription was closed')));

  return {
    get idle() {
      return items.length === 0;
    },
    get over() {
      return fault !== undefined;
    },
    end,
    take: async (most, notBefore = 0) => {
      while (items.length === 0) {
        if (fault !== undefined) return fault;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        // What one turn of the event loop brings is taken together, not event by event.
        await setImmediate();
      }
      const leftMs = notBefore - performance.now();
      if (leftMs > 0 && items.length < most && fault === undefined) {
        wanted = Math.min(most, MOST_WAITING);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wanted = 1;
      }
      const taken = items.splice(0, most);
      if (subscription.isPaused() && items.length < MOST_WAITING / 2) subscription.resume();
      return taken;
    },
  };
};
