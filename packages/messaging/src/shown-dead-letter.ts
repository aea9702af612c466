import { createHash } from 'node:crypto';
import { scrub } from '@order-ledger/platform/mask';
import { MASKED, maskedValue } from '@order-ledger/platform/masked-value';
import type { ConsumeMessage } from 'amqplib';
import { bodyOf, timeIn } from './dead-letter.ts';
import { HEADER } from './delivery-headers.ts';

export interface ShownDeadLetter {
  readonly headers: Readonly<Record<string, unknown>>;
  /** The envelope; a text where the content is none. */
  readonly body: Readonly<Record<string, unknown>> | string;
}

/** Ours, and what brokers write; a sender may have put anything under another name. */
const SHOWN_HEADERS: readonly string[] = [...Object.values(HEADER), 'x-death', 'x-delivery-count'];
const WITH_TEXT: readonly string[] = [HEADER.errorMessage];

/** Attributes of the envelope; `data` holds the event's own. */
const ATTRIBUTES: readonly string[] = [
  'id',
  'type',
  'source',
  'subject',
  'time',
  'dataschema',
  'event_version',
  'status_version',
  'previous_version',
  'schema_version',
  'correlation_id',
  'causation_id',
  'traceparent',
  'order_id',
  'data',
];

/** AMQP's times are objects. */
const masked = (value: unknown): unknown => maskedValue(value, timeIn);

/**
 * A dead letter as an operator sees it. Messages that fail are mostly unexpected ones, so only values with a known name
 * and the form of a code are shown unmasked.
 */
export const showDeadLetter = ({ content, properties }: ConsumeMessage): ShownDeadLetter => {
  const headers = Object.entries<unknown>(properties.headers ?? {}).map(([name, value]) => {
    if (!SHOWN_HEADERS.includes(name)) return [masked(name), MASKED];
    return [name, WITH_TEXT.includes(name) && typeof value === 'string' ? scrub(value) : masked(value)];
  });
  const body = bodyOf(content);
  const digest = createHash('sha256').update(content).digest('hex');
  return {
    headers: Object.fromEntries(headers),
    body:
      body === null
        ? `no JSON of ours, and not shown: ${content.length} bytes, SHA-256 ${digest}`
        : Object.fromEntries(
            Object.entries(body).map(([name, value]) => [
              masked(name),
              ATTRIBUTES.includes(name) ? masked(value) : MASKED,
            ]),
          ),
  };
};
