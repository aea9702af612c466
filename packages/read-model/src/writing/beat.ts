import type { Pool } from 'pg';

/**
 * Records that everything that was in the ledger when its tail was asked, `askedMsAgo`, is in the tables. It moves
 * backwards only if the clock was set back; otherwise it would be in the future for that long.
 */
export const beat =
  (schema: string) =>
  async (pool: Pool, position: { commit: bigint; prepare: bigint } | null, askedMsAgo: number): Promise<void> => {
    await pool.query({
      name: `beat-${schema}`,
      text: `insert into ${schema}.heartbeat as t (at, position_commit, position_prepare, tail_reached_at)
        values (now(), $1, $2, now() - $3 * interval '1 millisecond')
        on conflict (only_row) do update
          set at = excluded.at, position_commit = excluded.position_commit,
            position_prepare = excluded.position_prepare, tail_reached_at = excluded.tail_reached_at
          where excluded.tail_reached_at > t.tail_reached_at or t.at > clock_timestamp()`,
      values: [position?.commit ?? null, position?.prepare ?? null, askedMsAgo],
    });
  };
