import { DRAFT_STATUSES } from '@order-ledger/domain/status';
import type { Log } from '@order-ledger/platform/log';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import { longInStage, type StagePlace } from '@order-ledger/read-model/reading/long-in-stage';
import type pg from 'pg';
import { metrics } from './metrics.ts';
import { addDueTimers } from './timer-table.ts';
import { DRAFT_RULE } from './timers.ts';

/** Half of what a sweep of timers takes, so that many old drafts keep no other timer waiting. */
const PAGE = 50;
/** After all were looked through, until they are again, milliseconds. */
const REST_MS = 3_600_000;
/** The same where the read model cannot be read. */
const ASK_AGAIN_MS = 60_000;

interface OldDraftsOptions {
  readonly pool: pg.Pool;
  readonly log: Log;
  /** `TimerLimits.draftExpiryS` */
  readonly expiryS: number;
  readonly monotonicMs?: () => number;
}

/**
 * Finds drafts without a timer: their last event is older than this rule, or came while it was switched off. The read
 * model says which may have expired. Each gets a timer, which only says when to look, so a stale read model does no
 * harm.
 */
export const createOldDrafts = ({ pool, log, expiryS, monotonicMs = () => performance.now() }: OldDraftsOptions) => {
  let restsUntil = 0;
  let stage = 0;
  let after: StagePlace = null;
  let found = 0;

  const rest = (forMs: number): void => {
    restsUntil = monotonicMs() + forMs;
    [stage, after] = [0, null];
  };

  const nextPage = async (): Promise<void> => {
    const name = DRAFT_STATUSES[stage];
    if (name === undefined) {
      if (found > 0) log.info('old drafts had no timer and have one now', { count: found });
      found = 0;
      return rest(REST_MS);
    }
    const { schema } = await readStanding(pool);
    const drafts = await longInStage({ pool, schema }, { stage: name, seconds: expiryS, after, limit: PAGE });
    const added = await addDueTimers(pool, DRAFT_RULE, drafts);
    found += added;
    metrics.draftsFound.inc({}, added);
    after = drafts.at(-1) ?? null;
    if (drafts.length < PAGE) [stage, after] = [stage + 1, null];
  };

  return {
    /** One page of them, or nothing while it rests. */
    next: async (): Promise<void> => {
      if (expiryS === 0 || monotonicMs() < restsUntil) return;
      try {
        await nextPage();
      } catch (error) {
        if (!isNotPublished(error)) throw error;
        log.warn('old drafts cannot be looked for, because the read model may not be read', { error });
        rest(ASK_AGAIN_MS);
      }
    },
  };
};
