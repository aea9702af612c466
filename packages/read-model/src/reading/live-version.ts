import type pg from 'pg';
import { versionSchema } from '../schema.ts';

/** How the read model stands: which version is live, and until when it is known to hold everything. */
export interface Standing {
  schema: string;
  version: number;
  /** Every event that the ledger held by then is in the tables; null before that was ever so. */
  tail_reached_at: Date | null;
  /** Milliseconds from then to now, by the database's clock; null as above. */
  lag_ms: number | null;
}

const POINTER = 'select version from read_model.live_version';

/** The pointer row, then the heartbeat of the version that it names: a rebuilt version has its own. */
export const readStanding = async (pool: pg.Pool): Promise<Standing> => {
  const { rows } = await pool.query<{ version: number }>({ name: 'live-version', text: POINTER });
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('read_model.live_version is empty: the projector has not made a version');
  const schema = versionSchema(version);
  const heartbeat = await pool.query<{ tail_reached_at: Date | null; lag_ms: number | null }>({
    name: `heartbeat-${schema}`,
    text: `select tail_reached_at, extract(epoch from clock_timestamp() - tail_reached_at)::float8 * 1000 as lag_ms
           from ${schema}.heartbeat`,
  });
  const beat = heartbeat.rows[0];
  return { schema, version, tail_reached_at: beat?.tail_reached_at ?? null, lag_ms: beat?.lag_ms ?? null };
};
