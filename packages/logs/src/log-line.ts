export const LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof LEVELS)[number];

export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: Level;
  readonly service: string;
  readonly message: string;
  /** Everything else that stands in a line of ours, by its name; none in those of the servers. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A line of ours is JSON; the servers write their own ways. Undefined: it has no time, and continues the one before it. */
export const readLine = (text: string, service: string): LogLine | undefined =>
  text.startsWith('{') ? ofOurs(text, service) : ofServer(text, service);

const ofOurs = (text: string, file: string): LogLine | undefined => {
  try {
    const { time, level, service, message, ...fields } = JSON.parse(text) as Record<string, unknown>;
    const at = Date.parse(String(time));
    if (Number.isNaN(at)) return undefined;
    return { at, level: levelOf(String(level)), service: String(service ?? file), message: String(message), fields };
  } catch {
    // Torn by a kill, or written by Node itself.
    return undefined;
  }
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How PostgreSQL, RabbitMQ and Redis begin a line. */
const FORMS: readonly { readonly form: RegExp; readonly timeOf: (found: readonly string[]) => string }[] = [
  {
    form: /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) UTC \[\d+\]:? (?:\S+ )?(?<level>[A-Z]+):\s+/,
    timeOf: ([, day, time]) => `${day}T${time}Z`,
  },
  {
    form: /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d*(\+\d\d:\d\d) \[(?<level>\w+)\] <[\d.]+> /,
    timeOf: ([, day, time, zone]) => `${day}T${time}${zone}`,
  },
  {
    form: /^\d+:[A-Z] (\d\d?) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d\.\d{3}) (?<level>[.*#-]) /,
    timeOf: ([, day = '', month = '', year, time]) =>
      `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`,
  },
];

// RabbitMQ colours its lines, wherever they go.
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const COLOURS = /\u001b\[[\d;]*m/g;

const ofServer = (coloured: string, service: string): LogLine | undefined => {
  const text = coloured.replace(COLOURS, '');
  for (const { form, timeOf } of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const at = Date.parse(timeOf(found));
    if (Number.isNaN(at)) return undefined;
    const level = levelOf(found.groups?.level ?? '');
    return { at, level, service, message: text.slice(found[0].length), fields: {} };
  }
  return undefined;
};

/** The servers' words for our levels. */
const SERVERS_LEVELS: Readonly<Record<string, Level>> = {
  ERROR: 'error',
  FATAL: 'error',
  PANIC: 'error',
  critical: 'error',
  WARNING: 'warn',
  warning: 'warn',
  '#': 'warn',
  DEBUG: 'debug',
  '.': 'debug',
  '-': 'debug',
};

const levelOf = (word: string): Level =>
  LEVELS.find((level) => level === word) ?? SERVERS_LEVELS[word] ?? (/^DEBUG\d$/.test(word) ? 'debug' : 'info');
