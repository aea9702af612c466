import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { BrokenChainError } from '@order-ledger/ledger/errors';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { type ClaimKeeper, createClaimKeeper } from '../src/claims/keeper.ts';

const PERIOD_MS = 60_000;
const FROZEN_LIMIT_MS = 86_400_000;

let api: RunningApi;
let life: Life;
let ready: boolean;
let keeper: ClaimKeeper;

const keeperOf = (
  periodMs: number,
  frozenLimitMs = FROZEN_LIMIT_MS,
  ledger = api.ledger,
  leases = api.leases,
): ClaimKeeper =>
  createClaimKeeper({
    ledger,
    leases,
    log: api.log,
    periodMs,
    frozenLimitMs,
    ready: async () => ready,
  });

beforeAll(async () => {
  api = await startApi({ claimPeriodMs: PERIOD_MS });
  life = createLife(api);
});
afterAll(() => api.close());

beforeEach(() => {
  ready = true;
  // A period of no length: what was ready once has been ready for long enough.
  keeper = keeperOf(0);
});
afterEach(() => api.pool.query('truncate claim_lease'));

const operator = (n: number): Actor => ({ id: `operator-${n}`, kind: 'person', roles: ['mes.operator'] });
const claim = async (orderId: string, actor: Actor = ACTORS.operator) =>
  api.post(`/v1/orders/${orderId}/claim`, { credential: await api.tokenOf(actor) });
const renew = async (orderId: string, fence_token: number, actor: Actor = ACTORS.operator) =>
  api.post(`/v1/orders/${orderId}/claim/renew`, { credential: await api.tokenOf(actor), body: { fence_token } });
const lastEvent = async (orderId: string): Promise<RecordedEvent | undefined> => {
  let last: RecordedEvent | undefined;
  for await (const event of api.ledger.readOrder(orderId)) last = event;
  return last;
};
/** An approved order with a claim and its lease. */
const claimed = async (): Promise<{ orderId: string; fence_token: number }> => {
  const orderId = await life.bring('MANUFACTURING_APPROVED');
  const fence_token = Number((await claim(orderId)).body.fence_token);
  await api.leases.begin({ order_id: orderId, fence_token });
  return { orderId, fence_token };
};
const letTimePass = (orderId: string) =>
  api.pool.query(`update claim_lease set expires_at = now() - interval '1 second' where order_id = $1`, [orderId]);

it('lets one of 100 operators claim an order and tells the 99 who holds it [H2]', async () => {
  const orderId = await life.bring('MANUFACTURING_APPROVED');
  await Promise.all(Array.from({ length: 100 }, (_, n) => api.tokenOf(operator(n))));
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => claim(orderId, operator(n))));
  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status === 409);
  expect([won.length, lost.length]).toEqual([1, 99]);
  const holder = (await api.ledger.load(orderId))?.claim;
  expect(won[0]?.body.fence_token).toBe(holder?.fence_token);
  expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['claimed']));
  for (const { body } of lost) expect(body.holder).toEqual(holder);
});

it('claims, renews, reassigns and releases by the routes of the shop floor [H6]', async () => {
  const { orderId, fence_token } = await claimed();
  const renewed = await renew(orderId, fence_token);
  expect([renewed.status, renewed.body.events, renewed.body.fence_token]).toEqual([200, [], fence_token]);
  expect(Date.parse(String(renewed.body.expires_at))).toBeGreaterThan(Date.now());
  const lead = await api.tokenOf(ACTORS.lead);
  const reassigned = await api.post(`/v1/orders/${orderId}/reassign`, {
    credential: lead,
    body: { to_operator: 'operator-1', reason: 'SHIFT_END' },
  });
  expect([reassigned.status, reassigned.body.fence_token]).toEqual([200, fence_token + 1]);
  const released = await api.post(`/v1/orders/${orderId}/release`, {
    credential: await api.tokenOf(operator(1)),
    body: { fence_token: fence_token + 1, reason: 'SHIFT_END' },
  });
  expect(released.status).toBe(200);
  expect((await api.ledger.load(orderId))?.claim).toBeNull();
});

it('expires a claim whose holder has left, and refuses his later work and renewal [H5]', async () => {
  const { orderId, fence_token } = await claimed();
  await keeper.sweep();
  expect((await api.ledger.load(orderId))?.claim?.fence_token).toBe(fence_token);
  await letTimePass(orderId);
  await keeper.sweep();
  const last = await lastEvent(orderId);
  expect([last?.type, last?.metadata.actor.roles]).toEqual(['ClaimExpired', ['claim.keeper']]);
  expect((await renew(orderId, fence_token)).body.code).toBe('not-claimed');
  const { status, body } = await life.send(orderId, 'StartManufacturing', { body: { fence_token } });
  expect([status, body.code]).toEqual([409, 'not-claimed']);
});

