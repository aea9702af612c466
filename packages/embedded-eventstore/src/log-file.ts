import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  read,
  readSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { decodeRecord, recordLengthAt, recordLengthBefore, type StoredRecord } from './record.ts';

const readAsync = promisify(read);
const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

const SIGNATURE = Buffer.from('order-ledger event log, format 1\n'.padEnd(64, '\0'));
export const FIRST_POSITION = SIGNATURE.length;
const CHUNK = 256 * 1024;
/** The file grows by this many zero bytes at a time: a sync over them need not commit a new file size as well. */
const GROWTH = 4 * 1024 * 1024;

/** Up to here, in bytes, a write is a copy to the page cache and takes less time than its way to a thread and back. */
const SMALL_WRITE = 256 * 1024;
/**
 * A disk whose syncs take less, in ms, is waited for in place: with one append in flight the way to a thread and back
 * is a third of the sync, and with many the next group gathers meanwhile in the socket as well as in memory.
 */
const QUICK_SYNC_MS = 1;

/** How bytes reach the disk; the tests of failing disks bring their own. */
export interface Disk {
  write(fd: number, bytes: Buffer, position: number): Promise<void>;
  /** `inPlace` when it is expected to be quicker than a thread would be. */
  sync(fd: number, inPlace: boolean): Promise<void>;
}

export const realDisk: Disk = {
  async write(fd, bytes, position) {
    const small = bytes.length <= SMALL_WRITE;
    for (let done = 0; done < bytes.length; )
      done += small
        ? writeSync(fd, bytes, done, bytes.length - done, position + done)
        : (await writeAsync(fd, bytes, done, bytes.length - done, position + done)).bytesWritten;
  },
  sync: async (fd, inPlace) => (inPlace ? fdatasyncSync(fd) : syncAsync(fd)),
};

/** Makes a new file's name durable. */
const syncDirectory = (directory: string): void => {
  const fd = openSync(directory, constants.O_RDONLY);
  fsyncSync(fd);
  closeSync(fd);
};

export class DamagedLog extends Error {}

export interface LogFile {
  /** Position after the last durable event, in bytes. Readers see nothing beyond it. */
  end(): number;
  /** Resolves when the bytes are on the disk. After a rejection nothing more may be appended. */
  append(group: Buffer): Promise<void>;
  /** Whole records from `position` on, as many as about `limit` bytes hold; none at the end. Throws DamagedLog. */
  forwards(position: number, limit?: number): Promise<StoredRecord[]>;
  /** Whole records that end at or before `position`, the nearest first; none at the beginning. Throws DamagedLog. */
  backwards(position: number): Promise<StoredRecord[]>;
  /** The record that the index says stands here. Throws DamagedLog. */
  at(position: number, length: number): StoredRecord;
  /** The record at a position that a client named; undefined when no event begins there. */
  probe(position: number): Promise<StoredRecord | undefined>;
  /** Size of the file in bytes: the durable events and whatever follows them. */
  size(): number;
  raw(position: number, length: number): Promise<Buffer>;
  /** Declares what stands before `position` durable. */
  accept(position: number): void;
  /** Drops what follows the durable events. */
  cut(): void;
  close(): void;
}

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
  let lastSyncMs = Number.POSITIVE_INFINITY;
  // Live subscribers read what was just appended: it is served from memory.
  let newest: { position: number; bytes: Buffer } = { position: end, bytes: Buffer.alloc(0) };

  const raw = async (position: number, length: number): Promise<Buffer> => {
    const { bytesRead, buffer } = await readAsync(fd, Buffer.allocUnsafe(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  };

  const damaged = (position: number): DamagedLog =>
    new DamagedLog(`the event log ${path} is damaged at byte ${position}: restore it from a backup`);

  const recordsIn = (bytes: Buffer, position: number): StoredRecord[] => {
    const records: StoredRecord[] = [];
    for (let at = 0; at < bytes.length; ) {
      const record = decodeRecord(bytes, at, position + at);
      if (!record) {
        const length = recordLengthAt(bytes, at);
        const cutShort = bytes.length - at < 8 || (length !== undefined && at + length > bytes.length);
        if (cutShort && position + bytes.length < end) return records;
        throw damaged(position + at);
      }
      records.push(record);
      at += record.bytes.length;
    }
    return records;
  };

  const forwards = async (position: number, limit = CHUNK): Promise<StoredRecord[]> => {
    if (position >= end) return [];
    if (position >= newest.position) return recordsIn(newest.bytes.subarray(position - newest.position), position);
    const bytes = await raw(position, Math.min(limit, end - position));
    const records = recordsIn(bytes, position);
    if (records.length > 0) return records;
    const length = recordLengthAt(bytes, 0);
    if (length === undefined || position + length > end) throw damaged(position);
    return recordsIn(await raw(position, length), position);
  };

  const backwards = async (position: number): Promise<StoredRecord[]> => {
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
    for (let at = bytes.length; at > 4; ) {
      const length = recordLengthBefore(bytes, at);
      if (length > at) break;
      const record = decodeRecord(bytes, at - length, from + at - length);
      if (!record) throw damaged(from + at - length);
      records.push(record);
      at -= length;
    }
    return records;
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
    forwards,
    backwards,
    at(position, length) {
      const inMemory = position - newest.position;
      if (inMemory >= 0 && inMemory + length <= newest.bytes.length) {
        const record = decodeRecord(newest.bytes, inMemory, position);
        if (record) return record;
      }
      const bytes = Buffer.allocUnsafe(length);
      readSync(fd, bytes, 0, length, position);
      const record = decodeRecord(bytes, 0, position);
      if (!record) throw damaged(position);
      return record;
    },
    async probe(position) {
      if (position < FIRST_POSITION || position >= end) return undefined;
      const length = recordLengthAt(await raw(position, 8), 0);
      if (length === undefined || position + length > end) return undefined;
      return decodeRecord(await raw(position, length), 0, position);
    },
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
