import {
  deskQueue,
  prefixed,
  type Queue,
  type QueueName,
  retryQueue,
  TOPOLOGY as UNPREFIXED,
} from '@order-ledger/messaging/topology';

/** What a user of RabbitMQ may declare, publish to and read from: expressions over whole names. */
export interface BrokerRights {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

/** What a process may do at each server that it uses; its role in Postgres owns its schema. */
export interface Rights {
  /** Beginnings of the names of streams to which it may append. It may read all of them. */
  readonly eventStore?: readonly string[];
  /** Rules of an access list of Redis. */
  readonly redis?: readonly string[];
  readonly rabbitmq?: BrokerRights;
}

/** The processes get the rest of our environment, and so this prefix. */
const TOPOLOGY = prefixed(UNPREFIXED, process.env.AMQP_PREFIX ?? '');

const names = (...all: readonly string[]): string => `^(${all.map((name) => name.replaceAll('.', '\\.')).join('|')})$`;

const EXCHANGES = Object.values(TOPOLOGY.exchanges);
const queuesOf = (queue: Queue): string[] => [
  queue.name,
  queue.deadLetterQueue,
  ...queue.tiers.map((tier) => retryQueue(queue, tier)),
];
const ALL_QUEUES = Object.values(TOPOLOGY.queues).flatMap(queuesOf);
/** By which a message goes straight to a queue. */
const DEFAULT_EXCHANGE = 'amq.default';

/** Every process of the broker declares what it needs; a binding writes to the queue and reads from the exchange. */
const publishes: BrokerRights = {
  // It also tells operators which letters are dead, and for that takes their desk.
  configure: names(...EXCHANGES, TOPOLOGY.deadLetterExchange, ...ALL_QUEUES, deskQueue(TOPOLOGY)),
  write: names(...EXCHANGES, TOPOLOGY.deadLetterExchange, ...ALL_QUEUES),
  read: names(...EXCHANGES, TOPOLOGY.deadLetterExchange, ...ALL_QUEUES),
};

const consumes = (name: QueueName): BrokerRights => {
  const own = queuesOf(TOPOLOGY.queues[name]);
  return {
    configure: names(...EXCHANGES, TOPOLOGY.deadLetterExchange, ...own),
    write: names(TOPOLOGY.deadLetterExchange, DEFAULT_EXCHANGE, ...own),
    read: names(...EXCHANGES, TOPOLOGY.deadLetterExchange, ...own),
  };
};

/** Nobody of ours looks over all keys or does what is for operators; `info` is how a client sees that Redis is up. */
const COMMANDS = [
  '+@read',
  '+@write',
  '+@connection',
  '+eval',
  '+evalsha',
  '-@dangerous',
  '-scan',
  '-randomkey',
  '+info',
];
const RATES = '~rate:*';
const PAGES = 'order-ledger:read-model:*';

export const RIGHTS: Readonly<Record<string, Rights>> = {
  'command-api': { eventStore: ['order-', 'next-'], redis: [RATES, ...COMMANDS] },
  'query-api': { redis: [RATES, `%R~${PAGES}`, ...COMMANDS] },
  'upload-api': {},
  projector: { eventStore: [], redis: [`~${PAGES}`, ...COMMANDS] },
  bridge: { eventStore: [], rabbitmq: publishes },
  'process-manager': { eventStore: ['order-'] },
  'pricing-worker': { eventStore: ['order-'], rabbitmq: consumes('pricing.intake.v1') },
  'manufacturing-worker': { eventStore: ['order-'], rabbitmq: consumes('manufacturing.plan.v1') },
  /** The demonstration and people who look: no process of the system. */
  reader: { eventStore: [] },
};

/** The address for an account of that name; as text, because a URL that is written out again may differ in more. */
export const addressFor = (address: string, username: string, password: string): string =>
  address.replace(/^(\w+:\/\/)(?:[^@/]*@)?/, `$1${username}:${encodeURIComponent(password)}@`);
