import type { Expected } from './append-rule.ts';
import type { Outcome } from './outcome.ts';
import type { WireEvent, WireOptions } from './protocol.ts';
import { describedBy, isMetadataStream } from './stream-state.ts';
import type { ProposedEvent, Write } from './write.ts';

/** Data and metadata of one append, together, in bytes: EventStoreDB's default. */
export const MAXIMUM_APPEND = 1_048_576;
/** Bytes of a stream's name and of an event's type. */
const LONGEST_NAME = 16_384;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NOTHING = new Uint8Array(0);

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refused: Outcome };

const invalid = (reason: string): { ok: false; refused: Outcome } => ({
  ok: false,
  refused: { kind: 'invalid', reason },
});

export interface Target {
  readonly stream: string;
  readonly expected: Expected;
}

export const parseTarget = (options: WireOptions | undefined): Parsed<Target> => {
  const stream = options?.stream?.name?.toString('utf8') ?? '';
  if (stream === '') return invalid('the stream name is empty');
  if (Buffer.byteLength(stream) > LONGEST_NAME) return invalid(`the stream name is longer than ${LONGEST_NAME} bytes`);
  switch (options?.expected) {
    case 'revision':
      return { ok: true, value: { stream, expected: BigInt(options.revision ?? '0') } };
    case 'any':
    case 'no_stream':
    case 'stream_exists':
      return { ok: true, value: { stream, expected: options.expected } };
    default:
      return invalid('the request does not say which revision it expects');
  }
};

/** Collects the events of one append as they arrive, in bounded memory. */
export interface EventCollector {
  add(event: WireEvent): void;
  /** The events, or why the append is refused. */
  finish(): Parsed<readonly ProposedEvent[]>;
  bytes(): number;
}

export const collectEvents = (): EventCollector => {
  let events: ProposedEvent[] = [];
  let bytes = 0;
  let refused: Outcome | undefined;

  const refuse = (outcome: Outcome): void => {
    refused ??= outcome;
    events = [];
  };

  return {
    add({ id, metadata = {}, custom_metadata = NOTHING, data = NOTHING }) {
      bytes += data.length + custom_metadata.length;
      if (bytes > MAXIMUM_APPEND) return refuse({ kind: 'too-large', limit: MAXIMUM_APPEND });
      const text = id?.text?.toLowerCase() ?? '';
      const type = metadata.type ?? '';
      if (!UUID.test(text))
        return refuse({ kind: 'invalid', reason: `the event id "${id?.text ?? ''}" is not a UUID` });
      if (type === '') return refuse({ kind: 'invalid', reason: `event ${text} has no type` });
      if (Buffer.byteLength(type) > LONGEST_NAME)
        return refuse({ kind: 'invalid', reason: `the type of event ${text} is longer than ${LONGEST_NAME} bytes` });
      if (refused) return;
      const contentType = metadata['content-type'] ?? 'application/octet-stream';
      events.push({ id: text, type, contentType, metadata: custom_metadata, data });
    },
    finish: () => (refused ? { ok: false, refused } : { ok: true, value: events }),
    bytes: () => (refused ? 0 : bytes),
  };
};

/** Refuses what a protected stream must never suffer: delete, tombstone and metadata (truncation, access list). */
export const protection =
  (prefixes: readonly string[]) =>
  ({ kind, stream }: Write): Outcome | undefined => {
    const concerned = isMetadataStream(stream) ? describedBy(stream) : kind === 'append' ? undefined : stream;
    const prefix = concerned !== undefined && prefixes.find((start) => concerned.startsWith(start));
    return prefix === false || prefix === undefined
      ? undefined
      : {
          kind: 'denied',
          reason: `streams that begin with "${prefix}" are protected: no delete, tombstone or metadata`,
        };
  };
