import { setTimeout as delay } from 'node:timers/promises';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { type ConsumerWatch, watchConsumer } from './consumer-watch.ts';
import { attemptOf, failureHeaders, HEADER, outagesOf } from './delivery-headers.ts';
import { inDeliverySpan } from './delivery-span.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { codeOf, type Judgement, judge } from './errors.ts';
import type { ChannelUser } from './link.ts';
import { metrics } from './metrics.ts';
import type { Outgoing, Publisher } from './publisher.ts';
import { createPutAway } from './put-away.ts';
import { type Queue, type QueueName, retryQueue, type Topology, tierAfter, tierInOutage } from './topology.ts';

/** Resolves when the message's effect is durable: then it is acknowledged. What it throws decides what becomes of it. */
export type Handler = (envelope: Envelope) => Promise<void>;

interface ConsumerOptions {
  readonly topology: Topology;
  readonly queueName: QueueName;
  /** Messages that are handled at once, at most. */
  readonly prefetch: number;
  readonly handler: Handler;
  readonly publisher: Publisher;
  readonly log: Log;
  /** Stand in the headers of a dead letter. */
  readonly consumer: string;
  readonly consumerVersion: string;
}

/** Tries in process before a message is sent to wait in a queue. */
const TRIES = 3;
/** Milliseconds, random between them. */
const BETWEEN_TRIES = { least: 50, most: 400 } as const;

type Verdict = { readonly kind: 'handled' } | ({ readonly kind: 'failed'; readonly error: unknown } & Judgement);

interface Ended {
  readonly outcome: 'handled' | 'retried' | 'dead-lettered' | 'lost';
  /** What the broker is told; absent: it delivers the message again. */
  readonly answer?: 'ack' | 'nack';
}
const LOST: Ended = { outcome: 'lost' };

export const createConsumer = (
  options: ConsumerOptions,
): {
  user: Pick<ChannelUser, 'open' | 'lost'>;
  /** Throws while no queue takes a failed message, or the broker does not answer for this consumer. */
  check: () => void;
  cancel: () => Promise<void>;
  idle: () => Promise<void>;
} => {
  const { topology, queueName, prefetch, handler, publisher, log } = options;
  const queue = topology.queues[queueName];
  const running = new Set<Promise<void>>();
  /** A delivery may be answered only on the channel that it came by, and only while that is open. */
  let current: { readonly channel: ConfirmChannel; readonly tag: string } | undefined;
  let watched: ConsumerWatch | undefined;
  let leaving = false;
  const putAway = createPutAway({ publisher, queueName, log, isLeaving: () => leaving });
  const idle = async () => void (await Promise.all(running));

  const deliver = async (channel: ConfirmChannel, message: ConsumeMessage): Promise<void> => {
    const began = performance.now();
    if (message.fields.redelivered) metrics.redelivered.inc({ queue: queueName });
    const isOpen = () => current?.channel === channel;
    const verdict = await verdictOn(message, queueName, handler, log);
    const { outcome, answer } = await ended(message, verdict, isOpen);
    if (answer !== undefined) {
      try {
        // The broker knows the queue's dead-letter exchange: it can move what cannot be sent from here.
        if (answer === 'ack') channel.ack(message);
        else channel.nack(message, false, false);
      } catch {
        // The channel was closed just now: the broker delivers the message again.
        return metrics.delivered.inc({ queue: queueName, outcome: 'lost' });
      }
    }
    metrics.delivered.inc({ queue: queueName, outcome });
    metrics.handleSeconds.observe({ queue: queueName }, (performance.now() - began) / 1_000);
  };

  /** The copy of the message is confirmed before the message is acknowledged: a duplicate, never a loss. */
  const ended = async (message: ConsumeMessage, verdict: Verdict, isOpen: () => boolean): Promise<Ended> => {
    if (verdict.kind === 'handled') return isOpen() ? { outcome: 'handled', answer: 'ack' } : LOST;
    const { error, errorClass, outage } = verdict;
    const attempt = attemptOf(message);
    const wait = waitAfter(message, verdict);
    const headers = failureHeaders(message, { ...options, error, errorClass, queue: queueName, at: new Date() });
    log.warn(wait === undefined ? 'a message goes to the dead letters' : 'a message waits to be tried again', {
      ...{ queue: queueName, attempt, outages: outagesOf(message), dependency: outage?.dependency },
      ...{ code: codeOf(error), kind: errorClass, delay_ms: wait?.tier.delayMs, error },
    });
    const out: Outgoing =
      wait === undefined
        ? { ...copyOf(message), ...deadLetterAddress(topology, queue), headers }
        : { ...copyOf(message), ...tierAddress(queue, wait.tier), headers: { ...headers, ...wait.counted } };
    try {
      if (!(await putAway.put(message, out, isOpen))) return LOST;
    } catch (unpublishable) {
      if (!isOpen()) return LOST;
      log.error('dead-lettered a failed message unchanged', { queue: queueName, error: unpublishable });
      metrics.deadLetters.inc({ queue: queueName, class: errorClass });
      return { outcome: 'dead-lettered', answer: 'nack' };
    }
    if (outage !== undefined) metrics.outages.inc({ queue: queueName, dependency: outage.dependency });
    if (wait === undefined) metrics.deadLetters.inc({ queue: queueName, class: errorClass });
    else metrics.retries.inc({ queue: queueName, tier: wait.tier.name });
    return { outcome: wait === undefined ? 'dead-lettered' : 'retried', answer: 'ack' };
  };

  /** Where a message that failed waits for its next delivery, and what is counted of this one; undefined: nowhere. */
  const waitAfter = (message: ConsumeMessage, { errorClass, outage }: Judgement) => {
    const attempt = attemptOf(message);
    if (outage !== undefined) {
      const outages = outagesOf(message) + 1;
      return { tier: tierInOutage(queue, outages), counted: { [HEADER.outages]: outages } };
    }
    if (isHopeless(errorClass) || attempt >= queue.attempts) return undefined;
    return { tier: tierAfter(queue, attempt), counted: { [HEADER.attempt]: attempt + 1 } };
  };

  return {
    user: {
      open: async (channel) => {
        await channel.prefetch(prefetch);
        const onMessage = (message: ConsumeMessage | null) => {
          // Null: the broker cancelled the consumer, because the queue was deleted or moved. A new channel consumes
          // again.
          if (message === null) return void channel.close().catch(() => undefined);
          const work = deliver(channel, message)
            .catch((error: unknown) =>
              log.error('could not acknowledge a delivery; the broker delivers it again', { queue: queueName, error }),
            )
            .finally(() => running.delete(work));
          running.add(work);
        };
        // Deliveries may come before the answer with the tag does.
        current = { channel, tag: '' };
        const { consumerTag } = await channel.consume(queue.name, onMessage);
        current = { channel, tag: consumerTag };
        watched = watchConsumer(channel, queue.name, () => current?.channel === channel && !leaving);
      },
      lost: () => {
        current = undefined;
        watched = undefined;
      },
    },
    check: () => {
      watched?.check();
      putAway.check();
    },
    cancel: async () => {
      leaving = true;
      // Without a channel there is nothing to cancel.
      if (current !== undefined) await current.channel.cancel(current.tag).catch(() => undefined);
    },
    idle,
  };
};

