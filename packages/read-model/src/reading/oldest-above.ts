import type { Reader } from './reader.ts';

/** When the oldest event above a position of `$all` was recorded; of null the oldest of all; null: there is none. */
export const oldestAbove = async ({ pool, schema }: Reader, position: string | null): Promise<Date | null> => {
  const { rows } = await pool.query<{ recorded_at: Date }>({
    name: `oldest-above-${schema}`,
    text: `select recorded_at from ${schema}.order_timeline where position_commit > $1::bigint
           order by position_commit, recorded_at limit 1`,
    values: [position ?? '-1'],
  });
  return rows[0]?.recorded_at ?? null;
};
