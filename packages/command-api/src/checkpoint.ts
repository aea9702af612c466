import { type CheckpointRow, type CheckpointState, checkpointState } from '@order-ledger/ledger/follow/checkpoint';
import type pg from 'pg';

export const readCheckpoint = async (pool: pg.Pool, follower: string): Promise<CheckpointState> => {
  const { rows } = await pool.query<CheckpointRow>('select * from checkpoint where follower = $1', [follower]);
  return rows[0] === undefined ? { position: null, lastEvent: null } : checkpointState(rows[0]);
};

/**
 * Only forwards: of several instances the one behind must not take back what another has applied. There is no owner,
 * because each effect may be applied again.
 */
export const saveCheckpoint = async (
  pool: pg.Pool,
  follower: string,
  { position, lastEvent }: CheckpointState,
): Promise<void> => {
  if (position === null) return;
  await pool.query(
    `insert into checkpoint as c
       (follower, commit_position, prepare_position, event_id, event_commit_position, event_prepare_position)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (follower) do update
       set commit_position = excluded.commit_position, prepare_position = excluded.prepare_position,
           event_id = excluded.event_id, event_commit_position = excluded.event_commit_position,
           event_prepare_position = excluded.event_prepare_position, updated_at = now()
       where c.commit_position < excluded.commit_position`,
    [
      follower,
      position.commit,
      position.prepare,
      lastEvent?.id ?? null,
      lastEvent?.position.commit ?? null,
      lastEvent?.position.prepare ?? null,
    ],
  );
};
