import { z } from 'zod';
import { EVENTS, isEventType } from './events.ts';
import type { RecordedEvent } from './lifecycle.ts';
import { anyVersionMetadata, metadata as metadataSchema } from './metadata.ts';
import { newestVersion, OLDER_VERSIONS, type OlderVersions } from './upcast.ts';

/**
 * The event says that a newer version of this program wrote it. If its hash proves that, the event is not damaged: the
 * reader stops and reports itself unhealthy, because folding past it would lead to wrong decisions. Readers are
 * deployed before writers.
 */
export class NewerWriterError extends Error {
  override readonly name = 'NewerWriterError';
  readonly code = 'newer-writer';
}

/** The event's data or metadata do not fit their schema: it is not one that this program wrote. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';
  readonly permanent = true;
}

/** Characters of a fault, and of a type in it: both may be somebody else's, and as long as an event. */
const LONGEST_FAULT = 1_000;
const LONGEST_TYPE = 80;

const parsed = <Output>(schema: z.ZodType<Output>, value: unknown, what: string): Output => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const why = z.prettifyError(result.error).slice(0, LONGEST_FAULT);
  throw new UnreadableEventError(`${what} is not readable: ${why}`);
};

/**
 * Every stored event is read through this: it checks data and metadata against their schemas and lifts an old form of
 * the data to the newest. The metadata stay as they are stored, `schema_version` included.
 *
 * @throws NewerWriterError for an unknown type or a schema_version that this program does not know yet, with metadata
 *   such as this program writes; whether they are true is for the ledger to say, which knows the hash
 * @throws UnreadableEventError for data or metadata that fail their schema
 */
export const recordedEvent = (
  type: string,
  data: unknown,
  metadata: unknown,
  older: OlderVersions = OLDER_VERSIONS,
): RecordedEvent => {
  const shown = type.slice(0, LONGEST_TYPE);
  const known = metadataSchema.safeParse(metadata).data;
  const { schema_version } = known ?? parsed(anyVersionMetadata, metadata, `the metadata of ${shown}`);
  if (!isEventType(type))
    throw new NewerWriterError(`the event type ${shown} is unknown: deploy the newer version here`);
  const newest = newestVersion(type, older);
  if (schema_version > newest) {
    throw new NewerWriterError(
      `${type} has schema_version ${schema_version}, ${newest} is the newest known: deploy the newer version here`,
    );
  }
  const lifted = (older[type] ?? [])
    .slice(schema_version - 1)
    .reduce<unknown>(
      (form, { data: schema, lift }, index) =>
        lift(parsed(schema, form, `${type} of schema_version ${schema_version + index}`) as Record<string, unknown>),
      data,
    );
  return {
    type,
    data: parsed<unknown>(EVENTS[type].data, lifted, `${type} of schema_version ${schema_version}`),
    metadata: known ?? parsed(metadataSchema, metadata, `the metadata of ${type}`),
  } as RecordedEvent;
};
