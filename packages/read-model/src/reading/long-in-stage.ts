import type { Status } from '@order-ledger/domain/status';
import type { Reader } from './reader.ts';

interface LongInStage {
  order_id: string;
  status_version: number;
  stage_entered_at: string;
}

/** Where a page ended; null: the first one. */
export type StagePlace = Pick<LongInStage, 'stage_entered_at' | 'order_id'> | null;

/**
 * Orders that have stood in a stage for so many seconds, by the time that their senders gave it, and that nothing stops
 * there; the oldest first, those behind `after`.
 */
export const longInStage = async (
  { pool, schema }: Reader,
  { stage, seconds, after, limit }: { stage: Status; seconds: number; after: StagePlace; limit: number },
): Promise<LongInStage[]> => {
  const { rows } = await pool.query<LongInStage>({
    name: `long-in-stage-${schema}`,
    text: `select order_id, status_version, stage_entered_at::text as stage_entered_at from ${schema}.order_row
           where is_active and stage = $1 and status = $1 and not is_stale
             and stage_entered_at <= now() - make_interval(secs => $2)
             and (stage_entered_at, order_id) > ($3::timestamptz, $4::uuid)
           order by stage_entered_at, order_id limit $5`,
    values: [
      stage,
      seconds,
      after?.stage_entered_at ?? '-infinity',
      after?.order_id ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  });
  return rows;
};
