import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { BEGINNING } from '@order-ledger/read-model/reading/told-events';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import {
  CARRIERS,
  cdekFrom,
  MARK,
  MARKED_EVENTS,
  SECRET_FROM,
  STAGES,
  secretsIn,
} from '@order-ledger/testing/orders/planted';
import { TEXT } from '@order-ledger/testing/orders/rightful';
import { listenTo } from '@order-ledger/testing/running/listener';
import { CURSOR_SECRET, type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { until } from '@order-ledger/testing/waiting';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';
import { createSeals } from '../src/seal.ts';
import { sealedFor } from '../src/stream/place-form.ts';

const { dpd, cdek, post } = CARRIERS;
const { waiting, declined, asked, story } = STAGES;
const marked = MARKED_EVENTS;
const order = marked[0]?.metadata.order_id as string;

/** What an audience may read beside the correlation ids of its own requests: field, and in whose time it was planted. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  acme: Object.fromEntries(
    [
      'customer_ref',
      'external_ref',
      'payment_id',
      'refund_id',
      'upload_id',
      'address_ref',
      'tracking_number',
      'proof_of_delivery_id',
      'handover_record_id',
    ].map((field) => [field, ['house', 'dpd', 'cdek']]),
  ),
  bolt: {},
  dpd: { shipment_request_id: ['dpd'], carrier_event_id: ['dpd'], tracking_number: ['dpd'] },
  cdek: { shipment_request_id: ['cdek'], carrier_event_id: ['cdek'], tracking_number: ['cdek'] },
  post: {},
  store: {},
};
const OWN_ID: Readonly<Record<string, string>> = { acme: ACTORS.partner.id, dpd: dpd.id, cdek: cdek.id };

let api: RunningApi;
const credentials: Record<string, string> = {};
/** As rate limits and streams name them. */
const NAMES: Record<string, string> = { acme: 'partner:acme', bolt: 'partner:bolt' };
beforeAll(async () => {
  // A partner's requests are recorded under its id.
  const asPartner = JSON.parse(JSON.stringify(marked).replaceAll('partner:acme', 'acme')) as RecordedEvent[];
  api = await startApi(asPartner, { heartbeatMs: 100 });
  for (const name of ['acme', 'bolt']) credentials[name] = await api.keyOf(name);
  for (const [name, actor] of Object.entries({ dpd, cdek, post, store: ACTORS.store, analyst: ACTORS.analyst })) {
    credentials[name] = await api.tokenOf(actor);
    NAMES[name] = `sub:${actor.id}`;
  }
});
afterAll(() => api.close());

const timesOf = (): string[] => [waiting, declined, asked, story].map(({ now }) => new Date(now).toISOString());
const everyRoute = Object.values(QUERY_ROUTES)
  .filter((route) => !('streams' in route))
  .map(({ path }) => path.replace(':order_id', order));
const paths = (): string[] => [
  ...everyRoute,
  '/v1/orders?total=true',
  ...['', ...timesOf().map((at) => `?as_of=${at}`)].flatMap((query) => [
    `/v1/orders${query}`,
    `/v1/orders/${order}${query}`,
    `/v1/orders/${order}/timeline${query}`,
    `/v1/orders/${order}/stages${query}`,
  ]),
  `/v1/orders/${order}?min_version=${story.events.length}`,
  `/v1/orders?q=${order}`,
];

const told = async (name: string): Promise<string> => {
  const answers = [];
  for (const path of paths()) {
    const { text, headers } = await api.get(path, { credential: credentials[name] });
    answers.push(`${path} ${text} ${headers.get('etag')} ${headers.get('link')}`);
  }
  const begin = sealedFor(NAMES[name] ?? '', createSeals(CURSOR_SECRET)).write(BEGINNING);
  const from = name === 'store' || name === 'analyst' ? '-1/-1' : begin;
  const stream = await listenTo(api, '/v1/events', credentials[name] ?? '', { 'Last-Event-ID': from });
  expect([name, stream.response.status]).toEqual([name, 200]);
  await until('three heartbeats', () => stream.seen.heartbeats >= 3);
  await stream.leave();
  answers.push(JSON.stringify(stream.messages.map(({ data }) => data)));
  return answers.join('\n');
};

describe('of what was planted in every field', () => {
  it.each(Object.keys(ALLOWED))(
    '%s reads at every route and in the stream only what is its own [N3] [O5]',
    async (name) => {
      const text = await told(name);
      const own = name === 'acme' ? 'acme' : OWN_ID[name];
      const marks = [...text.matchAll(MARK)];
      for (const [mark, field = '', of = ''] of marks) {
        const allowed = field === 'correlation_id' ? of === own : (ALLOWED[name]?.[field] ?? []).includes(of);
        expect([mark, allowed]).toEqual([mark, true]);
      }
      expect([name, secretsIn(text, name)]).toEqual([name, []]);
      const fields = new Set(marks.map(([, field]) => field));
      for (const field of Object.keys(ALLOWED[name] ?? {}).filter((each) =>
        JSON.stringify(marked).includes(`zq.${each}.`),
      ))
        if (name !== 'dpd' || field !== 'tracking_number') expect([field, fields.has(field)]).toEqual([field, true]);
      expect([name, fields.has('correlation_id')]).toEqual([name, own !== undefined]);
    },
  );
});

it('the analyst reads what is kept from all others, but for keyed hashes', async () => {
  const text = await told('analyst');
  const unread = (SECRET_FROM.bolt ?? []).filter((secret) => !secret.test(text)).map(String);
  expect(unread).toEqual([`/${TEXT.hmac.slice(0, 32)}/`]);
});

describe('a former carrier', () => {
  const get = (path: string, name = 'dpd') => api.get(`/v1/orders${path}`, { credential: credentials[name] });

  it('has the order as it was before the next was asked, and in no list of today [N3]', async () => {
    const { status, body, headers } = await get(`/${order}`);
    expect([status, headers.get('etag')]).toEqual([200, `"v${cdekFrom - 1}"`]);
    expect(body).toMatchObject({ status: 'PACKAGING_COMPLETED', event_version: cdekFrom - 1, allowed_transitions: [] });
    const cached = await api.get(`/v1/orders/${order}`, {
      credential: credentials.dpd,
      headers: { 'If-None-Match': `"v${story.events.length}"` },
    });
    expect(cached.status).toBe(200);
    const late = await get(`/${order}?min_version=${story.events.length}`);
    expect([late.status, late.body.event_version]).toEqual([202, cdekFrom - 1]);
    expect((await get('?total=true')).body).toMatchObject({ orders: [], total: 0 });
    expect((await get('?total=true', 'cdek')).body).toMatchObject({ orders: [{ order_id: order }], total: 1 });
  });

  it('reads its own time alone, and who was asked after it its own', async () => {
    const timeline = async (name: string) =>
      (await get(`/${order}/timeline`, name)).body.events.map(({ type }: { type: string }) => type);
    expect(await timeline('dpd')).toEqual(['ShipmentRequested', 'CarrierEventRecorded', 'ShipmentDeclined']);
    expect(await timeline('cdek')).toEqual([
      'ShipmentRequested',
      'CarrierEventRecorded',
      'OrderShipped',
      'CarrierEventRecorded',
      'OrderDelivered',
      'ReturnRequested',
    ]);
    for (const name of ['dpd', 'cdek']) {
      const { body } = await get(`/${order}/stages`, name);
      const visits = body.stages.map(({ status, visit }: { status: string; visit: number }) => `${status} ${visit}`);
      const own = ['WAITING_SHIPMENT_CONFIRMATION 1'];
      expect(visits).toEqual(name === 'dpd' ? own : [...own, 'SHIPPED 1', 'DELIVERED 1', 'RETURN_REQUESTED 1']);
    }
  });

  it('had the order as of its own time; who was asked later had none then', async () => {
    const at = new Date(declined.now).toISOString();
    expect((await get(`?as_of=${at}`)).body.orders).toHaveLength(1);
    expect((await get(`?as_of=${at}`, 'cdek')).body.orders).toHaveLength(0);
    for (const part of ['', '/timeline', '/stages']) {
      expect([part, (await get(`/${order}${part}?as_of=${at}`)).status]).toEqual([part, 200]);
      expect([part, (await get(`/${order}${part}?as_of=${at}`, 'cdek')).status]).toEqual([part, 404]);
    }
  });
});
