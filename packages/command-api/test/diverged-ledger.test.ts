import { afterEach, expect, it, jest } from '@jest/globals';
import { readCheckpoints } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { keepingLog } from '@order-ledger/testing/lines';
import { createLife } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { followLedger } from '../src/ledger-follower.ts';

jest.setTimeout(90_000);

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const startStore = async (): Promise<EventStore> => {
  const store = await startEventStore();
  undo.push(store.stop);
  return store;
};

const ledgerOf = ({ url }: EventStore, pool?: () => pg.Pool): Ledger =>
  openLedger({
    connectionString: url,
    log: keepingLog().log,
    ...(pool === undefined ? {} : { checkpoints: () => readCheckpoints(pool()) }),
  });

/** The interface on a ledger that is held against what this process has read; on a database of its own if absent. */
const startOn = async (store: EventStore, pool?: pg.Pool): Promise<RunningApi> => {
  const ledger = ledgerOf(store, () => pool ?? api.pool);
  const api: RunningApi = await startApi({ ledger, ...(pool === undefined ? {} : { pool }) });
  undo.push(() => api.close());
  return api;
};

/** Brings the checkpoint of this process to the ledger's end. */
const readOn = async ({ pool, ledger, leases, erasure, log }: RunningApi): Promise<void> => {
  const stop = new AbortController();
  const follower = followLedger({ pool, ledger, leases, erasure, log, signal: stop.signal });
  const end = (await ledger.tail())?.position.commit;
  await until('it has read all', async () =>
    (await readCheckpoints(pool)).some(({ position }) => position?.commit === end),
  );
  stop.abort(new Error('read'));
  await follower.done;
};

const NEW_ORDER = { customer_ref: 'c-1', channel: 'ONLINE_STORE' };
const MODEL = { upload_id: 'u-1', sha256: 'a'.repeat(64) };

const send = async (api: RunningApi, path: string, body: unknown, key?: string) => {
  const credential = await api.tokens.token({ sub: 'store', kind: 'service', roles: ['store.service'] });
  return api.post(path, { credential, body, ...(key === undefined ? {} : { key }) });
};
const create = (api: RunningApi, key?: string) => send(api, '/v1/orders', NEW_ORDER, key);
const attach = (api: RunningApi, orderId: string) => send(api, `/v1/orders/${orderId}/commands/attach-model`, MODEL);

const tailOf = async (store: EventStore): Promise<string | undefined> => {
  const ledger = ledgerOf(store);
  undo.push(() => ledger.close());
  return (await ledger.tail())?.id;
};

it('takes no command on an older ledger until a person has decided, a repeated one neither [K7]', async () => {
  const store = await startStore();
  const api = await startOn(store);
  const life = createLife(api);
  const kept = await life.create();
  const backup = await store.backUp();
  const lost = await life.create();
  const key = crypto.randomUUID();
  expect((await create(api, key)).status).toBe(201);
  await readOn(api);
  await store.putBack(backup);
  const before = await tailOf(store);

  const answers = [
    await create(api),
    await create(api, key),
    await attach(api, kept),
    await attach(api, lost),
    await send(api, '/v1/shop-floor/next', {}),
  ];
  for (const { status, body, headers, text } of answers) {
    expect([status, body.code]).toEqual([503, 'ledger-diverged']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(text).not.toMatch(/grpc|esdb|127\.0\.0\.1/i);
  }
  expect(await tailOf(store)).toBe(before);

  // The person has decided for this ledger: what was read of the other one is forgotten, and the process starts anew.
  await api.pool.query('truncate checkpoint');
  const again = await startOn(store, api.pool);
  expect((await create(again, key)).status).toBe(201);
  expect((await attach(again, kept)).status).toBe(200);
});

it('takes no command, not even the first, where EVENTSTORE_URL names another ledger [K7]', async () => {
  const api = await startOn(await startStore());
  const orderId = await createLife(api).create();
  await readOn(api);
  const strangers = await startStore();
  const other = ledgerOf(strangers);
  undo.push(() => other.close());
  for (const store of [strangers, await startStore()]) {
    const before = await tailOf(store);
    const wrong = await startOn(store, api.pool);
    const answers = [await create(wrong), await attach(wrong, orderId)];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([503, 'ledger-diverged']);
    expect(await tailOf(store)).toBe(before);
  }
  expect((await attach(api, orderId)).status).toBe(200);
});
