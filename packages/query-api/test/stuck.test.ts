import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { heldFrom, journeyTo } from '@order-ledger/testing/orders/journeys';
import { uuidOf } from '@order-ledger/testing/orders/specification';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { renamed } from '@order-ledger/testing/running/read-model';
import { diagnosisAnswer, incidentAnswer, stuckAnswer } from '../src/presentation/stuck-answers.ts';

/** Some orders of long ago, each in another status. */
const STANDING = {
  waiting: journeyTo('WAITING_PAYMENT').events,
  asked: journeyTo('WAITING_SHIPMENT_CONFIRMATION').events,
  held: heldFrom('SUBMITTED').events,
  closed: journeyTo('CLOSED').events,
};
const names = Object.keys(STANDING) as (keyof typeof STANDING)[];

let api: RunningApi;
let credential: string;
beforeAll(async () => {
  api = await startApi(names.flatMap((name) => renamed(STANDING[name], name)));
  credential = await api.tokenOf({ id: 'olga', kind: 'person', roles: ['ops'] });
});
afterAll(() => api.close());

it('lists active orders past their limit with a verdict each, in the form that is documented [L7]', async () => {
  const { status, body } = await api.get('/v1/stuck', { credential });
  expect(status).toBe(200);
  const { stuck, orders } = stuckAnswer.parse(body);
  expect(orders.map(({ order_id }) => order_id).sort()).toEqual(stuck.map(({ order_id }) => order_id).sort());
  const verdicts = Object.fromEntries(stuck.map(({ order_id, verdict, cause }) => [order_id, `${verdict} ${cause}`]));
  expect(verdicts).toEqual({
    [uuidOf('waiting')]: 'waiting-for-person payment-missing',
    [uuidOf('asked')]: 'waiting-for-carrier carrier-silent',
    [uuidOf('held')]: 'on-hold on-hold',
  });
});

it('names each source that it could not ask, and answers all the same', async () => {
  const { body } = await api.get(`/v1/orders/${uuidOf('waiting')}/diagnosis`, { credential });
  const { away } = diagnosisAnswer.parse(body);
  const says = Object.fromEntries(away.map((line) => [line.source, line.says]));
  expect(says.RabbitMQ).toMatch(/no address of the bridge/);
  expect(says.bridge).toMatch(/^bridge of this build has not run yet/);
  expect(says.processes).toMatch(/PROCESS_URLS/);
});

it('takes up a list where a page ended, and no other list', async () => {
  const first = (await api.get('/v1/stuck?limit=2', { credential })).body;
  const second = await api.get(`/v1/stuck?limit=2&cursor=${encodeURIComponent(first.next_cursor)}`, { credential });
  expect(second.body.next_cursor).toBe(null);
  expect([...first.stuck, ...second.body.stuck]).toHaveLength(3);
  const other = `/v1/stuck?verdict=on-hold&cursor=${encodeURIComponent(first.next_cursor)}`;
  expect((await api.get(other, { credential })).body.code).toBe('cursor-mismatch');
  expect((await api.get('/v1/stuck?cursor=x.y', { credential })).body.code).toBe('cursor-invalid');
});

it('gives everything about an order in one file, as JSON and as a page without a script [G6]', async () => {
  const at = `/v1/orders/${uuidOf('closed')}/incident`;
  const incident = incidentAnswer.parse((await api.get(at, { credential })).body);
  expect(incident.events).toHaveLength(STANDING.closed.length);
  expect(incident.away.map(({ source }) => source)).toEqual(expect.arrayContaining(['logs', 'spans']));
  const page = await api.get(`${at}?format=html`, { credential });
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  expect(page.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(page.text).not.toMatch(/<script|src=|href=/);
  const nobody = await api.get(`/v1/orders/${uuidOf('nobody')}/incident`, { credential });
  expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown-order']);
});

it('is for nobody who sees only some orders', async () => {
  const store = await api.tokenOf(ACTORS.store);
  for (const path of [
    '/v1/stuck',
    `/v1/orders/${uuidOf('waiting')}/diagnosis`,
    `/v1/orders/${uuidOf('waiting')}/incident`,
  ])
    expect([path, (await api.get(path, { credential: store })).status]).toEqual([path, 403]);
});
