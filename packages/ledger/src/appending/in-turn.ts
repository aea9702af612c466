import { setTimeout as delay } from 'node:timers/promises';

/** So long a command waits for the one before it on its order, milliseconds: that one may wait for an answer that never comes. */
const PATIENCE_MS = 1_000;

/**
 * Does the works of one name one after the other, as far as one has the patience: they would only meet, and be done
 * again. Nothing relies on it.
 */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const ahead = last.get(name);
    let done = (): void => {};
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    last.set(name, mine);
    try {
      if (ahead !== undefined) await patiently(ahead);
      return await work();
    } finally {
      done();
      if (last.get(name) === mine) last.delete(name);
    }
  };
};

const patiently = async (ahead: Promise<unknown>): Promise<void> => {
  const over = new AbortController();
  await Promise.race([ahead, delay(PATIENCE_MS, undefined, { signal: over.signal }).catch(() => undefined)]);
  over.abort();
};
