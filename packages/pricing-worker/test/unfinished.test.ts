import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { ENGINE_VERSION } from '@order-ledger/pricing/engine-version';
import { measureModel } from '@order-ledger/pricing/measure';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { binaryStl, cubeBody, cubeStl } from '@order-ledger/testing/models/bodies';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { until } from '@order-ledger/testing/waiting';
import { resultOf } from '../src/calculating/result.ts';
import { LANES } from '../src/jobs/lanes.ts';
import { saveMeasure } from '../src/jobs/lease.ts';
import { type TakenJob, takeJob } from '../src/jobs/take-job.ts';
import { createAdvance } from '../src/orders/advance.ts';
import { rememberHistories } from '../src/orders/order-history.ts';
import { parkOrder, unparkOrder } from '../src/orders/parked-orders.ts';
import { createPriceCommands } from '../src/orders/price-commands.ts';
import { createReconciler } from '../src/orders/reconciler.ts';
import { createWaiters } from '../src/orders/waiters.ts';
import { activeTariff, seedTariff } from '../src/tariffs/in-force.ts';
import type { Model } from './support/orders.ts';
import { openStage, type Stage } from './support/stage.ts';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await seedTariff(stage.pool);
}, 180_000);
afterEach(() => stage.endWorkers());
afterAll(() => stage.close(), 60_000);

/** The parts of a worker that then does not go on: what it has done stands in Postgres and in the ledger. */
const parts = () => {
  const { pool, ledger, log } = stage;
  const waiters = createWaiters(pool, ENGINE_VERSION);
  return {
    waiters,
    advance: createAdvance({
      pool,
      ledger,
      memory: rememberHistories(ledger),
      waiters,
      log,
      onCancelled: () => undefined,
    }),
  };
};

const claim = async (): Promise<TakenJob> => {
  const job = await takeJob(stage.pool, {
    workerId: randomUUID(),
    engineVersion: ENGINE_VERSION,
    leaseMs: 1_000,
    lanes: LANES,
    mayTakeOver: true,
    running: [],
  });
  if (job === null) throw new Error('there was nothing to claim');
  return job;
};

/** An order whose calculation was claimed, begun and saved by a worker that was killed at once after that. */
const savedOrder = async (model: Model) => {
  const order = await stage.orders.submit({ model, published: false });
  const { advance } = parts();
  await advance(order);
  const job = await claim();
  expect(await advance(order)).toEqual({ awaits: job.job_id });
  const { unit, orientation } = job;
  const measured = measureModel(model.bytes, { unit, orientation, process: 'FDM' });
  expect(await saveMeasure(stage.pool, job, measured, 1)).toBe(true);
  return { order, job, measured };
};

it('tells the result that was saved before its worker was killed [E8]', async () => {
  const { order } = await savedOrder(await stage.upload(cubeStl(31)));
  expect(await stage.orders.status(order)).toBe('PRICE_CALCULATION_STARTED');
  await stage.startWorker();
  await stage.reaches(order, 'PRICE_CALCULATED');
  await until('the job done', async () => (await stage.jobOf(order)).job_state === 'DONE');
  expect(await stage.jobOf(order)).toMatchObject({ lease_token: 1, waiter_state: 'DONE' });
  expect((await stage.orders.last(order, 'PriceCalculated'))?.data.attempt).toBe(1);
});

it('tells no price twice where its worker was killed between the event and its note [E8]', async () => {
  const { order, job, measured } = await savedOrder(await stage.upload(cubeStl(32)));
  const history = await rememberHistories(stage.ledger).now(order);
  const result = resultOf(measured, history!.state, await activeTariff(stage.pool), job.job_id);
  if (result.outcome !== 'priced') throw new Error('the cube has no price');
  const step = { order_id: order, job_id: job.job_id, attempt: 1, cause: history!.cause! };
  const commands = createPriceCommands(stage.ledger);
  await commands.complete(step, result.body);
  const types = await stage.orders.types(order);
  // The same again, by whoever comes after, though the tariff has changed meanwhile.
  const changed = { ...result.body, tariff_version: 'another' };
  expect(await commands.complete(step, changed)).toMatchObject({ outcome: 'done', repeated: true });
  await stage.startWorker();
  await until('the job done', async () => (await stage.jobOf(order)).job_state === 'DONE');
  expect(await stage.jobOf(order)).toMatchObject({ waiter_state: 'DONE', lease_token: 1 });
  expect(await stage.orders.types(order)).toEqual(types);
});

