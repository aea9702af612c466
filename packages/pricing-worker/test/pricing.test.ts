import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { programOf } from '@order-ledger/platform/own-program';
import { measureModel } from '@order-ledger/pricing/measure';
import { priceOf } from '@order-ledger/pricing/price';
import { TARIFF } from '@order-ledger/pricing/tariff';
import { binaryStl, boxBody, cubeBody, openCubeStl, sphereStl, tubeStl } from '@order-ledger/testing/models/bodies';
import { bodyAs3mf, bodyAsObj } from '@order-ledger/testing/models/three-mf';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { until } from '@order-ledger/testing/waiting';
import { openStage, type Stage } from './support/stage.ts';
import type { WorkerProcess } from './support/worker-process.ts';

jest.setTimeout(60_000);

let stage: Stage;
let worker: WorkerProcess;

beforeAll(async () => {
  stage = await openStage();
  worker = await stage.startWorker();
}, 180_000);
afterAll(() => stage.close(), 60_000);

it('is ready when it consumes, follows the ledger and reaches everything that it needs', async () => {
  const ready = await until('readiness', async () => {
    const response = await fetch(`${worker.url}/health/ready`);
    return response.status === 200 && ((await response.json()) as { checks: { name: string; ok: boolean }[] });
  });
  expect(ready.checks.map(({ name }) => name)).toEqual([
    'postgres',
    'schema',
    'ledger',
    'clock',
    'messaging',
    'pricing',
  ]);
});

it('shows how many jobs stand in each lane, and fails in none of its rounds', async () => {
  const metrics = await until('the figures of a round', async () => {
    const text = await (await fetch(`${worker.url}/metrics`)).text();
    return text.includes('price_jobs{') && text;
  });
  expect(metrics).toMatch(/price_jobs\{lane="SHORT",state="QUEUED"[^}]*\} 0/);
  expect(metrics).toMatch(/price_slots\{state="free"[^}]*\} 2/);
  expect(worker.lines().filter(({ name }) => name === 'reconciler')).toEqual([]);
});

