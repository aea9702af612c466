import { Writable } from 'node:stream';
import { createLog, type Log, type LogOptions } from '@order-ledger/platform/log';

export type Line = Record<string, unknown>;

/** A real logger whose lines are kept. */
export function keepingLog(options: Partial<LogOptions> = {}): { log: Log; text: () => string; lines: () => Line[] } {
  let written = '';
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  const log = createLog({ service: 'test', level: 'debug', destination, ...options });
  const lines = () =>
    written
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  return { log, text: () => written, lines };
}
