import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';
import { issueKey, revokeKey } from '@order-ledger/testing/running/partner-keys';
import { isLive, seedPartners } from '../src/partners/seed.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const idOf = (apiKey: string): string => apiKey.split('_')[1] ?? '';

it('gives no second key to who has a live one, and another one to who has a dead one', async () => {
  const first = await seedPartners(api.pool);
  expect(first.length).toBeGreaterThan(2);
  expect(await seedPartners(api.pool, first)).toEqual([]);

  const [revoked, forgotten, changed, ...others] = first;
  if (revoked === undefined || forgotten === undefined || changed === undefined) throw new Error('too few partners');
  await revokeKey(api.pool, idOf(revoked.api_key));
  await api.pool.query('delete from partner_key where key_id = $1', [idOf(forgotten.api_key)]);
  const mistyped = { ...changed, api_key: `${changed.api_key}x` };
  const renewed = await seedPartners(api.pool, [revoked, forgotten, mistyped, ...others]);
  expect(renewed.map(({ partner_id }) => partner_id).sort()).toEqual(
    [revoked, forgotten, changed].map(({ partner_id }) => partner_id).sort(),
  );
  for (const key of renewed) expect(await isLive(api.pool, key)).toBe(true);
});

it('gives nobody a third live key', async () => {
  const [partner] = await seedPartners(api.pool);
  if (partner === undefined) throw new Error('nobody has room for a key');
  await issueKey(api.pool, partner.partner_id).catch(() => undefined);
  const dead = { ...partner, api_key: 'pk_00_dead-key-of-nobody' };
  expect(await isLive(api.pool, dead)).toBe(false);
  expect((await seedPartners(api.pool, [dead])).map(({ partner_id }) => partner_id)).not.toContain(partner.partner_id);
});
