import type { Level, LogLine } from './log-line.ts';

const COLOUR: Readonly<Record<Level, number>> = { error: 31, warn: 33, info: 32, debug: 2 };

/** In whose colour a service's name stands: always the same one. */
const NAMES = [36, 35, 34, 96, 95, 94];

const hash = (text: string): number => [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0;

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One line for people; what continues it, and a fault's stack, stand below. */
export const shownLine = ({ at, level, service, message, fields }: LogLine, colours: boolean): string => {
  const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { error, ...rest } = fields;
  const [first = '', ...more] = message.split('\n');
  const named = Object.entries(rest).map(([name, value]) => `${name}=${shown(value)}`);
  const head = [
    paint(2, new Date(at).toISOString()),
    paint(COLOUR[level], level.toUpperCase().padEnd(5)),
    paint(NAMES[hash(service) % NAMES.length] ?? 36, service.padEnd(20)),
    level === 'error' ? paint(31, first) : first,
    ...(named.length > 0 ? [paint(2, named.join(' '))] : []),
  ].join(' ');
  const stack = error === undefined ? [] : shown((error as { stack?: unknown } | null)?.stack ?? error).split('\n');
  return [head, ...[...more, ...stack].map((line) => `    ${line}`)].join('\n');
};
