import { type EventData, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { openLedger } from '@order-ledger/ledger/ledger';
import { orderStream } from '@order-ledger/ledger/stored/codec';
import { appendForeignTo, newerBehind } from '@order-ledger/testing/ledger/foreign-events';
import { collect } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type Reply, type RunningApi, type Send, startApi } from '@order-ledger/testing/running/command-api';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';

jest.setTimeout(90_000);

let store: OpenEventStore;
let api: RunningApi;
/** A partner's orders. */
let life: Life;
/** Of everybody who asks. */
const credentials: Record<string, string> = {};
const ready: string[] = [];

beforeAll(async () => {
  store = await openEventStore();
  const ledger = openLedger({ connectionString: store.url, log: keepingLog().log });
  api = await startApi({ ledger, readyOrders: async () => ready.map((order_id) => ({ order_id })) });
  const [own, other] = await api.partners();
  life = createLife(api, own?.api_key);
  Object.assign(credentials, { own: own?.api_key, other: other?.api_key });
  const cdek: Actor = { ...ACTORS.carrier, id: 'process:cdek', carrier: 'cdek' };
  const { carrier: dpd, store: house, agent, ops, operator } = ACTORS;
  for (const [name, actor] of Object.entries({ dpd, cdek, house, agent, ops, operator }))
    credentials[name] = await api.tokenOf(actor);
});
afterAll(async () => {
  await api.close();
  await store.stop();
});

const lastOf = async (orderId: string): Promise<RecordedEvent> =>
  (await collect(api.ledger.readOrder(orderId))).at(-1) as RecordedEvent;
const foreign = (): EventData => jsonEvent({ type: 'X', data: {} });
const answer = ({ status, body }: Reply) => `${status} ${body.code}`;
/** What is told, but for what differs with every request. */
const told = ({ status, text, headers }: Reply): unknown => [
  status,
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID'),
  [...headers.keys()].filter((name) => !name.startsWith('ratelimit')).sort(),
];

const COMMANDS = ['add-note', 'record-carrier-event', 'request-return'];
const WAYS_TO_ASK: readonly Partial<Send>[] = [
  { headers: { 'If-Match': '*' } },
  { headers: { 'If-Match': '"v1"' } },
  { headers: {} },
  { headers: { 'If-Match': 'nonsense' } },
  { key: null },
  { raw: '{', headers: { 'If-Match': '*' } },
];

/** Every answer that a caller gets about an order, whatever he sends. */
const asked = async (name: string, orderId: string): Promise<Reply[]> => {
  const replies: Reply[] = [];
  for (const command of COMMANDS) {
    for (const way of WAYS_TO_ASK) {
      const body = way.raw === undefined ? { body: {} } : {};
      const path = `/v1/orders/${orderId}/commands/${command}`;
      replies.push(await api.post(path, { credential: credentials[name], ...body, ...way }));
    }
  }
  return replies;
};

const unknownTo = new Map<string, unknown[]>();
const toldOfUnknown = async (name: string): Promise<unknown[]> => {
  const known = unknownTo.get(name) ?? (await asked(name, crypto.randomUUID())).map(told);
  unknownTo.set(name, known);
  return known;
};

/** How an order came to be unreadable, and who is told so, because what can be read of it is his. */
const KINDS: Readonly<Record<string, { make: () => Promise<string>; code: string; tells: readonly string[] }>> = {
  'a foreign event behind its own': {
    make: async () => {
      const orderId = await life.create();
      await appendForeignTo(store.url, orderId, [foreign()]);
      return orderId;
    },
    code: '500 order-unreadable',
    tells: ['own', 'agent', 'ops'],
  },
  'a foreign event in the middle, after a carrier was asked': {
    make: async () => {
      const orderId = await life.bring('WAITING_SHIPMENT_CONFIRMATION');
      await appendForeignTo(store.url, orderId, [foreign(), newerBehind(await lastOf(orderId))]);
      return orderId;
    },
    code: '500 order-unreadable',
    tells: ['own', 'dpd', 'agent', 'ops'],
  },
  'a foreign event as its first': {
    make: async () => {
      const orderId = crypto.randomUUID();
      await appendForeignTo(store.url, orderId, [foreign()]);
      return orderId;
    },
    code: '500 order-unreadable',
    tells: ['agent', 'ops'],
  },
  'a stream that was deleted': {
    make: async () => {
      const orderId = await life.create();
      const client = EventStoreDBClient.connectionString(store.url);
      await client.tombstoneStream(orderStream(orderId));
      await client.dispose();
      return orderId;
    },
    code: '500 order-unreadable',
    tells: ['agent', 'ops'],
  },
  'an event of a newer build behind its own': {
    make: async () => {
      const orderId = await life.create();
      await appendForeignTo(store.url, orderId, [newerBehind(await lastOf(orderId))]);
      return orderId;
    },
    code: '503 newer-writer',
    tells: ['own', 'agent', 'ops'],
  },
};

it.each(Object.entries(KINDS))(
  'an order that cannot be read (%s) exists for nobody who does not see what can be read of it [N3]',
  async (_kind, { make, code, tells }) => {
    const orderId = await make();
    for (const name of ['own', 'other', 'dpd', 'cdek', 'house', 'agent', 'ops']) {
      const answers = await asked(name, orderId);
      if (tells.includes(name)) {
        expect([name, answers.map(answer)]).toEqual([name, expect.arrayContaining([code])]);
      } else {
        expect([name, answers.map(told)]).toEqual([name, await toldOfUnknown(name)]);
        expect([name, new Set(answers.map(answer))]).toEqual([name, new Set(['404 unknown-order'])]);
      }
    }
  },
);

it.each(['replaces_order_id', 'remake_of_order_id'])(
  'an order that names one that cannot be read by %s is told no more than of one that is not there [N3]',
  async (field) => {
    const orderId = await life.create();
    await appendForeignTo(store.url, orderId, [foreign()]);
    const order = (credential: string | undefined, named: string) =>
      api.post('/v1/orders', {
        credential,
        body: {
          customer_ref: 'c-1',
          channel: credential === credentials.house ? 'ONLINE_STORE' : 'API',
          [field]: named,
        },
      });
    for (const name of ['other', 'house'])
      expect([name, told(await order(credentials[name], orderId))]).toEqual([
        name,
        told(await order(credentials[name], crypto.randomUUID())),
      ]);
  },
);

it('who did a command before the foreign event is told that the order cannot be read', async () => {
  const key = crypto.randomUUID();
  const [{ partner_id } = { partner_id: '' }] = await api.partners();
  const body = { channel: 'ONLINE_STORE', customer_ref: 'c-1', partner_id };
  const create = () => api.post('/v1/orders', { credential: credentials.house, key, body });
  const made = await create();
  expect(made.status).toBe(201);
  await appendForeignTo(store.url, String(made.body.order_id), [foreign()]);
  expect(answer(await create())).toBe('500 order-unreadable');
});

it('the shop floor gets the next order behind those that cannot be read, six in a row [K7]', async () => {
  for (let n = 0; n < 6; n += 1) {
    const orderId = await life.bring('MANUFACTURING_APPROVED');
    await appendForeignTo(store.url, orderId, [foreign()]);
    ready.push(orderId);
  }
  const good = await life.bring('MANUFACTURING_APPROVED');
  ready.push(good);
  const next = await api.post('/v1/shop-floor/next', { credential: credentials.operator });
  expect([next.status, next.body.order_id]).toEqual([200, good]);
});
