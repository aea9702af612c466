import { setTimeout as delay } from 'node:timers/promises';
import type { ConfirmChannel, Message } from 'amqplib';
import { BrokerUnavailableError, NackedError, UnpublishableError, UnroutableError } from './errors.ts';
import type { ChannelUser, Link } from './link.ts';
import { metrics } from './metrics.ts';

export interface Outgoing {
  /** Empty: the default exchange, whose routing keys are names of queues. */
  readonly exchange: string;
  readonly routingKey: string;
  /** Label of the metrics. */
  readonly destination: string;
  readonly content: Buffer;
  readonly messageId: string;
  readonly type: string;
  /** Seconds since 1970; left out where AMQP has no form for it. */
  readonly timestamp: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** To be refused where no queue takes it. */
  readonly mandatory: boolean;
}

export interface Publisher {
  /**
   * Resolves when the broker has confirmed the message and not returned it. What waits for a connection, or while the
   * broker is blocked, waits within the time limit. What is returned is sent once more after the topology was declared.
   *
   * @throws UnroutableError, NackedError, BrokerUnavailableError, UnpublishableError
   */
  send(message: Outgoing): Promise<void>;
  /** Refuses what waits for a connection and what comes; resolves when nothing is under way, or after the time, milliseconds. */
  close(withinMs: number): Promise<void>;
}

/** amqplib tells a refusal from a channel that went away by this text alone. */
export const NACKED = 'message nacked';

/** And the reason for which it closes a channel over one message by this text. */
const TOO_LARGE = /message size \d+ is larger than (?:configured )?max size (\d+)/;

/** AMQP counts whole seconds from 1970 on, without a sign. The envelope's `time` is what holds; this is a convenience. */
export const representable = (timestamp: number) =>
  Number.isSafeInteger(timestamp) && timestamp >= 0 ? { timestamp } : {};

interface OpenChannel {
  readonly channel: ConfirmChannel;
  readonly returned: Set<string>;
  /** Bytes of a message, as the broker said when it closed the channel over a larger one. */
  limit: number;
}

