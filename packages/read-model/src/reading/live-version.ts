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
  /** Lists whose first page in Redis may be older than the tables. */
  dirty_lists: readonly string[];
}

const POINTER = 'select version from read_model.live_version';

/** The pointer row, then the heartbeat of the version that it names: a rebuilt version has its own. */
export const readStanding = async (pool: pg.Pool): Promise<Standing> => {
  const { rows } = await pool.query<{ version: number }>({ name: 'live-version', text: POINTER });
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('read_model.live_version is empty: the projector has not made a version');
  const schema = versionSchema(version);
  const { rows: beats } = await pool.query<Omit<Standing, 'schema' | 'version'>>({
    name: `heartbeat-${schema}`,
    text: `select h.tail_reached_at,
             extract(epoch from clock_timestamp() - h.tail_reached_at)::float8 * 1000 as lag_ms,
             array(select list from ${schema}.dirty_list) as dirty_lists
           from (select 1) one left join ${schema}.heartbeat h on true`,
  });
  return { schema, version, ...(beats[0] as Omit<Standing, 'schema' | 'version'>) };
};
