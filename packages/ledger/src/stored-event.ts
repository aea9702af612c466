import {
  type AllStreamRecordedEvent,
  type RecordedEvent as ClientEvent,
  type EventData,
  jsonEvent,
} from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { recordedEvent, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import type { StampedEvent } from '@order-ledger/domain/stamp';
import { eventHash, eventId } from './identity.ts';

/** Chains the stamped events to the stream's last hash. What comes out is exactly what is stored. */
export const chain = (previous: string | null, events: readonly StampedEvent[]): RecordedEvent[] => {
  let last = previous;
  return events.map((event) => {
    last = eventHash(last, event);
    // Held against its schemas once more: what does not come back through the door must not go out either.
    return recordedEvent(event.type, event.data, { ...event.metadata, hash: last });
  });
};

/** The form in which the client takes an event; its id follows from its hash. */
export const toClientEvent = ({ type, data, metadata }: RecordedEvent): EventData =>
  jsonEvent({ id: eventId(metadata.hash), type, data, metadata });

/**
 * The client gives data that is no JSON as text and metadata as bytes, and a missing creation time as 1970: none of
 * these is let in.
 * @throws UnreadableEventError, NewerWriterError
 */
export const fromClientEvent = (event: ClientEvent | AllStreamRecordedEvent): RecordedEvent => {
  if (!event.isJson) throw new UnreadableEventError(`${event.streamId}@${event.revision} is not stored as JSON`);
  const recorded = recordedEvent(event.type, event.data, event.metadata);
  const { event_version, order_id } = recorded.metadata;
  if (BigInt(event_version) !== event.revision + 1n || event.streamId !== `order-${order_id}`) {
    throw new UnreadableEventError(
      `${event.streamId}@${event.revision} says it is event ${event_version} of ${order_id}`,
    );
  }
  return recorded;
};
