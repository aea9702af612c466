import { incomingTime } from '@order-ledger/domain/values';
import { clock } from '@order-ledger/platform/clock';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Source } from '../sources.ts';

/** Later than the projection's end less this, events recorded by then may still be on their way. */
const SETTLING_MS = 5_000;

export const asOfParameter = incomingTime.describe('the answer as it was at this time');

interface AsOf {
  at: Date;
  /** What every answer about the past says of itself. */
  told: { as_of: string; as_of_settled: boolean };
}

/** @throws ProblemError 400 for a time that has not come yet */
export const asOf = (text: string | undefined, { lagMs }: Source): AsOf | undefined => {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (at.getTime() > clock.latest()) {
    throw new ProblemError(400, 'as-of-future', 'as_of lies in the future: ask for a time that has passed.');
  }
  // By how long ago it was reached: events are not recorded by the clock of the tables.
  const settled = lagMs !== null && at.getTime() <= clock.now() - lagMs - SETTLING_MS;
  return { at, told: { as_of: at.toISOString(), as_of_settled: settled } };
};
