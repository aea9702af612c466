import { createHash } from 'node:crypto';
import { open } from 'lmdb';
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

/** Events held in memory before they go to LMDB: handing one over costs the event loop some microseconds. */
const FLUSH_EVENTS = 1_024;
const FLUSH_AFTER_MS = 1_000;
/** Events that may wait while LMDB syncs; beyond it appends wait. */
const MOST_UNFLUSHED = 100_000;
const CACHED_STREAMS = 20_000;

/** Where an event stands in the log, in bytes. */
export interface Place {
  readonly position: number;
  readonly length: number;
}

/** What happened in one stream since the last flush. */
interface Recent {
  readonly number: number;
  /** It stood in LMDB before, so an id of it may, too. */
  readonly known: boolean;
  state: StreamState;
  readonly places: Map<number, Place>;
  readonly ids: Map<string, number>;
}

interface Numbered {
  readonly number: number;
  readonly state: StreamState;
}

type Generation = Map<string, Recent>;

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

/** Address space in bytes, not memory: a map that has to grow is kept beside the new one, and its pages count twice. */
const MAP_SIZE = 64 * 1024 ** 3;

const LONGEST_NAME_KEY = 512;

// LMDB's keys are short; a longer name is known by its beginning and its hash.
const nameKey = (stream: string): Buffer => {
  const name = Buffer.from(stream, 'utf8');
  if (name.length <= LONGEST_NAME_KEY) return name;
  return Buffer.concat([name.subarray(0, LONGEST_NAME_KEY), createHash('sha256').update(name).digest()]);
};

const eventKey = (number: number, revision: number): Buffer => {
  const key = Buffer.allocUnsafe(10);
  key.writeUInt32BE(number, 0);
  key.writeUIntBE(revision, 4, 6);
  return key;
};

const idKey = (number: number, id: string): Buffer => {
  const key = Buffer.allocUnsafe(20);
  key.writeUInt32BE(number, 0);
  key.write(id.replaceAll('-', ''), 4, 16, 'hex');
  return key;
};

const placeValue = ({ position, length }: Place): Buffer => {
  const value = Buffer.allocUnsafe(10);
  value.writeUIntBE(position, 0, 6);
  value.writeUInt32BE(length, 6);
  return value;
};

const revisionValue = (revision: number): Buffer => {
  const value = Buffer.allocUnsafe(6);
  value.writeUIntBE(revision, 0, 6);
  return value;
};

/** Number u32, last revision + 1 u48, tombstoned u8; then, for the few that have them, what the metadata says as JSON. */
const PLAIN_STREAM = 11;

const streamValue = ({ number, state: { last, tombstoned, ...settings } }: Numbered): Buffer => {
  const { truncateBefore, maxCount, maxAge } = settings;
  const plain = truncateBefore === 0 && maxCount === undefined && maxAge === undefined;
  const rest = plain ? '' : JSON.stringify(settings);
  const value = Buffer.allocUnsafe(PLAIN_STREAM + Buffer.byteLength(rest));
  value.writeUInt32BE(number, 0);
  value.writeUIntBE(last + 1, 4, 6);
  value.writeUInt8(Number(tombstoned), 10);
  value.write(rest, PLAIN_STREAM);
  return value;
};

const numberedFrom = (value: Buffer): Numbered => ({
  number: value.readUInt32BE(0),
  state: {
    ...NEVER_WRITTEN,
    last: value.readUIntBE(4, 6) - 1,
    tombstoned: value.readUInt8(10) === 1,
    ...(value.length > PLAIN_STREAM && JSON.parse(value.toString('utf8', PLAIN_STREAM))),
  },
});

export interface IndexOptions {
  readonly readOnly?: boolean;
  /** Told when LMDB could not be written: nothing may be appended any more. */
  readonly onFailure?: (error: Error) => void;
}

