import { crc32 } from 'node:zlib';

/**
 * One event in the log. All numbers are little endian; positions and revisions are 48 bits wide (2^48 bytes of log).
 *
 *   0 magic u32        4 length u32 (of all of it)   8 crc32 u32 (of bytes 12 … length-4)
 *  12 position u48    18 group u48                  24 revision u48        30 created, ms, u48
 *  36 flags u16       38 name offset u16            40 name length u16     42 type offset u16    44 type length u16
 *  46 event offset u16                              48 data length u32     52 metadata length u32   56 payload …  length u32
 *
 * The payload is the finished ReadResp message that a reader gets: it is encoded once, when the event is appended, and
 * a read sends it as it is. `position` makes a record recognisable in the middle of garbage; `group` is the position
 * of the first record that was written and synced together with this one, so that start-up can tell a torn last write
 * (never acknowledged) from damage to events that were acknowledged.
 */
const MAGIC = 0x45444c4f;
/** The first bytes of every record. */
export const RECORD_BEGINNING = Buffer.from([0x4f, 0x4c, 0x44, 0x45]);
const HEADER = 56;
const CRC_FROM = 12;
const TRAILER = 4;
/** The smallest record there can be, in bytes. */
const MINIMUM_RECORD = HEADER + TRAILER;
/** More than the largest append makes. */
export const MAXIMUM_RECORD = 4 * 1024 * 1024;

/** The last event of an append: a record without it is followed by another of the same append. */
export const LAST_OF_APPEND = 1;
export const TOMBSTONE = 2;

/** Revision of a tombstone in the log and in the index; on the wire it is 2^63-1. */
export const TOMBSTONE_REVISION = 2 ** 48 - 1;
const TOMBSTONE_ON_WIRE = Buffer.from('ffffffffffffffff7f', 'hex');

export type ContentType = 'application/json' | 'application/octet-stream';

