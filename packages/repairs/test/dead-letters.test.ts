import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Consumer, type Messaging, openMessaging } from '@order-ledger/messaging/connection';
import { type DeadLetterDesk, openDesk } from '@order-ledger/messaging/dead-letters';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { PermanentError } from '@order-ledger/messaging/errors';
import { TOPOLOGY, type Topology } from '@order-ledger/messaging/topology';
import { createPool } from '@order-ledger/platform/postgres';
import {
  type Dealing,
  discardDeadLetters,
  listDeadLetters,
  requeueDeadLetters,
  showDeadLetters,
} from '@order-ledger/repairs/dead-letters';
import { deedBook } from '@order-ledger/repairs/deeds';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { migrateSchema } from '../../bridge/src/schema.ts';

jest.setTimeout(120_000);

const QUEUE = 'pricing.intake.v1';
const OTHER = 'manufacturing.plan.v1';
/** A queue that is full with one message. */
const topology: Topology = {
  ...TOPOLOGY,
  queues: { ...TOPOLOGY.queues, [OTHER]: { ...TOPOLOGY.queues[OTHER], maxLength: 1 } },
};
const { log } = keepingLog();

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  pool = createPool({ connectionString: database.url, applicationName: 'test', name: 'repairs', log });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

let broker: Broker;
let messaging: Messaging;
const open: { close(): Promise<unknown> }[] = [];
beforeEach(async () => {
  await pool.query('truncate messaging.dead_letter_deed');
  const prefix = ownPrefix();
  broker = await openBroker(prefix, topology);
  messaging = openMessaging({ url: brokerUrl(), log, name: 'pricing-worker', prefix, topology });
  await messaging.ready(20_000);
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await messaging.close();
  await broker.remove();
  await broker.close();
});

const deskOf = async (waitMs?: number): Promise<DeadLetterDesk> => {
  const desk = await openDesk({
    ...{ url: brokerUrl(), topology: broker.topology },
    ...(waitMs === undefined ? {} : { waitMs }),
  });
  open.push(desk);
  return desk;
};
const alone = async <Result>(work: (desk: DeadLetterDesk) => Promise<Result>): Promise<Result> => {
  const desk = await deskOf();
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
};
const dealing = (): Dealing => ({ book: deedBook(pool), by: 'anna' });
const consume = async (handler: (envelope: Envelope) => Promise<void>): Promise<Consumer> => {
  const consumer = await messaging.consume(QUEUE, { handler });
  open.push(consumer);
  return consumer;
};
/** As `list` shows them. */
const idsOf = (filter = {}) =>
  alone(async (desk) => (await listDeadLetters(desk, filter, { limit: 100 })).letters.map(({ id }) => id));
const waiting = (queue: 'pricing.intake.v1' | 'manufacturing.plan.v1' = QUEUE) =>
  broker.ready(broker.topology.queues[queue].name);
const dead = (queue: 'pricing.intake.v1' | 'manufacturing.plan.v1' = QUEUE) =>
  broker.ready(broker.topology.queues[queue].deadLetterQueue);

const failure = (code: string) => ({
  ...{ 'x-attempt': 8, 'x-outages': 2, 'x-error-class': 'transient', 'x-error-code': code, 'x-origin-queue': QUEUE },
  ...{ 'x-first-failure': '2026-01-01T10:00:00.000Z', 'x-last-failure': '2026-01-01T11:00:00.000Z' },
});

/** Puts letters where their consumer would, the way it does. */
const kill = async (
  messages: readonly Envelope[],
  { code = 'no-answer', queue = QUEUE }: { code?: string; queue?: 'pricing.intake.v1' | 'manufacturing.plan.v1' } = {},
): Promise<Envelope[]> => {
  for (const message of messages)
    broker.channel.publish(
      broker.topology.deadLetterExchange,
      broker.topology.queues[queue].name,
      Buffer.from(JSON.stringify(message)),
      { messageId: message.id, type: message.type, persistent: true, headers: failure(code) },
    );
  await broker.channel.waitForConfirms();
  await until('the letters are there', async () => (await dead(queue)) >= messages.length);
  return [...messages];
};
const some = (count: number): Envelope[] => Array.from({ length: count }, () => recalculation());
const deeds = async () =>
  (
    await pool.query(
      'select deed, operator, reason, message_id, order_id, code, done_at is not null as done from messaging.dead_letter_deed order by begun_at',
    )
  ).rows;

