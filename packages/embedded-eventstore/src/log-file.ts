import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  read,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { realDisk } from './disk.ts';
import { decodeRecord, OPENING, recordLengthAt, recordLengthBefore, recordsIn, type StoredRecord } from './record.ts';

const readAsync = promisify(read);

const SIGNATURE = Buffer.from('order-ledger event log, format 1\n'.padEnd(64, '\0'));
export const FIRST_POSITION = SIGNATURE.length;
const CHUNK = 256 * 1024;
/** The file grows by this many zero bytes at a time: a sync over them need not commit a new file size as well. */
const GROWTH = 4 * 1024 * 1024;
/**
 * A disk whose last sync took less, in ms, is waited for in place: with one append in flight the way to a thread and
 * back costs half as much as the sync, and with many of them the next group comes together in the sockets meanwhile.
 */
const QUICK_SYNC_MS = 1;

export class DamagedLog extends Error {}

export interface LogFile {
  /** Position after the last durable event, in bytes. Readers see nothing beyond it. */
  end(): number;
  /** Resolves when the bytes are on the disk. After a rejection nothing more may be appended. */
  append(group: Buffer): Promise<void>;
  /** Whole records from `position` on, as many as a chunk holds; none at the end. Throws DamagedLog. */
  forwards(position: number): Promise<StoredRecord[]>;
  /**
   * Whole records that end at or before `position`, the nearest first, no more than `most`: each is proved by its sum, and
   * who follows asks for the newest alone, several times a second. None at the beginning. Throws DamagedLog.
   */
  backwards(position: number, most?: number): Promise<StoredRecord[]>;
  /** The record that the index says stands here. Throws DamagedLog. */
  at(position: number, length: number): StoredRecord;
  /** Whether a durable event begins at a position that a client named. */
  isEventAt(position: number): Promise<boolean>;
  /** What is whole and undamaged from `position` on and before `until`, durable or not; as much as a chunk holds. */
  wholeRecords(position: number, until: number): Promise<StoredRecord[]>;
  /** Size of the file in bytes: the durable events and whatever follows them. */
  size(): number;
  raw(position: number, length: number): Promise<Buffer>;
  /** Declares what stands before `position` durable. */
  accept(position: number): void;
  /** Drops what follows the durable events. */
  cut(): void;
  close(): void;
}

/** Makes a new file's name durable. */
const syncDirectory = (directory: string): void => {
  const fd = openSync(directory, constants.O_RDONLY);
  fsyncSync(fd);
  closeSync(fd);
};

export const openLog = (path: string, { disk = realDisk, readOnly = false } = {}): LogFile => {
  const fd = openSync(path, readOnly ? constants.O_RDONLY : constants.O_RDWR | constants.O_CREAT, 0o600);
  if (!readOnly && fstatSync(fd).size < FIRST_POSITION) {
    writeSync(fd, SIGNATURE, 0, SIGNATURE.length, 0);
    fsyncSync(fd);
    syncDirectory(dirname(path));
  }
  const signature = Buffer.alloc(SIGNATURE.length);
  readSync(fd, signature, 0, signature.length, 0);
  if (!signature.equals(SIGNATURE))
    throw new DamagedLog(`${path} is not an event log of this format: its first ${SIGNATURE.length} bytes are foreign`);

  let allocated = fstatSync(fd).size;
  let end = FIRST_POSITION;
  let lastSyncMs = QUICK_SYNC_MS;
  // Live subscribers read what was just appended: it is served from memory.
  let newest: { position: number; bytes: Buffer } = { position: end, bytes: Buffer.alloc(0) };

  const damaged = (position: number): DamagedLog =>
    new DamagedLog(`the event log ${path} is damaged at byte ${position}: restore it from a backup`);

  const raw = async (position: number, length: number): Promise<Buffer> => {
    const { bytesRead, buffer } = await readAsync(fd, Buffer.allocUnsafe(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  };

  // A record longer than a chunk is asked for its length first: 300 readers of events of 1 MiB that take nothing then make
  // a peak of 450 to 470 MiB; with a chunk read in vain for each event it was 479 to 520.
  const wholeRecords = async (position: number, until: number): Promise<StoredRecord[]> => {
    const first = recordLengthAt(await raw(position, OPENING), 0) ?? 0;
    const chunk = Math.min(CHUNK, Math.max(0, until - position));
    return recordsIn(await raw(position, Math.max(first, chunk)), position);
  };

  return {
    end: () => end,
    async append(group) {
      let quick = lastSyncMs < QUICK_SYNC_MS;
      if (end + group.length > allocated) {
        const growth = Math.max(GROWTH, group.length);
        await disk.write(fd, Buffer.alloc(growth), allocated);
        allocated += growth;
        quick = false;
      }
      await disk.write(fd, group, end);
      const started = performance.now();
      await disk.sync(fd, quick);
      lastSyncMs = performance.now() - started;
      newest = { position: end, bytes: group };
      end += group.length;
    },
    async forwards(position) {
      if (position >= end) return [];
      const inMemory = position - newest.position;
      const records =
        inMemory >= 0 ? recordsIn(newest.bytes.subarray(inMemory), position) : await wholeRecords(position, end);
      if (records.length === 0) throw damaged(position);
      return records;
    },
    async backwards(position, most = Number.POSITIVE_INFINITY) {
      if (position <= FIRST_POSITION) return [];
      let from = Math.max(FIRST_POSITION, position - CHUNK);
      let bytes = await raw(from, position - from);
      const nearest = recordLengthBefore(bytes, bytes.length);
      if (position - nearest < from) {
        from = position - nearest;
        if (from < FIRST_POSITION) throw damaged(position);
        bytes = await raw(from, nearest);
      }
      const records: StoredRecord[] = [];
      for (let at = bytes.length; at > 4 && records.length < most; ) {
        const length = recordLengthBefore(bytes, at);
        if (length > at) break;
        const record = decodeRecord(bytes, at - length, from + at - length);
        if (!record) throw damaged(from + at - length);
        records.push(record);
        at -= length;
      }
      return records;
    },
    at(position, length) {
      const inMemory = position - newest.position;
      let record = inMemory >= 0 ? decodeRecord(newest.bytes, inMemory, position) : undefined;
      if (!record) {
        const bytes = Buffer.allocUnsafe(length);
        readSync(fd, bytes, 0, length, position);
        record = decodeRecord(bytes, 0, position);
      }
      if (!record) throw damaged(position);
      return record;
    },
    isEventAt: async (position) =>
      position >= FIRST_POSITION && position < end && (await wholeRecords(position, end)).length > 0,
    wholeRecords,
    size: () => fstatSync(fd).size,
    raw,
    accept(position) {
      end = position;
      newest = { position: end, bytes: Buffer.alloc(0) };
    },
    cut() {
      ftruncateSync(fd, end);
      fsyncSync(fd);
      allocated = end;
    },
    close: () => closeSync(fd),
  };
};