/** Runs the handler, several times if that may help, and decides what becomes of the message. */
const verdictOn = (message: ConsumeMessage, queueName: QueueName, handler: Handler, log: Log): Promise<Verdict> => {
  let envelope: Envelope;
  try {
    envelope = readEnvelope(message.content);
  } catch (error) {
    return Promise.resolve({ kind: 'failed', error, ...judge(error) });
  }
  const { order_id, correlation_id, id: message_id } = envelope;
  return withContext({ order_id, correlation_id, message_id }, () =>
    inDeliverySpan(queueName, message, envelope, async (fail) => {
      for (let tries = 1; ; tries += 1) {
        try {
          await handler(envelope);
          return { kind: 'handled' };
        } catch (error) {
          const judgement = judge(error);
          if (isHopeless(judgement.errorClass) || tries === TRIES) {
            fail(error);
            return { kind: 'failed', error, ...judgement };
          }
          log.info('handler failed; retrying', { queue: queueName, attempt: tries, error });
          metrics.retries.inc({ queue: queueName, tier: 'process' });
          await delay(BETWEEN_TRIES.least + Math.random() * (BETWEEN_TRIES.most - BETWEEN_TRIES.least));
        }
      }
    }),
  );
};

/** No retry can help. */
const isHopeless = (errorClass: Judgement['errorClass']): boolean =>
  errorClass === 'permanent' || errorClass === 'schema';

const copyOf = ({ content, properties }: ConsumeMessage) => ({
  content,
  messageId: String(properties.messageId ?? ''),
  type: String(properties.type ?? ''),
  timestamp: Number(properties.timestamp),
  // A copy for a queue that is gone must not be lost.
  mandatory: true,
});

const deadLetterAddress = ({ deadLetterExchange }: Topology, { name }: Queue) => ({
  exchange: deadLetterExchange,
  routingKey: name,
  destination: 'dead-letters',
});

const tierAddress = (queue: Queue, tier: Queue['tiers'][number]) => ({
  exchange: '',
  routingKey: retryQueue(queue, tier),
  destination: 'retry',
});