describe('dead letters', () => {
  it('are listed in their order with what is known of them, as often as one likes', async () => {
    const [first, second, third] = await kill(some(3));
    const before = [first?.id, second?.id, third?.id];
    // More often than any queue of ours delivers a message to consumers that die.
    for (let n = 0; n < 25; n += 1) expect(await idsOf()).toEqual(before);
    const { letters, all } = await alone((desk) => listDeadLetters(desk, {}, { limit: 1 }));
    expect(all).toBe(3);
    expect(letters).toEqual([
      {
        queue: QUEUE,
        id: first?.id,
        order_id: first?.order_id,
        correlation_id: 'correlation-1',
        type: 'order.price_recalculation_requested',
        reason: 'no-answer',
        error_class: 'transient',
        attempts: 8,
        outages: 2,
        first_failure: '2026-01-01T10:00:00.000Z',
        last_failure: '2026-01-01T11:00:00.000Z',
      },
    ]);
  });

  it('are narrowed by queue, order and reason, and a queue that is none is named with those that are', async () => {
    const [a, b] = await kill(some(2));
    const [c] = await kill(some(1), { code: 'no-order' });
    const [d] = await kill(some(1), { queue: OTHER });
    expect(await idsOf({ queue: OTHER })).toEqual([d?.id]);
    expect(await idsOf({ queue: QUEUE, reason: 'no-order' })).toEqual([c?.id]);
    expect(await idsOf({ reason: 'transient' })).toHaveLength(4);
    expect(await idsOf({ order: a?.order_id.toUpperCase() })).toEqual([a?.id]);
    expect(await idsOf({ order: b?.order_id, reason: 'no-order' })).toEqual([]);
    await expect(idsOf({ queue: 'pricing' })).rejects.toThrow('pricing.intake.v1, manufacturing.plan.v1');
  });

  it('are shown without what may be anybody’s', async () => {
    const [letter] = await kill([
      recalculation({ data: { reason: 'EXPIRED', note: 'ring Anna, +7 912 345-67-89', 'anna@example.com': 1 } }),
    ]);
    const [shown] = await alone((desk) => showDeadLetters(desk, letter?.id ?? '', {}));
    expect(shown?.body).toMatchObject({ order_id: letter?.order_id, data: { reason: 'EXPIRED', note: '[masked]' } });
    expect(shown?.headers).toMatchObject({ 'x-attempt': 8, 'x-error-code': 'no-answer' });
    expect(JSON.stringify(shown)).not.toMatch(/Anna|anna|912/);
  });

  it('that are no messages of ours have an id all the same, and nothing of them is shown', async () => {
    const content = Buffer.from('Anna Ivanova, Tverskaya 1');
    broker.channel.publish(broker.topology.deadLetterExchange, broker.topology.queues[QUEUE].name, content, {
      messageId: 'anna@example.com wrote this',
      headers: { 'x-anna': 'Ivanova' },
    });
    await broker.channel.waitForConfirms();
    await until('it is there', async () => (await dead()) === 1);
    const [id] = await idsOf();
    expect(id).toMatch(/^content-[0-9a-f]{16}$/);
    const [shown] = await alone((desk) => showDeadLetters(desk, id ?? '', {}));
    expect(JSON.stringify(shown)).not.toMatch(/Ivanova|example/);
    expect(await alone((desk) => requeueDeadLetters(desk, { ids: [id ?? ''], all: false }, dealing()))).toBe(1);
  });

  it('that the broker itself has made tell so', async () => {
    const sent = recalculation();
    await messaging.publish(sent, { mandatory: true });
    const { name } = broker.topology.queues[QUEUE];
    const taken = await until('the message', () => broker.channel.get(name));
    broker.channel.nack(taken, false, false);
    await until('it is dead', async () => (await dead()) === 1);
    const { letters } = await alone((desk) => listDeadLetters(desk, {}, { limit: 1 }));
    expect(letters).toMatchObject([{ id: sent.id, order_id: sent.order_id, reason: 'rejected' }]);
    expect(letters[0]?.last_failure).toMatch(/^\d{4}-/);
  });
});

