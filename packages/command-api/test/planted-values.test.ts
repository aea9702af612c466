import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import { appendForeignTo, rechained } from '@order-ledger/testing/ledger/foreign-events';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { CARRIERS, MARK, MARKED_EVENTS, STAGES, secretsIn } from '@order-ledger/testing/orders/planted';
import { RIGHTFUL, TERMS } from '@order-ledger/testing/orders/rightful';
import {
  eventStoreUrl,
  type Reply,
  type RunningApi,
  type Send,
  startApi,
} from '@order-ledger/testing/running/command-api';
import { issueKey } from '@order-ledger/testing/running/partner-keys';
import { COMMAND_BY_SEGMENT } from '../src/command-names.ts';
import { COMMAND_ROUTES } from '../src/http/access.ts';

jest.setTimeout(300_000);

const { dpd, cdek, post } = CARRIERS;
const AUDIENCES = ['acme', 'bolt', 'dpd', 'cdek', 'post', 'store'] as const;
type Audience = (typeof AUDIENCES)[number];
/** As events name them. */
const OWN_ID: Readonly<Record<Audience, string>> = {
  ...{ acme: 'acme', bolt: 'bolt', dpd: dpd.id, cdek: cdek.id, post: post.id },
  store: ACTORS.store.id,
};

let api: RunningApi;
const credentials: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi({ carriers: ['dpd', 'cdek'] });
  for (const partner of ['acme', 'bolt']) credentials[partner] = await keyOf(partner);
  for (const [name, actor] of Object.entries({ dpd, cdek, post, store: ACTORS.store }))
    credentials[name] = await api.tokenOf(actor);
});
afterAll(() => api.close());

const keyOf = async (partner: string): Promise<string> => {
  await api.pool.query(
    `insert into plan (plan, terms, burst_per_second, sustained_per_minute) values ('any', $1, 1000000, 1000000)
     on conflict do nothing`,
    [JSON.stringify(TERMS)],
  );
  await api.pool.query("insert into partner (partner_id, plan) values ($1, 'any')", [partner]);
  return issueKey(api.pool, partner);
};

/** The life of an order up to a stage, as a stream of its own in the ledger. */
const plant = async (stage: Stage): Promise<string> => {
  const order_id = crypto.randomUUID();
  const text = JSON.stringify(MARKED_EVENTS.slice(0, STAGES[stage].events.length));
  const events = JSON.parse(text.replaceAll('partner:acme', 'acme')) as RecordedEvent[];
  await appendForeignTo(eventStoreUrl(), order_id, rechained(order_id, events));
  return order_id;
};

const plain = (body: object): Record<string, unknown> => ({
  ...body,
  ...Object.fromEntries(FREE_TEXT_FIELDS.filter((field) => field in body).map((field) => [field, `a ${field}`])),
});

/** Other ids than those that are in the ledger: what is told of the right ones then comes from the order. */
const withOtherIds = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, /_(id|number)$/.test(field) ? 'other-1' : value]),
  );

/** The facts that stand in the order, sent once more as they are and with other data. */
const factsOf = (name: CommandName, stage: Stage): Record<string, unknown>[] =>
  MARKED_EVENTS.slice(0, STAGES[stage].events.length)
    .filter(({ type }) => type === FACTS[name])
    .flatMap(({ data }) => {
      const { paid: _, held_from: __, ...fact } = data as Record<string, unknown>;
      return [fact, { ...fact, ...CONTRADICTION[name] }];
    });
const FACTS: Readonly<Partial<Record<CommandName, RecordedEvent['type']>>> = {
  RecordPayment: 'PaymentRecorded',
  RecordCarrierEvent: 'CarrierEventRecorded',
  HoldOrder: 'OrderPutOnHold',
};
const CONTRADICTION: Readonly<Partial<Record<CommandName, object>>> = {
  RecordPayment: { method: 'CASH' },
  RecordCarrierEvent: { kind: 'LOST' },
  HoldOrder: { reason: 'QUALITY' },
};

/** What is sent as this command, one after the other. */
const sendings = async (
  name: CommandName,
  stage: Stage,
  orderId: string,
  audience: Audience,
): Promise<Partial<Send>[]> => {
  const body = plain(RIGHTFUL[name](await api.ledger.load(orderId)).body);
  const rightful = 'carrier' in body && audience in CARRIERS ? { ...body, carrier: audience } : body;
  const now = { 'If-Match': '*' };
  const some = [
    { body: rightful, headers: { 'If-Match': '"v1"' } },
    { body: { surplus: 1, note: 7 }, headers: now },
    { body: rightful, headers: now },
  ];
  if (!sees(audience, stage)) return some;
  const more = factsOf(name, stage).map((body) => ({ body, headers: now }));
  return [{ body: rightful, headers: {} }, { body: withOtherIds(rightful), headers: now }, ...more, ...some];
};

/** What a schema takes is published, and no order's. */
const shown = ({ status, text, headers }: Reply): string =>
  `${status} ${text.replaceAll(/expected one of [^}]*/g, '')} ${JSON.stringify([...headers].filter(([name]) => !VARIABLE.test(name)))}`;
/** Headers that differ with every request. */
const VARIABLE = /^(ratelimit|date|traceresponse)/;

const leaksTo = (audience: Audience, text: string): string[] => [
  ...[...text.matchAll(MARK)]
    .filter(([, field, of]) => field !== 'correlation_id' || of !== OWN_ID[audience])
    .map(([mark]) => mark),
  ...secretsIn(text, audience),
];

