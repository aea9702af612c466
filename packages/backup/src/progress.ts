import { statSync } from 'node:fs';

/** Where progress is told, a line at a time. */
export type Report = (line: string) => void;

const LINE_MS = 5_000;

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

export interface Step {
  /** Counts what was done since: bytes, unless the step says what else. */
  add(amount: number): void;
  /** Somebody else writes this file: its size counts too. */
  watch(file: string): void;
}

/** Does one part of a backup or restore: told of while it lasts, and of its size and time in the end. */
export const step = async <T>(
  report: Report,
  what: string,
  work: (step: Step) => Promise<T>,
  shown: (amount: number) => string = megabytes,
): Promise<T> => {
  const began = performance.now();
  let added = 0;
  let watched: string | null = null;
  const done = () => added + (watched === null ? 0 : (statSync(watched, { throwIfNoEntry: false })?.size ?? 0));
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const timer = setInterval(() => report(`${what} … ${shown(done())} after ${seconds()}`), LINE_MS);
  try {
    const result = await work({
      add: (more) => {
        added += more;
      },
      watch: (file) => {
        watched = file;
      },
    });
    report(`${what}: ${done() > 0 ? `${shown(done())}, ` : ''}${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
};
