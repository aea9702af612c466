import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, ROLE_NAMES, ROLES, type Role } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { EXPECTED_SIGHT } from '@order-ledger/testing/graph/expected-sight';
import { MODEL_SHA256 } from '@order-ledger/testing/orders/rightful';
import { revokeKey } from '@order-ledger/testing/running/partner-keys';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { QUERY_ROUTES, type QueryName } from '../src/http/query-routes.ts';

const LIVES: Readonly<Record<string, RecordedEvent[]>> = {
  "acme's": lifeInto('PRICE_CALCULATED', 1, 'acme'),
  "bolt's": lifeInto('WAITING_SHIPMENT_CONFIRMATION', 2, 'bolt'),
  "the house's": lifeInto('MANUFACTURING_STARTED', 3, null),
  'asked of dpd': lifeInto('WAITING_SHIPMENT_CONFIRMATION', 4, null),
};
const ALL = Object.keys(LIVES);
const idOf = (name: string): string => LIVES[name]?.[0]?.metadata.order_id as string;

let api: RunningApi;
const credentials: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi(Object.values(LIVES).flat());
  await api.model.pool.query('insert into upload.preview (sha256, file, digest) values ($1, $2, $1)', [
    MODEL_SHA256,
    Buffer.from('glTF'),
  ]);
  for (const { name, credential } of await callers()) credentials[name] = credential;
});
afterAll(() => api.close());

const SEEN = {
  all: ALL,
  "the house's": ["the house's", 'asked of dpd'],
  "its carrier's": ["bolt's", 'asked of dpd'],
} as const;

interface CallerCase {
  name: string;
  seen: readonly string[];
  actor?: Actor;
  key?: readonly ['orders:read' | 'orders:write', string];
}

const kindOf = (role: Role): 'service' | 'person' => (ROLES[role].serviceOnly ? 'service' : 'person');

const CALLERS: readonly CallerCase[] = [
  ...ROLE_NAMES.map((role) => ({
    name: role,
    seen: SEEN[EXPECTED_SIGHT[role]],
    actor: { id: `a-${role}`, kind: kindOf(role), roles: [role], carrier: 'dpd' } as Actor,
  })),
  ...ROLE_NAMES.filter((role) => ROLES[role].serviceOnly).map((role) => ({
    name: `a person as ${role}`,
    seen: [],
    actor: { id: `p-${role}`, kind: 'person', roles: [role], carrier: 'dpd' } as Actor,
  })),
  {
    name: 'another carrier',
    seen: [],
    actor: { id: 'c', kind: 'service', roles: ['carrier.adapter'], carrier: 'cdek' },
  },
  { name: 'a carrier without a name', seen: [], actor: { id: 'c', kind: 'service', roles: ['carrier.adapter'] } },
  { name: 'nobody in particular', seen: [], actor: { id: 'n', kind: 'person', roles: [] } },
  { name: 'acme', seen: ["acme's"], key: ['orders:read', 'acme'] },
  { name: 'bolt', seen: ["bolt's"], key: ['orders:read', 'bolt'] },
  { name: 'acme, only writing', seen: [], key: ['orders:write', 'acme'] },
];

const callers = (): Promise<{ name: string; credential: string }[]> =>
  Promise.all(
    CALLERS.map(async ({ name, actor, key }) => ({
      name,
      credential:
        actor === undefined ? await api.keyOf(key?.[1] ?? '', [key?.[0] ?? 'orders:read']) : await api.tokenOf(actor),
    })),
  );

const QUERIES: Readonly<Record<QueryName, string>> = {
  listOrders: '/v1/orders',
  readOrder: '/v1/orders/:id',
  readTimeline: '/v1/orders/:id/timeline',
  readStages: '/v1/orders/:id/stages',
  readProspects: '/v1/orders/:id/prospects',
  readPricing: '/v1/orders/:id/pricing',
  readPreview: '/v1/orders/:id/preview',
  readMarks: '/v1/orders/:id/preview/marks',
  streamEvents: '/v1/events',
  readBoard: '/v1/board',
  readFlow: '/v1/flow',
  readDurations: '/v1/durations?from=SUBMITTED&to=CLOSED',
  readLeadTimes: '/v1/lead-times',
  readShopFloor: '/v1/shop-floor',
  readProjections: '/v1/projections',
  readSystem: '/v1/system',
  readPricingWork: '/v1/pricing/jobs',
  listStuck: '/v1/stuck',
  readDiagnosis: '/v1/orders/:id/diagnosis',
  readIncident: '/v1/orders/:id/incident',
};
const OF_ONE_ORDER: readonly QueryName[] = [
  ...(['readOrder', 'readTimeline', 'readStages', 'readProspects', 'readPricing'] as const),
  ...(['readPreview', 'readMarks'] as const),
];
const NOT_FOR_CARRIERS: readonly QueryName[] = ['readProspects', 'readPricing', 'readPreview', 'readMarks'];
const OF_OWN: readonly QueryName[] = ['listOrders', 'streamEvents'];

