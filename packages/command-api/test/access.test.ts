import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, carries, ROLE_NAMES, ROLES, type Role } from '@order-ledger/domain/grants';
import { EXPECTED_SIGHT } from '@order-ledger/testing/graph/expected-sight';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { issueKey, revokeKey } from '@order-ledger/testing/running/partner-keys';
import { DAY, sampleOf } from '@order-ledger/testing/sample-of-the-day';
import { COMMAND_BY_SEGMENT } from '../src/command-names.ts';
import { COMMAND_ROUTES } from '../src/http/access.ts';
import { DEFAULT_HOUSE_TERMS, SEEDED_PLANS } from '../src/partners/plans.ts';

let api: RunningApi;
let life: Life;
const keys: Record<'own' | 'other' | 'reader', string> = { own: '', other: '', reader: '' };
const orders: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi();
  life = createLife(api);
  const [own, other] = await api.partners();
  keys.own = own?.api_key ?? '';
  keys.other = other?.api_key ?? '';
  keys.reader = await issueKey(api.pool, own?.partner_id ?? '', ['orders:read']);
  const { body } = await api.post('/v1/orders', {
    credential: keys.own,
    body: { customer_ref: 'c-1', channel: 'API' },
  });
  orders["a partner's"] = String(body.order_id);
  orders["the house's"] = await life.create();
  orders['given to dpd'] = await life.bring('WAITING_SHIPMENT_CONFIRMATION');
  orders.packed = await life.bring('PACKAGING_COMPLETED');
});
afterAll(() => api.close());

