import { DamagedLog, type LogFile } from './log-file.ts';
import { decodeRecord, LAST_OF_APPEND, MAXIMUM_RECORD, recordLengthAt, type StoredRecord } from './record.ts';

const WINDOW = 1024 * 1024;
const MAGIC_BYTES = Buffer.from([0x4f, 0x4c, 0x44, 0x45]);

export interface ScanResult {
  /** Position after the last whole append. */
  readonly end: number;
  /** Bytes that follow it and are not zero: what a crash left of a write that nobody was told of. */
  readonly torn: number;
}

// Reads the file in windows; a record that does not fit the rest of a window starts the next one.
async function* recordsFrom(log: LogFile, from: number, size: number): AsyncGenerator<StoredRecord, number> {
  let position = from;
  while (position < size) {
    let bytes = await log.raw(position, Math.min(WINDOW, size - position));
    const first = recordLengthAt(bytes, 0);
    if (first === undefined) return position;
    if (first > bytes.length) bytes = await log.raw(position, Math.min(first, size - position));
    let at = 0;
    for (;;) {
      const record = decodeRecord(bytes, at, position + at);
      if (!record) break;
      yield record;
      at += record.bytes.length;
    }
    if (at === 0) return position;
    position += at;
  }
  return position;
}

const lastNonZero = async (log: LogFile, from: number, size: number): Promise<number> => {
  let last = from;
  for (let position = from; position < size; position += WINDOW) {
    const bytes = await log.raw(position, Math.min(WINDOW, size - position));
    for (let at = bytes.length - 1; at >= 0; at--)
      if (bytes[at] !== 0) {
        last = position + at + 1;
        break;
      }
  }
  return last;
};

// A whole record of a later group proves that the damaged place had been synced, and so acknowledged, before.
const laterGroup = async (log: LogFile, damagedAt: number, until: number): Promise<number | undefined> => {
  for (let position = damagedAt; position < until; position += WINDOW) {
    const bytes = await log.raw(position, Math.min(WINDOW + MAXIMUM_RECORD, until - position));
    for (let at = bytes.indexOf(MAGIC_BYTES); at >= 0 && at < WINDOW; at = bytes.indexOf(MAGIC_BYTES, at + 1)) {
      const record = decodeRecord(bytes, at, position + at);
      if (record && record.group > damagedAt) return record.position;
    }
  }
  return undefined;
};

/**
 * Gives every whole append from `from` on to `onAppend` and says where the log ends. Throws DamagedLog when events are
 * damaged that had been acknowledged: those are never dropped silently.
 */
export const scanLog = async (
  log: LogFile,
  from: number,
  onAppend: (records: readonly StoredRecord[]) => Promise<void> | undefined,
): Promise<ScanResult> => {
  const size = log.size();
  const records = recordsFrom(log, from, size);
  let end = from;
  let append: StoredRecord[] = [];
  let next = await records.next();
  while (!next.done) {
    append.push(next.value);
    if (next.value.flags & LAST_OF_APPEND) {
      const room = onAppend(append);
      if (room) await room;
      end = next.value.position + next.value.bytes.length;
      append = [];
    }
    next = await records.next();
  }
  const stoppedAt = next.value;
  const tail = await lastNonZero(log, end, size);
  if (tail > stoppedAt) {
    const later = await laterGroup(log, stoppedAt, tail);
    if (later !== undefined)
      throw new DamagedLog(
        `the event log is damaged at byte ${stoppedAt}, and acknowledged events follow it (the next at byte ${later}): restore it from a backup`,
      );
  }
  return { end, torn: tail - end };
};
