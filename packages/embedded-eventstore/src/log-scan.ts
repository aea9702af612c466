import { DamagedLog, type LogFile } from './log-file.ts';
import { decodeRecord, LAST_OF_APPEND, MAXIMUM_RECORD, RECORD_BEGINNING, type StoredRecord } from './record.ts';

const WINDOW = 1024 * 1024;

interface ScanResult {
  /** Position after the last whole append. */
  readonly end: number;
  /** Bytes that follow it and are not zero: what a crash left of a write that nobody was told of. */
  readonly torn: number;
}

async function* windows(log: LogFile, from: number, until: number, overlap = 0): AsyncGenerator<[number, Buffer]> {
  for (let position = from; position < until; position += WINDOW)
    yield [position, await log.raw(position, Math.min(WINDOW + overlap, until - position))];
}

const endOfNonZeros = async (log: LogFile, from: number, until: number): Promise<number> => {
  let end = from;
  for await (const [position, bytes] of windows(log, from, until)) {
    const last = bytes.findLastIndex((byte) => byte !== 0);
    if (last >= 0) end = position + last + 1;
  }
  return end;
};

// A whole record of a later group proves that the damaged place had been synced, and so acknowledged, before.
const laterGroup = async (log: LogFile, damagedAt: number, until: number): Promise<number | undefined> => {
  for await (const [position, bytes] of windows(log, damagedAt, until, MAXIMUM_RECORD)) {
    for (
      let at = bytes.indexOf(RECORD_BEGINNING);
      at >= 0 && at < WINDOW;
      at = bytes.indexOf(RECORD_BEGINNING, at + 1)
    ) {
      const record = decodeRecord(bytes, at, position + at);
      if (record && record.group > damagedAt) return record.position;
    }
  }
  return undefined;
};

/**
 * Gives every whole append from `from` on to `onAppend` and says where the log ends. Throws DamagedLog when events are
 * damaged that had been acknowledged: those are never dropped silently. The log may be in use by a server.
 */
export const scanLog = async (
  log: LogFile,
  from: number,
  onAppend: (records: readonly StoredRecord[]) => Promise<void> | undefined,
): Promise<ScanResult> => {
  let end = from;
  for (;;) {
    const size = log.size();
    let position = end;
    let append: StoredRecord[] = [];
    for (;;) {
      const records = await log.wholeRecords(position, size);
      if (records.length === 0) break;
      for (const record of records) {
        append.push(record);
        position = record.position + record.bytes.length;
        if (!(record.flags & LAST_OF_APPEND)) continue;
        const room = onAppend(append);
        if (room) await room;
        end = position;
        append = [];
      }
    }
    const tail = await endOfNonZeros(log, end, size);
    const later = await laterGroup(log, position, tail);
    if (later === undefined) return { end, torn: tail - end };
    // A record that a server was still writing when it was read here is complete by now, since the server wrote on
    // after it.
    if ((await log.wholeRecords(position, size)).length > 0) continue;
    throw new DamagedLog(
      `the event log is damaged at byte ${position}, and acknowledged events follow it (the next at byte ${later}): restore it from a backup`,
    );
  }
};
