import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import { until } from '@order-ledger/testing/waiting';
import type { Response } from 'express';
import { createApp } from '../src/http/app.ts';
import { createAuthenticator } from '../src/http/authenticate.ts';
import { requestsAtOnce } from '../src/http/requests-at-once.ts';
import type { Route } from '../src/http/route.ts';
import { type HttpServer, listen } from '../src/http/server.ts';
import { SHARES } from '../src/http/shares.ts';
import { takeTurns } from '../src/http/turns.ts';
import { registry } from '../src/metrics.ts';

const { log, lines } = keepingLog();
let tokens: Awaited<ReturnType<typeof tokenMaker>>;
let server: HttpServer | undefined;
let url: string;
/** Answers that the handler keeps back, in the order of their requests. */
let held: { response: Response; who: string }[] = [];

beforeAll(async () => {
  tokens = await tokenMaker();
});
afterEach(async () => {
  for (const { response } of held) response.end();
  held = [];
  await server?.close(1_000);
  server = undefined;
});
afterAll(() => tokens.remove());

const routes: Route[] = [
  {
    method: 'GET',
    path: '/slow',
    access: 'caller',
    handlers: [(request, response) => void held.push({ response, who: String(request.headers['x-who']) })],
  },
  { method: 'GET', path: '/quick', access: 'caller', handlers: [(_request, response) => void response.json({})] },
];

const serve = async (handlers: Partial<Parameters<typeof createApp>[0]>): Promise<void> => {
  const authenticate = await createAuthenticator({
    jwks: tokens.jwks,
    issuer,
    verifyApiKey: async (keyId) => ({ partnerId: keyId, scopes: [] }),
  });
  server = await listen(createApp({ log, routes, authenticate, ...handlers }), { port: 0 });
  url = server.url;
};

const LIMIT = 3;
const keys = {
  limitsOf: () => ({ plan: 'p', burst_per_second: 1, sustained_per_minute: 1, shares: { requests_at_once: LIMIT } }),
};
const bearer = async (who: string): Promise<string> =>
  who === 'staff'
    ? tokens.token({ sub: 'lead' })
    : /^(cdek|dhl)-/.test(who)
      ? tokens.token({ sub: who, carrier: who.split('-')[0] })
      : `pk_${who}_secretsecretsecret`;

const ask = async (path: string, who: string) => {
  const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${await bearer(who)}` } });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
};
/** A request that is not answered; `leave` breaks its connection. */
const hang = async (who: string) => {
  const sent = request(`${url}/slow`, { headers: { Authorization: `Bearer ${await bearer(who)}`, 'x-who': who } });
  sent.on('error', () => undefined);
  sent.end();
  return { leave: () => sent.destroy() };
};

it('refuses the request of a caller who has all his under way, and nobody else with him', async () => {
  await serve({ afterCredential: [requestsAtOnce({ keys, total: 100, staffEach: 50, staffPercent: 20, log })] });
  const hanging = [];
  for (let n = 0; n < LIMIT; n += 1) hanging.push(await hang('acme'));
  await until('all at work', () => held.length === LIMIT);
  const { status, headers, body } = await ask('/quick', 'acme');
  expect([status, headers.get('retry-after'), headers.get('content-type')]).toEqual([
    429,
    '1',
    'application/problem+json; charset=utf-8',
  ]);
  expect(body).toMatchObject({
    code: 'too-many-requests-at-once',
    limit: LIMIT,
    detail: expect.stringContaining('Wait'),
  });
  expect([(await ask('/quick', 'bolt')).status, (await ask('/quick', 'staff')).status]).toEqual([200, 200]);
  expect(lines()).toContainEqual(
    expect.objectContaining({
      message: 'refused: a share of the capacity is used up',
      name: 'requests_at_once',
      partner_id: 'acme',
    }),
  );
  expect(await registry.metrics()).toMatch(/shares_refused_total\{share="requests_at_once",held_by="caller"\} [1-9]/);
  // One ends by its answer, one by a broken connection.
  held[0]?.response.json({});
  await until('a place by an answer', async () => (await ask('/quick', 'acme')).status === 200);
  await hang('acme');
  await until('all at work again', () => held.length === LIMIT + 1);
  hanging[1]?.leave();
  await until('a place by a broken connection', async () => (await ask('/quick', 'acme')).status === 200);
});

it('holds the accounts of a carrier together to the limit of the table, and no other carrier with them', async () => {
  const { partner: limit } = SHARES.requests_at_once;
  await serve({ afterCredential: [requestsAtOnce({ keys, total: 1_000, staffEach: 500, staffPercent: 20, log })] });
  for (let n = 0; n < limit; n += 1) await hang(n % 2 === 0 ? 'cdek-1' : 'cdek-2');
  await until('all at work', () => held.length === limit);
  for (const who of ['cdek-1', 'cdek-3']) {
    const { status, body } = await ask('/quick', who);
    expect([status, body.code, body.limit]).toEqual([429, 'too-many-requests-at-once', limit]);
  }
  for (const who of ['dhl-1', 'acme', 'staff']) expect((await ask('/quick', who)).status).toBe(200);
});

it('keeps a part for the staff, whatever all partners and carriers hold together', async () => {
  await serve({ afterCredential: [requestsAtOnce({ keys, total: 5, staffEach: 50, staffPercent: 20, log })] });
  for (const who of ['acme', 'acme', 'bolt', 'cdek-1']) await hang(who);
  await until('all that is for them', () => held.length === 4);
  const { status, headers, body } = await ask('/quick', 'globex');
  expect([status, headers.get('retry-after'), body.code]).toEqual([503, '1', 'too-many-requests-at-once']);
  expect((await ask('/quick', 'cdek-2')).status).toBe(503);
  expect((await ask('/quick', 'staff')).status).toBe(200);
});

it('lets the slow requests of one partner wait for each other, and others and staff go on', async () => {
  await serve({ beforeRoute: [takeTurns({ staffPercent: 20, log })] });
  const hanging = [];
  for (let n = 0; n < 20; n += 1) hanging.push(await hang('acme'));
  await until('half of all for one partner', () => held.length === 4);
  for (const who of ['bolt', 'cdek-1', 'staff']) expect((await ask('/quick', who)).status).toBe(200);
  expect(held).toHaveLength(4);
  // One ends by its answer, one by its connection, one that waits goes away and takes no turn.
  hanging.at(-1)?.leave();
  held[0]?.response.json({});
  await until('the next', () => held.length === 5);
  held[1]?.response.destroy();
  await until('the next again', () => held.length === 6);
});

it('tells who waits for long to come again', async () => {
  await serve({ beforeRoute: [takeTurns({ staffPercent: 20, log, longestWaitMs: 100 })] });
  for (let n = 0; n < 4; n += 1) await hang('acme');
  await until('half of all for one partner', () => held.length === 4);
  const { status, body } = await ask('/quick', 'acme');
  expect([status, body.code]).toEqual([429, 'too-many-requests-at-once']);
  expect((await ask('/quick', 'bolt')).status).toBe(200);
});