/** Every way to send a command to an order. */
const PATHS: readonly (readonly [name: CommandName, path: string])[] = [
  ...[...COMMAND_BY_SEGMENT].map(([segment, name]) => [name, `/v1/orders/:order_id/commands/${segment}`] as const),
  ...COMMAND_ROUTES.flatMap(({ command, path, access }) =>
    command !== null && access.orders === 'own' ? [[command, path] as const] : [],
  ),
];

type Stage = keyof typeof STAGES;
/** Packed, and nobody is asked: then any carrier's word on the parcel is taken before the paper. */
const AWAITS_A_CARRIER: readonly Stage[] = ['declined'];
const SINCE: Readonly<Partial<Record<Audience, Stage>>> = { acme: 'begun', dpd: 'waiting', cdek: 'asked' };
const STAGE_NAMES = Object.keys(STAGES) as Stage[];
const sees = (audience: Audience, stage: Stage): boolean => {
  const since = SINCE[audience];
  return since !== undefined && STAGE_NAMES.indexOf(stage) >= STAGE_NAMES.indexOf(since);
};
const mayTell = (audience: Audience, stage: Stage, name: CommandName): boolean =>
  sees(audience, stage) || (name === 'RecordCarrierEvent' && AWAITS_A_CARRIER.includes(stage) && audience in CARRIERS);

/** Who asks when: strangers where there is much to tell, the others whenever something changes for them. */
const ASKING: Readonly<Record<Audience, readonly Stage[]>> = {
  acme: ['started', 'waiting', 'story'],
  bolt: ['story'],
  dpd: ['waiting', 'declined', 'story'],
  cdek: ['waiting', 'asked', 'story'],
  post: ['declined'],
  store: ['story'],
};

/** But for the ids of the order and of the request. */
const told = (reply: Reply): string => shown(reply).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

describe('of what was planted in every field of an order', () => {
  const cases = Object.entries(ASKING).flatMap(([audience, stages]) =>
    stages.map((stage) => [audience as Audience, stage] as const),
  );

  it.each(cases)('%s is told nothing by any answer to any command (%s) [N3] [O5]', async (audience, stage) => {
    const seen = new Set<number>();
    let orderId = await plant(stage);
    for (const [name, path] of PATHS) {
      for (const sent of await sendings(name, stage, orderId, audience)) {
        const key = crypto.randomUUID();
        const command = (id: string) =>
          api.post(path.replace(':order_id', id), { credential: credentials[audience], key, ...sent });
        const reply = await command(orderId);
        expect([path, sent, leaksTo(audience, shown(reply))]).toEqual([path, sent, []]);
        if (!mayTell(audience, stage, name)) {
          expect([path, sent, told(reply)]).toEqual([path, sent, told(await command(crypto.randomUUID()))]);
          continue;
        }
        seen.add(reply.status);
        if (reply.status >= 300) continue;
        expect([path, leaksTo(audience, shown(await command(orderId)))]).toEqual([path, []]);
        orderId = await plant(stage);
      }
    }
    // A former carrier is told that it does not carry, before what its credential grants.
    const told403 = audience === 'dpd' && stage === 'story' ? [] : [403];
    if (sees(audience, stage)) expect([...seen]).toEqual(expect.arrayContaining([400, 409, ...told403]));
  });
});

it.each(AUDIENCES)('%s is told nothing of an order that a new one of its own names [N3] [O5]', async (audience) => {
  const planted = await plant('story');
  const channel = audience === 'store' ? 'ONLINE_STORE' : 'API';
  for (const field of ['replaces_order_id', 'remake_of_order_id']) {
    const order = (id: string) =>
      api.post('/v1/orders', {
        credential: credentials[audience],
        body: { customer_ref: 'c-1', channel, [field]: id },
      });
    const reply = await order(planted);
    expect([field, leaksTo(audience, shown(reply))]).toEqual([field, []]);
    if (audience !== 'acme') expect(told(reply)).toBe(told(await order(crypto.randomUUID())));
  }
});

it('who tells a carrier event once more is not told the correlation id of who told it first [N3]', async () => {
  const orderId = await plant('shipped');
  const again = async (id: string) => {
    const [fact] = factsOf('RecordCarrierEvent', 'shipped').filter(({ carrier }) => carrier === 'cdek');
    return api.post(`/v1/orders/${orderId}/commands/record-carrier-event`, {
      credential: await api.tokenOf({ ...cdek, id }),
      headers: { 'If-Match': '*', 'X-Correlation-Id': 'of-this-request' },
      body: fact,
    });
  };
  const [first, other] = [await again(cdek.id), await again('process:cdek-2')];
  expect([first.status, other.status]).toEqual([200, 200]);
  expect(first.body.correlation_id).toContain(`zq.correlation_id.${cdek.id}.`);
  expect(other.body).toEqual({ ...first.body, correlation_id: 'of-this-request' });
});

it('the log of what was refused holds codes and kinds of callers, and nothing that was planted, nor who sent it [M1]', async () => {
  const orderId = await plant('story');
  for (const audience of AUDIENCES)
    for (const segment of ['add-note', 'report-error', 'confirm-shipment'])
      await api.post(`/v1/orders/${orderId}/commands/${segment}`, {
        credential: credentials[audience],
        headers: { 'If-Match': '"v1"' },
        body: { note: 'planted words', detail: 'planted words', tracking_number: 'planted-9', trace_id: 'planted-9' },
      });
  const text = api.logText();
  expect(text).toMatch(/"message":"denied"/);
  expect(text).toMatch(/"code":"forbidden"/);
  for (const credential of Object.values(credentials)) expect(text).not.toContain(credential);
  expect(text).not.toMatch(/zq\.|planted|process:(dpd|cdek|post|store)|pk_/);
});
