/** Nothing was stored, and no answer is outstanding: the same command may be sent again at any time. */
export class LedgerUnavailableError extends Error {
  override readonly name = 'LedgerUnavailableError';
  readonly code = 'ledger-unavailable';
}

/**
 * An append was sent and its fate is not known within the limit: it may be stored now, later or never. Only the same
 * command under the same key finds out.
 */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
  readonly code = 'outcome-unknown';
}

/** The client is not called with this: the server would answer it twice, which ends the process. A defect of ours. */
export class InvalidAppendError extends Error {
  override readonly name = 'InvalidAppendError';
  readonly permanent = true;
}

/** The stored events of a stream do not chain: one was changed, taken out or put in after it was written. */
export class BrokenChainError extends Error {
  override readonly name = 'BrokenChainError';
  readonly permanent = true;
}

const UNAVAILABLE = 14;
const CANCELLED = 1;

/** The client's errors carry gRPC's code; while a server is down some are plain errors with nothing but that. */
export const grpcCode = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

/** The kind by which the client tells its errors apart, such as `wrong-expected-version`. */
export const clientErrorType = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;

/**
 * For the process's `toleratedRejection`: a connection that breaks while an append waits for back-pressure leaves a
 * rejection that nobody can handle; the append itself is rejected and resolved separately.
 */
export const toleratedRejection = (error: unknown): string | undefined => {
  const code = grpcCode(error);
  return code === UNAVAILABLE || code === CANCELLED ? 'eventstore-connection' : undefined;
};
