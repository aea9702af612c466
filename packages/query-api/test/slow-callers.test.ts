import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { registry } from '@order-ledger/platform/metrics';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';

/** Each slow request waits so long for an event that never comes. */
const SLOW_MS = 4_000;
const LIMIT = 30;
const events: readonly RecordedEvent[] = lifeInto('SUBMITTED', 1, 'acme');
const orderId = events[0]?.metadata.order_id;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi(events, { minVersionWaitMs: SLOW_MS });
});
afterAll(() => api.close());

it('lets nobody wait for a partner whose requests are slow, and refuses him what is beyond his plan', async () => {
  const [acme, bolt, lead] = [await api.keyOf('acme'), await api.keyOf('bolt'), await api.tokenOf(ACTORS.lead)];
  await api.partnerPool.query('update plan set requests_at_once = $1', [LIMIT]);
  const leave = new AbortController();
  let answered = 0;
  const statuses: number[] = [];
  const slow = Array.from({ length: LIMIT + 10 }, () =>
    api
      .fetchFrom(`/v1/orders/${orderId}?min_version=1000`, { credential: acme }, leave.signal)
      .then(({ status }) => {
        statuses.push(status);
        if (status !== 429) answered += 1;
      })
      .catch(() => undefined),
  );
  await until('ten refusals', () => statuses.length >= 10);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 429));
  for (const credential of [bolt, lead]) expect((await api.get('/v1/orders', { credential })).status).toBe(200);
  expect(answered).toBe(0);
  // Half of what partners may have at work is his; the rest waits and holds no connection to Postgres.
  expect(await registry.metrics()).toMatch(new RegExp(`^requests_waiting_for_a_turn ${LIMIT - 4}$`, 'm'));
  leave.abort();
  await Promise.all(slow);
  // His places are free again when his connections are gone.
  await until('a place', async () => (await api.get('/v1/orders', { credential: acme })).status === 200);
});
