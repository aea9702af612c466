import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { published } from './published.ts';

/** Who follows the ledger for himself alone, by where he publishes how far he is. */
const FOLLOWERS = {
  'command-api': 'command_api.follower_view',
  'pricing-worker': 'pricing.follower_view',
  'manufacturing-worker': 'production.follower_view',
} as const;

export interface FollowerPlace {
  readonly process: string;
  /** Of `$all`, as decimal text; null: nothing yet. */
  readonly commit_position: string | null;
  readonly updated_at: string;
}

/** How far each of them has read the ledger, and who could not be asked. */
export const readFollowers = async ({
  pool,
}: Pick<Reader, 'pool'>): Promise<{ places: readonly FollowerPlace[]; away: readonly string[] }> => {
  const found = await Promise.all(
    Object.entries(FOLLOWERS).map(async ([process, view]): Promise<Answer<readonly FollowerPlace[]>> => {
      const answer = await published(
        process,
        pool.query<{ commit_position: string | null; updated_at: Date }>(
          `select commit_position, updated_at from ${view} order by name`,
        ),
      );
      if (!isKnown(answer)) return answer;
      return { is: answer.is.rows.map((row) => ({ process, ...row, updated_at: row.updated_at.toISOString() })) };
    }),
  );
  return {
    places: found.flatMap((answer) => (isKnown(answer) ? answer.is : [])),
    away: found.flatMap((answer) => (isKnown(answer) ? [] : [answer.unknown])),
  };
};
