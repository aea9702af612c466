import { isNativeError } from 'node:util/types';
import { scrub } from '@order-ledger/platform/mask';
import type { ConsumeMessage } from 'amqplib';
import { codeOf, type ErrorClass } from './errors.ts';

/**
 * Our own headers on a message. Attempts are counted here, because what a client sends back in `x-death` counts for
 * nothing since RabbitMQ 3.13.
 */
export const HEADER = {
  attempt: 'x-attempt',
  /** Deliveries that met a dependency that was away; they are no attempts. */
  outages: 'x-outages',
  firstFailure: 'x-first-failure',
  lastFailure: 'x-last-failure',
  errorClass: 'x-error-class',
  errorCode: 'x-error-code',
  errorMessage: 'x-error-message',
  originQueue: 'x-origin-queue',
  originExchange: 'x-origin-exchange',
  originKey: 'x-origin-routing-key',
  consumer: 'x-consumer',
  consumerVersion: 'x-consumer-version',
  traceparent: 'traceparent',
} as const;

/** Characters of an error's message that go into a dead letter. */
const LONGEST_MESSAGE = 500;
/** Of a header that came with the message: ours are shorter, and all of them must fit into one frame again. */
const LONGEST_HEADER = 500;

export const textHeader = (message: ConsumeMessage, name: string): string | undefined => {
  const value: unknown = message.properties.headers?.[name];
  return typeof value === 'string' ? value.slice(0, LONGEST_HEADER) : undefined;
};

const countIn = (message: ConsumeMessage, name: string): number => {
  const value: unknown = message.properties.headers?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
};

/** 1 for a message that no consumer has sent back yet. */
export const attemptOf = (message: ConsumeMessage): number => Math.max(1, countIn(message, HEADER.attempt));

export const outagesOf = (message: ConsumeMessage): number => countIn(message, HEADER.outages);

export interface Failure {
  readonly error: unknown;
  readonly errorClass: ErrorClass;
  readonly queue: string;
  readonly consumer: string;
  readonly consumerVersion: string;
  readonly at: Date;
}

/** What is kept of a failed message beside its body; the broker's own headers stay behind. */
export const failureHeaders = (message: ConsumeMessage, failure: Failure): Record<string, string | number> => {
  const at = failure.at.toISOString();
  const traceparent = textHeader(message, HEADER.traceparent);
  const text = isNativeError(failure.error) ? failure.error.message : String(failure.error);
  return {
    [HEADER.attempt]: attemptOf(message),
    [HEADER.outages]: outagesOf(message),
    [HEADER.firstFailure]: textHeader(message, HEADER.firstFailure) ?? at,
    [HEADER.lastFailure]: at,
    [HEADER.errorClass]: failure.errorClass,
    [HEADER.errorCode]: codeOf(failure.error),
    [HEADER.errorMessage]: scrub(text).slice(0, LONGEST_MESSAGE),
    [HEADER.originQueue]: failure.queue,
    [HEADER.originExchange]: textHeader(message, HEADER.originExchange) ?? message.fields.exchange,
    [HEADER.originKey]: textHeader(message, HEADER.originKey) ?? message.fields.routingKey,
    [HEADER.consumer]: failure.consumer,
    [HEADER.consumerVersion]: failure.consumerVersion,
    ...(traceparent === undefined ? {} : { [HEADER.traceparent]: traceparent }),
  };
};
