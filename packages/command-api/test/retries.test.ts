import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ROLE_NAMES, ROLES } from '@order-ledger/domain/grants';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { RETRY_EXAMPLE } from '../src/http/retry-document.ts';

let api: RunningApi;
const ORDER = crypto.randomUUID();

beforeAll(async () => {
  api = await startApi();
  await api.pool.query(
    `insert into parked_event (event_id, order_id, event_version, commit_position, prepare_position, type, detail)
     values (gen_random_uuid(), $1, 3, 1, 1, 'OrderClaimed', 'as a test has it')`,
    [ORDER],
  );
});
afterAll(() => api.close());

const retry = (orderId: string, credential: string) =>
  api.send('POST', `/v1/orders/${orderId}/retry`, {
    credential,
    key: null,
    headers: { 'X-Correlation-Id': 'incident-7' },
  });
const asked = async () =>
  (await api.pool.query('select retry_requested_at is not null as asked from parked_event')).rows[0]?.asked;
const recorded = async () =>
  (await api.pool.query('select order_id, asked_by, correlation_id, processes from retry_request order by request_id'))
    .rows;

it('asks who has parked an order to retry it, and writes down who asked, when and for what', async () => {
  expect(await asked()).toBe(false);
  const { status, body } = await retry(ORDER.toUpperCase(), await api.tokenOf(ACTORS.ops));
  // Nobody else runs beside this process, so nobody else could be asked.
  const away = ['projector', 'bridge', 'process-manager', 'pricing-worker'];
  expect([status, body]).toEqual([202, { order_id: ORDER, asked: ['command-api'], away }]);
  expect(Object.keys(body).sort()).toEqual(Object.keys(RETRY_EXAMPLE).sort());
  expect(await asked()).toBe(true);
  expect(await recorded()).toEqual([
    { order_id: ORDER, asked_by: `sub:${ACTORS.ops.id}`, correlation_id: 'incident-7', processes: ['command-api'] },
  ]);
  expect(api.logText()).toContain('asked for a retry of a parked order');
});

it('says where nobody has parked the order', async () => {
  const credential = await api.tokenOf(ACTORS.admin);
  for (const [orderId, code] of [
    [crypto.randomUUID(), 'not-parked'],
    ['shop-17', 'unknown-order'],
  ] as const) {
    const { status, body } = await retry(orderId, credential);
    expect([orderId, status, body.code]).toEqual([orderId, 404, code]);
  }
});

it('is for ops and admin alone', async () => {
  const before = await recorded();
  for (const role of ROLE_NAMES.filter((name) => name !== 'ops' && name !== 'admin')) {
    const credential = await api.tokenOf({
      ...{ id: role, kind: ROLES[role].serviceOnly ? 'service' : 'person', roles: [role] },
      ...(role === 'carrier.adapter' ? { carrier: 'dpd' } : {}),
    });
    const { status, body } = await retry(ORDER, credential);
    expect([role, status, body.code]).toEqual([role, 403, 'route-forbidden']);
  }
  const [partner] = await api.partners();
  expect((await retry(ORDER, partner?.api_key ?? '')).status).toBe(403);
  expect(await recorded()).toEqual(before);
});