describe('a submitted order', () => {
  it('is priced from the geometry of its model, by the tariff in force [A2]', async () => {
    const bytes = binaryStl(cubeBody(20));
    const order = await stage.orders.submit({ model: await stage.upload(bytes) });
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect((await stage.orders.types(order)).slice(-2)).toEqual(['PriceCalculationStarted', 'PriceCalculated']);
    const priced = await stage.orders.last(order, 'PriceCalculated');
    const measured = measureModel(bytes, { unit: 'MM', orientation: 'AS_IS', process: 'FDM' });
    if (!measured.ok) throw new Error(measured.detail);
    const { ok: _ok, ...expected } = priceOf(
      measured.measure,
      { material: 'PLA', process: 'FDM', quantity: 3, priority: 'NORMAL' },
      TARIFF,
    );
    expect(priced?.data).toMatchObject({
      attempt: 1,
      ...expected,
      measures: { volume: 8_000, area: 2_400, bounding_box: [20_000, 20_000, 20_000] },
    });
  });

  it.each([
    ['as OBJ', bodyAsObj],
    ['as 3MF', bodyAs3mf],
  ])('is priced from a model %s as from the same body as STL [A2] [R2]', async (_, written) => {
    const box = boxBody(15, 20, 25);
    const measured = measureModel(binaryStl(box), { unit: 'MM', orientation: 'AS_IS', process: 'FDM' });
    if (!measured.ok) throw new Error(measured.detail);
    const request = { material: 'PLA', process: 'FDM', quantity: 3, priority: 'NORMAL' } as const;
    const expected = priceOf(measured.measure, request, TARIFF);
    const order = await stage.orders.submit({ model: await stage.upload(written(box)) });
    await stage.reaches(order, 'PRICE_CALCULATED');
    const priced = await stage.orders.last(order, 'PriceCalculated');
    expect(priced?.data).toMatchObject({ ...(expected.ok && { price: expected.price }), measures: { volume: 7_500 } });
  });

  it('that is not solid is priced without a part of its inside, from the same measure', async () => {
    const bytes = binaryStl(cubeBody(22));
    const model = await stage.upload(bytes);
    const orders = [await stage.orders.submit({ model }), await stage.orders.submit({ model, spec: { infill: 30 } })];
    for (const order of orders) await stage.reaches(order, 'PRICE_CALCULATED');
    const [solid, hollow] = await Promise.all(orders.map((order) => stage.orders.last(order, 'PriceCalculated')));
    expect(hollow?.data).toMatchObject({ parameters: { infill: 30 }, measures: solid?.data.measures });
    expect(hollow?.data.machine_seconds).toBeLessThan(solid?.data.machine_seconds ?? 0);
  });

  it('continues the chain of the submission in what it causes', async () => {
    const order = await stage.orders.submit({ model: await stage.upload(binaryStl(cubeBody(21))) });
    await stage.reaches(order, 'PRICE_CALCULATED');
    const [submitted, started, priced] = (await stage.orders.events(order)).slice(-3);
    expect(started?.metadata.correlation_id).toBe(submitted?.metadata.correlation_id);
    expect(priced?.metadata.correlation_id).toBe(submitted?.metadata.correlation_id);
    expect(started?.metadata.causation_id).not.toBe(priced?.metadata.causation_id);
    expect(priced?.metadata.actor).toEqual({ id: 'pricing-worker', kind: 'service', roles: ['pricing.worker'] });
  });

  it('is rejected with the reason and the faces at fault where its model is open [A9]', async () => {
    const order = await stage.orders.submit({ model: await stage.upload(openCubeStl(20)) });
    await stage.reaches(order, 'REJECTED');
    const rejected = await stage.orders.last(order, 'OrderRejected');
    expect(rejected?.data).toMatchObject({
      reason: 'NOT_WATERTIGHT',
      faults: expect.arrayContaining([expect.objectContaining({ code: 'OPEN_EDGES', count: 3 })]),
    });
  });

  it('is priced with the risk where its walls come out, but maybe not whole, and rejected where they do not [A9]', async () => {
    const risky = await stage.orders.submit({ model: await stage.upload(tubeStl(20, 0.6, 10)) });
    await stage.reaches(risky, 'PRICE_CALCULATED');
    expect((await stage.orders.last(risky, 'PriceCalculated'))?.data).toMatchObject({
      risk: { reason: 'WALL_TOO_THIN', faults: [{ code: 'THIN_WALL' }] },
      breakdown: expect.arrayContaining([expect.objectContaining({ line: 'WAIVED_RISK' })]),
    });
    const hopeless = await stage.orders.submit({ model: await stage.upload(tubeStl(20, 0.3, 10)) });
    await stage.reaches(hopeless, 'REJECTED');
    expect((await stage.orders.last(hopeless, 'OrderRejected'))?.data).toMatchObject({ reason: 'WALL_TOO_THIN' });
  });

  it('is missed where its message was lost, and priced all the same [E8]', async () => {
    const model = await stage.upload(binaryStl(cubeBody(22)));
    const order = await stage.orders.submit({ model, published: false });
    await stage.reaches(order, 'PRICE_CALCULATED');
  });

  it('is priced once however often its message comes [D7] [E13]', async () => {
    const order = await stage.orders.submit({ model: await stage.upload(binaryStl(cubeBody(23))) });
    await stage.reaches(order, 'PRICE_CALCULATED');
    const before = await stage.orders.types(order);
    const received = async () => (await stage.pool.query('select count(*)::integer as n from inbox')).rows[0].n;
    const messages = stage.orders.published().size;
    // A price may be there before the message, where that took long and was missed.
    await until('every message received', async () => (await received()) === messages);
    const metric = async () => {
      const text = await (await fetch(`${worker.url}/metrics`)).text();
      return Number(/price_intake_messages_total\{[^}]*kind="duplicate"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
    };
    const duplicates = await metric();
    await stage.orders.publish(await stage.orders.events(order));
    await until('a duplicate in the metrics', async () => (await metric()) > duplicates);
    // The order is looked at behind the acknowledgement; a worker leaves when that is over.
    expect(await worker.end()).toBe(0);
    worker = await stage.startWorker();
    expect(await received()).toBe(messages);
    expect(await stage.orders.types(order)).toEqual(before);
  });
});

it('a price that was given comes out again by its engine and its tariff [A2]', async () => {
  const order = await stage.orders.submit({ model: await stage.upload(binaryStl(cubeBody(20))) });
  await stage.reaches(order, 'PRICE_CALCULATED');
  const program = programOf('pricing-worker', { file: 'repricing/program' });
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'show', order], {
    env: {
      DATABASE_URL: stage.database.url,
      EVENTSTORE_URL: stage.eventStore.url,
      UPLOAD_FOLDER: stage.uploads.folder,
    },
  });
  expect(stdout).toMatch(/^Calculated again by engine \S+ and tariff \S+, from the model: the same\.$/m);
  expect(stdout).toMatch(/^PRICE( +[\d,.]+){3} +=$/m);
});

