import type { Answer } from '@order-ledger/platform/within';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { TIMER_LATE_S } from '../case.ts';
import type { LaneEvidence, ReactionsEvidence, RelayEvidence, SystemEvidence } from '../evidence.ts';
import { published } from './published.ts';

type Pool = Reader['pool'];

const readRelays = async (pool: Pool): Promise<RelayEvidence[]> => {
  const { rows } = await pool.query<Omit<RelayEvidence, 'updated_at'> & { updated_at: Date }>(
    'select exchange, commit_position, updated_at from messaging.relay_view order by exchange',
  );
  return rows.map((row) => ({ ...row, updated_at: row.updated_at.toISOString() }));
};

const readReactions = async (pool: Pool): Promise<ReactionsEvidence | null> => {
  const { rows } = await pool.query<Omit<ReactionsEvidence, 'updated_at'> & { updated_at: Date }>(
    `select commit_position, updated_at from process_manager.reaction_view where name = 'reactions'`,
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, updated_at: row.updated_at.toISOString() };
};

const readLanes = async (pool: Pool): Promise<LaneEvidence[]> =>
  (await pool.query<LaneEvidence>('select lane, queued::integer, running::integer from pricing.lane_view')).rows;

const readFreshness = async ({ pool, schema }: Reader) => {
  const { rows } = await pool.query<{ lag_s: number | null; current_until: Date | null }>(
    `select h.tail_reached_at as current_until,
       round(extract(epoch from clock_timestamp() - h.tail_reached_at))::integer as lag_s
     from (select 1) one left join ${schema}.heartbeat h on true`,
  );
  return { lag_s: rows[0]?.lag_s ?? null, current_until: rows[0]?.current_until?.toISOString() ?? null };
};

/** Parked by whom, or with a timer that does not fire: each process has a table of its own, in which few rows are that. */
const NAMED_IDS = [
  ['read_model', (schema: string) => `select order_id from ${schema}.order_parked where closed_at is null`],
  ['messaging', () => 'select order_id from messaging.parked_view'],
  ['process_manager', () => 'select order_id from process_manager.parked_view'],
  ['pricing', () => 'select order_id from pricing.order_view where parked_at is not null'],
  [
    'process_manager',
    () =>
      `select distinct order_id from process_manager.timer_view where due_at < now() - interval '${TIMER_LATE_S} seconds'`,
  ],
] as const;
const MOST_NAMED = 1_000;

/** Orders that some process names as at fault, whatever their limits, as far as they may be read. */
export const readNamedIds = async ({ pool, schema }: Reader): Promise<string[]> => {
  const found = await Promise.all(
    NAMED_IDS.map(([owner, text]) =>
      published(owner, pool.query<{ order_id: string }>(`${text(schema)} limit ${MOST_NAMED}`)),
    ),
  );
  return [
    ...new Set(found.flatMap((answer) => ('is' in answer ? answer.is.rows.map(({ order_id }) => order_id) : []))),
  ];
};

/** By the database's clock; rejects where it does not answer. */
export const databaseNow = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
  return (rows[0] as { now: Date }).now.toISOString();
};

type OfTables = Pick<SystemEvidence, 'relays' | 'reactions' | 'lanes' | 'readSide'>;

export const readSystemTables = async (reader: Reader): Promise<OfTables> => {
  const [relays, reactions, lanes, readSide] = await Promise.all([
    published('bridge', readRelays(reader.pool)),
    published('process-manager', readReactions(reader.pool)),
    published('pricing-worker', readLanes(reader.pool)),
    published('projector', readFreshness(reader)),
  ]);
  return { relays, reactions, lanes, readSide };
};

/** The same where there is no database to ask. */
export const tablesAway = ({ unknown }: Extract<Answer<never>, { unknown: string }>): OfTables => ({
  ...{ relays: { unknown }, reactions: { unknown }, lanes: { unknown }, readSide: { unknown } },
});
