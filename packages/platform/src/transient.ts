import { type Sign, TRANSIENT_FAULTS, type TransientFault } from './transient-table.ts';

/** Causes of causes, and the parts of aggregated errors, that are looked through. */
const MOST_LINKS = 16;

/** The error, what caused it and what it is made of, the nearest first. */
export function* chainOf(error: unknown): Generator<object> {
  const waiting: unknown[] = [error];
  const seen = new Set<unknown>();
  while (waiting.length > 0 && seen.size < MOST_LINKS) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    yield next;
    if ('cause' in next) waiting.push(next.cause);
    if ('errors' in next && Array.isArray(next.errors)) waiting.push(...next.errors);
  }
}

/** The row of the table for a failure, by the nearest of its causes that has one. Undefined: it is not known. */
export const transientFault = (error: unknown): TransientFault | undefined => {
  for (const link of chainOf(error)) {
    const fault = rowOf(link);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/**
 * A dependency cannot be reached, or serves nobody now: an outage. It is not counted as a try; work waits and continues
 * by itself. False if the server did answer: a conflict, or a statement that took too long.
 */
export const isOutage = (error: unknown): boolean => {
  const fault = transientFault(error);
  return fault !== undefined && isOutageOf(fault);
};

export const isOutageOf = ({ then }: TransientFault): boolean => then === 'refused' || then === 'lost';

/** The row of this one error, its causes left alone. */
export const rowOf = (error: object): TransientFault | undefined => {
  for (const [sign, value] of signsOf(error)) {
    const found =
      exact.get(`${sign} ${value}`) ??
      families.find((row) => row.sign === sign && value.startsWith(row.code.slice(0, -1)));
    if (found !== undefined && holds(found, error)) return found;
  }
  for (const [mark, row] of marks) if (mark in error) return row;
  // A text only speaks for what has no code: a code that is not in the table is another fault.
  if ('code' in error && error.code !== undefined) return undefined;
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  return texts.find(({ pattern }) => pattern.test(message))?.row;
};

function* signsOf(error: object): Generator<readonly [Sign, string]> {
  const { code, name, type, status, message } = error as Readonly<Record<string, unknown>>;
  if (typeof code === 'string') yield ['code', code];
  // Exceptions of the web platform number their names.
  if (typeof code === 'number' && !(error instanceof DOMException)) yield [code < 100 ? 'grpc' : 'amqp', String(code)];
  if (typeof type === 'string') yield ['type', type];
  if (typeof status === 'number') yield ['status', String(status)];
  if (typeof name === 'string') yield ['name', name];
  if (name === 'ReplyError' && typeof message === 'string') yield ['reply', message.split(/[\s,:]/, 1)[0] ?? ''];
}

const holds = ({ only }: TransientFault, error: object): boolean =>
  only === undefined || Object.entries(only).every(([key, value]) => Reflect.get(error, key) === value);

const exact = new Map(TRANSIENT_FAULTS.map((row) => [`${row.sign} ${row.code}`, row]));
const families = TRANSIENT_FAULTS.filter(({ code, sign }) => sign === 'code' && code.endsWith('*'));
const marks = TRANSIENT_FAULTS.filter(({ sign }) => sign === 'mark').map((row) => [row.code, row] as const);
const texts = TRANSIENT_FAULTS.filter(({ sign }) => sign === 'text').map((row) => ({
  row,
  pattern: new RegExp(row.code, 'i'),
}));
