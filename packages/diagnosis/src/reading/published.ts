import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { type Answer, within } from '@order-ledger/platform/within';

/** A page of orders on a busy machine takes a second, milliseconds. */
const TABLES_LIMIT_MS = 5_000;

/** What a process publishes, as this account sees it. */
export const published = <T>(who: string, work: Promise<T>): Promise<Answer<T>> =>
  within(
    work.catch((error: unknown) => {
      if (isNotPublished(error))
        throw new Error(`${who} of this build has not run yet, or its READER_ROLES lack this account`);
      throw error;
    }),
    TABLES_LIMIT_MS,
  );
