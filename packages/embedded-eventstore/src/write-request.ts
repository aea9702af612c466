import type { Refused } from './outcome.ts';
import type { WireEvent, WireOptions } from './protocol.ts';
import type { ContentType } from './record.ts';
import type { ProposedEvent, Write } from './write.ts';

/** Data and metadata of one append, together, in bytes: EventStoreDB's default. */
const MAXIMUM_APPEND = 1_048_576;
/** Bytes of a stream's name and of an event's type. */
const LONGEST_NAME = 16_384;
/** What an append, and each of its events, takes in memory beside its data, about. */
const OVERHEAD = 512;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NOTHING = new Uint8Array(0);

// EventStoreDB knows these two; everything that is not JSON is bytes to it.
const contentTypeOf = ({ 'content-type': given }: NonNullable<WireEvent['metadata']>): ContentType =>
  given === 'application/json' ? given : 'application/octet-stream';

/** A write as its parts arrive, in bounded memory. */
export interface WriteRequest extends Pick<Write, 'stream' | 'expected'> {
  add(event: WireEvent): void;
  /** The write, or why it is refused. */
  finish(): Write | Refused;
  /** What it holds in memory, about. */
  bytes(): number;
}

export const writeRequest = (kind: Write['kind'], options: WireOptions | undefined): WriteRequest => {
  const stream = options?.stream?.name?.toString('utf8') ?? '';
  const expected = options?.expected === 'revision' ? BigInt(options.revision ?? '0') : (options?.expected ?? 'any');
  let events: ProposedEvent[] = [];
  let size = 0;
  let refused: Refused | undefined;

  const refuse = (why: Refused): void => {
    refused ??= why;
    events = [];
  };
  const invalid = (reason: string): void => refuse({ kind: 'invalid', reason });

  if (stream === '') invalid('the stream name is empty');
  else if (stream === '$all') invalid('$all is not a stream: it is read, not written');
  else if (Buffer.byteLength(stream) > LONGEST_NAME) invalid(`the stream name is longer than ${LONGEST_NAME} bytes`);
  else if (!options?.expected) invalid('the request does not say which revision it expects');

  return {
    stream,
    expected,
    add({ id, metadata = {}, custom_metadata = NOTHING, data = NOTHING }) {
      const text = id?.text?.toLowerCase() ?? '';
      const { type = '' } = metadata;
      size += data.length + custom_metadata.length;
      if (size > MAXIMUM_APPEND) refuse({ kind: 'too-large', limit: MAXIMUM_APPEND });
      else if (!UUID.test(text)) invalid(`the event id "${id?.text ?? ''}" is not a UUID`);
      else if (type === '') invalid(`event ${text} has no type`);
      else if (Buffer.byteLength(type) > LONGEST_NAME)
        invalid(`the type of event ${text} is longer than ${LONGEST_NAME} bytes`);
      else if (!refused)
        events.push({ id: text, type, contentType: contentTypeOf(metadata), metadata: custom_metadata, data });
    },
    finish: () => refused ?? { kind, stream, expected, events },
    bytes: () => (refused ? 0 : size) + (events.length + 1) * OVERHEAD,
  };
};
