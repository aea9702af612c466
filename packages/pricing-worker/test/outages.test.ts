import { once } from 'node:events';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { cubeStl, sphereStl } from '@order-ledger/testing/models/bodies';
import { until } from '@order-ledger/testing/waiting';
import { freePort } from '../../../infra/local/src/ports.ts';
import { openStage, type Stage } from './support/stage.ts';
import type { WorkerProcess } from './support/worker-process.ts';

// Jobs wait up to a minute for what is away, and some of them several times.
jest.setTimeout(240_000);
const PATIENCE_MS = 100_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 180_000);
afterEach(() => stage.endWorkers());
afterAll(() => stage.close(), 60_000);

type Mode = 'refuses' | 'unavailable' | 'resets' | 'takes no token' | 'garbage' | 'well';

const ANSWERS: Readonly<Record<Exclude<Mode, 'refuses' | 'well'>, (response: ServerResponse) => unknown>> = {
  unavailable: (response) => response.writeHead(503, { 'Retry-After': '5' }).end(),
  resets: (response) => response.socket?.resetAndDestroy(),
  'takes no token': (response) => response.writeHead(401).end(),
  garbage: (response) => response.socket?.end('garbage\r\n\r\n'),
};

/** Upload-api behind an address that is ill in many ways. */
const openDoor = async () => {
  const port = await freePort();
  let mode: Mode = 'well';
  let server: Server | undefined;
  const listen = async () => {
    server = createServer((asked, response) => {
      if (mode !== 'well' && mode !== 'refuses') return void ANSWERS[mode](response);
      const { method, headers, url = '/' } = asked;
      request(new URL(url, stage.uploads.url()), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).end();
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const close = async () => {
    const closed = server && once(server, 'close');
    server?.close();
    server?.closeAllConnections();
    await closed;
    server = undefined;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    become: async (next: Mode) => {
      mode = next;
      if (next === 'refuses') await close();
      else if (server === undefined) await listen();
    },
    close,
  };
};

const waits = (worker: WorkerProcess) =>
  worker.lines().filter(({ message }) => message === 'a job waits until models can be fetched').length;
const readiness = async (worker: WorkerProcess) =>
  (await (await fetch(`${worker.url}/health/ready`)).json()) as { checks: { name: string; code?: string }[] };

it('prices every order that waited while upload-api was away, and has counted nothing [E8]', async () => {
  const door = await openDoor();
  const models = await Promise.all([1, 2, 3, 4, 5, 6].map((size) => stage.upload(cubeStl(40 + size))));
  await door.become('refuses');
  const worker = await stage.startWorker({ UPLOAD_API_URL: door.url });
  const orders = await Promise.all(models.map((model) => stage.orders.submit({ model })));
  for (const mode of ['refuses', 'unavailable', 'resets', 'takes no token', 'garbage'] as const) {
    await door.become(mode);
    const before = waits(worker);
    // More than the five attempts that a job has; few of the jobs have all of them.
    await until(`waits while it ${mode}`, () => waits(worker) >= before + 6, PATIENCE_MS);
  }
  expect((await readiness(worker)).checks).toContainEqual({ name: 'pricing', ok: false, code: 'upload-api-away' });
  for (const order of orders)
    expect(await stage.jobOf(order)).toMatchObject({ infra_failures: 0, deaths: 0, dead_code: null });
  await until(
    'a job that waits oftener than it has attempts',
    async () => (await waitsByJob(worker)).some((waited) => waited > 5),
    PATIENCE_MS,
  );

  await door.become('well');
  for (const order of orders) {
    await stage.reaches(order, 'PRICE_CALCULATED', PATIENCE_MS);
    expect(await stage.jobOf(order)).toMatchObject({ infra_failures: 0, deaths: 0, attempt: 1 });
    const types = await stage.orders.types(order);
    expect(types).not.toContain('OrderErrored');
    expect(types).not.toContain('PriceCalculationRestarted');
  }
  await until('readiness', async () => (await readiness(worker)).checks.every(({ code }) => code === undefined));
  await door.close();
});

const waitsByJob = async (worker: WorkerProcess): Promise<number[]> => {
  const byJob = new Map<unknown, number>();
  for (const { message, job_id } of worker.lines())
    if (message === 'a job waits until models can be fetched') byJob.set(job_id, (byJob.get(job_id) ?? 0) + 1);
  return [...byJob.values()];
};

it('keeps a result that Postgres, read-only by now, does not take, and tells it by itself afterwards [E8]', async () => {
  const worker = await stage.startWorker();
  const model = await stage.upload(sphereStl(12, 10_000));
  const { order, child } = await stage.whileHeld(async () => {
    const submitted = await stage.orders.submit({ model });
    return { order: submitted, child: await stage.frozen(worker) };
  });
  await stage.database.becomeReadOnly();
  process.kill(child, 'SIGCONT');
  const kept = 'Postgres does not answer; will retry until it does';
  await until('the result kept', () => worker.lines().some(({ message }) => message === kept), PATIENCE_MS);
  await stage.database.becomeWritable();
  await stage.reaches(order, 'PRICE_CALCULATED', PATIENCE_MS);
  expect((await stage.orders.last(order, 'PriceCalculated'))?.data.attempt).toBe(1);
  expect(await stage.jobOf(order)).toMatchObject({ infra_failures: 0, deaths: 0, lease_token: 1 });
});

it('gives a job back that it could not begin as soon as Postgres takes it, and not when its lease ends', async () => {
  const worker = await stage.startWorker({ LEASE_MS: '600000' });
  // The claim is committed; the note of the look that follows is under way when Postgres turns read-only. What the
  // follower of the ledger notes meanwhile is of no look and passes.
  await stage.pool.query(`
    create function hold() returns trigger language plpgsql as $$ begin
      if exists (select from price_job where state = 'RUNNING') then perform pg_sleep(4); end if;
      return new;
    end $$;
    create trigger hold before insert on known_order for each row when (new.looked_version > 0)
      execute function hold()`);
  const order = await stage.orders.submit({ model: await stage.upload(cubeStl(51)) });
  await until('the note', async () => {
    const { rowCount } = await stage.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
    return rowCount !== null && rowCount > 0;
  });
  await stage.database.becomeReadOnly();
  const kept = () => worker.lines().filter(({ message }) => String(message).startsWith('Postgres does not answer'));
  await until('the release kept', () => kept().length > 0, PATIENCE_MS);
  expect(kept()[0]?.error).toMatchObject({ code: '25006' });
  await stage.database.becomeWritable();
  await until('a session that writes', () =>
    stage.pool.query('drop trigger hold on known_order; drop function hold()').then(
      () => true,
      () => false,
    ),
  );
  await stage.reaches(order, 'PRICE_CALCULATED', PATIENCE_MS);
  expect(await stage.jobOf(order)).toMatchObject({ infra_failures: 0, deaths: 0, lease_token: 2 });
  expect(await stage.orders.types(order)).not.toContain('PriceCalculationRestarted');
});

it('tells what a calculation came to as soon as the ledger is back, whenever the reconciler looks next [E8]', async () => {
  const worker = await stage.startWorker({ RECONCILE_MS: '86400000' });
  const model = await stage.upload(sphereStl(13, 10_000));
  const { order, child } = await stage.whileHeld(async () => {
    const submitted = await stage.orders.submit({ model });
    return { order: submitted, child: await stage.frozen(worker) };
  });
  await stage.eventStore.kill();
  process.kill(child, 'SIGCONT');
  const untold = 'could not record the result of a calculation on an order; will retry';
  await until('the ledger missed', () => worker.lines().some(({ message }) => message === untold), PATIENCE_MS);
  await stage.eventStore.restart();
  await stage.reaches(order, 'PRICE_CALCULATED', PATIENCE_MS);
});

it('goes on with the other jobs where one fails for a reason that nobody knows', async () => {
  const worker = await stage.startWorker({ SLOTS: '1' });
  await stage.pool.query('update limits set max_running = 0');
  const [ill, well] = [
    await stage.orders.submit({ model: await stage.upload(cubeStl(61)) }),
    await stage.orders.submit({ model: await stage.upload(cubeStl(62)) }),
  ];
  for (const order of [ill, well]) await until('the job', async () => (await stage.jobOf(order)) !== undefined);
  await stage.pool.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no reason'; end $$;
    create trigger refuse before insert or update on known_order for each row
      when (new.order_id = '${ill}') execute function refuse()`);
  await stage.pool.query('update limits set max_running = null');
  await stage.reaches(well, 'PRICE_CALCULATED', PATIENCE_MS);
  expect(worker.lines().some(({ message }) => String(message).startsWith('released a job'))).toBe(true);
  await stage.pool.query('drop trigger refuse on known_order; drop function refuse()');
  await stage.reaches(ill, 'PRICE_CALCULATED', PATIENCE_MS);
  expect(await stage.jobOf(ill)).toMatchObject({ infra_failures: 0, deaths: 0 });
});
