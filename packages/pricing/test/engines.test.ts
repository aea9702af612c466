import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ENGINES, type Engine, engineOf } from '@order-ledger/pricing/engines';
import { measureModel } from '@order-ledger/pricing/measure';
import { ENGINE_VERSION, priceOf } from '@order-ledger/pricing/price';
import { TARIFF } from '@order-ledger/pricing/tariff';
import { binaryStl, cubeBody, moved, sphereBody, together, tubeBody } from '@order-ledger/testing/models/bodies';
import { bodyAsObj, modelXml, objectXml, threeMf } from '@order-ledger/testing/models/three-mf';

const OPTIONS = { unit: 'MM', orientation: 'AS_IS', process: 'FDM' } as const;
const REQUEST = { material: 'PLA', process: 'FDM', quantity: 2, priority: 'NORMAL' } as const;
/** Of the files of former engines: one that is changed would calculate other prices than it gave. */
const SUMS = {
  '1.0.0': '56b58efa5de8695af9248ac565e2f36874e51e6a1b2d447205fb77b67efbc40b',
  '1.1.0': '36641ae35276208811b56c437c5ffa9668b65ecdf4f989a2984fbc4c5386340c',
  '2.0.0': 'd17f9d44c7da83227bc86e3959f2c0641faf34209eb3ff4ba6f9eac0636c8079',
  '2.1.0': '34d1d1f1be4058ac3790c9b8bb7794ecdcbbba3d1a8f070236561859ba2a2b87',
  '2.2.0': 'f4897a083675876db447e78cf91dd25d36ce802acd947cd087f497cfaf02a5b6',
  '2.3.0': '50550d7c00f7bc45be06cef2c7caa2266cec94fe2136cda52ba287186803af6f',
  '2.4.0': 'c0cbbe2b30108c596d165fcd86c0be44a2755f3cc636647a6550c695de02d2fb',
} as const;

const engine = async (version: string): Promise<Engine> => {
  const found = await engineOf(version);
  if (found === null) throw new Error(`there is no engine ${version}`);
  return found;
};
const volumeBy = async (version: string, bytes: Uint8Array): Promise<number | string> => {
  const measured = (await engine(version)).measureModel(bytes, OPTIONS);
  return measured.ok ? measured.measure.measures.volume : measured.reason;
};

it('former engines are the files that they were, and all of them can be had [A2]', () => {
  const sums = Object.keys(SUMS).map((version) => {
    const bytes = readFileSync(new URL(`../engines/${version}.js`, import.meta.url));
    return [version, createHash('sha256').update(bytes).digest('hex')];
  });
  expect(Object.fromEntries(sums)).toEqual(SUMS);
  expect(ENGINES).toEqual([...Object.keys(SUMS), ENGINE_VERSION]);
});

it('the present engine is among those that can be had, and one that never was is not', async () => {
  expect(ENGINES).toContain(ENGINE_VERSION);
  expect(await engine(ENGINE_VERSION)).toEqual({ measureModel, priceOf });
  expect(await engineOf('0.9.0')).toBeNull();
});

it.each(ENGINES)('engine %s prices plain bodies under its own name, and as every other does [A2]', async (version) => {
  const { measureModel: measure, priceOf: price } = await engine(version);
  for (const body of [cubeBody(20), sphereBody(12, 500), tubeBody(10, 2, 15)]) {
    const measured = measure(binaryStl(body), OPTIONS);
    if (!measured.ok) throw new Error(measured.detail);
    expect(measured.measure.engine_version).toBe(version);
    const present = measureModel(binaryStl(body), OPTIONS);
    if (!present.ok) throw new Error(present.detail);
    const { measures, layers, support_volume, machine_seconds } = present.measure;
    expect(measured.measure).toMatchObject({ measures, layers, support_volume, machine_seconds });
    const priced = price(measured.measure, REQUEST, TARIFF);
    expect(priced).toMatchObject({ ok: true, engine_version: version, tariff_version: TARIFF.tariff_version });
  }
});

describe('a former engine does what it did', () => {
  const sunk = binaryStl(together(cubeBody(20), moved(cubeBody(20), [0, 0, 18])));

  it.each([
    ['1.0.0', 16_000],
    ['1.1.0', 16_000],
    ['2.0.0', 15_200],
    ['2.1.0', 15_200],
    [ENGINE_VERSION, 15_200],
  ])('engine %s with bodies that are sunk into each other', async (version, volume) => {
    expect(await volumeBy(version, sunk)).toBe(volume);
  });

  it.each([
    ['2.4.0', 12_000],
    [ENGINE_VERSION, 16_000],
  ])('engine %s with items of a 3MF that overlap on the plate', async (version, volume) => {
    const at = (x: number) => `<item objectid="1" transform="1 0 0 0 1 0 0 0 1 ${x} 0 0"/>`;
    const bytes = threeMf(modelXml(objectXml(1, cubeBody(20)), `${at(0)}${at(10)}`));
    expect(await volumeBy(version, bytes)).toBe(volume);
  });

  it.each([
    ['1.1.0', 'UNSUPPORTED_FORMAT'],
    ['2.0.0', 'UNSUPPORTED_FORMAT'],
    ['2.1.0', 8000],
  ])('engine %s with OBJ', async (version, volume) => {
    expect(await volumeBy(version, bodyAsObj(cubeBody(20)))).toBe(volume);
  });
});
