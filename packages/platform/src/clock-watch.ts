import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { orAborted } from './aborted.ts';
import { type ClockReading, clock as ours } from './clock.ts';
import type { Health } from './health.ts';
import type { Log } from './log.ts';
import { defineMetrics } from './metrics.ts';

/** What another clock shows: milliseconds since 1970, between two where it shows whole seconds. */
export interface Shown {
  readonly from: number;
  readonly to: number;
}

export interface ClockWatchOptions {
  /** Asks another clock; rejects where it cannot be asked now. By the names that the metric and the log show. */
  readonly others: Readonly<Record<string, (signal: AbortSignal) => Promise<Shown>>>;
  readonly limitMs: number;
  readonly health: Pick<Health, 'addCheck' | 'addWarning'>;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Whether this process must stop being ready. Others continue with the time on which the clocks agree. */
  readonly needed?: boolean;
}

class ClockSkewError extends Error {
  override readonly name = 'ClockSkewError';
  readonly code = 'clock-skew';
}

const metrics = defineMetrics({
  ahead: {
    type: 'gauge',
    name: 'clock_ahead_seconds',
    help: "By how much another clock is ahead of this machine's, below zero where it is behind; the way of the question taken off",
    labels: ['of'],
  },
  correction: {
    type: 'gauge',
    name: 'clock_correction_seconds',
    help: "By how much the time that is worked with is ahead of this machine's clock, because that is known to be wrong",
  },
});

/** For a statement: Postgres's clock at this moment, milliseconds since 1970. */
export const POSTGRES_CLOCK_MS = 'extract(epoch from clock_timestamp())::float8 * 1000';

const LOOK_EVERY_MS = 5_000;
const LIMIT_OF_A_QUESTION_MS = 2_000;

/** What Postgres's clock shows; for `watchClocks`. */
export const postgresClock = (pool: pg.Pool): ClockWatchOptions['others'] => ({
  postgres: async () => {
    const { rows } = await pool.query<{ ms: number }>(`select ${POSTGRES_CLOCK_MS} as ms`);
    const ms = rows[0]?.ms ?? Number.NaN;
    return { from: ms, to: ms };
  },
});

/** What is told of the clocks beside the others, which are apart from this machine's. */
const TOLD: Readonly<Record<string, string>> = {
  own: "this machine's clock is wrong; time is kept without it",
  before: 'all clocks went back together: what is later than they say may be right',
};

/** Each that is further from this machine's clock than it may be, by how much it is ahead. */
const apart = (limitMs: number, withBefore = true): Map<string, number> => {
  const far = new Map<string, number>();
  for (const name of ours.names()) far.set(name, ours.ahead(name));
  far.set('own', ours.correction());
  if (withBefore) far.set('before', ours.held());
  for (const [name, ms] of far) if (Math.abs(ms) <= limitMs) far.delete(name);
  return far;
};

const worded = (far: ReadonlyMap<string, number>): string =>
  [...far].map(([name, ms]) => `${name} ${Math.abs(ms)} ms ${ms > 0 ? 'ahead' : 'behind'}`).join(', ');

/**
 * Holds this machine's clock against others every few seconds, for `clock`, for the metrics and the log, and for a check
 * of readiness, as a rule one that warns alone. Resolves when they were asked for the first time.
 */
export const watchClocks = async (options: ClockWatchOptions): Promise<void> => {
  const { others, limitMs, health, log, signal } = options;
  ours.limit(limitMs);
  let told = new Map<string, number>();

  const ask = async (name: string): Promise<ClockReading | undefined> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_OF_A_QUESTION_MS)]);
    const asked = performance.now();
    // A server that cannot be asked has a check of its own.
    const shown = await orAborted(
      Promise.resolve().then(() => others[name]?.(limit)),
      limit,
    ).catch(() => undefined);
    return shown === undefined ? undefined : { name, asked, answered: performance.now(), ...shown };
  };

  const tell = (): void => {
    const far = apart(limitMs);
    for (const [name, skew_ms] of far) {
      const message = TOLD[name] ?? "a clock differs from this machine's";
      if (!told.has(name)) log.warn(message, { dependency: name, skew_ms, limit_ms: limitMs });
    }
    for (const [name, ms] of told) {
      if (far.has(name)) continue;
      // Nothing new is known of a clock that cannot be asked now.
      if (name in others && !ours.names().includes(name)) far.set(name, ms);
      else log.info('clock within its limit again', { dependency: name });
    }
    told = far;
  };

  const look = async (): Promise<void> => {
    const readings = await Promise.all(Object.keys(others).map(ask));
    if (signal.aborted) return;
    ours.take(readings.filter((reading) => reading !== undefined));
    for (const name of Object.keys(others)) {
      if (ours.names().includes(name)) metrics.ahead.set({ of: name }, ours.ahead(name) / 1_000);
      else metrics.ahead.remove({ of: name });
    }
    tell();
  };

  metrics.correction.onCollect(() => metrics.correction.set({}, ours.correction() / 1_000));
  const { needed = false } = options;
  const check = (): void => {
    const far = apart(limitMs, !needed);
    if (far.size > 0) throw new ClockSkewError(`against this machine's clock: ${worded(far)}; synchronise the clocks`);
  };
  if (needed) health.addCheck('clock', check);
  else health.addWarning('clock', check);
  await look();
  const goOn = async (): Promise<void> => {
    while (!signal.aborted) {
      await delay(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  };
  void goOn();
};
