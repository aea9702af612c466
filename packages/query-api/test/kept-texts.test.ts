import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { registry } from '@order-ledger/platform/metrics';
import { createKeptTexts } from '../src/kept-texts.ts';

const MIB = 1 << 20;
const of = (n: number, row_version = '1@1') => ({
  ...{ schema: 'read_model_1', audience: 'staff' as const, row_version },
  order_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const heap = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};
const bytes = async (): Promise<number> =>
  (await registry.getSingleMetric('order_texts_bytes')?.get())?.values.find(({ labels }) => labels.answer === 'lists')
    ?.value ?? Number.NaN;

it('keeps the texts of a million different orders in bounds, and of those the last', async () => {
  const kept = createKeptTexts<{ text: string }>('lists', ({ text }) => 2 * text.length, 4 * MIB);
  const before = heap();
  const text = 'x'.repeat(500);
  for (let n = 0; n < 1_000_000; n += 1) kept.set(of(n), { text });
  expect(await bytes()).toBeLessThanOrEqual(4 * MIB);
  expect(await bytes()).toBeGreaterThan(3 * MIB);
  expect([kept.has(of(0)), kept.has(of(999_999))]).toEqual([false, true]);
  // The keys of a million orders alone would be more.
  expect(heap() - before).toBeLessThan(50 * MIB);
});

it('gives the text of no other version, audience or read model', () => {
  const kept = createKeptTexts<{ text: string }>('lists', () => 100);
  kept.set(of(1), { text: 'one' });
  expect(kept.get(of(1))).toEqual({ text: 'one' });
  expect(kept.get(of(1, '2@1'))).toBeUndefined();
  expect(kept.get(of(1, '1@2'))).toBeUndefined();
  expect(kept.get({ ...of(1), audience: 'partner' })).toBeUndefined();
  expect(kept.get({ ...of(1), schema: 'read_model_2' })).toBeUndefined();
  kept.set(of(1, '2@1'), { text: 'two' });
  expect([kept.get(of(1)), kept.get(of(1, '2@1'))]).toEqual([undefined, { text: 'two' }]);
});
