import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, ROLE_NAMES, type Role } from '@order-ledger/domain/grants';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type Reply, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { issueKey } from '@order-ledger/testing/running/partner-keys';

let api: RunningApi;
let life: Life;
let ofPartner: Life;
const keys: Record<'own' | 'other' | 'writer', string> = { own: '', other: '', writer: '' };

beforeAll(async () => {
  api = await startApi();
  life = createLife(api);
  const [own, other] = await api.partners();
  keys.own = own?.api_key ?? '';
  keys.other = other?.api_key ?? '';
  keys.writer = await issueKey(api.pool, own?.partner_id ?? '', ['orders:write']);
  ofPartner = createLife(api, keys.own);
});
afterAll(() => api.close());

const WISH = 'Ring Ivan on +7 916 123-45-67 before you come';
const OPS: Actor = { id: 'olga', kind: 'person', roles: ['ops'] };

const textsAt = (orderId: string, version: number | string, credential: string): Promise<Reply> =>
  api.send('GET', `/v1/orders/${orderId}/events/${version}/texts`, {
    credential,
    key: null,
    headers: { 'X-Correlation-Id': 'question-7' },
  });
const told = ({ status, body }: Reply) => [status, body.texts ?? body.code];
const readings = async (orderId: string) =>
  (
    await api.pool.query(
      'select reader, field, event_version, correlation_id from free_text_reading where order_id = $1 order by reading_id',
      [orderId],
    )
  ).rows;

it('shows the texts of an event to who works with orders, and writes down who read what [M1][M2]', async () => {
  const orderId = await life.create({ note: WISH });
  await life.act(orderId, 'AddNote', { body: { note: 'he rang' } });
  const agent = await api.tokenOf(ACTORS.agent);
  const first = await textsAt(orderId, 1, agent);
  expect(first.body).toEqual({ order_id: orderId, event_version: 1, texts: [{ field: 'note', text: WISH }] });
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(told(await textsAt(orderId.toUpperCase(), 2, await api.tokenOf(OPS)))).toEqual([
    200,
    [{ field: 'note', text: 'he rang' }],
  ]);
  expect(await readings(orderId)).toEqual([
    { reader: `sub:${ACTORS.agent.id}`, field: 'note', event_version: 1, correlation_id: 'question-7' },
    { reader: 'sub:olga', field: 'note', event_version: 2, correlation_id: 'question-7' },
  ]);
  expect(api.logText()).not.toMatch(/Ivan|916 123/);
  expect(api.lines().some((line) => line.message === 'texts of an event were read' && line.order_id === orderId)).toBe(
    true,
  );
});

it('shows all texts of an event that has several', async () => {
  const orderId = await life.bring('ERROR');
  const { body } = await life.act(orderId, 'ResolveError', {
    body: { note: 'so', incident_note: 'the disk was full' },
  });
  const { body: answer } = await textsAt(orderId, Number(body.event_version), await api.tokenOf(OPS));
  expect(answer.texts).toEqual([
    { field: 'note', text: 'so' },
    { field: 'incident_note', text: 'the disk was full' },
  ]);
});

it('gives no text whose reading cannot be written down', async () => {
  const orderId = await life.create({ note: WISH });
  const token = await api.tokenOf(OPS);
  await api.pool.query('alter table free_text_reading rename to away');
  try {
    const { status, text } = await textsAt(orderId, 1, token);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(text).not.toContain('Ivan');
  } finally {
    await api.pool.query('alter table away rename to free_text_reading');
  }
  expect(told(await textsAt(orderId, 1, token))).toEqual([200, [{ field: 'note', text: WISH }]]);
});

it('has nothing to show for an event without a text, one that there is not, and what is no version', async () => {
  const orderId = await life.create();
  const token = await api.tokenOf(OPS);
  for (const version of [1, 2, 5_000, 0, -1, '01', '1e0', '1.0', 'x', '99999999999', '%31%00'])
    expect([version, told(await textsAt(orderId, version, token))]).toEqual([version, [404, 'no-text']]);
  for (const order of [crypto.randomUUID(), 'x', `${orderId}0`])
    expect([order, told(await textsAt(order, 1, token))]).toEqual([order, [404, 'unknown-order']]);
  expect(await readings(orderId)).toEqual([]);
});

