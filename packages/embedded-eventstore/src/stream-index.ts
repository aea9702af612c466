import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Database, open } from 'lmdb';
import { LRUCache } from 'lru-cache';
import { FIRST_POSITION } from './log-file.ts';
import { eventData, eventId, type StoredRecord, streamName, TOMBSTONE, TOMBSTONE_REVISION } from './record.ts';
import {
  afterEvent,
  afterMetadata,
  describedBy,
  isMetadataStream,
  NEVER_WRITTEN,
  type StreamState,
} from './stream-state.ts';

/**
 * Events held in memory before they go to LMDB, if it is not busy with those before them. Handing one over costs the event
 * loop some microseconds: with 1,024 at a time, and 16 appends in flight, the 99th percentile is half as long again.
 */
const FLUSH_EVENTS = 256;
const FLUSH_AFTER_MS = 1_000;
/** Events that may wait while LMDB syncs; beyond it appends wait. */
const MOST_UNFLUSHED = 100_000;
const CACHED_STREAMS = 20_000;
/** Address space in bytes, not memory: a map that has to grow is kept beside the new one, and its pages count twice. */
const MAP_SIZE = 64 * 1024 ** 3;

/** Where an event stands in the log, in bytes. */
export interface Place {
  readonly position: number;
  readonly length: number;
}

export interface StreamIndex {
  state(stream: string): StreamState;
  place(stream: string, revision: number): Place | undefined;
  /** First revision at which an event's id stands in the stream. */
  revisionOf(stream: string, id: string): number | undefined;
  /** Position up to which LMDB knows the log: at start it is read from there. */
  indexedTo(): number;
  /** Takes the records of whole appends, in the order of the log. */
  add(records: readonly StoredRecord[]): void;
  /** Resolves when what was added before is synced in LMDB. */
  flush(): Promise<void>;
  /** Unfinished when so much is unflushed that appends should wait for it. */
  pressure(): Promise<void> | undefined;
  copyTo(directory: string): Promise<void>;
  close(): Promise<void>;
}

/** A stream and the number that its events' keys begin with: 0 before it has one. */
interface Entry {
  readonly number: number;
  readonly state: StreamState;
}

const NO_ENTRY: Entry = { number: 0, state: NEVER_WRITTEN };

const LONGEST_NAME_KEY = 512;

// LMDB's keys are short; a longer name is known by its beginning and its hash.
const nameKey = (stream: string): Buffer => {
  const name = Buffer.from(stream);
  if (name.length <= LONGEST_NAME_KEY) return name;
  return Buffer.concat([name.subarray(0, LONGEST_NAME_KEY), createHash('sha256').update(name).digest()]);
};

const placeKey = (number: number, revision: number): Buffer => {
  const key = Buffer.allocUnsafe(10);
  key.writeUInt32BE(number, 0);
  key.writeUIntBE(revision, 4, 6);
  return key;
};

const placeValue = (position: number, length: number): Buffer => {
  const value = Buffer.allocUnsafe(10);
  value.writeUIntBE(position, 0, 6);
  value.writeUInt32BE(length, 6);
  return value;
};

const idKey = (number: number, id: string): Buffer => {
  const key = Buffer.allocUnsafe(20);
  key.writeUInt32BE(number, 0);
  key.write(id.replaceAll('-', ''), 4, 16, 'hex');
  return key;
};

const revisionValue = (revision: number): Buffer => {
  const value = Buffer.allocUnsafe(6);
  value.writeUIntBE(revision, 0, 6);
  return value;
};

/** Number u32, last revision + 1 u48, tombstoned u8; then, for the few that have them, what the metadata says as JSON. */
const PLAIN_ENTRY = 11;

const entryValue = ({ number, state: { last, tombstoned, ...settings } }: Entry): Buffer => {
  const { truncateBefore, maxCount, maxAge } = settings;
  const plain = truncateBefore === 0 && maxCount === undefined && maxAge === undefined;
  const rest = plain ? '' : JSON.stringify(settings);
  const value = Buffer.allocUnsafe(PLAIN_ENTRY + rest.length);
  value.writeUInt32BE(number, 0);
  value.writeUIntBE(last + 1, 4, 6);
  value.writeUInt8(Number(tombstoned), 10);
  value.write(rest, PLAIN_ENTRY, 'latin1');
  return value;
};

const entryFrom = (value: Buffer): Entry => {
  const rest = value.toString('latin1', PLAIN_ENTRY);
  const settings = rest === '' ? undefined : (JSON.parse(rest) as Partial<StreamState>);
  const state = { ...NEVER_WRITTEN, ...settings, last: value.readUIntBE(4, 6) - 1, tombstoned: value[10] === 1 };
  return { number: value.readUInt32BE(0), state };
};

/** A table of LMDB and what is on its way there. Keys are bytes; in memory they are the same bytes as Latin-1 text. */
interface Table {
  get(key: Buffer): Buffer | undefined;
  put(key: Buffer, value: Buffer): void;
  /** Hands over what was put before; answers LMDB's promises. Until `handedOver` it stays readable here. */
  handOver(): Promise<unknown>[];
  handedOver(): void;
}

