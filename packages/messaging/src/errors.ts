import { isNativeError } from 'node:util/types';
import { isRefusedData, isUniqueViolation } from '@order-ledger/platform/sqlstate';
import { chainOf, isOutageOf, rowOf } from '@order-ledger/platform/transient';
import type { TransientFault } from '@order-ledger/platform/transient-table';

/**
 * What becomes of a message whose handler threw: `transient` and `unknown` wait in the retry tiers, because an unknown
 * error need not be permanent; `permanent` and `schema` go to the dead-letter queue at once.
 */
export type ErrorClass = 'transient' | 'permanent' | 'schema' | 'unknown';

/**
 * No retry can help: a handler throws it to have the message become a dead letter at once. `code` is a short word of
 * ours.
 */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  readonly permanent = true;
  readonly code: string;
  constructor(message: string, code = 'permanent', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** It passes by itself: a handler throws it to get the message again later. */
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

/**
 * No retry can publish the message: AMQP cannot encode it (`unencodable`), or it is larger than the broker takes
 * (`too-large`).
 */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';
  readonly code: 'unencodable' | 'too-large';
  constructor(message: string, code: UnpublishableError['code'], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** There is no connection, or it was lost before the confirm came: the message may be stored or not. */
export class BrokerUnavailableError extends Error {
  override readonly name = 'BrokerUnavailableError';
  readonly code = 'broker-unavailable';
}

/** An error that is the order's own fault carries a mark: this package imports no errors of other packages. */
const isPermanent = (link: object): boolean =>
  ('permanent' in link && link.permanent === true) ||
  // Two who write the same row at once: the second finds it there when it tries again.
  (isRefusedData(link) && !isUniqueViolation(link));

export interface Judgement {
  readonly errorClass: ErrorClass;
  /** A dependency was away: nothing was learned about the message, so no attempt is counted. */
  readonly outage?: TransientFault;
}

/** The class of whatever a handler threw; the nearest cause with a class decides. */
export const judge = (error: unknown): Judgement => {
  for (const link of chainOf(error)) {
    if (isPermanent(link)) return { errorClass: 'permanent' };
    if (link instanceof SchemaError) return { errorClass: 'schema' };
    if (link instanceof TransientError) return { errorClass: 'transient' };
    const fault = rowOf(link);
    if (fault !== undefined) return { errorClass: 'transient', ...(isOutageOf(fault) ? { outage: fault } : {}) };
  }
  return { errorClass: 'unknown' };
};

/** A short word for headers and metrics; never the message, which may hold anything. */
export const codeOf = (error: unknown): string => {
  if (!isNativeError(error)) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(code) ? code : error.name.slice(0, 40);
};
