import { FIRST_POSITION } from './log-file.ts';
import { scanLog } from './log-scan.ts';
import { eventId, streamName, TOMBSTONE, TOMBSTONE_REVISION } from './record.ts';
import { openForReading } from './store.ts';

interface Verification {
  readonly events: number;
  readonly bytes: number;
  /** Bytes after the last whole append: a write under way, or what a crash left of one. */
  readonly torn: number;
  /** Where log and index disagree, the first few of them. */
  readonly problems: readonly string[];
}

const MOST_PROBLEMS = 20;

/** Reads the whole log, checks every checksum, and holds every event against the index. Throws DamagedLog. */
export const verify = async (directory: string): Promise<Verification> => {
  const { log, index } = openForReading(directory);
  const indexedTo = index.indexedTo();
  const problems: string[] = [];
  let events = 0;
  const { end, torn } = await scanLog(log, FIRST_POSITION, (records) => {
    events += records.length;
    for (const record of records) {
      if (record.position >= indexedTo || problems.length >= MOST_PROBLEMS) continue;
      const stream = streamName(record);
      const revision = record.flags & TOMBSTONE ? TOMBSTONE_REVISION : record.revision;
      const place = index.place(stream, revision);
      const known = index.revisionOf(stream, eventId(record));
      if (place?.position !== record.position)
        problems.push(
          `revision ${revision} of ${stream}: byte ${record.position} of the log, ${place?.position ?? 'nothing'} in the index`,
        );
      if (known === undefined || known > revision)
        problems.push(`event id ${eventId(record)} of ${stream}: not in the index`);
    }
    return undefined;
  });
  if (end < indexedTo) problems.push(`the index knows events up to byte ${indexedTo}, the log ends at byte ${end}`);
  await index.close();
  log.close();
  return { events, bytes: end, torn, problems };
};
