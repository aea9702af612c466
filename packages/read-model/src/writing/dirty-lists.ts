import type { ClientBase, Pool } from 'pg';

/** Says in the batch's transaction which first pages are older than the tables from now on. */
export const markDirty = (schema: string) => async (client: ClientBase, lists: readonly string[], position: bigint) => {
  if (lists.length === 0) return;
  await client.query({
    name: `mark-dirty-${schema}`,
    text: `insert into ${schema}.dirty_list (list, position_commit)
      select list, $2::bigint from unnest($1::text[]) as u (list) order by list
      on conflict (list) do update set position_commit = excluded.position_commit, dirtied_at = now()`,
    values: [lists, position],
  });
};

/**
 * Once the page is in the cache that was read together with this mark. A later transaction may have left the same
 * position, but not the same mark.
 */
export const sweepDirty = (schema: string) => async (pool: Pool, list: string, mark: string) => {
  await pool.query({
    name: `sweep-dirty-${schema}`,
    text: `delete from ${schema}.dirty_list where list = $1 and dirtied_at = $2::timestamptz`,
    values: [list, mark],
  });
};
