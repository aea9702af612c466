import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sphereStl } from '@order-ledger/testing/models/bodies';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { TEXT } from '@order-ledger/testing/orders/rightful';
import { shiftedClock } from '@order-ledger/testing/processes/shifted-clock';
import { until } from '@order-ledger/testing/waiting';
import { isAlive, openStage, type Stage } from './support/stage.ts';
import type { WorkerProcess } from './support/worker-process.ts';

// Processes are started and ended here, on a machine that may have more to do.
jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 180_000);
afterAll(() => stage.close(), 60_000);

/** Another one each time: nothing is known of it yet. */
let radius = 15;
const newModel = () => {
  radius += 0.5;
  return stage.upload(sphereStl(radius, 10_000));
};
const BEST = { orientation: 'BEST' } as const;

/** An order whose calculation has begun and stands still. */
const frozenOrder = async (worker: WorkerProcess) => {
  const model = await newModel();
  stage.overlookEarlier(worker);
  return stage.whileHeld(async () => {
    const order = await stage.orders.submit({ model, spec: BEST });
    return { model, order, child: await stage.frozen(worker) };
  });
};

/** The lease of an order's job was renewed so often: longer than it lasts, where it is renewed five times in its time. */
const renewed = async (order: string, times: number): Promise<void> => {
  const { measure_key } = await stage.jobOf(order);
  const seen = new Set<string>();
  await until('renewals', async () => {
    const { rows } = await stage.pool.query<{ at: string }>(
      'select lease_expires_at::text as at from price_job where measure_key = $1',
      [measure_key],
    );
    seen.add(rows[0]?.at ?? '');
    return seen.size > times;
  });
};

