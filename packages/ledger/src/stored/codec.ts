import type { EventData, JSONEventData, RecordedEvent as StoredEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Metadata } from '@order-ledger/domain/metadata';
import { NewerWriterError, recordedEvent, UnreadableEventError } from '@order-ledger/domain/recorded-event';
import type { StampedEvent } from '@order-ledger/domain/stamp';
import { BrokenChainError, InvalidAppendError } from '../errors.ts';
import { canonical, eventHash, eventId, type HashedEvent } from '../identity.ts';

export const ORDER_PREFIX = 'order-';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws InvalidAppendError for anything but a UUID in lower case: names of streams are compared byte by byte */
export const orderStream = (orderId: string): string => {
  if (!UUID.test(orderId)) throw new InvalidAppendError(`an order_id is a UUID in lower case, not "${orderId}"`);
  return ORDER_PREFIX + orderId;
};

/** The order of a stream; null for a stream that begins like an order's and is none. */
export const orderIdOf = (stream: string): string | null => {
  const id = stream.startsWith(ORDER_PREFIX) ? stream.slice(ORDER_PREFIX.length) : '';
  return UUID.test(id) ? id : null;
};

/** Bytes of data and metadata in one append. The server takes 1 MiB; the client splits at 3 MiB what it then refuses. */
const MAX_APPEND_BYTES = 512 * 1024;

/** One append as it is sent, and sent again while its fate is unknown: same bytes, same ids, same expected revision. */
export interface Append {
  readonly stream: string;
  readonly expectedRevision: bigint | 'no_stream';
  readonly events: readonly EventData[];
  /** Id of the event that stood before it where it was decided; absent: none did, or it does not matter. */
  readonly follows?: string;
  /** Asked when there is a connection to send it on. False: it is not sent, what it was decided on must be read again. */
  readonly holds?: () => boolean | Promise<boolean>;
}

const UTF8 = new TextEncoder();

/** @throws InvalidAppendError for what the server refuses in a way that the client does not survive */
export const freezeAppend = (
  stream: string,
  expectedRevision: Append['expectedRevision'],
  events: readonly { type: string; data: object; metadata: { hash: string } }[],
): Append => {
  let bytes = 0;
  const frozen = events.map(({ type, data, metadata }): JSONEventData => {
    if (type === '') throw new InvalidAppendError(`an event for ${stream} has no type`);
    const text = canonical(data);
    // As bytes, because the client takes text through base64 and back, twice. Its own test is for this very class.
    const metadataBytes = UTF8.encode(canonical(metadata));
    bytes += Buffer.byteLength(text) + metadataBytes.length;
    const id = eventId(metadata.hash);
    return { id, contentType: 'application/json', type, data: JSON.parse(text), metadata: metadataBytes };
  });
  if (stream === '' || frozen.length === 0) throw new InvalidAppendError(`an append needs a stream and events`);
  if (bytes >= MAX_APPEND_BYTES)
    throw new InvalidAppendError(`${bytes} bytes for ${stream}: an append must stay below ${MAX_APPEND_BYTES}`);
  return { stream, expectedRevision, events: frozen };
};

/**
 * Chains stamped events to the stream's last hash. They pass the same checks as on reading: an event that no reader
 * would accept is never written.
 *
 * @throws InvalidAppendError for an event that its own schema refuses
 */
export const chained = (lastHash: string, stamped: readonly StampedEvent[]): RecordedEvent[] => {
  let hash = lastHash;
  return stamped.map(({ type, data, metadata }) => {
    hash = eventHash(hash, { type, data, metadata });
    try {
      return recordedEvent(type, data, { ...metadata, hash });
    } catch (error) {
      throw new InvalidAppendError(`${type} for ${metadata.order_id} would not be readable`, { cause: error });
    }
  });
};

/** Characters of a stream's name in a fault: that of a foreign stream may be as long as it likes. */
const LONGEST_STREAM = 80;

export const placeOf = ({ streamId, revision }: StoredEvent): string =>
  `event ${revision} of ${streamId.slice(0, LONGEST_STREAM)}`;

const assertItsPlace = (stored: StoredEvent, { order_id, event_version, hash }: Metadata): void => {
  const place = placeOf(stored);
  if (stored.streamId !== ORDER_PREFIX + order_id || stored.revision + 1n !== BigInt(event_version))
    throw new UnreadableEventError(`${place} says that it is event_version ${event_version} of ${order_id}`);
  if (stored.id !== eventId(hash)) throw new UnreadableEventError(`${place} has an id that is not made of its hash`);
};

/**
 * A stored event of an order as the domain knows it, as far as it can be told without the event before it.
 *
 * @throws NewerWriterError when it says that a newer version of this program wrote it: only `linked` proves that
 * @throws UnreadableEventError when it is not an event of this stream, at this place, in a form that this program wrote
 */
export const decoded = (stored: StoredEvent): RecordedEvent => {
  if (!stored.isJson) throw new UnreadableEventError(`${placeOf(stored)} is no JSON`);
  try {
    const event = recordedEvent(stored.type, stored.data, stored.metadata);
    assertItsPlace(stored, event.metadata);
    return event;
  } catch (error) {
    if (error instanceof NewerWriterError) assertItsPlace(stored, metadataOfNewer(stored));
    throw error;
  }
};

/** Of an event at which NewerWriterError was thrown: its metadata have passed the door. */
export const metadataOfNewer = ({ metadata }: StoredEvent): Metadata => metadata as unknown as Metadata;

/** When the event store took the event; null where it does not say: the client makes 1970 of that. */
export const createdAt = ({ created }: StoredEvent): Date | null => (created.getTime() === 0 ? null : created);

/** The hash that the stored bytes give; null for what has no canonical form, such as a number without an end. */
export const hashOf = (
  previousHash: string,
  { type, data }: StoredEvent,
  metadata: HashedEvent['metadata'],
): string | null => {
  try {
    return eventHash(previousHash, { type, data, metadata });
  } catch {
    return null;
  }
};

/**
 * The metadata are never lifted, so those that passed the door are those that are stored.
 *
 * @throws BrokenChainError
 */
export const verifyLink = (previousHash: string, stored: StoredEvent, metadata: Metadata): void => {
  if (hashOf(previousHash, stored, metadata) !== metadata.hash)
    throw new BrokenChainError(`${placeOf(stored)} does not follow on the one before it`);
};

/**
 * A stored event that follows on the one before it.
 *
 * @throws BrokenChainError when the stored bytes do not give the hash that they carry
 * @throws NewerWriterError when they do, and a newer version of this program wrote it
 * @throws UnreadableEventError as `decoded` does
 */
export const linked = (previousHash: string, stored: StoredEvent): RecordedEvent => {
  try {
    const event = decoded(stored);
    verifyLink(previousHash, stored, event.metadata);
    return event;
  } catch (error) {
    if (error instanceof NewerWriterError) verifyLink(previousHash, stored, metadataOfNewer(stored));
    throw error;
  }
};