it('has nothing to show after the erasure of the customer, of other orders of his neither, but what came since', async () => {
  const customer_ref = `customer-${crypto.randomUUID()}`;
  const orderId = await life.create({ customer_ref, note: WISH });
  const other = await life.create({ customer_ref, note: WISH });
  const token = await api.tokenOf(OPS);
  const { body } = await life.act(orderId, 'EraseCustomerData', { body: { note: 'he asked' } });
  for (const [order, version] of [
    [orderId, 1],
    [orderId, Number(body.event_version)],
    [other, 1],
  ] as const)
    expect(told(await textsAt(order, version, token))).toEqual([410, 'text-erased']);
  await life.act(orderId, 'AddNote', { body: { note: 'later' } });
  expect(told(await textsAt(orderId, 3, token))).toEqual([200, [{ field: 'note', text: 'later' }]]);
});

it('has nothing to show from the erasure on, also where the keys could not be destroyed yet', async () => {
  const orderId = await life.create({ note: WISH });
  const token = await api.tokenOf(OPS);
  await api.pool.query('alter table erasure rename to away');
  expect((await life.send(orderId, 'EraseCustomerData')).status).toBeGreaterThanOrEqual(500);
  await api.pool.query('alter table away rename to erasure');
  expect(told(await textsAt(orderId, 1, token))).toEqual([410, 'text-erased']);
  expect(await readings(orderId)).toEqual([]);
});

describe('who may [N3]', () => {
  const READERS: readonly Role[] = [
    ...(['crm.agent', 'crm.supervisor', 'crm.warehouse'] as const),
    ...(['mes.operator', 'mes.packer', 'mes.quality', 'mes.lead', 'ops', 'admin'] as const),
  ];
  const SERVICES: readonly Role[] = ['store.service', 'crm.service'];

  it.each(ROLE_NAMES)('%s, as a service and as a person', async (role) => {
    const orderId = await life.create({ note: WISH });
    for (const kind of ['service', 'person'] as const) {
      const token = await api.tokenOf({ id: `${kind}-${role}`, kind, roles: [role], carrier: 'dpd' });
      const expected = READERS.includes(role) || (kind === 'service' && SERVICES.includes(role));
      const { status, body } = await textsAt(orderId, 1, token);
      const blind = SERVICES.includes(role) ? [404, 'unknown-order'] : [403, 'route-forbidden'];
      expect([kind, status, body.code]).toEqual([kind, ...(expected ? [200, undefined] : blind)]);
    }
  });

  it('a carrier that the store speaks for reads what the store may, not what it carries', async () => {
    const orderId = await ofPartner.bring('WAITING_SHIPMENT_CONFIRMATION');
    await life.act(orderId, 'AddNote', { body: { note: WISH } });
    const version = (await api.ledger.load(orderId))?.event_version ?? 0;
    const token = await api.tokenOf({
      ...{ id: 'both', kind: 'service', carrier: 'dpd' },
      roles: ['carrier.adapter', 'store.service'],
    });
    expect(told(await textsAt(orderId, version, token))).toEqual([404, 'unknown-order']);
  });

  it('a partner: its own texts of its own orders, never what the house writes, and not that there is any', async () => {
    const orderId = await ofPartner.create({ note: WISH });
    const house = await ofPartner.bring('MANUFACTURING_APPROVED');
    const { body } = await life.act(house, 'AddNote', { body: { note: 'he is a nuisance' } });
    expect(told(await textsAt(orderId, 1, keys.own))).toEqual([200, [{ field: 'note', text: WISH }]]);
    const withText = await textsAt(house, Number(body.event_version), keys.own);
    const without = await textsAt(house, 2, keys.own);
    expect(told(withText)).toEqual([404, 'no-text']);
    expect({ ...withText.body, instance: '' }).toEqual({ ...without.body, instance: '' });
    expect(told(await textsAt(orderId, 1, keys.other))).toEqual([404, 'unknown-order']);
    expect(told(await textsAt(orderId, 1, keys.writer))).toEqual([403, 'route-forbidden']);
    expect((await readings(house)).length).toBe(0);
  });

  it('nobody without a credential', async () => {
    const { status } = await api.send('GET', `/v1/orders/${await life.create({ note: WISH })}/events/1/texts`, {
      key: null,
    });
    expect(status).toBe(401);
  });
});