describe('when a worker is lost', () => {
  afterEach(() => stage.endWorkers());

  it('another takes its calculation up under the next token, and no message was held for it [D1]', async () => {
    // What begins this calculation is the message, never the look that would miss it.
    const first = await stage.startWorker({ OVERLOOKED_AFTER_MS: '60000' });
    const { order, child } = await frozenOrder(first);
    const queue = stage.broker.topology.queues['pricing.intake.v1'].name;
    await first.end('SIGKILL');
    // A delivery that was not acknowledged would be back by now.
    await until('the broker to see the consumer gone', async () => {
      const { consumerCount } = await stage.broker.channel.checkQueue(queue);
      return consumerCount === 0;
    });
    expect(await stage.broker.ready(queue)).toBe(0);
    process.kill(child, 'SIGCONT');
    await until('the end of the calculation that nobody awaits', () => !isAlive(child));

    await stage.startWorker();
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect(await stage.jobOf(order)).toMatchObject({ lease_token: 2, run: 1, deaths: 0 });
    expect((await stage.orders.last(order, 'PriceCalculationRestarted'))?.data).toMatchObject({
      attempt: 2,
      reason: 'LEASE_LOST',
    });
    expect((await stage.orders.last(order, 'PriceCalculated'))?.data.attempt).toBe(2);
  });

  it.each([3_600_000, -3_600_000])(
    'another whose clock is %d ms ahead takes it up no later and no earlier [D1]',
    async (step) => {
      const clocks = [shiftedClock(-step), shiftedClock(step)];
      try {
        const first = await stage.startWorker({ OVERLOOKED_AFTER_MS: '60000', ...clocks[0]?.env });
        const { order, child } = await frozenOrder(first);
        await stage.startWorker({ ...clocks[1]?.env });
        // Both look for work; the first is there and renews its lease, so the job stays with it.
        await renewed(order, 8);
        expect(await stage.jobOf(order)).toMatchObject({ lease_token: 1 });
        await first.end('SIGKILL');
        process.kill(child, 'SIGCONT');
        await stage.reaches(order, 'PRICE_CALCULATED');
        expect(await stage.jobOf(order)).toMatchObject({ lease_token: 2, run: 1, deaths: 0 });
      } finally {
        for (const clock of clocks) clock.remove();
      }
    },
  );

  it('another takes it up no later though the clock of Postgres went back by an hour [D1]', async () => {
    const first = await stage.startWorker({ OVERLOOKED_AFTER_MS: '60000' });
    const { order, child } = await frozenOrder(first);
    await first.end('SIGKILL');
    process.kill(child, 'SIGCONT');
    // What was written stands an hour later now.
    const later = (names: readonly string[]) => names.map((name) => `${name} = ${name} + interval '1 hour'`).join(', ');
    await stage.pool.query(
      `update price_job set ${later(['queued_at', 'not_before', 'taken_at', 'timed_at', 'lease_expires_at'])}`,
    );
    await stage.pool.query(`update worker set ${later(['seen_at'])}`);
    await stage.startWorker();
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect(await stage.jobOf(order)).toMatchObject({ lease_token: 2, run: 1, deaths: 0 });
  });

  it('and comes back after a pause longer than its lease, it changes nothing any more', async () => {
    const paused = await stage.startWorker();
    const { order } = await frozenOrder(paused);
    await stage.pause(paused);
    const other = await stage.startWorker();
    await stage.reaches(order, 'PRICE_CALCULATED');
    const types = await stage.orders.types(order);
    paused.signal('SIGCONT');
    const ends = await until('the paused worker to give up', () =>
      paused.lines().find(({ message }) => message === 'job ends'),
    );
    expect(ends.outcome).toBe('lost');
    expect(await stage.orders.types(order)).toEqual(types);
    expect(await other.end()).toBe(0);
  });

  it('as told, its calculation is given back and nothing is counted [K5]', async () => {
    const leaving = await stage.startWorker({ DRAIN_MS: '0' });
    const { order, child } = await frozenOrder(leaving);
    expect(await leaving.end('SIGTERM')).toBe(0);
    expect(isAlive(child)).toBe(false);
    expect(await stage.jobOf(order)).toMatchObject({ job_state: 'QUEUED', deaths: 0, infra_failures: 0 });
    await stage.startWorker();
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect(await stage.orders.types(order)).not.toContain('PriceCalculationRestarted');
  });

  it('as told, and its calculation ends in time, the price is told before it leaves', async () => {
    const leaving = await stage.startWorker({ DRAIN_MS: '15000' });
    const { order, child } = await frozenOrder(leaving);
    const left = leaving.end('SIGTERM');
    process.kill(child, 'SIGCONT');
    expect(await left).toBe(0);
    expect(await stage.orders.status(order)).toBe('PRICE_CALCULATED');
  });
});

