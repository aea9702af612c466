import { setTimeout as delay } from 'node:timers/promises';
import { orAborted } from './aborted.ts';

/** A wait in milliseconds with full jitter: random below a bound that doubles from `firstMs` up to `maxMs`. */
export const jittered = (attempt: number, { firstMs, maxMs }: { firstMs: number; maxMs: number }): number => {
  return Math.random() * Math.min(maxMs, firstMs * 2 ** attempt);
};

interface BackOffOptions {
  /** How long to wait while what we depend on answers. */
  readonly waitMs: number;
  /** A cheap question to what we depend on; rejects while that cannot be reached. */
  readonly ask: () => Promise<unknown>;
  readonly signal: AbortSignal;
  /** Between two questions, milliseconds; 500 if absent. */
  readonly askEveryMs?: number;
  /** How long to wait at most while no question is answered; 60,000 if absent: it may be the wrong question. */
  readonly longestMs?: number;
}

/**
 * Waits before another try. After a failure of our own the whole wait passes. While a dependency is away no try would
 * help; once it answers again the wait ends.
 *
 * @returns `back` when it was away and answers again: earlier failures no longer count
 */
export const backOff = async (options: BackOffOptions): Promise<'over' | 'back'> => {
  const { waitMs, ask, signal, askEveryMs = 500, longestMs = 60_000 } = options;
  const began = performance.now();
  for (let away = false; !signal.aborted; ) {
    const question = ask().then(
      () => true,
      () => false,
    );
    const answers = (await orAborted(question, signal)) ?? false;
    if (answers && away) return 'back';
    away = !answers;
    const leftMs = (away ? longestMs : waitMs) - (performance.now() - began);
    if (leftMs <= 0) break;
    await delay(Math.min(askEveryMs, leftMs), undefined, { signal }).catch(() => undefined);
  }
  return 'over';
};
