import { askProcess, ledgerBy } from '@order-ledger/diagnosis/asking-processes';
import type { OrderEvidence, ProcessEvidence, QueueEvidence, SystemEvidence } from '@order-ledger/diagnosis/evidence';
import { type LettersByOrder, lettersOf } from '@order-ledger/diagnosis/letters';
import { orderTablesAway, readOrderTables } from '@order-ledger/diagnosis/reading/order-tables';
import { readStageStatistics } from '@order-ledger/diagnosis/reading/stage-statistics';
import { databaseNow, readSystemTables, tablesAway } from '@order-ledger/diagnosis/reading/system-tables';
import { type LimitSettings, type StageLimits, stageLimits } from '@order-ledger/diagnosis/stage-limits';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { isUnreadableRecord } from '@order-ledger/ledger/order-fault';
import { readQueueDepths } from '@order-ledger/messaging/queue-depths';
import { prefixed, TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import type { Log } from '@order-ledger/platform/log';
import { type Answer, isKnown, isLate, LIMIT_MS, within } from '@order-ledger/platform/within';
import { readStanding } from '@order-ledger/read-model/reading/live-version';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { ourDatabase } from '@order-ledger/status/database';
import type { Subject } from '@order-ledger/status/subject';
import { readLetters } from './letters.ts';

/** Everything that can be asked, with the rights of whoever calls; what is away is told as away. */
export interface Collecting {
  /** Where the tables are; away where the database is. */
  readonly reader: Answer<Reader>;
  readonly system: SystemEvidence;
  readonly limits: StageLimits;
  readonly ledger: Ledger | null;
  /** What the tables do not tell of these orders: the ledger's events, the dead letters. */
  completed(orders: readonly OrderEvidence[]): Promise<readonly OrderEvidence[]>;
  order(orderId: string): Promise<OrderEvidence>;
  close(): void;
}

const NOT_NAMED = (variable: string) => ({ unknown: `${variable} names none, and npm start runs none here` });

const queueEvidence = async (url: string, topology: Topology): Promise<readonly QueueEvidence[]> =>
  (await readQueueDepths(url, topology, LIMIT_MS - 200)).queues.map(({ queue, messages, retrying, deadLetters }) => ({
    ...{ queue, messages, retrying, dead_letters: deadLetters },
  }));

/** Of a question: on a busy machine a page of orders takes seconds. */
const DATABASE_LIMIT_MS = 2 * LIMIT_MS;

const readerAt = async (address: string): Promise<Reader> => {
  const pool = await ourDatabase(address, DATABASE_LIMIT_MS);
  return { pool, schema: (await readStanding(pool)).schema };
};

/** More events than any order has: a guard for the memory. */
const MOST_EVENTS = 20_000;

const eventsOf = async (ledger: Ledger, orderId: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readOrder(orderId, { toVersion: MOST_EVENTS })) events.push(event);
  return events;
};

/** The order's events, or why nobody can read them; rejects where the ledger gives no answer. */
const readableIn = (ledger: Ledger, orderId: string): Promise<RecordedEvent[] | Error> =>
  eventsOf(ledger, orderId).catch((error: unknown) => {
    if (isUnreadableRecord(error)) return error as Error;
    throw error;
  });

/** Once more where no answer came: the first question of a program on a busy machine takes as long as its start. */
const askedTwice = async <T>(ask: () => Promise<T>, limitMs: number): Promise<Answer<T>> => {
  const first = await within(ask(), limitMs);
  return isLate(first) ? within(ask(), limitMs) : first;
};

/** null: they do not say so. */
const answersOthers = (processes: readonly ProcessEvidence[]): SystemEvidence['ledger'] | null => {
  const said = ledgerBy(processes);
  return isKnown(said) && said.is === 'answers' ? said : null;
};

const ORDERS_AT_ONCE = 8;