export interface EventToStore {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly contentType: ContentType;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

export interface Placement {
  readonly position: number;
  readonly group: number;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly flags: number;
}

export interface StoredRecord extends Placement {
  readonly bytes: Buffer;
}

const varintSize = (n: number): number => {
  let size = 1;
  for (let rest = n; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
};

const putVarint = (bytes: Buffer, at: number, n: number): number => {
  let rest = n;
  let to = at;
  while (rest >= 128) {
    bytes[to++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[to++] = rest;
  return to;
};

const delimitedSize = (length: number): number => 1 + varintSize(length) + length;

const putTagged = (bytes: Buffer, at: number, tag: number, n: number): number => {
  bytes[at] = tag;
  return putVarint(bytes, at + 1, n);
};

const putText = (bytes: Buffer, at: number, tag: number, text: string, length: number): number => {
  const to = putTagged(bytes, at, tag, length);
  bytes.write(text, to, length, 'utf8');
  return to + length;
};

const putBytes = (bytes: Buffer, at: number, tag: number, value: Uint8Array): number => {
  const to = putTagged(bytes, at, tag, value.length);
  bytes.set(value, to);
  return to + value.length;
};

const putEntry = (bytes: Buffer, at: number, key: string, value: string, valueLength: number): number => {
  const to = putTagged(bytes, at, 0x32, delimitedSize(key.length) + delimitedSize(valueLength));
  return putText(bytes, putText(bytes, to, 0x0a, key, key.length), 0x12, value, valueLength);
};

/** Where an event is encoded before its length is known: an append of the largest size fits, with the longest names. */
const SCRATCH = Buffer.allocUnsafeSlow(MAXIMUM_RECORD);

// Field numbers of RecordedEvent: id 1 {text 2}, stream 2 {name 3}, revision 3, prepare 4, commit 5,
// metadata map 6 {key 1, value 2}, custom metadata 7, data 8; of ReadEvent: event 1, link 2, commit position 3.
export const encodeRecord = (event: EventToStore, place: Placement): StoredRecord => {
  // The client reads `created` as 100 ns since 1970.
  const created = `${place.created}0000`;
  const nameLength = Buffer.byteLength(event.stream);
  const typeLength = Buffer.byteLength(event.type);
  let at = putTagged(SCRATCH, 0, 0x0a, 38);
  at = putText(SCRATCH, at, 0x12, event.id, 36);
  at = putTagged(SCRATCH, at, 0x12, delimitedSize(nameLength));
  at = putText(SCRATCH, at, 0x1a, event.stream, nameLength);
  const nameEnd = at;
  if (place.flags & TOMBSTONE) {
    SCRATCH[at++] = 0x18;
    at += TOMBSTONE_ON_WIRE.copy(SCRATCH, at);
  } else {
    at = putTagged(SCRATCH, at, 0x18, place.revision);
  }
  at = putTagged(SCRATCH, at, 0x20, place.position);
  at = putTagged(SCRATCH, at, 0x28, place.position);
  at = putEntry(SCRATCH, at, 'type', event.type, typeLength);
  const typeEnd = at;
  at = putEntry(SCRATCH, at, 'created', created, created.length);
  at = putEntry(SCRATCH, at, 'content-type', event.contentType, event.contentType.length);
  if (event.metadata.length > 0) at = putBytes(SCRATCH, at, 0x3a, event.metadata);
  const eventLength = putBytes(SCRATCH, at, 0x42, event.data);

  const readEventLength = delimitedSize(eventLength) + 1 + varintSize(place.position);
  const length = HEADER + delimitedSize(readEventLength) + TRAILER;
  const bytes = Buffer.allocUnsafe(length);
  at = putTagged(bytes, HEADER, 0x0a, readEventLength);
  at = putTagged(bytes, at, 0x0a, eventLength);
  const eventOffset = at - HEADER;
  at += SCRATCH.copy(bytes, at, 0, eventLength);
  at = putTagged(bytes, at, 0x18, place.position);

  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt32LE(length, 4);
  bytes.writeUIntLE(place.position, 12, 6);
  bytes.writeUIntLE(place.group, 18, 6);
  bytes.writeUIntLE(place.revision, 24, 6);
  bytes.writeUIntLE(place.created, 30, 6);
  bytes.writeUInt16LE(place.flags, 36);
  bytes.writeUInt16LE(eventOffset + nameEnd - nameLength, 38);
  bytes.writeUInt16LE(nameLength, 40);
  bytes.writeUInt16LE(eventOffset + typeEnd - typeLength, 42);
  bytes.writeUInt16LE(typeLength, 44);
  bytes.writeUInt16LE(eventOffset, 46);
  bytes.writeUInt32LE(event.data.length, 48);
  bytes.writeUInt32LE(event.metadata.length, 52);
  bytes.writeUInt32LE(length, at);
  bytes.writeUInt32LE(crc32(bytes.subarray(CRC_FROM, length - TRAILER)), 8);
  return { ...place, bytes };
};

/** First bytes of a record, of which its length is known. */
export const OPENING = 8;

/** Length that a record at `at` claims to have, or undefined when none can begin there. */
export const recordLengthAt = (bytes: Buffer, at: number): number | undefined => {
  if (at + OPENING > bytes.length || bytes.readUInt32LE(at) !== MAGIC) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  return length < MINIMUM_RECORD || length > MAXIMUM_RECORD ? undefined : length;
};

/** Length of the record that ends at `end`. */
export const recordLengthBefore = (bytes: Buffer, end: number): number => bytes.readUInt32LE(end - TRAILER);

/** The record that begins at `at` in `bytes`, if it is whole, undamaged and says that it stands at `position`. */
export const decodeRecord = (bytes: Buffer, at: number, position: number): StoredRecord | undefined => {
  const length = recordLengthAt(bytes, at);
  if (length === undefined || at + length > bytes.length) return undefined;
  const record = bytes.subarray(at, at + length);
  if (record.readUIntLE(12, 6) !== position || record.readUInt32LE(length - TRAILER) !== length) return undefined;
  if (crc32(record.subarray(CRC_FROM, length - TRAILER)) !== record.readUInt32LE(8)) return undefined;
  return {
    bytes: record,
    position,
    group: record.readUIntLE(18, 6),
    revision: record.readUIntLE(24, 6),
    created: record.readUIntLE(30, 6),
    flags: record.readUInt16LE(36),
  };
};

/** The whole and undamaged records at the beginning of bytes that stand at `position`. */
export const recordsIn = (bytes: Buffer, position: number): StoredRecord[] => {
  const records: StoredRecord[] = [];
  let at = 0;
  for (let record = decodeRecord(bytes, 0, position); record; record = decodeRecord(bytes, at, position + at)) {
    records.push(record);
    at += record.bytes.length;
  }
  return records;
};

const slice = ({ bytes }: StoredRecord, offsetAt: number, lengthAt: number): Buffer => {
  const from = HEADER + bytes.readUInt16LE(offsetAt);
  return bytes.subarray(from, from + bytes.readUInt16LE(lengthAt));
};

export const streamNameBytes = (record: StoredRecord): Buffer => slice(record, 38, 40);
export const eventTypeBytes = (record: StoredRecord): Buffer => slice(record, 42, 44);
export const streamName = (record: StoredRecord): string => streamNameBytes(record).toString('utf8');
export const eventType = (record: StoredRecord): string => eventTypeBytes(record).toString('utf8');

/** The bytes of the RecordedEvent message. */
const recordedEvent = ({ bytes, position }: StoredRecord): Buffer =>
  bytes.subarray(HEADER + bytes.readUInt16LE(46), bytes.length - TRAILER - 1 - varintSize(position));

export const eventId = (record: StoredRecord): string => {
  const from = HEADER + record.bytes.readUInt16LE(46) + 4;
  return record.bytes.toString('latin1', from, from + 36);
};

export const eventData = (record: StoredRecord): Buffer => {
  const event = recordedEvent(record);
  return event.subarray(event.length - record.bytes.readUInt32LE(48));
};

export const eventMetadata = (record: StoredRecord): Buffer => {
  const event = recordedEvent(record);
  const end = event.length - delimitedSize(record.bytes.readUInt32LE(48));
  return event.subarray(end - record.bytes.readUInt32LE(52), end);
};

/** The ReadResp message that gives this event to a reader. */
export const readResponse = ({ bytes }: StoredRecord): Buffer => bytes.subarray(HEADER, bytes.length - TRAILER);

const delimited = (tag: number, value: Buffer): Buffer => {
  const bytes = Buffer.allocUnsafe(delimitedSize(value.length));
  putBytes(bytes, 0, tag, value);
  return bytes;
};

/** The ReadResp message for a link event and what it points to (undefined when that is gone). */
export const linkResponse = (link: StoredRecord, target: StoredRecord | undefined): Buffer => {
  const linkEvent = recordedEvent(link);
  const position = readResponse(link).subarray(-1 - varintSize(link.position));
  const targetEvent = target ? delimited(0x0a, recordedEvent(target)) : Buffer.alloc(0);
  return delimited(0x0a, Buffer.concat([targetEvent, delimited(0x12, linkEvent), position]));
};