it('ends the claims behind one whose order cannot be read', async () => {
  const { orderId: bad } = await claimed();
  const { orderId: good } = await claimed();
  await letTimePass(bad);
  await letTimePass(good);
  const load: typeof api.ledger.load = (orderId) =>
    orderId === bad ? Promise.reject(new BrokenChainError('an event was changed')) : api.ledger.load(orderId);
  await keeperOf(0, FROZEN_LIMIT_MS, { ...api.ledger, load }).sweep();
  expect((await lastEvent(good))?.type).toBe('ClaimExpired');
});

it('gives a renewed lease its full time', async () => {
  const { orderId, fence_token } = await claimed();
  await letTimePass(orderId);
  expect((await renew(orderId, fence_token)).status).toBe(200);
  await keeper.sweep();
  expect((await api.ledger.load(orderId))?.claim?.fence_token).toBe(fence_token);
});

it('expires nothing before people could reach it for a whole period, and an outage begins the period anew', async () => {
  const { orderId } = await claimed();
  await letTimePass(orderId);
  const holder = async () => (await api.ledger.load(orderId))?.claim ?? null;
  const patient = keeperOf(300);
  const aPeriod = () => new Promise((resolve) => setTimeout(resolve, 301));
  await patient.sweep();
  expect(await holder()).not.toBeNull();
  ready = false;
  await patient.sweep();
  await aPeriod();
  ready = true;
  await patient.sweep();
  expect(await holder()).not.toBeNull();
  await aPeriod();
  await patient.sweep();
  expect(await holder()).toBeNull();
});

it('gives a claim without a lease, as after a restored backup, a full period at its renewal', async () => {
  const { orderId, fence_token } = await claimed();
  await api.pool.query('delete from claim_lease where order_id = $1', [orderId]);
  expect((await renew(orderId, fence_token)).status).toBe(200);
  await keeper.sweep();
  expect((await api.ledger.load(orderId))?.claim?.fence_token).toBe(fence_token);
});

it('finishes an expiry that a crash left between the lease and the event', async () => {
  const { orderId, fence_token } = await claimed();
  await letTimePass(orderId);
  expect(await api.leases.close({ order_id: orderId, fence_token })).toBe(true);
  expect((await renew(orderId, fence_token)).body.code).toBe('claim-expired');
  await keeperOf(PERIOD_MS).sweep();
  expect((await lastEvent(orderId))?.type).toBe('ClaimExpired');
  expect(await api.leases.unfinished(10)).toEqual([]);
});

it('lets the holders renew when the clock of Postgres is set forwards, and lets no claim last for as long as it goes back', async () => {
  const { orderId } = await claimed();
  const holder = async () => (await api.ledger.load(orderId))?.claim ?? null;
  let step = 0;
  const now = async () => (await api.leases.now()) + step;
  const watching = keeperOf(300, FROZEN_LIMIT_MS, api.ledger, { ...api.leases, now });
  const aPeriod = () => new Promise((resolve) => setTimeout(resolve, 301));
  await watching.sweep();
  await aPeriod();
  step = 3_600_000;
  await letTimePass(orderId);
  await watching.sweep();
  expect(await holder()).not.toBeNull();
  await aPeriod();
  await watching.sweep();
  expect(await holder()).toBeNull();

  const back = await claimed();
  await keeper.sweep();
  expect((await api.ledger.load(back.orderId))?.claim).not.toBeNull();
  const hour = "interval '1 hour'";
  await api.pool.query(`update claim_lease set expires_at = expires_at + ${hour}, timed_at = timed_at + ${hour}`);
  await keeper.sweep();
  expect((await api.ledger.load(back.orderId))?.claim).toBeNull();
});

it('expires a claim once, however many keepers sweep', async () => {
  const { orderId } = await claimed();
  await letTimePass(orderId);
  await Promise.all(Array.from({ length: 5 }, () => keeperOf(0).sweep()));
  const types = [];
  for await (const { type } of api.ledger.readOrder(orderId)) types.push(type);
  expect(types.filter((type) => type === 'ClaimExpired')).toHaveLength(1);
});

it('keeps a claim over a hold, and releases it when the hold lasts too long', async () => {
  const orderId = await life.bring('ON_HOLD');
  const fence_token = (await api.ledger.load(orderId))?.claim?.fence_token ?? 0;
  await api.leases.begin({ order_id: orderId, fence_token });
  await letTimePass(orderId);
  await keeper.sweep();
  expect((await api.ledger.load(orderId))?.claim?.fence_token).toBe(fence_token);
  await letTimePass(orderId);
  await keeperOf(0, 0).sweep();
  const last = await lastEvent(orderId);
  expect([last?.type, last?.data]).toEqual(['ClaimReleased', expect.objectContaining({ reason: 'HELD_TOO_LONG' })]);
});
