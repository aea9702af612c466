/** The event store could not be reached and nothing was sent: the command can be repeated as it is. */
export class LedgerUnavailableError extends Error {
  override readonly name = 'LedgerUnavailableError';
  readonly code = 'ledger-unavailable';
}

/** An append was sent and its fate could not be learned in time. Repeated under the same key it is settled. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
  readonly code = 'outcome-unknown';
}

/** A stream's hash chain does not hold: an event was changed, removed or put in behind our back. */
export class TamperedStreamError extends Error {
  override readonly name = 'TamperedStreamError';
  readonly code = 'tampered-stream';
}

const GRPC_UNAVAILABLE = 14;

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

/** The client's own word for an error, or undefined: while a server is down it throws plain errors with a gRPC code. */
export const errorType = (error: unknown): string | undefined => {
  const type = field(error, 'type');
  return typeof type === 'string' ? type : undefined;
};

export const isUnreachable = (error: unknown): boolean =>
  field(error, 'code') === GRPC_UNAVAILABLE ||
  ['unavailable', 'deadline-exceeded', 'timeout', 'cancelled', 'not-leader'].includes(errorType(error) ?? '');

/**
 * The client leaves rejections behind when a connection breaks under it; the calls themselves are settled elsewhere.
 * For the life cycle of a process: they are counted, not fatal.
 */
export const toleratedRejection = (error: unknown): string | undefined =>
  field(error, 'code') === GRPC_UNAVAILABLE ? 'event-store-unavailable' : undefined;