describe('a dead letter that is put back', () => {
  it('is handled once its cause is mended, and begins to count anew', async () => {
    let mended = false;
    const handled: Envelope[] = [];
    await consume(async (envelope) => {
      if (!mended) throw new PermanentError('there is no tariff', 'no-tariff');
      handled.push(envelope);
    });
    const sent = recalculation();
    await messaging.publish(sent, { mandatory: true });
    await until('it is dead', async () => (await dead()) === 1);
    expect(await alone((desk) => requeueDeadLetters(desk, { ids: [sent.id], all: false }, dealing()))).toBe(1);
    // Not mended yet: it dies again, and tells where it came from at first.
    await until('it is dead again', async () => (await dead()) === 1);
    const [again] = await alone((desk) => showDeadLetters(desk, sent.id, {}));
    expect(again).toMatchObject({
      attempts: 1,
      headers: { 'x-origin-exchange': broker.topology.exchanges['orders.pricing.v1'] },
    });
    mended = true;
    await alone((desk) => requeueDeadLetters(desk, { ids: [sent.id], all: false }, dealing()));
    expect(await until('it is handled', () => handled[0])).toEqual(sent);
    expect(await dead()).toBe(0);
    expect(await deeds()).toEqual(
      Array(2).fill({
        ...{ deed: 'requeue', operator: 'anna', reason: null, message_id: sent.id, order_id: sent.order_id },
        ...{ code: 'no-tariff', done: true },
      }),
    );
  });

  it('comes with a whole message and fresh headers', async () => {
    const [letter] = await kill(some(1));
    await alone((desk) => requeueDeadLetters(desk, { ids: [letter?.id ?? ''], all: false }, dealing()));
    const { name } = broker.topology.queues[QUEUE];
    const { content, properties } = await until('the message', () => broker.take(name));
    expect(JSON.parse(content.toString())).toEqual(letter);
    expect(properties).toMatchObject({ messageId: letter?.id, type: letter?.type, deliveryMode: 2 });
    for (const header of ['x-attempt', 'x-outages', 'x-first-failure', 'x-error-code', 'x-death'])
      expect(properties.headers).not.toHaveProperty([header]);
  });

  it('leaves all others where they were, in their order', async () => {
    const letters = await kill(some(5));
    const [a, b, c, d, e] = letters.map(({ id }) => id);
    await alone((desk) => requeueDeadLetters(desk, { ids: [b ?? '', d ?? ''], all: false }, dealing()));
    expect(await idsOf()).toEqual([a, c, e]);
    expect(await waiting()).toBe(2);
  });

  it('is refused where one of the ids is unknown, and nothing is done', async () => {
    const [letter] = await kill(some(1));
    const unknown = randomUUID();
    const ids = [letter?.id ?? '', unknown];
    await expect(alone((desk) => requeueDeadLetters(desk, { ids, all: false }, dealing()))).rejects.toThrow(unknown);
    await expect(
      alone((desk) => discardDeadLetters(desk, { ids: [unknown], all: false }, { ...dealing(), reason: 'old' })),
    ).rejects.toThrow(unknown);
    await expect(alone((desk) => requeueDeadLetters(desk, { ids: [], all: true }, dealing()))).rejects.toThrow(
      '--queue',
    );
    expect(await idsOf()).toEqual([letter?.id]);
    expect(await deeds()).toEqual([]);
  });

  it('goes with all others of its queue or its reason, more than are taken at a time', async () => {
    await kill(some(230));
    const kept = await kill(some(3), { code: 'no-order' });
    const [elsewhere] = await kill(some(1), { queue: OTHER });
    expect(
      await alone((desk) =>
        requeueDeadLetters(desk, { ids: [], all: true, queue: QUEUE, reason: 'no-answer' }, dealing()),
      ),
    ).toBe(230);
    expect(await waiting()).toBe(230);
    expect(await idsOf()).toEqual([...kept.map(({ id }) => id), elsewhere?.id]);
    expect(await alone((desk) => requeueDeadLetters(desk, { ids: [], all: true, queue: QUEUE }, dealing()))).toBe(3);
    expect(await idsOf()).toEqual([elsewhere?.id]);
  });

  it('is put back once, not again and again, where it dies at once', async () => {
    await consume(async () => {
      throw new PermanentError('there is no tariff', 'no-tariff');
    });
    const letters = await kill(some(20));
    expect(await alone((desk) => requeueDeadLetters(desk, { ids: [], all: true, queue: QUEUE }, dealing()))).toBe(20);
    await until('all are dead again', async () => (await dead()) === 20);
    expect((await idsOf()).sort()).toEqual(letters.map(({ id }) => id).sort());
  });

  it('stays among the dead letters where its queue takes no more', async () => {
    const { name } = broker.topology.queues[OTHER];
    broker.channel.sendToQueue(name, Buffer.from('{}'));
    broker.channel.sendToQueue(name, Buffer.from('{}'));
    await broker.channel.waitForConfirms().catch(() => undefined);
    const letters = await kill(some(3), { queue: OTHER });
    await expect(
      alone((desk) => requeueDeadLetters(desk, { ids: [], all: true, queue: OTHER }, dealing())),
    ).rejects.toMatchObject({ code: 'nacked' });
    const left = await idsOf({ queue: OTHER });
    const back = await waiting(OTHER);
    expect(left.length + back).toBeGreaterThanOrEqual(letters.length);
    for (const id of left) expect(letters.map((letter) => letter.id)).toContain(id);
  });

  it('stays where its queue is gone', async () => {
    const [letter] = await kill(some(1));
    await messaging.close();
    await broker.byHand((hand) => hand.deleteQueue(broker.topology.queues[QUEUE].name));
    await expect(
      alone((desk) => requeueDeadLetters(desk, { ids: [letter?.id ?? ''], all: false }, dealing())),
    ).rejects.toMatchObject({ code: 'unroutable' });
    expect(await idsOf()).toEqual([letter?.id]);
  });

  it('comes twice at the worst, where the one who puts it back dies behind the confirm', async () => {
    const letters = await kill(some(3));
    const desk = await deskOf();
    const [first] = letters;
    const killed = new Error('killed');
    const taking = desk.take({
      queues: [QUEUE],
      wanted: ({ letter }) => letter.id === first?.id,
      deed: async (found) => {
        await desk.putBack(found);
        throw killed;
      },
    });
    await expect(taking).rejects.toBe(killed);
    await desk.close();
    expect(await idsOf()).toEqual(letters.map(({ id }) => id));
    expect(await waiting()).toBe(1);
  });
});

