import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type HttpAnswer, httpClient } from '@order-ledger/demo/http';
import { modelFile } from '@order-ledger/demo/models';
import { upload } from '@order-ledger/demo/tus';
import { runningServices } from '@order-ledger/local/backing';
import { runTariff, tariffCommandOf } from '@order-ledger/local/tariff';
import type { Tariff } from '@order-ledger/pricing/tariff';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

const LIMIT_MS = 300_000;
const folder = mkdtempSync(join(tmpdir(), 'order-ledger-tariff-'));
const http = httpClient(120_000);
let system: PrivateSystem;
/** As a build has it. */
let first: Tariff;

beforeAll(async () => {
  system = await sharedSystem();
  first = JSON.parse((await tariff('show')).printed);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

const tariff = async (...words: string[]): Promise<{ printed: string; said: string }> => {
  const running = runningServices(system.folder);
  if (running === null) throw new Error('the system says nowhere where its services are');
  let [printed, said] = ['', ''];
  const print = (text: string): void => {
    printed += text;
  };
  const report = (line: string): void => {
    said += `${line}\n`;
  };
  await runTariff({ root: ROOT, postgres: running.postgres, print, report }, words);
  return { printed, said };
};
/** A tariff with these materials, all by FDM, at this price for a kilogram. */
const add = async (tariff_version: string, price_per_kg: number, ...materials: string[]): Promise<void> => {
  const [rate] = first.materials;
  const offered = materials.map((material) => ({ ...rate, material, price_per_kg }));
  const file = join(folder, `${tariff_version}.json`);
  writeFileSync(file, JSON.stringify({ ...first, tariff_version, minimum: 100, materials: offered }));
  await tariff('add', file);
};

const partner = () => system.credentials.bearer({ who: 'customer', account: 'prepaid' });
const send = (path: string, body: object, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
  http.send({
    method: 'POST',
    url: `${system.url('command-api')}/v1/orders${path}`,
    bearer: partner(),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  });
const draft = async (): Promise<string> => {
  const { order_id } = (await send('', { customer_ref: 'customer-1', channel: 'API' })).fields;
  const { upload_id, sha256 } = await upload(
    http,
    system.url('upload-api'),
    partner(),
    await modelFile('cube', Math.random()),
  );
  await send(`/${order_id}/commands/attach-model`, { upload_id, sha256 }, { 'If-Match': '"v1"' });
  return String(order_id);
};
const submit = (orderId: string, material: string): Promise<HttpAnswer> => {
  const delivery = { method: 'PICKUP' };
  const body = { material, process: 'FDM', quantity: 500, delivery };
  return send(`/${orderId}/commands/submit-order`, body, { 'If-Match': '*' });
};
/** Repeated until it is taken: which tariff an instance takes orders by it looks up each second. */
const submitted = async (material: string): Promise<string> => {
  const orderId = await draft();
  await until(`${material} is taken`, async () => (await submit(orderId, material)).status === 202, LIMIT_MS);
  return orderId;
};
const order = async (orderId: string) =>
  (
    await http.send({
      method: 'GET',
      url: `${system.url('query-api')}/v1/orders/${orderId}`,
      bearer: system.credentials.reader,
    })
  ).fields;
const becomes = (orderId: string, status: string) =>
  until(
    `${orderId} is ${status}`,
    async () => {
      const found = await order(orderId);
      return found.status === status ? found : null;
    },
    LIMIT_MS,
  );

it('takes and prices what a tariff offers as soon as it is in force, and leaves the prices that were given', async () => {
  const before = await submitted('PLA');
  const quote = (await becomes(before, 'PRICE_CALCULATED')).quote;
  expect(quote).toMatchObject({ tariff_version: first.tariff_version });
  const unknown = await submit(await draft(), 'PEEK');
  expect([unknown.status, unknown.fields.errors]).toEqual([
    400,
    [{ pointer: '/material', detail: expect.stringContaining('materials: PA12, PETG, PLA, RESIN') }],
  ]);

  await add('test-2', 250_000, 'PLA', 'PETG', 'PEEK');
  expect((await tariff('activate', 'test-2')).said).toContain('RESIN by SLA');
  const peek = await submitted('PEEK');
  expect((await becomes(peek, 'PRICE_CALCULATED')).quote).toMatchObject({ tariff_version: 'test-2' });
  const resin = await submit(await draft(), 'RESIN');
  expect([resin.status, resin.fields.errors]).toEqual([
    400,
    [{ pointer: '/material', detail: 'is not offered; materials: PEEK, PETG, PLA' }],
  ]);
  expect((await order(before)).quote).toEqual(quote);
}, 600_000);

it('prices by the tariff in force what was taken by the one before, and rejects what that has no more', async () => {
  await add('test-3', 500_000, 'PLA', 'PETG');
  const usual = ((await becomes(await submitted('PLA'), 'PRICE_CALCULATED')).quote as { price: { amount: number } })
    .price;
  const pid = system.processes.get('pricing-worker')?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  const [kept, gone] = [await submitted('PLA'), await submitted('PEEK')];
  await tariff('activate', 'test-3');
  process.kill(pid, 'SIGCONT');
  const { quote } = await becomes(kept, 'PRICE_CALCULATED');
  expect(quote).toMatchObject({ tariff_version: 'test-3' });
  expect((quote as { price: { amount: number } }).price.amount).toBeGreaterThan(usual.amount);
  expect((await becomes(gone, 'REJECTED')).rejection).toMatchObject({ reason: 'MATERIAL_UNAVAILABLE', faults: [] });
}, 600_000);

it('says who has put which tariff in force, and on which one each instance is', async () => {
  const { printed } = await tariff('log');
  expect(printed.split('\n').map((line) => line.split('  ').slice(2).join(' '))).toEqual([
    'activate test-3 in the place of test-2',
    'add test-3',
    `activate test-2 in the place of ${first.tariff_version}`,
    'add test-2',
    `activate ${first.tariff_version}`,
    `add ${first.tariff_version}`,
    '',
  ]);
  const metrics = async () => (await fetch(`${system.adminUrl('command-api')}/metrics`)).text();
  await until('the metric has it', async () =>
    /catalogue_tariff_in_use\{[^}]*version="test-3"[^}]*\} 1/.test(await metrics()),
  );
  expect(await metrics()).toMatch(/catalogue_tariff_in_use\{[^}]*version="test-2"[^}]*\} 0/);
});

it('refuses words that it does not know in one line', () => {
  for (const [words, said] of [
    [[], /^npm run tariff knows list, show, add, activate, diff, log; not ""/],
    [['remove', 'x'], /knows .* not "remove x"/],
    [['constructor'], /knows .* not "constructor"/],
    [['add'], /^add: name the FILE/],
    [['activate'], /^activate: name the VERSION/],
    [['diff', 'a'], /^diff: name the second VERSION/],
    [['list', 'all'], /^list takes nothing more than that: "all"/],
    [['show', 'a', 'b'], /^show takes nothing more than that: "b"/],
  ] as const)
    expect(() => tariffCommandOf(words)).toThrow(said);
  expect(tariffCommandOf(['show'])).toEqual(['show']);
});
