import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { LEVELS, type Level, type LogLine, readLine } from './log-line.ts';

export interface LineFilter {
  readonly orderId?: string | undefined;
  readonly correlationId?: string | undefined;
  /** This level and those above it. */
  readonly level?: Level | undefined;
  /** Names of files without their ending: of our processes and of the servers; all if absent. */
  readonly services?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  readonly since?: number | undefined;
}

/** `bridge.log` is being written; `bridge.log.<when it was closed>.gz` are those before it. */
const LOG_FILE = /^(?<service>.+)\.log(?:\.\d{13}\.gz)?$/;

export interface LogFile {
  readonly name: string;
  readonly service: string;
}

/** Of each service the oldest first. */
export const logFilesIn = (folder: string): LogFile[] =>
  (existsSync(folder) ? readdirSync(folder) : []).sort(oldestFirst).flatMap((name) => {
    const service = LOG_FILE.exec(name)?.groups?.service;
    return service === undefined ? [] : [{ name, service }];
  });

/** The one that is written to is the newest. */
const oldestFirst = (a: string, b: string): number => {
  const [one, other] = [a, b].map((name) => (name.endsWith('.log') ? `${name}.9` : name)) as [string, string];
  return one < other ? -1 : 1;
};

const severity = (level: Level): number => LEVELS.indexOf(level);

export const passes = (
  { orderId, correlationId, level = 'debug', since = 0 }: LineFilter,
  line: LogLine,
  text: string,
): boolean =>
  severity(line.level) <= severity(level) &&
  line.at >= since &&
  names(line, text, 'order_id', orderId) &&
  names(line, text, 'correlation_id', correlationId);

/** A line of ours says in a field whose it is; one of a server may name it in its text, such as PostgreSQL a key. */
const names = ({ fields }: LogLine, text: string, field: string, wanted: string | undefined): boolean =>
  wanted === undefined || fields[field] === wanted || (!text.startsWith('{') && text.includes(wanted));

/**
 * The lines that pass, of all log files of a folder, the earliest first; of lines of one millisecond each file's keep
 * their sequence. A line without a time, such as one of a stack, stays with the one before it.
 * @param newest so many at most, those that came last
 */
export const linesOf = async (
  folder: string,
  filter: LineFilter,
  newest = Number.POSITIVE_INFINITY,
): Promise<LogLine[]> => {
  const found: LogLine[] = [];
  for (const { name, service } of logFilesIn(folder)) {
    if (filter.services !== undefined && !filter.services.includes(service)) continue;
    // What was written last to a file that ends before the time is before it too.
    if (filter.since !== undefined && lastWritten(folder, name) < filter.since) continue;
    for await (const line of linesOfFile(join(folder, name), service, filter)) found.push(line);
    if (found.length > 4 * newest) keepNewest(found, newest);
  }
  return keepNewest(found, newest);
};

const keepNewest = (lines: LogLine[], most: number): LogLine[] => {
  lines.sort((a, b) => a.at - b.at);
  if (lines.length > most) lines.splice(0, lines.length - most);
  return lines;
};

const lastWritten = (folder: string, name: string): number => {
  const closed = /\.(\d{13})\.gz$/.exec(name)?.[1];
  if (closed !== undefined) return Number(closed);
  return statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
};

/** The lines of one file that pass, each with those that continue it. */
async function* linesOfFile(path: string, service: string, filter: LineFilter): AsyncGenerator<LogLine> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // It was the oldest, and is gone, or was cut off while it was packed: what came of it counts.
  for (const stream of [file, input]) stream.on('error', () => lines.close());
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let held: LogLine | undefined;
  const ids = [filter.orderId, filter.correlationId].filter((id) => id !== undefined);
  for await (const text of lines) {
    // Most lines are another order's: they need not be understood.
    const isOfAnother = text.startsWith('{') && ids.some((id) => !text.includes(id));
    const line = isOfAnother ? null : readLine(text, service);
    if (line === undefined) {
      if (held !== undefined && text !== '') held = { ...held, message: `${held.message}\n${text}` };
      continue;
    }
    if (held !== undefined) yield held;
    held = line !== null && passes(filter, line, text) ? line : undefined;
  }
  if (held !== undefined) yield held;
}