describe('with one worker', () => {
  let worker: WorkerProcess;
  beforeAll(async () => {
    worker = await stage.startWorker();
  });
  afterAll(() => stage.endWorkers());

  it('goes on with a calculation when its connections to Postgres break [E8]', async () => {
    const { order, child } = await frozenOrder(worker);
    await stage.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    process.kill(child, 'SIGCONT');
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect(await stage.jobOf(order)).toMatchObject({ lease_token: 1 });
    expect((await stage.orders.last(order, 'PriceCalculated'))?.data.attempt).toBe(1);
  });

  it('keeps a result that the ledger cannot be told, and tells it when the ledger is back [E8]', async () => {
    const { order, child } = await frozenOrder(worker);
    await stage.eventStore.kill();
    process.kill(child, 'SIGCONT');
    await until('the result saved', async () => (await stage.jobOf(order)).measured_at !== null);
    await stage.eventStore.restart();
    await stage.reaches(order, 'PRICE_CALCULATED');
    await until('the job done', async () => (await stage.jobOf(order)).job_state === 'DONE');
    expect(await stage.jobOf(order)).toMatchObject({ lease_token: 1, infra_failures: 0 });
    expect((await stage.orders.types(order)).filter((type) => type === 'PriceCalculated')).toHaveLength(1);
  });

  it('counts no death where a service manager tells the worker and all its children to end', async () => {
    const { order, child } = await frozenOrder(worker);
    process.kill(child, 'SIGTERM');
    process.kill(child, 'SIGCONT');
    await stage.reaches(order, 'PRICE_CALCULATED');
    expect(await stage.jobOf(order)).toMatchObject({ deaths: 0, infra_failures: 0, lease_token: 2 });
    expect(await stage.orders.types(order)).not.toContain('PriceCalculationRestarted');
  });

  describe('an order that is held while it is calculated', () => {
    const hold = (order: string) =>
      stage.orders.send(order, ACTORS.agent, 'HoldOrder', { hold_id: `hold-${order}`, reason: 'CUSTOMER_ASKED' });
    const resume = (order: string) =>
      stage.orders.send(order, ACTORS.agent, 'ResumeOrder', { hold_id: `hold-${order}` });

    it('gets the price that was finished meanwhile when it goes on', async () => {
      const { order, child } = await frozenOrder(worker);
      await hold(order);
      await until('the order parked', async () => (await stage.jobOf(order)).waiter_state === 'PARKED');
      process.kill(child, 'SIGCONT');
      await until('the job done', async () => (await stage.jobOf(order)).job_state === 'DONE');
      expect(await stage.orders.status(order)).toBe('ON_HOLD');
      await resume(order);
      await stage.reaches(order, 'PRICE_CALCULATED');
      expect(await stage.jobOf(order)).toMatchObject({ lease_token: 1 });
      expect(await stage.orders.types(order)).not.toContain('PriceCalculationRestarted');
    });

    it('gets it as well when it goes on before the end', async () => {
      const { order, child } = await frozenOrder(worker);
      await hold(order);
      await until('the order parked', async () => (await stage.jobOf(order)).waiter_state === 'PARKED');
      await resume(order);
      await until('the order waiting', async () => (await stage.jobOf(order)).waiter_state === 'STARTED');
      process.kill(child, 'SIGCONT');
      await stage.reaches(order, 'PRICE_CALCULATED');
      expect((await stage.orders.last(order, 'PriceCalculated'))?.data.attempt).toBe(1);
    });
  });

  describe('an order that is cancelled while it is calculated', () => {
    it('ends its calculation at once', async () => {
      const { order, child } = await frozenOrder(worker);
      await stage.orders.send(order, ACTORS.agent, 'CancelOrder', { reason: 'CUSTOMER_ASKED' });
      await until('the end of the calculation', () => !isAlive(child));
      expect(await stage.jobOf(order)).toMatchObject({ waiter_state: 'CLOSED', job_state: 'CANCELLED' });
    });

    it('leaves it to the other order that waits for it', async () => {
      const { order, model, child } = await frozenOrder(worker);
      const other = await stage.orders.submit({ model, spec: BEST });
      await stage.reaches(other, 'PRICE_CALCULATION_STARTED');
      await stage.orders.send(order, ACTORS.agent, 'CancelOrder', { reason: 'CUSTOMER_ASKED' });
      await until('the order closed', async () => (await stage.jobOf(order)).waiter_state === 'CLOSED');
      process.kill(child, 'SIGCONT');
      await stage.reaches(other, 'PRICE_CALCULATED');
      expect(await stage.jobOf(other)).toMatchObject({ lease_token: 1, run: 1 });
    });

    it('is calculated anew for an order that comes later', async () => {
      const { order, model } = await frozenOrder(worker);
      await stage.orders.send(order, ACTORS.agent, 'CancelOrder', { reason: 'CUSTOMER_ASKED' });
      await until('the job cancelled', async () => (await stage.jobOf(order)).job_state === 'CANCELLED');
      const later = await stage.orders.submit({ model, spec: BEST });
      await stage.reaches(later, 'PRICE_CALCULATED');
      expect(await stage.jobOf(later)).toMatchObject({ run: 2 });
    });
  });

  describe('a calculation that dies', () => {
    it('three times brings its orders into ERROR, later ones too, until somebody resolves it', async () => {
      const model = await newModel();
      stage.overlookEarlier(worker);
      const order = await stage.whileHeld(async () => {
        const submitted = await stage.orders.submit({ model, spec: BEST });
        for (const _death of [1, 2, 3]) process.kill(await stage.frozen(worker), 'SIGKILL');
        return submitted;
      });
      await stage.reaches(order, 'ERROR');
      expect((await stage.orders.last(order, 'OrderErrored'))?.data).toMatchObject({
        code: 'PRICING_DEAD',
        error_from: 'PRICE_CALCULATION_STARTED',
      });
      const restarts = (await stage.orders.types(order)).filter((type) => type === 'PriceCalculationRestarted');
      expect(restarts).toHaveLength(2);
      // The ledger is told first, then it is noted here.
      await until('the error noted', async () => (await stage.jobOf(order)).waiter_state === 'ERRORED');
      expect(await stage.jobOf(order)).toMatchObject({ job_state: 'DEAD', deaths: 3 });

      const later = await stage.orders.submit({ model, spec: BEST });
      await stage.reaches(later, 'ERROR');
      expect(await stage.jobOf(later)).toMatchObject({ lease_token: 3, run: 1 });

      await stage.orders.send(order, ACTORS.ops, 'ResolveError', { incident_note: TEXT });
      await until('a price', async () => (await stage.orders.status(order)) === 'PRICE_CALCULATED');
      expect(await stage.orders.last(order, 'PriceCalculationRestarted')).toMatchObject({
        data: { reason: 'RESOLVED' },
      });
      expect(await stage.jobOf(order)).toMatchObject({ run: 2, deaths: 0 });

      await stage.orders.send(later, ACTORS.ops, 'ResolveError', { incident_note: TEXT });
      await stage.reaches(later, 'PRICE_CALCULATED');
      expect(await stage.jobOf(later)).toMatchObject({ run: 2, lease_token: 4 });
    });
  });
});