describe('two people at once', () => {
  it('put a letter back once: the second finds it gone', async () => {
    const [letter] = await kill(some(1));
    const requeue = () => alone((desk) => requeueDeadLetters(desk, { ids: [letter?.id ?? ''], all: false }, dealing()));
    const outcomes = await Promise.allSettled([requeue(), requeue(), requeue()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'ServiceProblem' });
    expect(await waiting()).toBe(1);
    expect(await dead()).toBe(0);
  });

  it('see the same: what one holds is not gone for the other, who waits', async () => {
    const before = (await kill(some(3))).map(({ id }) => id);
    const first = await deskOf();
    let second: Promise<string[]> | undefined;
    await first.take({
      queues: [QUEUE],
      wanted: () => {
        second ??= idsOf();
        return true;
      },
      deed: async () => {
        await delay(1_000);
        return { done: [] };
      },
    });
    await first.close();
    expect(await second).toEqual(before);
  });

  it('do not wait for ever: the second is told of the first', async () => {
    await deskOf();
    await expect(deskOf(0)).rejects.toMatchObject({ code: 'desk-taken' });
  });
});

describe('a dead letter that is discarded', () => {
  it('is gone, and it is known who did it and why', async () => {
    const [letter, other] = await kill(some(2));
    await alone((desk) =>
      discardDeadLetters(
        desk,
        { ids: [letter?.id ?? ''], all: false },
        { ...dealing(), reason: 'the order was made by a test' },
      ),
    );
    expect(await idsOf()).toEqual([other?.id]);
    expect(await deeds()).toMatchObject([
      { deed: 'discard', operator: 'anna', reason: 'the order was made by a test', message_id: letter?.id, done: true },
    ]);
  });

  it('stays where it cannot be recorded', async () => {
    const [letter] = await kill(some(1));
    await pool.query('alter table messaging.dead_letter_deed rename to elsewhere');
    try {
      await expect(
        alone((desk) =>
          discardDeadLetters(desk, { ids: [letter?.id ?? ''], all: false }, { ...dealing(), reason: 'old' }),
        ),
      ).rejects.toThrow('dead_letter_deed');
    } finally {
      await pool.query('alter table messaging.elsewhere rename to dead_letter_deed');
    }
    expect(await idsOf()).toEqual([letter?.id]);
  });
});
