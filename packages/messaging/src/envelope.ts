import {
  EVENT_TYPES,
  EVENTS,
  type EventType,
  type Exchange,
  exchangeOf,
  messageType,
} from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { metadata as metadataSchema } from '@order-ledger/domain/metadata';
import { newestVersion, OLDER_VERSIONS } from '@order-ledger/domain/upcast';
import { code, uuid } from '@order-ledger/domain/values';
import { z } from 'zod';
import { SchemaError } from './errors.ts';

/** Who speaks: the ledger, wherever it runs. */
export const SOURCE = 'urn:order-ledger:ledger';

/** The name under which the schema of a message's data is registered. */
export const dataschemaOf = (type: string, schemaVersion: number): string =>
  `urn:order-ledger:schema:${type}:${schemaVersion}`;

/** In the form in which the ledger holds it. */
const held = metadataSchema.shape;

/**
 * A message about one event of one order. Names follow CloudEvents 1.0 where they can. `time` is when the fact
 * happened. `previous_version` is the event_version of this order's previous message on the same exchange, absent for
 * its first: a consumer of the whole exchange sees a gap. `schema_version` and `dataschema` are those of `data`.
 */
export const envelopeSchema = z.strictObject({
  id: uuid,
  type: code,
  source: code,
  subject: held.order_id,
  time: held.occurred_at,
  dataschema: code,
  event_version: held.event_version,
  status_version: held.status_version,
  previous_version: held.previous_version,
  schema_version: held.schema_version,
  correlation_id: held.correlation_id,
  causation_id: held.causation_id,
  traceparent: held.traceparent,
  order_id: held.order_id,
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof envelopeSchema>;

const TYPES: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [messageType(type), type]));

/** The exchange that messages of a type go to; throws SchemaError for a type that nobody publishes. */
export const exchangeOfMessage = (type: string): Exchange => exchangeOf(eventTypeOf(type));

const eventTypeOf = (type: string): EventType => {
  const known = TYPES.get(type);
  if (known === undefined) throw new SchemaError(`the message type ${type} is unknown here`, 'unknown-type');
  return known;
};

/**
 * The message of an event; `id` is made of the ledger's event id and the message's type. It is not checked once more:
 * what an event carries passed the same schemas when it was read.
 */
export const toEnvelope = ({ type: eventType, data, metadata }: RecordedEvent, { id }: { id: string }): Envelope => {
  const type = messageType(eventType);
  // The event's data are in their newest form, whatever form is stored.
  const schemaVersion = newestVersion(eventType);
  return {
    id,
    type,
    source: SOURCE,
    subject: metadata.order_id,
    time: metadata.occurred_at,
    dataschema: dataschemaOf(type, schemaVersion),
    event_version: metadata.event_version,
    status_version: metadata.status_version,
    ...(metadata.previous_version === undefined ? {} : { previous_version: metadata.previous_version }),
    schema_version: schemaVersion,
    correlation_id: metadata.correlation_id,
    causation_id: metadata.causation_id,
    ...(metadata.traceparent === undefined ? {} : { traceparent: metadata.traceparent }),
    order_id: metadata.order_id,
    data,
  };
};

/** What the ledger appends at once, and an envelope around it; no message of ours is larger. */
export const MOST_BYTES = 2_097_152;

/**
 * The message as it came from the broker, its data lifted to the newest form.
 *
 * @throws SchemaError for what is too large, no JSON, no envelope, of an unknown type or of a version that is not known yet
 */
export const readEnvelope = (content: Buffer): Envelope => {
  if (content.length > MOST_BYTES)
    throw new SchemaError(`the message has ${content.length} bytes, ${MOST_BYTES} at most are read`, 'too-large');
  const envelope = checked(envelopeSchema, parsedJson(content), 'the message');
  const { type, schema_version: version } = envelope;
  const eventType = eventTypeOf(type);
  const newest = newestVersion(eventType);
  if (version > newest)
    throw new SchemaError(`${type} has schema_version ${version}, ${newest} is the newest known`, 'unknown-version');
  const lifted = (OLDER_VERSIONS[eventType] ?? [])
    .slice(version - 1)
    .reduce<Record<string, unknown>>(
      (form, { data, lift }) => lift(checked(data, form, type) as Record<string, unknown>),
      envelope.data,
    );
  const data = checked<unknown>(EVENTS[eventType].data, lifted, `the data of ${type}`) as Record<string, unknown>;
  return { ...envelope, schema_version: newest, dataschema: dataschemaOf(type, newest), data };
};

const parsedJson = (content: Buffer): unknown => {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (cause) {
    throw new SchemaError('the message is not JSON', 'not-json', { cause });
  }
};

/** Characters of what is wrong with a message: it may name whatever its sender has put into it. */
const LONGEST_FAULT = 1_000;

const checked = <Output>(schema: z.ZodType<Output>, value: unknown, what: string): Output => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new SchemaError(
    `${what} does not fit its schema: ${z.prettifyError(result.error).slice(0, LONGEST_FAULT)}`,
    'invalid',
  );
};
