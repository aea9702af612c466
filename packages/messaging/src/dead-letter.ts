import { createHash } from 'node:crypto';
import type { ConsumeMessage } from 'amqplib';
import { attemptOf, HEADER, outagesOf, textHeader } from './delivery-headers.ts';
import type { QueueName } from './topology.ts';

/** What is told of a dead letter: ids, codes and times, whatever its sender has put into it. */
export interface DeadLetter {
  /** In which it died, and to which it goes back. */
  readonly queue: QueueName;
  /** Its message id; where it has none that can be printed, `content-` and the beginning of its content's hash. */
  readonly id: string;
  readonly order_id: string | null;
  readonly correlation_id: string | null;
  readonly type: string | null;
  /** The code of what it failed with; the broker's word where that put it here. */
  readonly reason: string;
  readonly error_class: string | null;
  readonly attempts: number;
  /** Deliveries that met a dependency that was away. */
  readonly outages: number;
  readonly first_failure: string | null;
  readonly last_failure: string | null;
}

const CODE = /^[A-Za-z0-9._:/-]{1,100}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Of the content's hash: enough to tell the letters of one queue apart. */
const HASH_DIGITS = 16;

const fitting = (pattern: RegExp, ...values: readonly unknown[]): string | null => {
  const found = values.find((value) => typeof value === 'string' && pattern.test(value));
  return typeof found === 'string' ? found : null;
};

/** The message's body where it is an object of JSON; its fields may hold anything. */
export const bodyOf = (content: Buffer): Readonly<Record<string, unknown>> | null => {
  try {
    const body: unknown = JSON.parse(content.toString('utf8'));
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
  } catch {
    return null;
  }
};

/** A death that the broker itself has noted. */
interface Death {
  readonly queue?: unknown;
  readonly exchange?: unknown;
  readonly 'routing-keys'?: unknown;
  readonly reason?: unknown;
  readonly time?: unknown;
}

const lastDeath = ({ properties }: ConsumeMessage): Death | undefined => {
  const deaths: unknown = properties.headers?.['x-death'];
  return Array.isArray(deaths) ? (deaths[0] as Death | undefined) : undefined;
};

/** A time of AMQP's, which amqplib gives as seconds behind an exclamation mark; null for anything else. */
export const timeIn = (time: unknown): string | null => {
  if (typeof time !== 'object' || time === null || !('!' in time && 'value' in time) || typeof time.value !== 'number')
    return null;
  const at = new Date(time.value * 1_000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

export const deadLetterOf = (queue: QueueName, message: ConsumeMessage): DeadLetter => {
  const { content, properties } = message;
  const body = bodyOf(content);
  const death = lastDeath(message);
  const lastFailure = fitting(TIME, textHeader(message, HEADER.lastFailure)) ?? timeIn(death?.time);
  return {
    queue,
    id:
      fitting(CODE, properties.messageId) ??
      `content-${createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS)}`,
    order_id: fitting(UUID, body?.order_id, body?.subject)?.toLowerCase() ?? null,
    correlation_id: fitting(CODE, body?.correlation_id),
    type: fitting(CODE, body?.type, properties.type),
    reason: fitting(CODE, textHeader(message, HEADER.errorCode), death?.reason) ?? 'unknown',
    error_class: fitting(CODE, textHeader(message, HEADER.errorClass)),
    attempts: attemptOf(message),
    outages: outagesOf(message),
    first_failure: fitting(TIME, textHeader(message, HEADER.firstFailure)) ?? lastFailure,
    last_failure: lastFailure,
  };
};

/**
 * The headers with which a dead letter goes back to its queue: as if nobody had tried it, yet with where it came from,
 * which the queue itself no longer tells.
 */
export const freshHeaders = (message: ConsumeMessage): Record<string, string> => {
  const death = lastDeath(message);
  const keys: unknown = death?.['routing-keys'];
  const kept = {
    [HEADER.originExchange]: textHeader(message, HEADER.originExchange) ?? death?.exchange,
    [HEADER.originKey]: textHeader(message, HEADER.originKey) ?? (Array.isArray(keys) ? keys[0] : undefined),
    [HEADER.traceparent]: textHeader(message, HEADER.traceparent),
  };
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};