export const collect = async (
  { services, processes }: Subject,
  { prefix, limits: settings, log }: { prefix: string; limits: LimitSettings; log: Log },
): Promise<Collecting> => {
  const { postgres, rabbitmq, eventStore } = services;
  const topology = prefixed(TOPOLOGY, prefix);
  const ledger =
    eventStore === undefined ? null : openLedger({ connectionString: eventStore, log, readTimeoutMs: LIMIT_MS });
  const [reader, answers, tail, queues] = await Promise.all([
    postgres === undefined ? NOT_NAMED('DATABASE_URL') : askedTwice(() => readerAt(postgres), DATABASE_LIMIT_MS + 500),
    Promise.all(processes.map(({ name, url }) => askProcess({ name, url }))),
    ledger === null ? NOT_NAMED('EVENTSTORE_URL') : askedTwice(() => ledger.tail(), LIMIT_MS + 500),
    rabbitmq === undefined ? NOT_NAMED('AMQP_URL') : within(queueEvidence(rabbitmq, topology), 2 * LIMIT_MS),
  ]);
  const tables = isKnown(reader) ? await readSystemTables(reader.is) : tablesAway(reader);
  const now = isKnown(reader) ? await within(databaseNow(reader.is.pool)) : reader;
  const usual = isKnown(reader) ? await within(readStageStatistics(reader.is), 2 * LIMIT_MS) : reader;
  const system: SystemEvidence = {
    at: isKnown(now) ? now.is : new Date().toISOString(),
    ...tables,
    processes: { is: answers },
    // Nobody asked for it: that is no outage. Nor is it where those who use it reach it.
    ledger: isKnown(tail)
      ? { is: 'answers' }
      : ledger === null
        ? { is: 'not asked' }
        : (answersOthers(answers) ?? tail),
    queues,
  };

  const someDied = isKnown(queues) && queues.is.some(({ dead_letters }) => (dead_letters ?? 0) > 0);
  let letters: Promise<Answer<LettersByOrder>> | undefined;
  const readDead = (): Promise<Answer<LettersByOrder>> => {
    letters ??=
      rabbitmq === undefined || !isKnown(queues)
        ? Promise.resolve(isKnown(queues) ? NOT_NAMED('AMQP_URL') : queues)
        : someDied
          ? readLetters(rabbitmq, topology)
          : Promise.resolve({ is: new Map() });
    return letters;
  };

  const complete = async (order: OrderEvidence): Promise<OrderEvidence> => {
    const dead = lettersOf(await readDead(), order.order_id);
    if (ledger === null) return { ...order, letters: dead };
    if (!isKnown(tail)) return { ...order, letters: dead, unread: tail.unknown };
    const read = await within(readableIn(ledger, order.order_id), 2 * LIMIT_MS);
    if (!isKnown(read)) return { ...order, letters: dead, unread: read.unknown };
    if (read.is instanceof Error) return { ...order, letters: dead, unreadable: read.is.message.split('\n')[0] ?? '' };
    const known = { ...order, letters: dead, in_ledger: read.is.length };
    return read.is.length === 0 ? known : { ...known, told_by: 'ledger', events: read.is, state: fold(read.is) };
  };
  const completed: Collecting['completed'] = async (orders) => {
    const done: OrderEvidence[] = [];
    for (let from = 0; from < orders.length; from += ORDERS_AT_ONCE)
      done.push(...(await Promise.all(orders.slice(from, from + ORDERS_AT_ONCE).map(complete))));
    return done;
  };

  return {
    ...{ reader, system, ledger, completed },
    limits: stageLimits(settings, isKnown(usual) ? usual.is : []),
    order: async (orderId) => {
      const told = isKnown(reader)
        ? ((await readOrderTables(reader.is, [orderId])).get(orderId) as OrderEvidence)
        : orderTablesAway(orderId, reader.unknown);
      return complete(told);
    },
    close: () => {
      // The answer is there: nobody waits for the farewell of a server that may be frozen.
      void ledger?.close().catch(() => undefined);
      if (isKnown(reader)) void reader.is.pool.end().catch(() => undefined);
    },
  };
};

/** Neither the ledger nor the read side has it, and both have answered. */
export const isUnknown = ({ ledger }: SystemEvidence, { row, events, unreadable, unread }: OrderEvidence): boolean =>
  events.length === 0 &&
  unreadable === undefined &&
  unread === undefined &&
  isKnown(ledger) &&
  ledger.is === 'answers' &&
  isKnown(row) &&
  row.is === null;
