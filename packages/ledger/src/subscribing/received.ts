import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { NewerWriterError, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { isAbove, type Position } from '../reading/position.ts';
import { passedBefore } from '../restored/divergence.ts';
import { createdAt } from '../stored/codec.ts';
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

/**
 * Throws, or rejects with, NewerWriterError, UnreadableEventError, or why it cannot be told now what an event is. It
 * promises an event only where it has to read for it: a promise for each event costs as much as the event.
 */
export type Decode<Event> = (stored: AllStreamRecordedEvent) => Event | Promise<Event>;

interface Opened<Event> {
  readonly events: readonly Received<Event>[];
  readonly position: Position | null;
  /** What the ledger last said about its tail; undefined when it said nothing. */
  readonly tailReached: boolean | undefined;
  /** The error of the event at which the reading must stop; those before it are in `events`. */
  readonly newer: NewerWriterError | null;
}

/**
 * Decodes what came, up to the first event that only a newer version of this program can read. Throws LedgerDivergedError
 * for an event that does not stand above all that came before, LedgerUnavailableError where an event cannot be proven now.
 */
export const opened = async <Event>(
  name: string,
  items: readonly Item[],
  before: Position | null,
  decode: Decode<Event>,
): Promise<Opened<Event>> => {
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
      const { id, streamId: stream, revision } = event;
      const place = { position: event.position, id, stream, revision, created: createdAt(event) };
      try {
        const made = decode(event);
        events.push({ ...place, event: made instanceof Promise ? await made : made });
      } catch (error) {
        if (error instanceof NewerWriterError) return { events, position, tailReached, newer: error };
        if (!(error instanceof UnreadableEventError)) throw error;
        events.push({ ...place, event: null, fault: error });
      }
      position = event.position;
    }
  }
  return { events, position, tailReached, newer: null };
};
