import { LedgerUnavailableError, NewerWriterError, OutcomeUnknownError } from '@order-ledger/ledger/ledger';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isConnectionLost } from '@order-ledger/platform/sqlstate';

const unavailable = (code: string, detail: string, cause: unknown, retryAfterS = 2): ProblemError => {
  const problem = new ProblemError(503, code, detail, { headers: { 'Retry-After': String(retryAfterS) } });
  problem.cause = cause;
  return problem;
};

/** What a command that met a failure is answered; what is not known here is passed on as it is. */
export const ledgerProblem = (error: unknown): unknown => {
  if (error instanceof LedgerUnavailableError) {
    return unavailable('ledger-unavailable', 'The ledger cannot be reached. Nothing was recorded: try again.', error);
  }
  if (error instanceof OutcomeUnknownError) {
    return unavailable(
      'outcome-unknown',
      'The command was sent and may have been recorded. Repeat it with the same Idempotency-Key to learn its outcome.',
      error,
    );
  }
  if (error instanceof NewerWriterError) {
    return unavailable(
      'newer-writer',
      'The order was written by a newer version of this system. Try again later.',
      error,
      30,
    );
  }
  if (isConnectionLost(error)) {
    return unavailable(
      'database-unavailable',
      'The database cannot be reached. Nothing was recorded: try again.',
      error,
    );
  }
  return error;
};
