import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockDirectory } from './directory-lock.ts';
import type { Disk } from './disk.ts';
import { type LogFile, openLog } from './log-file.ts';
import { scanLog } from './log-scan.ts';
import { streamName } from './record.ts';
import { openIndex, type StreamIndex } from './stream-index.ts';
import { serverEvent, type Write } from './write.ts';
import { type GroupReport, openWriter, type Writer } from './writer.ts';

export const LOG_FILE = 'events.log';
export const INDEX_DIRECTORY = 'index';

export interface Store extends Pick<Writer, 'submit' | 'failure' | 'idle'> {
  readonly log: LogFile;
  readonly index: StreamIndex;
  /** Tells of every commit, by the streams that it concerns: see `newsOf`. */
  readonly news: EventEmitter;
  /** Answers what was submitted, syncs the index and lets go of the directory. */
  close(): Promise<void>;
}

interface StoreOptions {
  readonly directory: string;
  readonly disk?: Disk;
  readonly note: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly onGroup?: (report: GroupReport) => void;
  readonly onFailure: (reason: string) => void;
}

const ALL = 'all';
const topicOf = (stream: string): string => `stream ${stream}`;

/** Resolves at the next commit to a stream (undefined for $all), or when the reader is gone. */
export const newsOf = ({ news }: Store, stream: string | undefined, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const topic = stream === undefined ? ALL : topicOf(stream);
    const wake = (): void => {
      news.off(topic, wake);
      gone.removeEventListener('abort', wake);
      resolve();
    };
    news.on(topic, wake);
    gone.addEventListener('abort', wake);
    if (gone.aborted) wake();
  });

/** The log and the index of a data directory, in use by a server or not, without changing either. */
export const openForReading = (directory: string): { readonly log: LogFile; readonly index: StreamIndex } => {
  for (const name of [LOG_FILE, INDEX_DIRECTORY])
    if (!existsSync(join(directory, name)))
      throw new Error(`${directory} is not a data directory of this server: it has no ${name}`);
  // The index first: whatever it knows stands in the log.
  const index = openIndex(join(directory, INDEX_DIRECTORY), { readOnly: true });
  return { index, log: openLog(join(directory, LOG_FILE), { readOnly: true }) };
};

/**
 * Opens a data directory: reads the log from where the index ends, removes what a crash left of an unacknowledged
 * write, and refuses (DamagedLog) when acknowledged events are damaged.
 */
export const openStore = async ({ directory, disk, note, onGroup, onFailure }: StoreOptions): Promise<Store> => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const unlock = await lockDirectory(directory);
  const started = performance.now();
  // As long as there is no writer, the flush below tells of it.
  let onIndexFailure = (_error: Error): void => {};
  const log = openLog(join(directory, LOG_FILE), disk ? { disk } : {});
  const index = openIndex(join(directory, INDEX_DIRECTORY), {
    onFailure: (error) => onIndexFailure(error),
  });
  const from = index.indexedTo();
  if (from > log.size())
    throw new Error(
      `the event log of ${directory} ends at byte ${log.size()}, but its index knows events up to byte ${from}: the log was cut or exchanged; restore both from one backup, or remove the folder ${INDEX_DIRECTORY} to accept the log as it is`,
    );
  let events = 0;
  const { end, torn } = await scanLog(log, from, (records) => {
    index.add(records);
    events += records.length;
    return index.pressure();
  });
  log.accept(end);
  log.cut();
  if (torn > 0)
    note('removed a torn tail: the rest of a write that was never acknowledged', { bytes: torn, position: end });
  await index.flush();
  note('opened', { directory, bytes: end, events_checked: events, ms: Math.round(performance.now() - started) });

  const news = new EventEmitter().setMaxListeners(0);
  const [newest] = await log.backwards(log.end(), 1);
  const writer = openWriter({
    log,
    index,
    lastCreated: newest?.created ?? 0,
    onCommitted(records, report) {
      news.emit(ALL);
      for (const record of records) news.emit(topicOf(streamName(record)));
      onGroup?.(report);
    },
    onFailure,
  });
  onIndexFailure = (error) => writer.fail(error.message);

  if (!newest) {
    const event = serverEvent('$ledger', '$created', JSON.stringify({ ledger: randomUUID() }));
    const write: Write = { kind: 'append', stream: event.stream, expected: 'any', events: [event] };
    await writer.submit(write, Number.POSITIVE_INFINITY);
  }

  return {
    ...writer,
    log,
    index,
    news,
    async close() {
      await writer.idle();
      writer.close();
      if (writer.failure() === undefined) {
        await index.close();
        log.cut();
      }
      log.close();
      await unlock();
    },
  };
};
