import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { measureModel } from '@order-ledger/pricing/measure';
import { priceOf } from '@order-ledger/pricing/price';
import { TARIFF } from '@order-ledger/pricing/tariff';
import {
  asciiStl,
  binaryStl,
  boxBody,
  moved,
  sphereBody,
  together,
  torusBody,
} from '@order-ledger/testing/models/bodies';
import { modelXml, objectXml, threeMf } from '@order-ledger/testing/models/three-mf';

/** What uses each part of the engine: the kernel, supports and rays, tall faces, a risk, items. */
const MODELS = {
  'united.stl': binaryStl(together(sphereBody(8, 1_000), moved(sphereBody(8, 1_000), [5.3, 1.7, 2.9]))),
  'overhanging.stl': asciiStl(moved(torusBody(12, 4, 24, 16), [0.1, 33.3, 7.7])),
  'tall.stl': asciiStl(boxBody(7.3, 5.1, 90.7)),
  'thin.stl': binaryStl(boxBody(20, 20, 0.6)),
  'items.3mf': threeMf(
    modelXml(
      objectXml(1, sphereBody(6, 400)) + objectXml(2, boxBody(9, 9, 9)),
      '<item objectid="1"/><item objectid="2" transform="0.8 0.6 0 -0.6 0.8 0 0 0 1 5 5 5"/>',
    ),
  ),
};
const REQUEST = { material: 'PLA', process: 'FDM', quantity: 3, priority: 'NORMAL', infill: 15 } as const;

const priced = (bytes: Uint8Array): string => {
  const measured = measureModel(bytes, { unit: 'MM', orientation: 'BEST', process: 'FDM', thinWalls: 'risk' });
  return JSON.stringify(measured.ok ? [measured, priceOf(measured.measure, REQUEST, TARIFF)] : measured);
};
const HERE = Object.fromEntries(Object.entries(MODELS).map(([name, bytes]) => [name, priced(bytes)]));

const dist = (file: string): string => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'determinism-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [name, bytes] of Object.entries(MODELS)) writeFileSync(join(folder, name), bytes);
const program = join(folder, 'program.mjs');
writeFileSync(
  program,
  `import { readFileSync } from 'node:fs';
import { measureModel } from ${JSON.stringify(dist('measure.js'))};
import { priceOf } from ${JSON.stringify(dist('price.js'))};
import { TARIFF } from ${JSON.stringify(dist('tariff.js'))};
const priced = (bytes) => {
  const measured = measureModel(bytes, { unit: 'MM', orientation: 'BEST', process: 'FDM', thinWalls: 'risk' });
  return JSON.stringify(measured.ok ? [measured, priceOf(measured.measure, ${JSON.stringify(REQUEST)}, TARIFF)] : measured);
};
const names = ${JSON.stringify(Object.keys(MODELS))};
const price = (name) => priced(readFileSync(new URL(name, import.meta.url)));
console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, price(name)]))));
`,
);

/** As near to other machines as one comes on this one: compilers that optimise otherwise, other memory, places and times. */
const ELSEWHERE: Readonly<Record<string, { flags: readonly string[]; env?: Readonly<Record<string, string>> }>> = {
  'without the optimising compiler': { flags: ['--no-opt', '--liftoff-only'] },
  'with all compiled at once': { flags: ['--always-sparkplug', '--no-liftoff', '--no-wasm-lazy-compilation'] },
  'with little memory, one thread, in another country': {
    flags: ['--max-old-space-size=256', '--max-semi-space-size=1', '--single-threaded'],
    env: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
};

describe('the price of a model', () => {
  it('is the same twenty times over [A2]', () => {
    for (const name of ['thin.stl', 'items.3mf'] as const)
      for (let run = 0; run < 20; run++) expect(priced(MODELS[name])).toBe(HERE[name]);
  });

  it.each(Object.keys(ELSEWHERE))('is the same in another process %s [A2]', (where) => {
    const { flags, env } = ELSEWHERE[where]!;
    const there = execFileSync(process.execPath, [...flags, program], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    expect(JSON.parse(there)).toEqual(HERE);
  });

  it('is a price, for each of the models', () => {
    for (const priceThere of Object.values(HERE)) expect(priceThere).toContain('"price"');
  });
});
