import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { commandId, eventId, nextCommandId } from '@order-ledger/ledger/identity';
import { createPool, inTransaction } from '@order-ledger/platform/postgres';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import { migrateReadModel } from '@order-ledger/read-model/schema';
import { createWriter } from '@order-ledger/read-model/writing/writer';
import { keepingLog } from '@order-ledger/testing/lines';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import type pg from 'pg';
import { readyQueueIn } from '../src/claims/ready-queue.ts';

const NEXT = '/v1/shop-floor/next';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let api: RunningApi;
let life: Life;

beforeAll(async () => {
  const { log } = keepingLog();
  database = await createTestDatabase();
  pool = createPool({ connectionString: database.url, applicationName: 'test', name: 'queue', log });
  api = await startApi({ readyOrders: readyQueueIn(pool) });
  life = createLife(api);
  expect((await next(operator(1))).body.code).toBe('queue-unavailable');
  await migrateReadModel({ connectionString: database.url, log, checkpointTable: CHECKPOINT_TABLE });
});
afterAll(async () => {
  await api.close();
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('truncate read_model_1.order_row'));

const operator = (n: number): Actor => ({ id: `operator-${n}`, kind: 'person', roles: ['mes.operator'] });
const next = async (actor: Actor, key?: string) =>
  api.post(NEXT, { credential: await api.tokenOf(actor), ...(key === undefined ? {} : { key }) });
const holderOf = async (orderId: string) => (await api.ledger.load(orderId))?.claim?.operator;

/** Projects these orders as they stand in the ledger now; what happens later the read model does not know. */
const project = async (...orderIds: string[]): Promise<void> => {
  const events: ReadEvent[] = [];
  for (const orderId of orderIds) {
    for await (const event of api.ledger.readOrder(orderId)) {
      const place = BigInt(events.length);
      events.push({ event, id: eventId(event.metadata.hash), position: { commit: place, prepare: place } });
    }
  }
  const { changes, faults } = foldBatch(new Map(), events);
  expect(faults).toEqual([]);
  await inTransaction(pool, async (client) => {
    await client.query('truncate read_model_1.order_timeline, read_model_1.order_span, read_model_1.order_mark');
    await createWriter('read_model_1').store(client, changes);
  });
};

const approved = async (priority?: string): Promise<string> => {
  const orderId = await life.bring('MANUFACTURING_APPROVED');
  if (priority !== undefined) await life.act(orderId, 'ChangePriority', { body: { priority, reason: 'CAPACITY' } });
  return orderId;
};

it('claims the most urgent order that is ready, and then the one after it [H2]', async () => {
  const [low, urgent] = [await approved('LOW'), await approved('URGENT')];
  await project(low, urgent, await life.create());
  const first = await next(operator(1));
  expect([first.status, first.body.order_id, first.body.status]).toEqual([200, urgent, 'MANUFACTURING_APPROVED']);
  expect(first.body.fence_token).toBe((await api.ledger.load(urgent))?.claim?.fence_token);
  expect(first.headers.get('etag')).toBe(`"v${first.body.event_version}"`);
  const second = await next(operator(2));
  expect([second.body.order_id, await holderOf(urgent), await holderOf(low)]).toEqual([
    low,
    'operator-1',
    'operator-2',
  ]);
});

it('answers 204 when nothing is ready, and the same key finds what comes later', async () => {
  const key = crypto.randomUUID();
  const none = await next(operator(1), key);
  expect([none.status, none.text]).toEqual([204, '']);
  const orderId = await approved();
  await project(orderId);
  expect((await next(operator(1), key)).body.order_id).toBe(orderId);
});

it('gives the same key the same choice for ever, byte for byte', async () => {
  const orderId = await approved();
  await project(orderId);
  const key = crypto.randomUUID();
  const first = await next(operator(3), key);
  await project(orderId, await approved('URGENT'));
  const again = await next(operator(3), key);
  expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([200, first.text, 'true']);
  const choice = await api.ledger.readNext(nextCommandId('sub:operator-3', key));
  expect(choice).toEqual({
    order_id: orderId,
    claim_command_id: commandId('sub:operator-3', orderId, key),
    operator: 'operator-3',
  });
});

it('gives both of two equal requests at once the one order', async () => {
  await project(await approved(), await approved());
  const key = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 4 }, () => next(operator(4), key)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

it('answers choice-lost when a crash came before the claim and another was faster, and never chooses anew for that key', async () => {
  const [lost, other] = [await approved(), await approved()];
  await project(other);
  const key = crypto.randomUUID();
  const choice = { order_id: lost, claim_command_id: commandId('sub:operator-5', lost, key), operator: 'operator-5' };
  await api.ledger.chooseNext(nextCommandId('sub:operator-5', key), choice, 'test');
  await api.post(`/v1/orders/${lost}/claim`, { credential: await api.tokenOf(operator(6)) });
  for (const _time of [1, 2]) {
    const { status, body } = await next(operator(5), key);
    expect([status, body.code, body.order_id]).toEqual([409, 'choice-lost', lost]);
  }
  expect((await next(operator(5))).body.order_id).toBe(other);
});

it('finishes the claim of a choice that a crash left without one', async () => {
  const orderId = await approved();
  const key = crypto.randomUUID();
  const choice = {
    order_id: orderId,
    claim_command_id: commandId('sub:operator-7', orderId, key),
    operator: 'operator-7',
  };
  await api.ledger.chooseNext(nextCommandId('sub:operator-7', key), choice, 'test');
  expect((await next(operator(7), key)).status).toBe(200);
  expect(await holderOf(orderId)).toBe('operator-7');
});

it('passes over orders that the read model still takes for ready', async () => {
  const [claimed, held, free] = [await approved('URGENT'), await approved('HIGH'), await approved()];
  await project(claimed, held, free);
  await api.post(`/v1/orders/${claimed}/claim`, { credential: await api.tokenOf(operator(8)) });
  await life.act(held, 'HoldOrder');
  expect((await next(operator(9))).body.order_id).toBe(free);
  expect((await next(operator(10))).status).toBe(204);
});

it('gives ten orders to ten of twenty operators who ask at once, one each [H2]', async () => {
  const orders = await Promise.all(Array.from({ length: 10 }, () => approved()));
  await project(...orders);
  await Promise.all(Array.from({ length: 20 }, (_, n) => api.tokenOf(operator(100 + n))));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => next(operator(100 + n))));
  const won = answers.filter(({ status }) => status === 200).map(({ body }) => body.order_id);
  expect(won.sort()).toEqual(orders.sort());
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(10);
});

it('refuses who may not claim, before anything is chosen', async () => {
  await project(await approved());
  const key = crypto.randomUUID();
  const agent: Actor = { id: 'agent-1', kind: 'person', roles: ['crm.agent'] };
  const { status, body } = await next(agent, key);
  expect([status, body.code, body.owner]).toEqual([403, 'forbidden', 'MES']);
  expect(await api.ledger.readNext(nextCommandId('sub:agent-1', key))).toBeNull();
  const keyless = await api.post(NEXT, { credential: await api.tokenOf(operator(1)), key: null });
  expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
});
