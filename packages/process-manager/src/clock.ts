import type pg from 'pg';

/** Further apart, and deadlines and records would contradict each other. */
const TOLERANCE_MS = 2_000;

export class ClockSkewError extends Error {
  override readonly name = 'ClockSkewError';
  readonly code = 'clock-skew';
}

/** By how much a moment lies outside of the time that the question took, milliseconds: what the way takes is no skew. */
export const skewMs = (asked: number, theirs: number, answered: number): number =>
  Math.max(0, asked - theirs, theirs - answered);

/** For readiness: throws ClockSkewError when this machine's clock and Postgres's differ. */
export const checkClock = async (pool: pg.Pool, now: () => number = Date.now): Promise<void> => {
  const asked = now();
  const { rows } = await pool.query<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms');
  const skew = skewMs(asked, Number(rows[0]?.ms), now());
  if (skew > TOLERANCE_MS)
    throw new ClockSkewError(`this clock and Postgres's differ by ${Math.round(skew)} ms: synchronise them`);
};
