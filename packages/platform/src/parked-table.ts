/**
 * What all tables of parked orders have in common: how a retry is asked for (npm run parked), when a row is retried
 * without a request, and what a failed retry leaves. The expressions are parts of statements over a row of such a
 * table.
 */

/** For the migration that makes a table one of these; a table that is never retried by itself leaves `look_at` null. */
export const addTrialColumns = (table: string, { byItself }: { readonly byItself: boolean }): string => `
  alter table ${table}
    add column if not exists looks integer not null default 0,
    add column if not exists look_at timestamptz ${byItself ? "default now() + interval '1 minute'" : ''},
    add column if not exists retry_requested_at timestamptz`;

/** Asks for a retry. */
export const ASK_FOR_TRIAL = 'retry_requested_at = now()';
/**
 * The function by which whoever may read what a schema publishes asks its owner to retry an order. It answers for how
 * many rows it has asked.
 */
export const ASK_FUNCTION = 'ask_for_trial(uuid)';

/**
 * For a migration of the schema that has the table: sets the request with its owner's right, and can do nothing else.
 * Names are those of the schema, whatever the caller's search path is.
 */
export const createAskFunction = (table: string): string => `
  do $make$
  begin
    execute format($create$
      create function ask_for_trial(of_order uuid) returns integer
      language sql security definer set search_path = pg_catalog, pg_temp as $ask$
        with asked as (update %I.${table} set ${ASK_FOR_TRIAL} where order_id = of_order returning 1)
        select count(*)::integer from asked
      $ask$
    $create$, current_schema());
  end
  $make$;
  revoke execute on function ${ASK_FUNCTION} from public`;

/** Asked for, and not answered yet. */
export const TRIAL_ASKED = 'retry_requested_at is not null';

/**
 * Selected with a row that is taken for a retry: the request that the retry answers, null if there is none. A text,
 * because a Date holds no microseconds.
 */
export const REQUEST = 'retry_requested_at::text as asked';

/**
 * @param pause interval between two retries of a row; a retry that is further away was set before the clock went back
 */
export const dueForTrial = (pause: string): string =>
  `(${TRIAL_ASKED} or look_at < now() or look_at > now() + ${pause})`;

/** Those that were asked for first, then those that have waited longest. */
export const TRIAL_TURN = 'retry_requested_at, look_at';

/** Set when a row is taken for a retry, so that one that is never answered does not keep others from their turn. */
export const postponed = (pause: string): string => `looks = looks + 1, look_at = now() + ${pause}`;

/** Set when a retry has failed: the request that it was made for is answered. A request that came meanwhile is kept. */
export const answered = (asked: string): string =>
  `retry_requested_at = nullif(retry_requested_at, ${asked}::timestamptz)`;
