import { scanLog } from './log-scan.ts';
import { streamPage } from './read-events.ts';
import { eventData, eventId, eventMetadata, eventType, type StoredRecord, streamName, TOMBSTONE } from './record.ts';
import { openForReading } from './store.ts';

const asJson = (bytes: Buffer): unknown => {
  if (bytes.length === 0) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return { base64: bytes.toString('base64') };
  }
};

const show = (record: StoredRecord): object => ({
  position: record.position,
  stream: streamName(record),
  revision: record.flags & TOMBSTONE ? 'tombstone' : record.revision,
  type: eventType(record),
  id: eventId(record),
  created: new Date(record.created).toISOString(),
  data: asJson(eventData(record)),
  metadata: asJson(eventMetadata(record)),
});

/**
 * The last `count` events of a stream (truncated and soft-deleted ones, too) or of `$all`, oldest first. Reads the
 * files only: a server may be using them.
 */
export const inspect = async (directory: string, stream: string, count: number): Promise<readonly object[]> => {
  const { log, index } = openForReading(directory);
  const { end } = await scanLog(log, index.indexedTo(), (records) => {
    index.add(records);
    return undefined;
  });
  log.accept(end);
  const newestFirst: StoredRecord[] = [];
  if (stream === '$all') {
    for (let position = end; newestFirst.length < count; ) {
      const page = await log.backwards(position);
      if (page.length === 0) break;
      newestFirst.push(...page);
      position = page.at(-1)?.position ?? 0;
    }
  } else {
    const { last } = index.state(stream);
    while (newestFirst.length < Math.min(count, last + 1))
      newestFirst.push(...streamPage({ log, index }, stream, last - newestFirst.length, 0));
  }
  await index.close();
  log.close();
  return newestFirst.slice(0, count).reverse().map(show);
};
