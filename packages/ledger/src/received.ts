import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { createdAt } from './codec.ts';
import { passedBefore } from './divergence.ts';
import { isAbove, type Position } from './position.ts';
import type { Item } from './subscription-source.ts';

/** An event as a subscriber receives it; `event` is null where it is not readable, and `fault` says why. */
export type Received<Event> = {
  readonly position: Position;
  readonly id: string;
  /** The stream, such as `order-<order_id>`, whose `revision` + 1 is the event_version. */
  readonly stream: string;
  readonly revision: bigint;
  readonly created: Date | null;
} & ({ readonly event: Event } | { readonly event: null; readonly fault: UnreadableEventError });

interface Opened<Event> {
  readonly events: readonly Received<Event>[];
  readonly position: Position | null;
  /** What the ledger last said about its tail; undefined when it said nothing. */
  readonly tailReached: boolean | undefined;
  /** The error of the event at which the reading must stop; those before it are in `events`. */
  readonly newer: unknown;
}

/**
 * Decodes what came, up to the first event that only a newer version of this program can read. Throws LedgerDivergedError
 * for an event that does not stand above all that came before.
 */
export const opened = <Event>(
  name: string,
  items: readonly Item[],
  before: Position | null,
  decode: (stored: AllStreamRecordedEvent) => Event,
): Opened<Event> => {
  const events: Received<Event>[] = [];
  let position = before;
  let tailReached: boolean | undefined;
  for (const item of items) {
    if (item.kind === 'caught-up' || item.kind === 'fell-behind') tailReached = item.kind === 'caught-up';
    else if (item.kind === 'checkpoint') {
      // Below it on the way from the last event to the position reached.
      if (position === null || isAbove(item.position, position)) position = item.position;
    } else {
      const { event } = item;
      if (position !== null && !isAbove(event.position, position))
        throw passedBefore(name, event.id, event.position, position);
      const received = receivedFrom(event, decode);
      if ('newer' in received) return { events, position, tailReached, newer: received.newer };
      events.push(received);
      position = event.position;
    }
  }
  return { events, position, tailReached, newer: null };
};

const receivedFrom = <Event>(
  stored: AllStreamRecordedEvent,
  decode: (stored: AllStreamRecordedEvent) => Event,
): Received<Event> | { readonly newer: unknown } => {
  const { position, id, streamId: stream, revision } = stored;
  const place = { position, id, stream, revision, created: createdAt(stored) };
  try {
    return { ...place, event: decode(stored) };
  } catch (error) {
    return error instanceof UnreadableEventError ? { ...place, event: null, fault: error } : { newer: error };
  }
};