export const openIndex = (directory: string, { readOnly = false, onFailure }: IndexOptions = {}): StreamIndex => {
  // lmdb's defaults do not do: overlappingSync resolves a commit before it is on the disk, and eventTurnBatching keeps
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
  // The number is that of the values' format: an index of another one is not read but made anew from the log.
  const streams = root.openDB<Buffer, Buffer>({ name: 'streams-2', keyEncoding: 'binary', encoding: 'binary' });
  const places = root.openDB<Buffer, Buffer>({ name: 'places-2', keyEncoding: 'binary', encoding: 'binary' });
  const ids = root.openDB<Buffer, Buffer>({ name: 'ids-2', keyEncoding: 'binary', encoding: 'binary' });
  const progress = root.openDB<number, string>({ name: 'progress-2' });

  let nextNumber = progress.get('next_number') ?? 1;
  let appliedTo = progress.get('indexed_to') ?? FIRST_POSITION;
  let indexedTo = appliedTo;
  let current: Generation = new Map();
  let flushing: Generation = new Map();
  let unflushed = 0;
  let inFlight: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  // Streams that LMDB does not hold stand here as well: a new stream is asked for more than once before it is written.
  // Two halves, the older of which is dropped whole: taking the oldest entry out of a Map walks over all taken before.
  let cache = new Map<string, Numbered | undefined>();
  let olderCache = cache;

  const remember = (stream: string, entry: Numbered | undefined): void => {
    if (cache.size >= CACHED_STREAMS / 2) {
      olderCache = cache;
      cache = new Map();
    }
    cache.set(stream, entry);
  };

  const stored = (stream: string): Numbered | undefined => {
    for (const half of [cache, olderCache]) {
      const cached = half.get(stream);
      if (cached !== undefined || half.has(stream)) return cached;
    }
    const value = streams.get(nameKey(stream));
    const entry = value && numberedFrom(value);
    remember(stream, entry);
    return entry;
  };

  const find = (stream: string): Numbered | undefined => current.get(stream) ?? flushing.get(stream) ?? stored(stream);

  const recentOf = (stream: string): Recent => {
    const present = current.get(stream);
    if (present) return present;
    const before = find(stream);
    const recent: Recent = {
      number: before?.number ?? nextNumber++,
      known: before !== undefined,
      state: before?.state ?? NEVER_WRITTEN,
      places: new Map(),
      ids: new Map(),
    };
    current.set(stream, recent);
    return recent;
  };

  const addRecord = (record: StoredRecord): void => {
    const stream = streamName(record);
    const recent = recentOf(stream);
    const revision = record.flags & TOMBSTONE ? TOMBSTONE_REVISION : record.revision;
    recent.state = afterEvent(recent.state, revision, record.flags);
    recent.places.set(revision, { position: record.position, length: record.bytes.length });
    const id = eventId(record);
    if (!recent.ids.has(id)) recent.ids.set(id, revision);
    if (isMetadataStream(stream)) {
      const described = recentOf(describedBy(stream));
      described.state = afterMetadata(described.state, eventData(record));
    }
    appliedTo = record.position + record.bytes.length;
    unflushed++;
  };

  const writeGeneration = async (generation: Generation, upTo: number): Promise<void> => {
    // Every write of a failed batch rejects, and one that nobody looks at would end the process.
    const written = new Set<Promise<unknown>>();
    const committed = root.batch(() => {
      for (const [stream, { number, known, state, places: newPlaces, ids: newIds }] of generation) {
        written.add(streams.put(nameKey(stream), streamValue({ number, state })));
        for (const [revision, place] of newPlaces)
          written.add(places.put(eventKey(number, revision), placeValue(place)));
        for (const [id, revision] of newIds) {
          const key = idKey(number, id);
          if (!known || ids.get(key) === undefined) written.add(ids.put(key, revisionValue(revision)));
        }
      }
      written.add(progress.put('next_number', nextNumber));
      written.add(progress.put('indexed_to', upTo));
    });
    await Promise.all([committed, ...written]).catch(async (error: Error & { commitError?: Promise<never> }) => {
      throw (await error.commitError?.catch((cause: unknown) => cause)) ?? error;
    });
    root.resetReadTxn();
    for (const [stream, { number, state }] of generation) remember(stream, { number, state });
    indexedTo = upTo;
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    while (inFlight) await inFlight;
    if (current.size === 0) return;
    flushing = current;
    current = new Map();
    const count = unflushed;
    inFlight = writeGeneration(flushing, appliedTo).finally(() => {
      inFlight = undefined;
    });
    await inFlight;
    flushing = new Map();
    unflushed -= count;
  };

  const flushSoon = (): void => {
    if (readOnly || inFlight) return;
    const now = unflushed >= FLUSH_EVENTS;
    if (timer && !now) return;
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        flush().then(
          () => current.size > 0 && flushSoon(),
          (error: Error) => onFailure?.(error),
        ),
      now ? 0 : FLUSH_AFTER_MS,
    );
    timer.unref();
  };

  return {
    state: (stream) => find(stream)?.state ?? NEVER_WRITTEN,
    place(stream, revision) {
      const recent = current.get(stream)?.places.get(revision) ?? flushing.get(stream)?.places.get(revision);
      if (recent) return recent;
      const entry = find(stream);
      const value = entry && places.get(eventKey(entry.number, revision));
      return value && { position: value.readUIntBE(0, 6), length: value.readUInt32BE(6) };
    },
    revisionOf(stream, id) {
      const entry = find(stream);
      if (!entry) return undefined;
      const value = ids.get(idKey(entry.number, id));
      return value?.readUIntBE(0, 6) ?? flushing.get(stream)?.ids.get(id) ?? current.get(stream)?.ids.get(id);
    },
    indexedTo: () => indexedTo,
    add(records) {
      for (const record of records) addRecord(record);
      flushSoon();
    },
    flush,
    pressure: () => (unflushed > MOST_UNFLUSHED ? inFlight : undefined),
    copyTo: (target) => root.backup(target, false),
    async close() {
      if (!readOnly) await flush();
      await root.close();
    },
  };
};
