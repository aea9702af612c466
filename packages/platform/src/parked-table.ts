/**
 * What all tables of orders that were put aside have in common, whoever keeps them and whatever else they hold: how a
 * trial is asked for (npm run parked), when a row is tried without being asked for, and what a failed trial leaves. The
 * expressions stand in statements over a row of such a table.
 */

/** For the migration that makes a table one of these; one that is never tried by itself leaves `look_at` null. */
export const addTrialColumns = (table: string, { byItself }: { readonly byItself: boolean }): string => `
  alter table ${table}
    add column if not exists looks integer not null default 0,
    add column if not exists look_at timestamptz ${byItself ? "default now() + interval '1 minute'" : ''},
    add column if not exists retry_requested_at timestamptz`;

/** Asks for a trial. */
export const ASK_FOR_TRIAL = 'retry_requested_at = now()';
/** Asked for, and not answered yet. */
export const TRIAL_ASKED = 'retry_requested_at is not null';

/**
 * Selected with a row that is taken for a trial: which request the trial answers, null where there is none. A text, because
 * a Date holds no microseconds.
 */
export const REQUEST = 'retry_requested_at::text as asked';

/** @param pause interval between two trials of a row; one whose trial is further away was set by a clock that went back */
export const dueForTrial = (pause: string): string =>
  `(${TRIAL_ASKED} or look_at < now() or look_at > now() + ${pause})`;

/** Those that were asked for first, then those that have waited longest. */
export const TRIAL_TURN = 'retry_requested_at, look_at';

/** Set where a row is taken for a trial, so that one that is never answered does not keep others from their turn. */
export const postponed = (pause: string): string => `looks = looks + 1, look_at = now() + ${pause}`;

/**
 * Set where a trial has failed: the request that it was made for is answered. One that came while it was made, or where it
 * was made without one, stands.
 */
export const answered = (asked: string): string =>
  `retry_requested_at = nullif(retry_requested_at, ${asked}::timestamptz)`;
