import { ProblemError, unavailable } from '@order-ledger/platform/http/problem';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import pg from 'pg';

const QUERY_CANCELED = '57014';

/** The answer to a query that failed; an unknown error is passed on as it is. */
export const unavailableProblem = (error: unknown): unknown => {
  if (error instanceof pg.DatabaseError && error.code === QUERY_CANCELED) {
    return new ProblemError(503, 'query-too-slow', 'The answer took too long: narrow the filters or the time range.', {
      headers: { 'Retry-After': '5' },
      cause: error,
    });
  }
  if (isNotPublished(error)) {
    return new ProblemError(
      503,
      'not-published',
      'What this is answered from has not been made yet: try again later.',
      {
        headers: { 'Retry-After': '5' },
        cause: error,
      },
    );
  }
  return unavailable(error, 'postgres') ?? error;
};
