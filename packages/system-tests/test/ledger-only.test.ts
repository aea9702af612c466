import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { backup } from '@order-ledger/backup/backup';
import type { Outcome } from '@order-ledger/backup/outcome';
import { restoreLedger } from '@order-ledger/backup/restore';
import { placesIn, sourceOf } from '@order-ledger/backup/servers';
import { runningServices } from '@order-ledger/local/backing';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT, startPrivateSystem } from '../src/private-system.ts';
import { fill, placeOrder, shown } from './support/rehearsal.ts';

const LIMIT_MS = 300_000;
let folder: string;
let data: string;
let system: PrivateSystem | null = null;
let kept: string[];
let lost: string[];
let outcome: Outcome;

const start = () => startPrivateSystem(undefined, { root: ROOT, data });
const allShown = (count: number): Promise<string[]> =>
  until(
    `${count} orders are shown`,
    async () => {
      const versions = await shown(system as PrivateSystem);
      return versions.size === count ? [...versions.keys()].sort() : null;
    },
    LIMIT_MS,
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-ledger-only-'));
  chmodSync(folder, 0o711);
  data = join(folder, 'data');
  system = await start();
  await fill(system, 30);
  await placeOrder(system);
  kept = await allShown(4);
  const running = runningServices(data);
  if (running === null) throw new Error('the system says nowhere where its services are');
  const copy = join(folder, 'copy');
  await backup(sourceOf(placesIn(ROOT, data, {}), running), copy, join(folder, 'keys'), () => undefined);
  await placeOrder(system);
  await fill(system, 10);
  lost = (await allShown(6)).filter((id) => !kept.includes(id));
  await system.stop();
  system = null;
  outcome = await restoreLedger(placesIn(ROOT, data, {}), copy, () => undefined);
  system = await start();
}, 900_000);
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 300_000);

it('names the orders that had been shown and that the older ledger does not know', () => {
  expect(outcome.orders).toBe(kept.length);
  expect(outcome.lost.map(({ order_id }) => order_id).sort()).toEqual(lost);
  expect(outcome.lost.every(({ held }) => held === 0)).toBe(true);
  expect(outcome.missing).toEqual({ uploads: [], texts: [], partners: [] });
});

it('makes everybody read the older ledger from its start, and take up work', async () => {
  expect(await allShown(kept.length)).toEqual(kept);
  const order = await placeOrder(system as PrivateSystem);
  expect(await allShown(kept.length + 1)).toEqual([...kept, order].sort());
});

it('sets the ledger that was there aside', () => {
  expect(readdirSync(data).filter((name) => name.startsWith('eventStore.before-'))).toHaveLength(1);
});
