import { isNativeError } from 'node:util/types';
import { isCertainlyRolledBack, isConnectionLost } from '@order-ledger/platform/sqlstate';

/** What becomes of a message whose handler threw: `transient` waits in the retry tiers, `unknown` after its tries in
 * process and `permanent` and `schema` at once go to the dead-letter queue. */
export type ErrorClass = 'transient' | 'permanent' | 'schema' | 'unknown';

/** No repetition mends it: a handler throws it to have the message put aside at once. `code` is a short word of ours. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  readonly code: string;
  constructor(message: string, code = 'permanent', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** It passes by itself: a handler throws it to have the message again later. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
  readonly code: string;
  constructor(message: string, code = 'transient', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The message is none that this program can read. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly code: string;
  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The broker took the message and no queue was bound for it: it is nowhere. */
export class UnroutableError extends Error {
  override readonly name = 'UnroutableError';
  readonly code = 'unroutable';
}

/** The broker refused the message: a queue is full, or could not store it. Other queues may have it. */
export class NackedError extends Error {
  override readonly name = 'NackedError';
  readonly code = 'nacked';
}

/** There is no connection, or it was lost before the confirm came: the message may be stored or not. */
export class BrokerUnavailableError extends Error {
  override readonly name = 'BrokerUnavailableError';
  readonly code = 'broker-unavailable';
}

/** Errors of other packages that pass by themselves, by name: this package does not import theirs. */
const TRANSIENT_NAMES: ReadonlySet<string> = new Set([
  'LedgerUnavailableError',
  'OutcomeUnknownError',
  // A newer version of this program is being deployed.
  'NewerWriterError',
  'BrokerUnavailableError',
  'NackedError',
  'AbortError',
  'TimeoutError',
]);

/** A statement that took too long was cancelled by Postgres: it was busy, or somebody held a lock. */
const STATEMENT_TIMEOUT = '57014';

const DEPTH = 4;

/** The class of whatever a handler threw; the nearest cause that tells decides. */
export const classOf = (error: unknown): ErrorClass => {
  let current = error;
  for (let depth = 0; depth < DEPTH && isNativeError(current); depth += 1, current = current.cause) {
    if (current instanceof PermanentError) return 'permanent';
    if (current instanceof SchemaError) return 'schema';
    if (current instanceof TransientError || TRANSIENT_NAMES.has(current.name)) return 'transient';
    // An open breaker and a timeout of `createOutbound`; its errors have no names of their own.
    if ('isBrokenCircuitError' in current || 'isTaskCancelledError' in current) return 'transient';
    if (isCertainlyRolledBack(current) || isConnectionLost(current)) return 'transient';
    if ('code' in current && current.code === STATEMENT_TIMEOUT) return 'transient';
  }
  return 'unknown';
};

/** A short word for headers and metrics; never the message, which may hold anything. */
export const codeOf = (error: unknown): string => {
  if (!isNativeError(error)) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(code) ? code : error.name.slice(0, 40);
};