describe('a calculation that several orders need', () => {
  it('is made once for one customer and again for another, who must not learn of it [D6]', async () => {
    const model = await stage.upload(sphereStl(12, 10_000));
    const [first, second, rival] = await Promise.all([
      stage.orders.submit({ model, tenant: 'acme' }),
      stage.orders.submit({ model, tenant: 'acme', spec: { quantity: 7 } }),
      stage.orders.submit({ model, tenant: 'globex' }),
    ]);
    for (const order of [first, second, rival]) await stage.reaches(order, 'PRICE_CALCULATED');
    const jobs = await Promise.all([first, second, rival].map(stage.jobOf));
    expect(jobs.map(({ run, lease_token }) => ({ run, lease_token }))).toEqual(
      Array.from({ length: 3 }, () => ({ run: 1, lease_token: 1 })),
    );
    expect(jobs[1].job_id).toBe(jobs[0].job_id);
    expect(jobs[2].job_id).not.toBe(jobs[0].job_id);
    const prices = await Promise.all(
      [first, second, rival].map(
        async (order) => (await stage.orders.last(order, 'PriceCalculated'))?.data.price.amount,
      ),
    );
    expect(prices[1]).toBeGreaterThan(prices[0]!);
    expect(prices[2]).toBe(prices[0]);
    expect((await stage.orders.last(rival, 'PriceCalculationStarted'))?.data.cached).toBe(false);
  });

  it('answers a later order at once, without a calculation [D5]', async () => {
    const model = await stage.upload(binaryStl(cubeBody(24)));
    const first = await stage.orders.submit({ model });
    await stage.reaches(first, 'PRICE_CALCULATED');
    await until('the job done', async () => (await stage.jobOf(first)).job_state === 'DONE');
    const later = await stage.orders.submit({ model, spec: { quantity: 50 } });
    await stage.reaches(later, 'PRICE_CALCULATED');
    expect((await stage.orders.last(later, 'PriceCalculationStarted'))?.data.cached).toBe(true);
    expect(await stage.jobOf(later)).toMatchObject({ job_state: 'DONE', lease_token: 1, run: 1 });
  });

  it('gives a refusal to a later order as well', async () => {
    const model = await stage.upload(openCubeStl(25));
    const first = await stage.orders.submit({ model });
    await stage.reaches(first, 'REJECTED');
    const later = await stage.orders.submit({ model });
    await stage.reaches(later, 'REJECTED');
    expect((await stage.orders.types(later)).slice(-2)).toEqual(['PriceCalculationStarted', 'OrderRejected']);
    expect(await stage.jobOf(later)).toMatchObject({ lease_token: 1 });
  });
});

describe('a price that is asked for again', () => {
  it('comes from the kept measure under a new attempt once the quote has expired', async () => {
    const model = await stage.upload(binaryStl(cubeBody(26)));
    const order = await stage.orders.submit({ model, terms: { quote_validity_s: 1 } });
    await stage.reaches(order, 'PRICE_CALCULATED');
    const first = await stage.orders.last(order, 'PriceCalculated');
    await until('the end of the quote', () => Date.now() > Date.parse(first!.data.valid_until) + 5);
    await stage.orders.send(order, ACTORS.store, 'RequestPriceRecalculation', { reason: 'EXPIRED' });
    await until('a second price', async () => {
      const last = await stage.orders.last(order, 'PriceCalculated');
      return last!.metadata.event_version > first!.metadata.event_version;
    });
    expect(await stage.orders.last(order, 'PriceCalculationStarted')).toMatchObject({
      data: { attempt: 2, cached: true },
    });
    expect((await stage.orders.last(order, 'PriceCalculated'))?.data.price).toEqual(first?.data.price);
    expect(await stage.jobOf(order)).toMatchObject({ run: 1, lease_token: 1 });
  });

  it('follows a revision of the quantity without another measure', async () => {
    const model = await stage.upload(binaryStl(cubeBody(27)));
    const order = await stage.orders.submit({ model });
    await stage.reaches(order, 'PRICE_CALCULATED');
    const first = await stage.orders.last(order, 'PriceCalculated');
    const upload = { owner: 'house', sha256: model.sha256, complete: true, valid: true, model: model.context };
    await stage.orders.send(
      order,
      ACTORS.store,
      'ReviseOrder',
      { quantity: 400 },
      { context: { upload, catalogue: [{ material: 'PLA', process: 'FDM', finishings: [] }] } },
    );
    await until('a second price', async () => {
      const last = await stage.orders.last(order, 'PriceCalculated');
      return last!.data.price.amount > first!.data.price.amount;
    });
    expect(await stage.jobOf(order)).toMatchObject({ run: 1, lease_token: 1 });
  });
});

it('lets another process read the progress of orders and nothing else of its schema', async () => {
  const role = `reader_${crypto.randomUUID().slice(0, 8)}`;
  await stage.pool.query(`create role ${role}`);
  const reading = await stage.startWorker({ READER_ROLES: role });
  const client = await stage.pool.connect();
  try {
    await client.query(`set role ${role}`);
    const { rows } = await client.query(`select lane, queued from pricing.lane_view order by lane`);
    expect(rows.map(({ lane }) => lane)).toEqual(['LONG', 'MEDIUM', 'SHORT']);
    await client.query('select order_id, queue_position, phase, percent from pricing.job_view');
    const slots = await client.query<{ workers: number; slots: number }>(
      'select workers, slots from pricing.slot_view',
    );
    expect(slots.rows[0]?.slots).toBeGreaterThanOrEqual(2);
    // Of the orders of this file one was revised: its measure was known.
    const shares = await client.query<{ orders: number; known: number }>(
      'select orders, known from pricing.share_view',
    );
    expect(shares.rows[0]?.orders).toBeGreaterThan(0);
    await expect(client.query('select * from pricing.price_job')).rejects.toThrow('permission denied');
  } finally {
    await client.query('reset role');
    client.release();
    expect(await reading.end()).toBe(0);
    await stage.pool.query(`drop owned by ${role}`);
    await stage.pool.query(`drop role ${role}`);
  }
});