it('begins no calculation for an order that was cancelled while it was queued', async () => {
  const order = await stage.orders.submit({ model: await stage.upload(cubeStl(33)), published: false });
  const { advance } = parts();
  await advance(order);
  expect(await stage.jobOf(order)).toMatchObject({ job_state: 'QUEUED', queue_position: '1' });
  // The message of the cancellation is lost, so the job is still there to be claimed.
  await stage.orders.send(order, ACTORS.agent, 'CancelOrder', { reason: 'CUSTOMER_ASKED' }, { published: false });
  const worker = await stage.startWorker();
  await until('the job cancelled', async () => (await stage.jobOf(order)).job_state === 'CANCELLED');
  expect(worker.lines().some(({ message }) => message === 'calculation begins')).toBe(false);
  expect(await stage.orders.types(order)).not.toContain('PriceCalculationStarted');
});

it('is not misled by a look at an order that is older than the last one', async () => {
  const model = await stage.upload(cubeStl(34));
  const order = await stage.orders.submit({ model, published: false });
  const submitted = await stage.ledger.load(order);
  await stage.orders.send(order, ACTORS.agent, 'CancelOrder', { reason: 'CUSTOMER_ASKED' }, { published: false });
  const { waiters } = parts();
  await waiters.note((await stage.ledger.load(order))!);
  await waiters.note(submitted!);
  expect(await waiters.read(order)).toBeNull();
});

it('is measured by the present engine where its job waits for one that is gone', async () => {
  const model = await stage.upload(binaryStl(cubeBody(35)));
  const order = await stage.orders.submit({ model, published: false });
  const old = createWaiters(stage.pool, '0.0.1');
  await old.note((await stage.ledger.load(order))!);
  expect(await stage.jobOf(order)).toMatchObject({ job_state: 'QUEUED' });
  await stage.startWorker();
  await stage.reaches(order, 'PRICE_CALCULATED');
  expect((await stage.orders.last(order, 'PriceCalculated'))?.data.engine_version).toBe(ENGINE_VERSION);
  const { rows } = await stage.pool.query(`select state from price_job where engine_version = '0.0.1'`);
  expect(rows).toEqual([{ state: 'CANCELLED' }]);
});

it('parks orders that can no longer be read, six in a row, and its only slot goes on with the others', async () => {
  const model = await stage.upload(cubeStl(36));
  const { waiters, advance } = parts();
  const bad: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const order = await stage.orders.submit({ model, published: false });
    await advance(order);
    await appendUnreadable(stage.eventStore.url, `order-${order}`);
    bad.push(order);
  }
  await stage.startWorker({ SLOTS: '1' });
  const good = await stage.orders.submit({ model: await stage.upload(cubeStl(37)) });
  await stage.reaches(good, 'PRICE_CALCULATED');
  const { rows } = await stage.pool.query('select order_id, reason from parked_order');
  expect(new Map(rows.map(({ order_id, reason }) => [order_id, reason]))).toEqual(
    new Map(bad.map((order) => [order, 'UnreadableEventError'])),
  );
  for (const order of bad) expect((await waiters.read(order))?.state).toBe('PARKED');
});

it('prices an order that is full already', async () => {
  await stage.startWorker({ ORDER_EVENT_LIMIT: '3' });
  const order = await stage.orders.submit({ model: await stage.upload(cubeStl(38)) });
  await stage.reaches(order, 'PRICE_CALCULATED');
});

it('reads of an order only what is new at each look at it', async () => {
  const { pool, ledger, log } = stage;
  let read = 0;
  const memory = rememberHistories({
    readOrder: async function* (...order) {
      for await (const event of ledger.readOrder(...order)) {
        read += 1;
        yield event;
      }
    },
  });
  const waiters = createWaiters(pool, ENGINE_VERSION);
  const advance = createAdvance({ ...{ pool, ledger, memory, waiters, log }, onCancelled: () => undefined });
  const order = await stage.orders.submit({ model: await stage.upload(cubeStl(37)), published: false });
  await advance(order);
  // All of it, and once more the last event that was known before this worker itself told the start.
  expect(read).toBe((await stage.orders.types(order)).length + 1);
  read = 0;
  for (let look = 0; look < 5; look += 1) await advance(order);
  expect(read).toBe(5);
});

it('does not forget that somebody asks for a parked order again while it is being tried in vain', async () => {
  const { pool, log } = stage;
  const order = randomUUID();
  const ask = () => pool.query('update parked_order set retry_requested_at = now() where order_id = $1', [order]);
  await parkOrder(pool, order, new Error('before'));
  await ask();
  let trials = 0;
  const reconcile = createReconciler({
    ...{ pool, log, engineVersion: ENGINE_VERSION, overlookedAfterMs: 60_000, onRepair: () => undefined },
    advance: async (orderId) => {
      if (orderId !== order) return { awaits: null };
      trials += 1;
      if (trials === 1) await ask();
      await parkOrder(pool, order, new Error(`trial ${trials}`));
      return { awaits: null, parked: true };
    },
  });
  for (let round = 0; round < 4; round += 1) await reconcile();
  // The second answers the second request, and nobody has asked for a third.
  expect(trials).toBe(2);
  await unparkOrder(pool, order);
});