const CARRIERS: readonly string[] = ['carrier.adapter', 'another carrier'];

/** `another carrier` is admitted, as every carrier, and finds nothing. */
const admitted = ({ name, seen }: CallerCase): boolean => seen.length > 0 || name === 'another carrier';

describe.each(CALLERS)('$name', (caller) => {
  it.each(Object.keys(QUERY_ROUTES) as QueryName[])(
    'at %s is shown its own orders or refused [N3] [A20]',
    async (query) => {
      const credential = credentials[caller.name];
      if (OF_ONE_ORDER.includes(query)) {
        for (const order of ALL) {
          const { status } = await api.get(QUERIES[query].replace(':id', idOf(order)), { credential });
          const closed = !admitted(caller) || (NOT_FOR_CARRIERS.includes(query) && CARRIERS.includes(caller.name));
          const expected = closed ? 403 : caller.seen.includes(order) ? 200 : 404;
          expect([order, status]).toEqual([order, expected]);
        }
        return;
      }
      const whole = caller.seen.length === ALL.length;
      const expected = (OF_OWN.includes(query) ? admitted(caller) : whole) ? 200 : 403;
      // A stream does not end by itself: only its head is asked for.
      const path = QUERIES[query].replace(':id', idOf(ALL[0] as (typeof ALL)[number]));
      const reply = await api.get(path, { credential, method: query === 'streamEvents' ? 'HEAD' : 'GET' });
      expect(reply.status).toBe(expected);
      expect(reply.headers.get('x-projection-lag-ms')).toMatch(/^\d+$/);
      if (query !== 'listOrders' || expected !== 200) return;
      const ids = (reply.body.orders as { order_id: string }[]).map(({ order_id }) => order_id);
      expect(ids.sort()).toEqual(caller.seen.map(idOf).sort());
    },
  );
});

it('asks everybody for a credential, and refuses a revoked key at once [N3]', async () => {
  for (const path of Object.values(QUERIES)) {
    expect([path, (await api.get(path.replace(':id', idOf("acme's")))).status]).toEqual([path, 401]);
  }
  const key = await api.keyOf('casa');
  expect((await api.get('/v1/orders', { credential: key })).status).toBe(200);
  await revokeKey(api.partnerPool, key.split('_')[1] ?? '');
  expect((await api.get('/v1/orders', { credential: key })).status).toBe(401);
  const another = `${key.slice(0, -4)}${key.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  expect((await api.get('/v1/orders', { credential: another })).status).toBe(401);
});

it('does not let strangers ask by filters what they are not shown [N3] [O5]', async () => {
  const asked: readonly (readonly [string, string])[] = [
    ['acme', '/v1/orders?claimed_by=sub:oleg'],
    ['acme', '/v1/orders?owner=CRM'],
    ['acme', '/v1/events?claimed_by=sub:oleg'],
    ['carrier.adapter', '/v1/orders?partner_id=bolt'],
    ['carrier.adapter', '/v1/orders?q=customer-2'],
    ['carrier.adapter', '/v1/orders?sort=priority'],
    ['carrier.adapter', '/v1/events?priority=URGENT'],
  ];
  for (const [name, path] of asked) {
    expect([path, (await api.get(path, { credential: credentials[name] })).status]).toEqual([path, 403]);
  }
});

it('logs each denial [N3]', async () => {
  await api.get('/v1/board', { credential: credentials.acme });
  expect(api.lines()).toContainEqual(
    expect.objectContaining({ message: 'denied', route: '/v1/board', caller_kind: 'partner' }),
  );
});
