import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { programOf } from '@order-ledger/platform/own-program';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { type RunningProcess, startProcess } from '@order-ledger/testing/processes/child';
import { type ShiftedClock, shiftedClock } from '@order-ledger/testing/processes/shifted-clock';
import { eventStoreUrl, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { issuer } from '@order-ledger/testing/tokens';
import { until } from '@order-ledger/testing/waiting';
import { migrateSchema as migratePricing } from '../../pricing-worker/src/schema.ts';
import { seedTariff } from '../../pricing-worker/src/tariffs/in-force.ts';

jest.setTimeout(180_000);

const HOUR_S = 3_600;
const MAIN = programOf('command-api');

/** Database, ledger and tokens; the process under test has a clock of its own. */
let around: RunningApi;
let folder: string;
let clock: ShiftedClock;
let running: RunningProcess | undefined;

beforeAll(async () => {
  around = await startApi();
  await putTariffInForce(around.database.url);
  folder = await mkdtemp(join(tmpdir(), 'clocks-'));
  await writeFile(join(folder, 'key'), randomBytes(32));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  clock.remove();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await around.close();
});

/** Without one it takes no submission, and is not ready. */
const putTariffInForce = async (connectionString: string): Promise<void> => {
  const { log } = keepingLog();
  await migratePricing({ connectionString, log });
  const pool = createPool({ connectionString, applicationName: 'tariff', name: 'tariff', log, searchPath: 'pricing' });
  await seedTariff(pool);
  await pool.end();
};

const start = async (aheadS: number): Promise<RunningProcess> => {
  clock = shiftedClock(aheadS * 1_000);
  running = await startProcess(MAIN, {
    ...clock.env,
    PORT: '0',
    DATABASE_URL: around.database.url,
    EVENTSTORE_URL: eventStoreUrl(),
    JWKS: around.tokens.jwks,
    JWT_ISSUER: issuer,
    FREE_TEXT_KEY_FILE: join(folder, 'key'),
  });
  return running;
};

/** A caller whose clock is right sends what happened so many seconds from now, with a token of this moment. */
const send = async ({ lines }: RunningProcess, inSeconds = 0) => {
  const iat = Math.floor(Date.now() / 1_000);
  const token = await around.tokens.token({ kind: 'service', roles: ['store.service'], iat, nbf: iat, exp: iat + 600 });
  const url = String(lines().find(({ message }) => message === 'listening')?.url);
  const response = await fetch(`${url}/v1/orders`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': crypto.randomUUID(),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      customer_ref: 'customer-17',
      channel: 'ONLINE_STORE',
      occurred_at: new Date(Date.now() + inSeconds * 1_000).toISOString(),
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
/** What a right caller sent is taken as what it is, and what has not happened yet is not. */
const takesWhatIsRight = async (api: RunningProcess): Promise<void> => {
  const { status, body } = await send(api);
  expect([status, body]).toEqual([201, expect.anything()]);
  for await (const { metadata } of around.ledger.readOrder(String(body.order_id))) {
    expect(Math.abs(Date.parse(metadata.recorded_at) - Date.now())).toBeLessThan(60_000);
    expect(Math.abs(Date.parse(metadata.occurred_at) - Date.now())).toBeLessThan(60_000);
  }
  for (const early of [300, HOUR_S]) {
    const refused = await send(api, early);
    expect([refused.status, refused.body]).toEqual([
      400,
      expect.objectContaining({ errors: [{ pointer: '/occurred_at', detail: expect.anything() }] }),
    ]);
  }
};

const clockOf = async (api: RunningProcess) => (await api.readiness()).checks.find(({ name }) => name === 'clock');
const warns = (api: RunningProcess) =>
  until('the warning of the clock', async () => (await clockOf(api))?.code === 'clock-skew');
const figure = async ({ url }: RunningProcess, metric: string, label = ''): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(metric) && each.includes(label));
  return Number(line?.split(' ').at(-1));
};
const told = ({ lines }: RunningProcess, level: string, dependency: string) =>
  until(`a line of the log of ${dependency}`, async () =>
    lines().some((line) => line.level === level && line.dependency === dependency),
  );

it.each([-HOUR_S, HOUR_S])(
  'takes what is right when its clock is set by %d s while it works, and alarms',
  async (step) => {
    const api = await start(0);
    await takesWhatIsRight(api);
    expect(await clockOf(api)).toEqual({ name: 'clock', ok: true });

    clock.set(step * 1_000);
    await warns(api);
    // At once; what lies in the future is known from the next look on.
    expect((await send(api)).status).toBe(201);
    await told(api, 'warn', 'own');
    await takesWhatIsRight(api);
    for (const other of ['postgres', 'event-store']) {
      await told(api, 'warn', other);
      expect(Math.abs((await figure(api, 'clock_ahead_seconds', `of="${other}"`)) + step)).toBeLessThan(60);
    }
    expect(Math.abs((await figure(api, 'clock_correction_seconds')) + step)).toBeLessThan(60);
    // It warns, and no balancer takes it out for that.
    await until('readiness', async () => (await api.readiness()).status === 'ready');
    expect(await clockOf(api)).toEqual({ name: 'clock', ok: false, code: 'clock-skew', warning: true });

    clock.set(0);
    await until('the clock well again', async () => (await clockOf(api))?.ok === true);
    await told(api, 'info', 'own');
    await takesWhatIsRight(api);
  },
);

it.each([-HOUR_S, HOUR_S])(
  'takes what is right when it starts on a machine whose clock is %d s ahead',
  async (step) => {
    const api = await start(step);
    await takesWhatIsRight(api);
    await warns(api);
  },
);
