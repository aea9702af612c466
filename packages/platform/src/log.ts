import { isNativeError } from 'node:util/types';
import { trace } from '@opentelemetry/api';
import winston from 'winston';
import Transport from 'winston-transport';
import { currentContext } from './context.ts';
import { scrubStack } from './error-stack.ts';
import { createLineOutput, type LineOutput } from './line-output.ts';
import { type LogFields, logFields, numberFields } from './log-fields.ts';
import { scrub } from './mask.ts';

/** Under which winston hands over the finished line. */
const MESSAGE = Symbol.for('message');

type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export type Log = {
  readonly [Level in LogLevel]: (message: string, fields?: LogFields) => void;
} & {
  /** Resolves when every line has been handed to the destination; nothing may be logged after it. */
  readonly close: () => Promise<void>;
};

export interface LogOptions {
  readonly service: string;
  readonly level?: LogLevel;
  readonly format?: 'json' | 'pretty';
  /** Where each line goes at once; standard output, in batches, if absent. */
  readonly destination?: NodeJS.WritableStream;
  /** Whoever reads standard output is gone. */
  readonly onGone?: (error: unknown) => void;
}

/** Lines by which people learn what is wrong wait for no batch. */
const URGENT: ReadonlySet<string> = new Set<LogLevel>(['error', 'warn']);

class BatchTransport extends Transport {
  readonly #output: LineOutput;

  constructor(output: LineOutput) {
    super();
    this.#output = output;
  }

  override log(info: { level: string; [MESSAGE]: string }, next: () => void): void {
    this.#output.write(info[MESSAGE], URGENT.has(info.level));
    next();
  }
}

/**
 * The one logger. A line has `time`, `level`, `service`, `message`, the ids of the running context and span, and of
 * the given fields those that `log-fields.ts` allows; the names of others are kept in `dropped_fields`, their values
 * nowhere. Every text goes through the scrubber last.
 */
export const createLog = (options: LogOptions): Log => {
  const { service, level = 'info', format = 'json', destination, onGone = () => undefined } = options;
  const render = format === 'pretty' ? prettyLine : JSON.stringify;
  const dropped = (count: number) =>
    render(lineOf(service, 'warn', 'lines were dropped here: nobody read those before them', { count }));
  // Node makes the pipe of standard output one that blocks nobody when it is first asked for.
  const output =
    destination === undefined ? createLineOutput({ fd: process.stdout.fd, droppedLine: dropped, onGone }) : undefined;
  const logger = winston.createLogger({
    level,
    levels: { error: 0, warn: 1, info: 2, debug: 3 },
    format: winston.format.printf((info) => render(info.line as Line)),
    transports: [
      output === undefined
        ? new winston.transports.Stream({ stream: destination as NodeJS.WritableStream, eol: '\n' })
        : new BatchTransport(output),
    ],
  });
  const write = (at: LogLevel) => (message: string, fields?: LogFields) => {
    if (!logger.isLevelEnabled(at)) return;
    logger.log({ level: at, message: '', line: lineOf(service, at, message, fields) });
  };
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    close: () =>
      new Promise((resolve) => {
        logger.once('finish', () => resolve(output?.close()));
        logger.end();
      }),
  };
};

type Line = Record<string, unknown>;

const lineOf = (service: string, level: LogLevel, message: string, fields: LogFields = {}): Line => {
  const span = trace.getActiveSpan()?.spanContext();
  const line: Line = { time: new Date().toISOString(), level, service, message: scrub(message) };
  if (span !== undefined) {
    line.trace_id = span.traceId;
    line.span_id = span.spanId;
  }
  const given: Readonly<Record<string, unknown>> = { ...currentContext(), ...fields };
  const dropped: string[] = [];
  for (const name in given) {
    const value = given[name];
    if (value === undefined) continue;
    if (!allowed.has(name)) dropped.push(scrub(name));
    else line[name] = name === 'error' ? describeError(value) : presentable(value, name);
  }
  if (dropped.length > 0) line.dropped_fields = dropped;
  return line;
};

const allowed: ReadonlySet<string> = new Set<string>([...logFields, 'error']);

const numbers: ReadonlySet<string> = new Set<string>(numberFields);

const presentable = (value: unknown, name: string): unknown => {
  if (typeof value === 'string') return presentableText(value, name);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, 100).map((one) => presentable(one, name));
  return '[object]';
};

/** Digits of thirteen and more look like a card's or a telephone's, but not where a number is known to stand. */
const presentableText = (text: string, name: string): string => {
  return numbers.has(name) && /^-?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? text : scrub(text);
};

/** Of an error only what names the fault: its other properties (a database's `detail`, a request's body) may hold data. */
const describeError = (error: unknown, depth = 0): unknown => {
  if (!isNativeError(error)) return scrub(String(error));
  const described: Line = { name: scrub(error.name), message: scrub(error.message) };
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) {
    described.code = typeof error.code === 'string' ? scrub(error.code) : error.code;
  }
  if (error.stack !== undefined) described.stack = scrubStack(error.stack, error.message);
  if (error.cause !== undefined && depth < 3) described.cause = describeError(error.cause, depth + 1);
  if ('errors' in error && Array.isArray(error.errors) && depth < 3) {
    described.errors = error.errors.slice(0, 10).map((one) => describeError(one, depth + 1));
  }
  return described;
};

const prettyLine = (line: Line): string => {
  const { time, level, service, message, error, ...rest } = line;
  const fields = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const head = [String(time).slice(11, 23), String(level).toUpperCase().padEnd(5), service, message, ...fields].join(
    ' ',
  );
  if (error === undefined) return head;
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : error;
  return `${head}\n  ${String(stack).replaceAll('\n', '\n  ')}`;
};
