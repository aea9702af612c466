import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import { LedgerUnavailableError, OutcomeUnknownError } from '@order-ledger/ledger/errors';
import { isUnreadableRecord } from '@order-ledger/ledger/order-fault';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import { ProblemError, unavailable } from '@order-ledger/platform/http/problem';
import { WrongKeyError } from '../free-text/wrong-key.ts';

const notNow = (code: string, detail: string, cause: unknown, retryAfterS = 2): ProblemError => {
  const problem = new ProblemError(503, code, detail, { headers: { 'Retry-After': String(retryAfterS) } });
  problem.cause = cause;
  return problem;
};

const outcomeUnknown = (cause: unknown): ProblemError =>
  notNow(
    'outcome-unknown',
    'The command was sent and may have been recorded. Repeat it with the same Idempotency-Key to learn its outcome.',
    cause,
  );

/** The answer to a command whose events are recorded, and whose further effects failed. */
export const unfinishedProblem = (error: unknown): unknown =>
  unavailable(error, 'postgres') === undefined ? error : outcomeUnknown(error);

/** The answer to a command that failed; an unknown error is passed on as it is. */
export const unavailableProblem = (error: unknown): unknown => {
  if (error instanceof LedgerUnavailableError) {
    return notNow('ledger-unavailable', 'The ledger cannot be reached. Nothing was recorded: try again.', error);
  }
  if (error instanceof LedgerDivergedError) {
    const detail =
      'The ledger is not the one that this system has read: it was restored, or it is another one. An operator must ' +
      'decide; until then no command is accepted. Repeat it later with the same Idempotency-Key.';
    return notNow('ledger-diverged', detail, error, 60);
  }
  if (error instanceof WrongKeyError) {
    return notNow('wrong-key', 'Texts cannot be kept or read now. Nothing was recorded: try again later.', error, 60);
  }
  if (error instanceof OutcomeUnknownError) return outcomeUnknown(error);
  if (error instanceof NewerWriterError) {
    return notNow(
      'newer-writer',
      'The order was written by a newer version of this system. Try again later.',
      error,
      30,
    );
  }
  if (isUnreadableRecord(error)) {
    // No 503: the order stays so until it is repaired, and a repetition of the command gets the same answer.
    const detail =
      'The record of this order, or of one that it names, is not as this system wrote it. Nothing was recorded; do not repeat it.';
    return new ProblemError(500, 'order-unreadable', detail, { cause: error });
  }
  return unavailable(error, 'postgres') ?? error;
};