export const createPublisher = (
  link: Link,
  timeoutMs: number,
  declareAgain: () => Promise<void>,
): { publisher: Publisher; user: Pick<ChannelUser, 'open' | 'lost'> } => {
  let open: OpenChannel | undefined;
  const waiting = new Set<() => void>();
  let underWay = 0;
  let closed = false;
  const wakeAll = () => {
    for (const wake of [...waiting]) wake();
  };
  link.onBlocked(wakeAll);

  const changed = (withinMs: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, withinMs);
      waiting.add(wake);
    });

  const opened = async () => {
    const until = performance.now() + timeoutMs;
    for (;;) {
      if (closed) throw new BrokerUnavailableError('messaging is closed');
      if (open !== undefined && !link.blocked) return open;
      const left = until - performance.now();
      if (left <= 0) {
        throw new BrokerUnavailableError(
          link.blocked ? 'the broker blocks publishing' : 'there is no connection to the broker',
        );
      }
      await changed(left);
    }
  };

  /** What became of one sending; null: it is confirmed, and some queue has it where one must. */
  type Told = (fault: unknown) => void;

  /** In the sequence of their sending, in which they also run out of time: one timer is enough for all. */
  const unanswered = new Set<{ readonly until: number; readonly giveUp: Told }>();
  let timer: NodeJS.Timeout | undefined;
  const watchOldest = (): void => {
    const [oldest] = unanswered;
    timer = oldest === undefined ? undefined : setTimeout(giveUpOld, oldest.until - performance.now() + 1);
  };
  const giveUpOld = (): void => {
    const fault = new Error(`no confirm within ${timeoutMs} ms`);
    for (const { until, giveUp } of unanswered) {
      if (until > performance.now()) break;
      giveUp(fault);
    }
    watchOldest();
  };

  const faultOf = (error: unknown, used: OpenChannel, message: Outgoing): unknown => {
    const { exchange, routingKey, content, messageId, type } = message;
    // An unroutable message is returned first and then confirmed, as if all were well.
    if (used.returned.delete(messageId))
      return new UnroutableError(`no queue takes ${type} from ${exchange || routingKey}`);
    if (error === null || error === undefined) return null;
    if (error instanceof Error && error.message === NACKED)
      return new NackedError(`the broker refused ${type} for ${exchange || routingKey}: a queue is full or failing`);
    if (error instanceof UnpublishableError) return error;
    if (content.length > used.limit)
      return new UnpublishableError(`${type} has ${content.length} bytes, the broker takes ${used.limit}`, 'too-large');
    return new BrokerUnavailableError(`whether ${type} was taken is not known`, { cause: error });
  };

  const sendOn = (used: OpenChannel, message: Outgoing, told: Told): void => {
    const { exchange, routingKey, content, messageId, type, timestamp, headers, mandatory, destination } = message;
    const began = performance.now();
    const answered = (error: unknown): void => {
      // What comes after the time has run out changes nothing.
      if (!unanswered.delete(waits)) return;
      if (unanswered.size === 0) {
        clearTimeout(timer);
        timer = undefined;
      }
      const fault = faultOf(error, used, message);
      if (fault === null) metrics.confirmSeconds.observe({ destination }, secondsSince(began));
      told(fault);
    };
    const waits = { until: began + timeoutMs, giveUp: answered };
    unanswered.add(waits);
    if (timer === undefined) watchOldest();
    const properties = { messageId, type, headers, mandatory, ...representable(timestamp) };
    try {
      used.channel.publish(
        exchange,
        routingKey,
        content,
        { ...properties, contentType: 'application/json', deliveryMode: 2 },
        answered,
      );
    } catch (fault) {
      // The client encodes before it sends, and these are what it throws of the message; nothing was sent.
      const unfit = fault instanceof TypeError || fault instanceof RangeError;
      answered(unfit ? new UnpublishableError(`AMQP has no form for ${type}`, 'unencodable', { cause: fault }) : fault);
    }
  };

  /** Without a promise where the channel is open: at thousands of messages a second they cost more than the sending. */
  const attempt = (message: Outgoing, told: Told): void => {
    const counted: Told = (fault) => {
      metrics.published.inc({
        destination: message.destination,
        outcome: fault === null ? 'confirmed' : outcomeOf(fault),
      });
      told(fault);
    };
    if (open !== undefined && !link.blocked && !closed) sendOn(open, message, counted);
    else opened().then((used) => sendOn(used, message, counted), counted);
  };

  const publisher: Publisher = {
    send: (message) =>
      new Promise((resolve, reject) => {
        underWay += 1;
        const ended: Told = (fault) => {
          underWay -= 1;
          if (fault === null) resolve();
          else reject(fault);
        };
        const again = async (): Promise<void> => {
          await Promise.race([declareAgain(), delay(timeoutMs, undefined, { ref: false })]);
          attempt(message, ended);
        };
        attempt(message, (fault) => {
          if (fault instanceof UnroutableError) again().catch(ended);
          else ended(fault);
        });
      }),
    close: async (withinMs) => {
      closed = true;
      wakeAll();
      const until = performance.now() + withinMs;
      while (underWay > 0 && performance.now() < until) await delay(10);
    },
  };
  return {
    publisher,
    user: {
      open: async (channel) => {
        const returned = new Set<string>();
        channel.on('return', ({ properties }: Message) => void returned.add(String(properties.messageId)));
        const opening: OpenChannel = { channel, returned, limit: Number.POSITIVE_INFINITY };
        // Told before what waits for its confirm hears that the channel is closed.
        channel.on('error', ({ message }: Error) => {
          const limit = TOO_LARGE.exec(message)?.[1];
          if (limit !== undefined) opening.limit = Number(limit);
        });
        open = opening;
        wakeAll();
      },
      lost: () => {
        open = undefined;
      },
    },
  };
};

const outcomeOf = (error: unknown): string => {
  if (error instanceof UnroutableError) return 'returned';
  if (error instanceof UnpublishableError) return 'unpublishable';
  return error instanceof NackedError ? 'nacked' : 'unavailable';
};

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;
