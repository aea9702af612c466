import { setTimeout as delay } from 'node:timers/promises';

/** For so long nothing of a name has ended, milliseconds, until the next does not wait: an answer may never come. */
const PATIENCE_MS = 1_000;

/**
 * Does the works of one name one after the other: at once they would only meet, and be done again. Nothing relies on it;
 * where one does not end the others go on.
 */
export const createTurns = (patienceMs = PATIENCE_MS) => {
  const queues = new Map<string, { last: Promise<void>; movedAt: number }>();

  const waitFor = async (ahead: Promise<void>, queue: { readonly movedAt: number }): Promise<void> => {
    let over = false;
    const ended = ahead.then(() => {
      over = true;
    });
    for (let leftMs = patienceMs; !over && leftMs > 0; leftMs = queue.movedAt + patienceMs - performance.now()) {
      const timer = new AbortController();
      await Promise.race([ended, delay(leftMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
    }
  };

  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const ahead = queues.get(name);
    const queue = ahead ?? { last: Promise.resolve(), movedAt: performance.now() };
    const before = queue.last;
    let end = (): void => {};
    const mine = new Promise<void>((resolve) => {
      end = resolve;
    });
    queue.last = mine;
    queues.set(name, queue);
    try {
      if (ahead !== undefined) await waitFor(before, queue);
      return await work();
    } finally {
      queue.movedAt = performance.now();
      end();
      if (queue.last === mine) queues.delete(name);
    }
  };
};
