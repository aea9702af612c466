export type Level = 'info' | 'warn' | 'error';
export type Fields = Readonly<Record<string, unknown>>;

/** Writes one JSON object on a line of standard output. */
export const logLine = (level: Level, message: string, fields: Fields = {}): void => {
  const time = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ time, level, service: 'embedded-eventstore', message, ...fields })}\n`);
};
