import { afterEach, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { LedgerUnavailableError } from '@order-ledger/ledger/errors';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createPool } from '@order-ledger/platform/postgres';
import { appendForeignTo, FOREIGN_EVENTS, newerBehind } from '@order-ledger/testing/ledger/foreign-events';
import { collect } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { createLife } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until, untilDone } from '@order-ledger/testing/waiting';
import { uploadsIn } from '../src/uploads.ts';

jest.setTimeout(90_000);

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const ownEventStore = async (): Promise<EventStore> => {
  const server = await startEventStore();
  undo.push(server.stop);
  return server;
};
const start = async (changes: Parameters<typeof startApi>[0]): Promise<RunningApi> => {
  const api = await startApi(changes);
  undo.push(() => api.close());
  return api;
};
/** Soon at its end with an event store that stands still, and not yet with one that is held up for a second or two. */
const impatient = (connectionString: string) =>
  openLedger({
    connectionString,
    log: keepingLog().log,
    readTimeoutMs: 1_500,
    appendTimeoutMs: 300,
    resolveForMs: 5_000,
  });

const lastEvent = async (ledger: Ledger, orderId: string): Promise<RecordedEvent> =>
  (await collect(ledger.readOrder(orderId))).at(-1) as RecordedEvent;

it('answers 503 while the ledger cannot be reached, and works again when it can', async () => {
  const server = await ownEventStore();
  const api = await start({ ledger: impatient(server.url) });
  const life = createLife(api);
  const orderId = await life.create();
  server.pause();
  const order = {
    credential: await api.tokens.token({ sub: 'store', kind: 'service', roles: ['store.service'] }),
    body: { customer_ref: 'c-1', channel: 'ONLINE_STORE' },
  };
  // A new order is read by nobody: what was sent when it could not be noticed yet is in doubt.
  await until('it is noticed', async () => {
    const { status, body } = await api.post('/v1/orders', order);
    expect([status, body.code]).toEqual([503, expect.stringMatching(/^(ledger-unavailable|outcome-unknown)$/)]);
    return body.code === 'ledger-unavailable';
  });
  const sent = { ...order, key: crypto.randomUUID() };
  const { status, headers, body } = await api.post('/v1/orders', sent);
  expect([status, body.code]).toEqual([503, 'ledger-unavailable']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toMatch(/grpc|eventstore|127\.0\.0\.1/i);
  server.resume();
  const answers = await untilAnswered(() => api.post('/v1/orders', sent));
  expect([answers.status, answers.headers.get('idempotent-replayed')]).toEqual([201, null]);
  // What reads may hold back for a second yet.
  const attached = await untilDone(
    () => life.act(orderId, 'AttachModel'),
    (error) => error instanceof LedgerUnavailableError,
  );
  expect(attached.status).toBe(200);
});

it('says outcome-unknown when an append gets no answer, and the same key finds out', async () => {
  const server = await ownEventStore();
  let stop = false;
  const api = await start({
    ledger: impatient(server.url),
    // Asked between the reading of the order and the append.
    findUpload: async (_id, owner) => {
      if (stop) server.pause();
      const { model, ...upload } = UPLOAD;
      return { ...upload, owner, model };
    },
  });
  const life = createLife(api);
  const orderId = await life.create();
  stop = true;
  const key = crypto.randomUUID();
  const credential = await api.tokens.token({
    sub: 'process:store.service',
    kind: 'service',
    roles: ['store.service'],
  });
  const sent = { credential, key, body: { upload_id: 'u-1', sha256: UPLOAD.sha256 } };
  const { status, body } = await api.post(`/v1/orders/${orderId}/commands/attach-model`, sent);
  expect([status, body.code]).toEqual([503, 'outcome-unknown']);
  stop = false;
  server.resume();
  const answer = await untilAnswered(() => api.post(`/v1/orders/${orderId}/commands/attach-model`, sent));
  expect([answer.status, answer.body.event_version]).toEqual([200, 2]);
  expect((await api.ledger.load(orderId))?.event_version).toBe(2);
});

it('refuses to decide past an event of a newer version', async () => {
  const server = await ownEventStore();
  const api = await start({ ledger: impatient(server.url) });
  const life = createLife(api);
  const orderId = await life.create();
  const last = await lastEvent(api.ledger, orderId);
  await appendForeignTo(server.url, orderId, [newerBehind(last)]);
  const { status, body } = await api.post(`/v1/orders/${orderId}/commands/attach-model`, {
    credential: await api.tokens.token({ sub: 'store', kind: 'service', roles: ['store.service'] }),
    body: { upload_id: 'u-1', sha256: UPLOAD.sha256 },
  });
  expect([status, body.code]).toEqual([503, 'newer-writer']);
});

it('answers 500 once, and 503 never, for an order with an event that we did not write; others go on [K7]', async () => {
  const server = await ownEventStore();
  const api = await start({ ledger: impatient(server.url) });
  const life = createLife(api);
  for (const [kind, foreign] of Object.entries(FOREIGN_EVENTS)) {
    const orderId = await life.create();
    await appendForeignTo(server.url, orderId, [foreign(await lastEvent(api.ledger, orderId))]);
    const { status, body, headers } = await api.post(`/v1/orders/${orderId}/commands/attach-model`, {
      credential: await api.tokens.token({ sub: 'store', kind: 'service', roles: ['store.service'] }),
      body: { upload_id: 'u-1', sha256: UPLOAD.sha256 },
    });
    expect([kind, status, body.code, headers.get('retry-after')]).toEqual([kind, 500, 'order-unreadable', null]);
    expect(JSON.stringify(body).length).toBeLessThan(1_000);
  }
  expect((await life.act(await life.create(), 'AttachModel')).status).toBe(200);
});

it('answers 503 where it needs the database and has none, and goes on where it does not', async () => {
  const { log } = keepingLog();
  const nowhere = createPool({
    connectionString: 'postgres://nobody@127.0.0.1:1/none',
    applicationName: 'test',
    name: 'nowhere',
    log,
  });
  undo.push(() => nowhere.end());
  const withDatabase = await start({});
  const [partner] = await withDatabase.partners();
  const api = await start({ pool: nowhere });
  const keyed = await api.post('/v1/orders', { credential: partner?.api_key, body: {} });
  expect([keyed.status, keyed.body.code]).toEqual([503, 'database-unavailable']);
  const life = createLife(api);
  const orderId = await life.create();
  expect((await life.act(orderId, 'AttachModel')).status).toBe(200);
  const noted = await life.send(orderId, 'AddNote');
  expect([noted.status, noted.body.code]).toEqual([503, 'database-unavailable']);
  expect((await api.ledger.load(orderId))?.event_version).toBe(2);
});

it('answers 503 while Postgres is read-only, and goes on by itself afterwards', async () => {
  const api = await start({});
  const life = createLife(api);
  const orderId = await life.create();
  await api.database.becomeReadOnly();
  const noted = await life.send(orderId, 'AddNote');
  expect([noted.status, noted.body.code]).toEqual([503, 'database-unavailable']);
  expect(Number(noted.headers.get('retry-after'))).toBeGreaterThan(0);
  await api.database.becomeWritable();
  const again = await untilAnswered(() => life.send(orderId, 'AddNote'));
  expect(again.status).toBe(200);
});

it('does not say that nothing was kept where Postgres, read-only by now, refuses what follows a recorded event', async () => {
  const api = await start({});
  const life = createLife(api);
  const orderId = await life.bring('CANCELLED');
  const before = (await api.ledger.load(orderId))?.event_version ?? 0;
  await api.database.becomeReadOnly();
  const key = crypto.randomUUID();
  const erase = () => life.send(orderId, 'EraseCustomerData', { key });
  const { status, body, headers } = await erase();
  expect([status, body.code]).toEqual([503, 'outcome-unknown']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.ledger.load(orderId))?.event_version).toBe(before + 1);
  await api.database.becomeWritable();
  const again = await untilAnswered(erase);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
});

it('attaches no model before there is an upload service, and still judges what needs none', async () => {
  const { url, drop } = await createTestDatabase();
  const pool = createPool({ connectionString: url, applicationName: 'test', name: 'uploads', log: keepingLog().log });
  undo.push(drop, () => pool.end());
  const api = await start({ findUpload: uploadsIn(pool) });
  const life = createLife(api);
  const orderId = await life.create();
  const { status, body, headers } = await life.send(orderId, 'AttachModel');
  expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'uploads-unavailable', '60']);
  expect((await life.act(orderId, 'CancelOrder')).body.status).toBe('CANCELLED');
  expect((await life.send(orderId, 'AttachModel')).body.code).toBe('illegal-transition');
});

const UPLOAD = {
  sha256: 'a'.repeat(64),
  complete: true,
  valid: true,
  model: {
    bytes: 684,
    format: 'STL_BINARY' as const,
    triangles: 12,
    bounding_box: [20_000, 20_000, 20_000] as [number, number, number],
    warnings: [],
  },
};

/** The first answer that is not 503. */
const untilAnswered = (ask: () => ReturnType<RunningApi['post']>) =>
  until('an answer that is not 503', async () => {
    const answer = await ask();
    return answer.status !== 503 && answer;
  });
