import { TOMBSTONE } from './record.ts';

/** What a truncate-before of a soft delete looks like once JSON.parse has rounded 2^63-1. */
const DELETED_BEFORE = 2 ** 63;
/** What the server writes for it, as text, so that no digit is lost. */
export const DELETED_BEFORE_TEXT = '9223372036854775807';

const METADATA_PREFIX = '$$';
export const METADATA_TYPE = '$metadata';
export const TOMBSTONE_TYPE = '$streamDeleted';

/** A stream as its events and its metadata leave it. */
export interface StreamState {
  /** Revision of the last event, −1 before the first; truncation and a soft delete do not lower it. */
  readonly last: number;
  readonly tombstoned: boolean;
  readonly truncateBefore: number;
  readonly maxCount: number | undefined;
  /** Seconds. */
  readonly maxAge: number | undefined;
}

export const NEVER_WRITTEN: StreamState = {
  last: -1,
  tombstoned: false,
  truncateBefore: 0,
  maxCount: undefined,
  maxAge: undefined,
};

export const isMetadataStream = (stream: string): boolean => stream.startsWith(METADATA_PREFIX);
export const metadataStreamOf = (stream: string): string => METADATA_PREFIX + stream;
export const describedBy = (metadataStream: string): string => metadataStream.slice(METADATA_PREFIX.length);

export const isSoftDeleted = (state: StreamState): boolean => state.truncateBefore >= DELETED_BEFORE;

export const afterEvent = (state: StreamState, revision: number, flags: number): StreamState =>
  flags & TOMBSTONE ? { ...state, tombstoned: true } : { ...state, last: revision };

/** A metadata event's JSON object; an empty one when it is something else, as EventStoreDB takes it. */
export const parseMetadata = (data: Uint8Array): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return {};
  }
};

const whole = (value: unknown, least: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= least ? Math.floor(value) : undefined;

export const afterMetadata = (state: StreamState, data: Uint8Array): StreamState => {
  const metadata = parseMetadata(data);
  return {
    ...state,
    truncateBefore: whole(metadata.$tb, 0) ?? 0,
    maxCount: whole(metadata.$maxCount, 1),
    maxAge: whole(metadata.$maxAge, 1),
  };
};

/** First revision that $tb and $maxCount leave visible; $maxAge needs the events' own times. */
export const firstVisible = (state: StreamState): number =>
  Math.max(0, state.truncateBefore, state.maxCount === undefined ? 0 : state.last - state.maxCount + 1);
