import { expect, it } from '@jest/globals';
import { engineOf } from '@order-ledger/pricing/engines';
import type { Measured } from '@order-ledger/pricing/measure';
import { ENGINE_VERSION } from '@order-ledger/pricing/price';
import { TARIFF, type Tariff } from '@order-ledger/pricing/tariff';
import { binaryStl, cubeBody, moved, together } from '@order-ledger/testing/models/bodies';
import { reportOf } from '../src/repricing/report.ts';
import { type Around, type GivenPrice, isSame, reprice } from '../src/repricing/reprice.ts';

const MODEL = binaryStl(together(cubeBody(20), moved(cubeBody(20), [0, 0, 18])));
const DEARER: Tariff = {
  ...TARIFF,
  tariff_version: 'dearer',
  processes: TARIFF.processes.map((rate) => ({ ...rate, setup: 2 * rate.setup })),
};
const OPTIONS = { unit: 'MM', orientation: 'AS_IS', process: 'FDM' } as const;
const REQUEST = { material: 'PLA', process: 'FDM', quantity: 40, priority: 'NORMAL' } as const;

const measuredBy = async (version: string): Promise<Measured> =>
  (await engineOf(version))!.measureModel(MODEL, OPTIONS);

const givenBy = async (version: string, asked: { infill?: number } = {}): Promise<GivenPrice> => {
  const request = { ...REQUEST, ...asked };
  const engine = (await engineOf(version))!;
  const measured = await measuredBy(version);
  if (!measured.ok) throw new Error(measured.detail);
  const priced = engine.priceOf(measured.measure, request, TARIFF);
  if (!priced.ok) throw new Error(priced.detail);
  const { ok: _, ...price } = priced;
  return {
    attempt: 3,
    job_id: 'c7a1c0f2-0000-4000-8000-000000000001',
    ...price,
    measures: measured.measure.measures,
    valid_until: '2026-12-01T00:00:00.000Z',
    due_before_production: price.price,
    model_sha256: 'a'.repeat(64),
    parameters: { ...request, unit: 'MM' },
  };
};

const around: Around = {
  model: MODEL,
  tariffOf: (version) => [TARIFF, DEARER].find((tariff) => tariff.tariff_version === version) ?? null,
  inForce: DEARER,
  measureBy: async () => null,
};
const AT = '2026-11-30T10:00:00.000Z';

it('a price by a former engine is calculated again by it, and by the present one beside it [A2]', async () => {
  const repricing = await reprice(await givenBy('1.1.0'), around);
  expect(isSame(repricing)).toBe(true);
  const { again, now, given } = repricing;
  expect(again.ok && again.price).toEqual(given.price);
  expect(now.ok && now.price.amount).not.toBe(given.price.amount);
  const report = reportOf(repricing, AT).join('\n');
  expect(report).toContain(
    `Calculated again by engine 1.1.0 and tariff ${TARIFF.tariff_version}, from the model: the same.`,
  );
  expect(report).toMatch(new RegExp(`^engine +1\\.1\\.0 +1\\.1\\.0 +${ENGINE_VERSION}$`, 'm'));
  expect(report).toMatch(/^tariff +2026-\d\d +2026-\d\d +dearer$/m);
  expect(report).toMatch(/^SETUP +300\.00 +300\.00 +600\.00 +\+300\.00$/m);
  expect(report).toMatch(/^INSPECTION +1,000\.00 +1,000\.00 +1,000\.00 +=$/m);
  expect(report).toMatch(/^MATERIAL +[\d,.]+ +[\d,.]+ +[\d,.]+ +-[\d,.]+$/m);
});

it('a price of a part that is not solid comes out again', async () => {
  expect(isSame(await reprice(await givenBy(ENGINE_VERSION, { infill: 30 }), around))).toBe(true);
});

it('an engine that is not here is named, and the price follows from what it measured then', async () => {
  const given = { ...(await givenBy('1.0.0')), engine_version: '0.9.0' };
  const kept = await reprice(given, {
    ...around,
    measureBy: async (version) => (version === '0.9.0' ? measuredBy('1.0.0') : null),
  });
  expect(isSame(kept)).toBe(true);
  expect(reportOf(kept, AT).join('\n')).toContain('from the measure that is kept');
  const lost = await reprice(given, around);
  expect(lost.again).toEqual({
    ok: false,
    why: expect.stringMatching(/^Engine 0\.9\.0 is not in this build, which has 1\.0\.0.*not kept either/),
  });
  expect(lost.now.ok).toBe(true);
});

it('a price that does not come out again is said to be another', async () => {
  const given = await givenBy('2.1.0');
  const repricing = await reprice({ ...given, breakdown: given.breakdown.slice(1) }, around);
  expect(isSame(repricing)).toBe(false);
  expect(reportOf(repricing, AT).join('\n')).toContain('NOT THE SAME');
});

it.each<[string, Partial<Around>, RegExp]>([
  ['a model whose file is gone', { model: null }, /file of the model a+ is not here: restore/],
  ['a tariff that is gone', { tariffOf: () => null }, /Tariff 2026-\d\d is not in pricing\.tariff: restore/],
])('of %s it is said what to do', async (_, missing, why) => {
  const { again } = await reprice(await givenBy('2.1.0'), { ...around, ...missing });
  expect(again).toEqual({ ok: false, why: expect.stringMatching(why) });
});
