import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endsOf, followLines } from './follow.ts';
import { type LineFilter, linesOf, logFilesIn } from './lines-of.ts';
import { LEVELS, type Level, type LogLine } from './log-line.ts';
import { shownLine } from './shown-line.ts';

/** Exit codes. */
const SHOWN = 0;
const NOTHING = 1;
const USAGE = 2;

const OPTIONS = {
  order: { type: 'string' },
  correlation: { type: 'string' },
  level: { type: 'string', default: 'debug' },
  service: { type: 'string' },
  since: { type: 'string' },
  limit: { type: 'string', default: '1000' },
  follow: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  folder: { type: 'string' },
} as const;

interface Given {
  readonly filter: LineFilter;
  readonly limit: number;
  readonly follow: boolean;
  readonly json: boolean;
  readonly folder: string;
}

class UsageError extends Error {}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `15m` ago, or a moment. */
const sinceOf = (text: string): number => {
  const [, number, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const at = number === undefined ? Date.parse(text) : Date.now() - Number(number) * (UNITS[unit] ?? 0);
  if (Number.isNaN(at)) throw new UsageError(`--since is a moment, or a time such as 30s, 15m, 2h: not "${text}"`);
  return at;
};

const givenIn = (root: string, args: string[]): Given => {
  const { values } = parseArgs({ args, options: OPTIONS });
  const folder = values.folder ?? join(root, '.data', 'logs');
  if (!LEVELS.includes(values.level as Level))
    throw new UsageError(`--level is one of ${LEVELS.join(', ')}: not "${values.level}"`);
  if (!/^\d+$/.test(values.limit)) throw new UsageError(`--limit is a whole number, 0 for all: not "${values.limit}"`);
  const there = [...new Set(logFilesIn(folder).map(({ service }) => service))];
  const services = values.service?.split(',').map((name) => name.trim());
  const unknown = services?.find((name) => !there.includes(name));
  if (unknown !== undefined && there.length > 0)
    throw new UsageError(`--service: nobody called "${unknown}" has a log in ${folder}, but ${there.join(', ')}`);
  return {
    filter: {
      orderId: values.order?.toLowerCase(),
      correlationId: values.correlation,
      level: values.level as Level,
      services,
      since: values.since === undefined ? undefined : sinceOf(values.since),
    },
    limit: values.limit === '0' ? Number.POSITIVE_INFINITY : Number(values.limit),
    follow: values.follow,
    json: values.json,
    folder,
  };
};

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** @returns the exit code */
export const program = async (root: string, args: string[]): Promise<number> => {
  let given: Given;
  try {
    given = givenIn(root, args);
  } catch (error) {
    const isUsage =
      error instanceof UsageError || /^ERR_PARSE_ARGS/.test(String((error as NodeJS.ErrnoException).code));
    if (!isUsage) throw error;
    tell(`${(error as Error).message.split('. ')[0]}: npm run logs -- --help shows what there is.`);
    return USAGE;
  }
  const { folder, filter, limit, follow, json } = given;
  if (logFilesIn(folder).length === 0 && !follow) {
    tell(`There are no logs in ${folder}: npm start writes them.`);
    return NOTHING;
  }
  const { isTTY = false } = process.stdout;
  const colours = isTTY && process.env.NO_COLOR === undefined;
  const print = (line: LogLine): void => {
    const { at, fields, ...named } = line;
    const text = json
      ? JSON.stringify({ time: new Date(at).toISOString(), ...named, ...fields })
      : shownLine(line, colours);
    process.stdout.write(`${text}\n`);
  };
  // Before the files are read: what comes meanwhile is shown once, or twice, but is never missed.
  const ends = endsOf(folder);
  const lines = await linesOf(folder, filter, limit);
  for (const line of lines) print(line);
  if (lines.length >= limit) tell(`The newest ${limit} lines: --limit N shows more, --limit 0 all.`);
  if (!follow) {
    if (lines.length === 0) tell('No line is like that.');
    return lines.length === 0 ? NOTHING : SHOWN;
  }
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  for await (const line of followLines(folder, filter, ends, stopped.signal)) print(line);
  return SHOWN;
};
