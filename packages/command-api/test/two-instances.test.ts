import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { collect } from '@order-ledger/testing/ledger/requests';
import { type Reply, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { revokeKey } from '@order-ledger/testing/running/partner-keys';

let a: RunningApi;
let b: RunningApi;
beforeAll(async () => {
  a = await startApi();
  b = await startApi({ pool: a.pool, jwks: a.tokens.jwks });
});
afterAll(async () => {
  await b.close();
  await a.close();
});

const partner = async () => {
  const [seeded] = await a.partners();
  if (seeded === undefined) throw new Error('no partner was seeded');
  return seeded;
};

/** By turns, beginning with the one that has not made the order. */
const instance = (turn: number): RunningApi => (turn % 2 === 0 ? b : a);
const etagOf = ({ headers }: Reply): string => headers.get('etag') ?? '';

it('takes the commands on an order at two instances in turn as at one, each once', async () => {
  const { api_key: credential } = await partner();
  const live = async (life: number): Promise<void> => {
    const created = await a.post('/v1/orders', {
      credential,
      body: { customer_ref: `customer-${life}`, channel: 'API' },
    });
    expect(created.status).toBe(201);
    const orderId = String(created.body.order_id);
    const tell = (turn: number, tag: string, key: string, priority: string) =>
      instance(turn).post(`/v1/orders/${orderId}/commands/change-priority`, {
        ...{ credential, key },
        body: { priority, reason: 'CUSTOMER_ASKED' },
        headers: { 'If-Match': tag },
      });
    let tag = etagOf(created);
    for (let turn = 0; turn < 6; turn += 1) {
      const key = crypto.randomUUID();
      const priority = turn % 2 === 0 ? 'HIGH' : 'NORMAL';
      const done = await tell(turn, tag, key, priority);
      expect([turn, done.status, done.body.event_version]).toEqual([turn, 200, turn + 2]);
      // The other instance has seen nothing of it.
      const again = await tell(turn + 1, tag, key, priority);
      expect([again.status, again.text]).toEqual([200, done.text]);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      const old = await tell(turn + 1, tag, crypto.randomUUID(), priority);
      expect([old.status, old.body.code]).toEqual([412, 'precondition-failed']);
      const reused = await tell(turn + 1, etagOf(done), key, 'LOW');
      expect([reused.status, reused.body.code]).toEqual([422, 'key-reused']);
      tag = etagOf(done);
    }
    expect(await collect(b.ledger.readOrder(orderId))).toHaveLength(7);
  };
  await Promise.all(Array.from({ length: 6 }, (_, life) => live(life)));
});

it('refuses the key of a partner from the request after its end on, at either, whatever they remember of its order [N3]', async () => {
  const { api_key: credential } = await partner();
  const created = await a.post('/v1/orders', { credential, body: { customer_ref: 'customer-1', channel: 'API' } });
  const send = (api: RunningApi, priority: string) =>
    api.post(`/v1/orders/${created.body.order_id}/commands/change-priority`, {
      credential,
      body: { priority, reason: 'CUSTOMER_ASKED' },
      headers: { 'If-Match': '*' },
    });
  expect([(await send(a, 'HIGH')).status, (await send(b, 'LOW')).status]).toEqual([200, 200]);
  await revokeKey(a.pool, credential.split('_')[1] ?? '');
  expect([(await send(a, 'HIGH')).status, (await send(b, 'HIGH')).status]).toEqual([401, 401]);
});