/** Everything that somebody does not see is 404, whatever he asks of it. */
const seesOrder = async (credential: string, orderId: string): Promise<boolean> => {
  const answers = await Promise.all(
    ['add-note', 'claim-order', 'erase-customer-data'].map((command) =>
      api.post(`/v1/orders/${orderId}/commands/${command}`, { credential, body: { nonsense: true } }),
    ),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  // What is wrong with the body is told only to who may send the command.
  if (statuses.has(404)) expect([...statuses]).toEqual([404]);
  return !statuses.has(404);
};

const actorWith = (role: Role, kind: 'service' | 'person', more: Partial<Actor> = {}): Actor => ({
  id: `${kind}-${role}`,
  kind,
  roles: [role],
  ...more,
});

const BLIND: readonly string[] = [];
const SEEN = {
  all: ["a partner's", "the house's", 'given to dpd', 'packed'],
  "the house's": ["the house's", 'given to dpd', 'packed'],
  "its carrier's": ['given to dpd'],
} as const;

describe('whose orders exist for whom [N3]', () => {
  it.each(ROLE_NAMES)('%s, as a service and as a person', async (role) => {
    for (const kind of ['service', 'person'] as const) {
      const actor = actorWith(role, kind, role === 'carrier.adapter' ? { carrier: 'dpd' } : {});
      const credential = await api.tokenOf(actor);
      const seen = [];
      for (const [name, orderId] of Object.entries(orders)) {
        if (await seesOrder(credential, orderId)) seen.push(name);
      }
      const expected = kind === 'person' && ROLES[role].serviceOnly ? BLIND : SEEN[EXPECTED_SIGHT[role]];
      expect([kind, seen]).toEqual([kind, expected]);
      expect(carries(actor, role)).toBe(expected !== BLIND);
    }
  });

  it('a carrier: what it was asked for', async () => {
    const cdek = await api.tokenOf(actorWith('carrier.adapter', 'service', { carrier: 'cdek' }));
    for (const orderId of Object.values(orders)) expect(await seesOrder(cdek, orderId)).toBe(false);
  });

  it('a carrier that was not asked learns nothing by whatever it sends', async () => {
    const cdek = await api.tokenOf(actorWith('carrier.adapter', 'service', { carrier: 'cdek' }));
    const sendings = [
      {},
      { body: { nonsense: true } },
      { body: [] as unknown as Record<string, unknown> },
      { headers: { 'If-Match': '"v1"' } },
      { headers: { 'If-Match': 'nonsense' } },
      { headers: { 'If-Match': '*', 'X-Expected-Status-Version': '1' } },
      { headers: { 'X-Expected-Status-Version': '0' } },
      { key: '' },
      { key: 'with a space' },
      { body: { occurred_at: '2999-01-01T00:00:00Z' } },
    ];
    const unknown = await api.post(`/v1/orders/${crypto.randomUUID()}/commands/confirm-shipment`, { credential: cdek });
    for (const name of ['given to dpd', 'packed']) {
      const orderId = orders[name];
      for (const [at, segment] of [...COMMAND_BY_SEGMENT.keys()].entries()) {
        if (segment === 'record-carrier-event' && name === 'packed') continue;
        for (const sent of sampleOf(sendings, 3, DAY + at)) {
          const { status, body } = await api.post(`/v1/orders/${orderId}/commands/${segment}`, {
            credential: cdek,
            ...sent,
          });
          expect([name, segment, sent, status, body.code, body.detail]).toEqual([
            name,
            segment,
            sent,
            404,
            'unknown-order',
            unknown.body.detail,
          ]);
        }
      }
    }
  });

  it('a partner: its own alone', async () => {
    for (const [name, orderId] of Object.entries(orders)) {
      expect([name, await seesOrder(keys.own, orderId)]).toEqual([name, name === "a partner's"]);
      expect([name, await seesOrder(keys.other, orderId)]).toEqual([name, false]);
    }
  });
});

/** Which routes a partner's key comes to; all others are closed to partners, whatever its scopes. */
const FOR_PARTNERS = ['POST /v1/orders', 'POST /v1/orders/:order_id/commands/:command'];

const WORKERS: readonly Role[] = ['mes.operator', 'mes.packer', 'mes.lead'];
/** Which people may send what a route stands for (of the commands, a note) to some order; of all others WORKERS. */
const GRANTED: Readonly<Record<string, readonly Role[]>> = {
  '/v1/orders': ['crm.agent'],
  '/v1/orders/:order_id/commands/:command': [...WORKERS, 'mes.quality', 'crm.agent', 'crm.supervisor', 'crm.warehouse'],
  '/v1/orders/:order_id/reassign': ['mes.lead'],
};

describe.each(COMMAND_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (name, route) => {
  const path = () => route.path.replace(':order_id', orders["a partner's"] ?? '').replace(':command', 'add-note');
  const ask = async (credential: string) => {
    const { status, body } = await api.post(path(), { credential, body: { nonsense: true } });
    return [status, body.code];
  };

  it('takes a partner only by the scope to write orders', async () => {
    const open = FOR_PARTNERS.includes(name);
    expect(await ask(keys.own)).toEqual(open ? [400, 'invalid-request'] : [403, 'route-forbidden']);
    expect(await ask(keys.reader)).toEqual([403, 'route-forbidden']);
  });

  it('takes no token without a role that is known', async () => {
    for (const roles of [[], ['root'], ['__proto__']]) {
      const token = await api.tokens.token({ sub: 'nobody', kind: 'person', roles });
      expect(await ask(token)).toEqual([403, 'route-forbidden']);
    }
  });

  it.each(ROLE_NAMES)('tells %s what is wrong with the body only where it may send the command', async (role) => {
    const token = await api.tokenOf(actorWith(role, 'person'));
    const unseen = ROLES[role].serviceOnly && route.access.orders === 'own';
    const granted = (GRANTED[route.path] ?? WORKERS).includes(role);
    const seen = granted ? [400, 'invalid-request'] : [403, 'forbidden'];
    expect(await ask(token)).toEqual(unseen ? [404, 'unknown-order'] : seen);
  });
});

it('refuses a caller without the grant with 403 and names the owner [A20][N3]', async () => {
  const orderId = orders["the house's"] ?? '';
  const { status, body } = await life.send(orderId, 'CancelOrder', { as: actorWith('mes.packer', 'person') });
  expect([status, body.code, body.owner]).toEqual([403, 'forbidden', 'store']);
  expect(api.lines().some((line) => line.message === 'denied' && line.command === 'CancelOrder')).toBe(true);
});

it('lets people alone resolve an error [A22]', async () => {
  const orderId = await life.bring('ERROR');
  const service = await life.send(orderId, 'ResolveError', { as: actorWith('ops', 'service') });
  expect([service.status, service.body.code]).toEqual([403, 'forbidden']);
  const person = await life.send(orderId, 'ResolveError', { as: actorWith('ops', 'person') });
  expect(person.status).toBe(200);
});

it('names the customer for whom the store acts, in every event', async () => {
  const orderId = await life.create({ customer_ref: 'customer-4' });
  await life.act(orderId, 'AttachModel');
  const named = [];
  for await (const { metadata } of api.ledger.readOrder(orderId)) named.push(metadata.actor.on_behalf_of);
  expect(named).toEqual(['customer-4', 'customer-4']);
});

it('takes two live keys of a partner, so that it can change over, no third, and none that was revoked', async () => {
  const creates = async (credential: string) =>
    (await api.post('/v1/orders', { credential, body: { customer_ref: 'c-2', channel: 'API' } })).status;
  const second = await issueKey(api.pool, 'partner-deposit');
  expect(await creates(second)).toBe(201);
  await expect(issueKey(api.pool, 'partner-deposit')).rejects.toThrow('2 live keys');
  await revokeKey(api.pool, second.split('_')[1] ?? '');
  expect(await creates(second)).toBe(401);
  expect(await creates(await issueKey(api.pool, 'partner-deposit'))).toBe(201);
  await expect(issueKey(api.pool, 'nobody')).rejects.toThrow('no partner nobody');
});

it("gives an order the terms of its partner's plan, and the house's where it has none", async () => {
  const termsOf = async (orderId = '') => (await api.ledger.load(orderId))?.terms;
  expect(await termsOf(orders["a partner's"])).toEqual(SEEDED_PLANS.prepaid?.terms);
  expect(await termsOf(orders["the house's"])).toEqual(DEFAULT_HOUSE_TERMS);
});

it('creates no order of a partner that is not active', async () => {
  const { status } = await api.post('/v1/orders', {
    credential: keys.other,
    body: { customer_ref: 'c', channel: 'API' },
  });
  expect(status).toBe(201);
  await api.pool.query(`update partner set active = false where partner_id = 'partner-invoice'`);
  const { body } = await api.post('/v1/orders', {
    credential: keys.other,
    body: { customer_ref: 'c', channel: 'API' },
  });
  expect(body.code).toBe('account-inactive');
});
