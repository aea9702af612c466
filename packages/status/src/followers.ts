import type { Ledger } from '@order-ledger/ledger/ledger';
import { checkpointName, READ_MODEL_VERSION } from '@order-ledger/read-model/schema';
import type pg from 'pg';

/** Whoever follows the ledger and keeps how far it has come; each exchange of the bridge for itself. */
export const CHECKPOINTS = `
  select 'projector' as follower, name, commit_position, prepare_position from read_model.checkpoint
    where name = '${checkpointName(READ_MODEL_VERSION)}'
  union all select 'bridge', name, commit_position, prepare_position from messaging.checkpoint
  union all select 'process-manager', name, commit_position, prepare_position from process_manager.checkpoint
  union all select 'pricing-worker', name, commit_position, prepare_position from pricing.checkpoint
  union all select 'manufacturing-worker', name, commit_position, prepare_position from production.checkpoint
  union all select 'command-api', follower, commit_position, prepare_position from command_api.checkpoint`;

interface Checkpoint {
  readonly follower: string;
  readonly name: string;
  readonly commit_position: string | null;
  readonly prepare_position: string | null;
}

export interface Follower {
  readonly follower: string;
  /** Of its checkpoint. */
  readonly name: string;
  /** Age of the oldest event that it has not done, in seconds; 0: it has done all; null: that is not known. */
  readonly lagS: number | null;
}

const positionOf = ({ commit_position, prepare_position }: Checkpoint) =>
  commit_position === null || prepare_position === null
    ? null
    : { commit: BigInt(commit_position), prepare: BigInt(prepare_position) };

const lagOf = async (ledger: Ledger, checkpoint: Checkpoint, end: bigint, now: number): Promise<number | null> => {
  const position = positionOf(checkpoint);
  if ((position?.commit ?? -1n) >= end) return 0;
  const oldest = await ledger.oldestAbove(position);
  return oldest?.created == null ? null : Math.max(0, Math.round((now - oldest.created.getTime()) / 1_000));
};

/**
 * How far each follower is behind, by tables and ledger: the followers themselves are not asked, because they may hang.
 * The end is read before the checkpoints, so that events that have only just come make nobody late.
 */
export const readFollowers = async (ledger: Ledger, pool: Promise<pg.Pool>): Promise<Follower[]> => {
  const end = (await ledger.tail())?.position.commit ?? -1n;
  const now = Date.now();
  const { rows } = await (await pool).query<Checkpoint>(CHECKPOINTS);
  return Promise.all(
    rows.map(async (row) => ({
      follower: row.follower,
      name: row.name,
      lagS: await lagOf(ledger, row, end, now),
    })),
  );
};