const tableIn = (database: Database<Buffer, Buffer>): Table => {
  let fresh = new Map<string, Buffer>();
  let leaving = new Map<string, Buffer>();
  return {
    get(key) {
      const text = key.toString('latin1');
      return fresh.get(text) ?? leaving.get(text) ?? database.get(key);
    },
    put(key, value) {
      fresh.set(key.toString('latin1'), value);
    },
    handOver() {
      leaving = fresh;
      fresh = new Map();
      return Array.from(leaving, ([key, value]) => database.put(Buffer.from(key, 'latin1'), value));
    },
    handedOver() {
      leaving = new Map();
    },
  };
};

interface IndexOptions {
  readonly readOnly?: boolean;
  /** Called when a background write has failed: nothing is written after it. */
  readonly onFailure?: (error: Error) => void;
}

/** Opens the index in `directory`. What it has not been told yet stands in the log from `indexedTo` on. */
export const openIndex = (directory: string, { readOnly = false, onFailure }: IndexOptions = {}): StreamIndex => {
  // overlappingSync resolves a commit before it is on the disk, and eventTurnBatching keeps
  // a promise of its own that nobody can handle when a commit fails.
  const root = open({
    path: directory,
    maxDbs: 8,
    readOnly,
    overlappingSync: false,
    eventTurnBatching: false,
    noSubdir: false,
    mapSize: MAP_SIZE,
  });
  // The number is the version of the values' format: an index of another version is made again from the log.
  const table = (name: string): Table =>
    tableIn(root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' }));
  const entries = table('streams-2');
  const places = table('places-2');
  const ids = table('ids-2');
  const progress = root.openDB<number, string>({ name: 'progress-2' });
  const cache = new LRUCache<string, Entry>({ max: CACHED_STREAMS });

  let nextNumber = progress.get('next_number') ?? 1;
  let appliedTo = progress.get('indexed_to') ?? FIRST_POSITION;
  let indexedTo = appliedTo;
  let unflushed = 0;
  let inFlight: Promise<void> | undefined;
  // Writes under way are lost: nothing may be written after them, or the index would have a gap.
  let failure: Error | undefined;

  const find = (stream: string): Entry => {
    const cached = cache.get(stream);
    if (cached) return cached;
    const value = entries.get(nameKey(stream));
    const entry = value ? entryFrom(value) : NO_ENTRY;
    cache.set(stream, entry);
    return entry;
  };

  const change = (stream: string, next: (state: StreamState) => StreamState): number => {
    const before = find(stream);
    const entry = { number: before.number || nextNumber++, state: next(before.state) };
    cache.set(stream, entry);
    entries.put(nameKey(stream), entryValue(entry));
    return entry.number;
  };

  const addRecord = (record: StoredRecord): void => {
    const stream = streamName(record);
    const revision = record.flags & TOMBSTONE ? TOMBSTONE_REVISION : record.revision;
    const number = change(stream, (state) => afterEvent(state, revision, record.flags));
    places.put(placeKey(number, revision), placeValue(record.position, record.bytes.length));
    const id = idKey(number, eventId(record));
    // The first event of a stream has no id before it.
    if (revision === 0 || !ids.get(id)) ids.put(id, revisionValue(revision));
    if (isMetadataStream(stream)) change(describedBy(stream), (state) => afterMetadata(state, eventData(record)));
    appliedTo = record.position + record.bytes.length;
    unflushed++;
  };

  const handOver = async (): Promise<void> => {
    const upTo = appliedTo;
    const count = unflushed;
    // Every write of a failed batch rejects, and one that nobody looks at would end the process.
    let written: Promise<unknown>[] = [];
    const committed = root.batch(() => {
      written = [entries, places, ids].flatMap((each) => each.handOver());
      written.push(progress.put('next_number', nextNumber), progress.put('indexed_to', upTo));
    });
    await Promise.all([committed, ...written]).catch(async (error: Error & { commitError?: Promise<never> }) => {
      throw (await error.commitError?.catch((cause: unknown) => cause)) ?? error;
    });
    root.resetReadTxn();
    for (const each of [entries, places, ids]) each.handedOver();
    indexedTo = upTo;
    unflushed -= count;
  };

  const flush = async (): Promise<void> => {
    while (inFlight) await inFlight;
    if (failure) throw failure;
    if (unflushed === 0) return;
    // Answers that are ready go first.
    inFlight = nextTurn()
      .then(handOver)
      .catch((cause: Error) => {
        failure = new Error(`the index cannot be written: ${cause.message}`, { cause });
        throw failure;
      })
      .finally(() => {
        inFlight = undefined;
      });
    await inFlight;
  };

  const flushSoon = (): void => {
    if (!readOnly && !inFlight && !failure) flush().catch((error: Error) => onFailure?.(error));
  };
  const timer = setInterval(flushSoon, FLUSH_AFTER_MS).unref();

  return {
    state: (stream) => find(stream).state,
    place(stream, revision) {
      const value = places.get(placeKey(find(stream).number, revision));
      return value && { position: value.readUIntBE(0, 6), length: value.readUInt32BE(6) };
    },
    revisionOf: (stream, id) => ids.get(idKey(find(stream).number, id))?.readUIntBE(0, 6),
    indexedTo: () => indexedTo,
    add(records) {
      for (const record of records) addRecord(record);
      if (unflushed >= FLUSH_EVENTS) flushSoon();
    },
    flush,
    pressure: () => (unflushed > MOST_UNFLUSHED ? inFlight : undefined),
    copyTo: (target) => root.backup(target, false),
    async close() {
      clearInterval(timer);
      if (!readOnly) await flush();
      await root.close();
    },
  };
};