describe('a calculation that is ended', () => {
  afterEach(() => stage.endWorkers());

  /** An order whose calculations all stand still: nothing but their worker ends them, each at a moment of its own choice. */
  const erroredWhileHeld = async () => {
    const model = await newModel();
    return stage.whileHeld(async () => {
      const order = await stage.orders.submit({ model, spec: BEST });
      await stage.reaches(order, 'ERROR');
      return order;
    });
  };

  it('of its hard limit is not tried again', async () => {
    await stage.startWorker({ CALCULATION_LIMIT_S: '4' });
    const order = await erroredWhileHeld();
    expect(await stage.jobOf(order)).toMatchObject({
      job_state: 'DEAD',
      deaths: 0,
      lease_token: 1,
      dead_detail: 'the calculation took more than 4 s',
    });
  });

  it('of its memory is told so', async () => {
    await stage.startWorker({ CALCULATION_MEMORY_MB: '24' });
    const order = await erroredWhileHeld();
    expect(await stage.jobOf(order)).toMatchObject({
      job_state: 'DEAD',
      deaths: 3,
      dead_detail: 'the calculation died: it took more than 24 MB',
    });
  });
});

it('never calculates with other bytes than those that the order names', async () => {
  const model = await newModel();
  const liar = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'model/stl' }).end(Buffer.from(sphereStl(3))),
  );
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  try {
    const worker = await stage.startWorker({
      UPLOAD_API_URL: `http://127.0.0.1:${(liar.address() as AddressInfo).port}`,
    });
    const order = await stage.orders.submit({ model });
    await stage.reaches(order, 'ERROR');
    expect((await stage.orders.last(order, 'OrderErrored'))?.data.code).toBe('MODEL_UNREADABLE');
    expect(await stage.jobOf(order)).toMatchObject({ job_state: 'DEAD', infra_failures: 5, deaths: 0 });
    expect(worker.lines().some(({ message }) => message === 'calculation begins')).toBe(false);
  } finally {
    await stage.endWorkers();
    liar.closeAllConnections();
    await new Promise((resolve) => liar.close(resolve));
  }
});
