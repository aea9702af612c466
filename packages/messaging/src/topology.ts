import {
  EVENT_TYPES,
  type EventType,
  EXCHANGES,
  type Exchange,
  exchangeOf,
  messageType,
} from '@order-ledger/domain/events';

/** A waiting room: what is published to it comes back to its queue after the delay. */
interface RetryTier {
  readonly name: string;
  readonly delayMs: number;
}

interface Binding {
  readonly exchange: string;
  /** Topic pattern; of a foreign exchange always a whole key, never `#`. */
  readonly key: string;
}

/** A consumer's queue with everything that is declared around it, and its policy of retries in one place. */
export interface Queue {
  readonly name: string;
  readonly bindings: readonly Binding[];
  /** Deliveries that may end without an answer (a consumer that died) until the broker gives the message up. */
  readonly deliveryLimit: number;
  /** Messages; above it the broker refuses to take more, and never drops what it has. */
  readonly maxLength: number;
  /**
   * Attempts at a message, each with its tries in process, before it becomes a dead letter. One that met an outage is
   * not counted.
   */
  readonly attempts: number;
  /** After attempt n the message waits in tier n; after the last tier's turn in the last again. */
  readonly tiers: readonly RetryTier[];
  readonly deadLetterQueue: string;
}

export interface Topology {
  /** Topic exchanges by the domain's name for them; the value is the name on the broker. */
  readonly exchanges: Readonly<Record<Exchange, string>>;
  /** Direct; the routing key is the name of the queue that the message died in. */
  readonly deadLetterExchange: string;
  readonly queues: Readonly<Record<QueueName, Queue>>;
}

/** One queue per delay: a time to live of each message alone would block behind the head of the queue. */
const TIERS: readonly RetryTier[] = [
  { name: '1s', delayMs: 1_000 },
  { name: '5s', delayMs: 5_000 },
  { name: '30s', delayMs: 30_000 },
  { name: '5m', delayMs: 300_000 },
];

const keys = (exchange: Exchange, ...types: EventType[]): Binding[] =>
  types.map((type) => {
    if (exchangeOf(type) !== exchange) throw new Error(`${type} is never published to ${exchange}`);
    return { exchange, key: messageType(type) };
  });

const queue = <const Name extends string>(name: Name, bindings: readonly Binding[]) => ({
  name,
  bindings,
  deliveryLimit: 20,
  maxLength: 100_000,
  attempts: 8,
  tiers: TIERS,
  deadLetterQueue: `${name}.dlq`,
});

/**
 * Every consumer's queue. A queue that was declared once keeps its arguments for ever: another form needs another
 * version in the name.
 */
export const QUEUES = {
  'pricing.intake.v1': queue('pricing.intake.v1', [
    ...keys('orders.pricing.v1', 'OrderSubmitted', 'OrderRevised', 'PriceRecalculationRequested'),
    ...keys('orders.admin.v1', 'OrderCancelled', 'OrderPutOnHold', 'OrderResumed', 'OrderErrored', 'ErrorResolved'),
  ]),
  'manufacturing.plan.v1': queue('manufacturing.plan.v1', [
    ...keys('orders.production.v1', 'ManufacturingApproved'),
    ...keys('orders.admin.v1', 'OrderCancelled'),
  ]),
} as const;
export type QueueName = keyof typeof QUEUES;

export const TOPOLOGY: Topology = {
  exchanges: Object.fromEntries(EXCHANGES.map((exchange) => [exchange, exchange])) as Record<Exchange, string>,
  deadLetterExchange: 'dlx.v1',
  queues: QUEUES,
};

/** Whoever works on dead letters, or looks through them, has this queue for as long: of two each would miss some. */
export const deskQueue = ({ deadLetterExchange }: Topology): string => `${deadLetterExchange}.desk`;

/** The same topology under other names, for several systems or tests that share one broker. */
export const prefixed = (topology: Topology, prefix: string): Topology => {
  if (!/^[a-z0-9._-]{0,40}$/.test(prefix)) throw new Error(`"${prefix}" is no prefix: use up to 40 of a-z 0-9 . _ -`);
  const named = (name: string) => prefix + name;
  return {
    exchanges: mapped(topology.exchanges, named),
    deadLetterExchange: named(topology.deadLetterExchange),
    queues: mapped(topology.queues, (one: Queue) => ({
      ...one,
      name: named(one.name),
      bindings: one.bindings.map(({ exchange, key }) => ({ exchange: named(exchange), key })),
      deadLetterQueue: named(one.deadLetterQueue),
    })),
  };
};

const mapped = <Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;

export const retryQueue = ({ name }: Queue, tier: RetryTier): string => `${name}.retry.${tier.name}`;

/** Where a message waits after its n-th failed attempt. */
export const tierAfter = ({ tiers }: Queue, attempt: number): RetryTier => {
  const tier = tiers[Math.min(attempt, tiers.length) - 1];
  if (tier === undefined) throw new Error(`there is no retry tier after attempt ${attempt}`);
  return tier;
};

/** A dependency that is back is noticed within this time, milliseconds. */
const LONGEST_OUTAGE_WAIT_MS = 60_000;

/** Where a message waits for a dependency that was away at its n-th delivery in such a time. */
export const tierInOutage = ({ tiers }: Queue, outages: number): RetryTier => {
  const short = tiers.filter(({ delayMs }) => delayMs <= LONGEST_OUTAGE_WAIT_MS);
  const tier = short[Math.min(outages, short.length) - 1] ?? tiers[0];
  if (tier === undefined) throw new Error('there is no retry tier');
  return tier;
};

const matches = (pattern: string, key: string): boolean => {
  const words = pattern.split('.').map((word) => (word === '#' ? '.*' : word === '*' ? '[^.]+' : word));
  return new RegExp(`^${words.join('\\.').replaceAll('\\..*', '(\\..*)?')}$`).test(key);
};

/** Message types that some consumer's queue is bound to: publishing one that reaches no queue is a fault. */
export const consumedTypes = (topology: Topology): ReadonlySet<string> =>
  new Set(
    EVENT_TYPES.filter((type) => {
      const exchange = topology.exchanges[exchangeOf(type)];
      return Object.values(topology.queues).some(({ bindings }) =>
        bindings.some((binding) => binding.exchange === exchange && matches(binding.key, messageType(type))),
      );
    }).map(messageType),
  );
