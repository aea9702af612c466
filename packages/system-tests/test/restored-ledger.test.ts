import { execFile } from 'node:child_process';
import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { programOf } from '@order-ledger/platform/own-program';
import { addNote, initiate } from '@order-ledger/testing/ledger/requests';
import { type Broker, openBroker, type Tapped } from '@order-ledger/testing/services/broker';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, startPrivateSystem } from '../src/private-system.ts';

const EVENT_STORE = programOf('embedded-eventstore');
const LIMIT_MS = 600_000;
/** Who keeps checkpoints, where, and what else each keeps of what it was told. */
const KEEPERS: Readonly<Record<string, { checkpoints: number; table: string; kept: readonly string[] }>> = {
  projector: {
    checkpoints: 1,
    table: 'read_model.checkpoint',
    kept: ['read_model_1.order_row', 'read_model_1.order_timeline'],
  },
  bridge: { checkpoints: 3, table: 'messaging.checkpoint', kept: ['messaging.parked_order'] },
  'process-manager': {
    checkpoints: 1,
    table: 'process_manager.checkpoint',
    kept: ['process_manager.timer', 'process_manager.parked_order'],
  },
  'pricing-worker': { checkpoints: 1, table: 'pricing.checkpoint', kept: ['pricing.known_order', 'pricing.price_job'] },
  'command-api': { checkpoints: 1, table: 'command_api.checkpoint', kept: ['command_api.customer_order'] },
};

let system: PrivateSystem;
let ledger: Ledger;
let broker: Broker;
let messages: readonly Tapped[];

beforeAll(async () => {
  system = await startPrivateSystem();
  ledger = openLedger({
    connectionString: system.dependencies.eventStore,
    log: createLog({ service: 'restored-ledger-test', level: 'error' }),
  });
  broker = await openBroker('', undefined, system.dependencies.amqp);
  messages = await broker.tap();
}, LIMIT_MS);
afterAll(async () => {
  await broker?.close();
  await ledger?.close();
  await system?.stop();
}, 300_000);

const rows = async (text: string): Promise<Record<string, unknown>[]> => (await system.database.query(text)).rows;

/** How the creation of an order is answered. */
const ordered = async (credential: string): Promise<unknown[]> => {
  const answer = await fetch(`${system.url('command-api')}/v1/orders`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${credential}`,
      'Idempotency-Key': crypto.randomUUID(),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ customer_ref: 'c-1', channel: 'API' }),
  });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};

/** The codes of the checks that fail now. */
const codesOf = async (name: string): Promise<string[]> => {
  const answer = await fetch(`${system.adminUrl(name)}/health/ready`);
  const { checks } = (await answer.json()) as { checks: { ok: boolean; code?: string }[] };
  return checks.flatMap(({ ok, code }) => (ok || code === undefined ? [] : [code]));
};

/** Orders with a note each, as events that every reader is told of. */
const writeOrders = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const order = initiate();
    await ledger.execute(order);
    await ledger.execute(addNote(order.order_id));
    ids.push(order.order_id);
  }
  return ids;
};

const allAtTheTail = () =>
  until('every checkpoint stands at the end of the ledger', async () => {
    const end = (await ledger.tail())?.id;
    for (const { table, checkpoints } of Object.values(KEEPERS)) {
      const at = await rows(`select event_id from ${table}`);
      if (at.length < checkpoints || at.some(({ event_id }) => event_id !== end)) return false;
    }
    await broker.tappedAll();
    return true;
  });

/** All that was made of the ledger's events; who owns a checkpoint may change. */
const made = async (): Promise<unknown> => {
  const tables = Object.values(KEEPERS).flatMap(({ kept }) => kept);
  const contents = tables.map(async (table) => [table, await rows(`select * from ${table} as t order by t::text`)]);
  const checkpoints = Object.values(KEEPERS).map(async ({ table }) => [
    table,
    await rows(`select commit_position, prepare_position, event_id from ${table} order by 1, 2, 3`),
  ]);
  await broker.tappedAll();
  return [await Promise.all(contents), await Promise.all(checkpoints), messages.map(({ envelope }) => envelope.id)];
};

const versionsOf = async (orderId: string): Promise<string[]> => {
  const types: string[] = [];
  for await (const event of ledger.readOrder(orderId)) types.push(event.type);
  return types;
};

it(
  'says ledger-diverged everywhere before one event of a new history is applied, when an older copy is put back',
  async () => {
    const kept = await writeOrders(2);
    const folder = join(system.folder, 'eventStore');
    const copy = join(system.folder, 'copy');
    await promisify(execFile)(process.execPath, [EVENT_STORE, '--data', folder, '--backup', copy]);
    const lost = await writeOrders(3);
    await allAtTheTail();
    const before = await made();
    expect(messages.map(({ envelope }) => envelope.order_id)).toEqual(expect.arrayContaining([...kept, ...lost]));

    // Whoever starts it again finds the copy at its place.
    await rename(folder, `${folder}-lost`);
    await cp(copy, folder, { recursive: true });
    process.kill(system.services.running.eventStore?.pid ?? 0, 'SIGKILL');
    // At once when it is back, ahead of those who come again after a wait.
    const news = await until('the new history has a beginning', () => writeOrders(1).catch(() => null));
    news.push(...(await writeOrders(4)));

    for (const [name, { checkpoints }] of Object.entries(KEEPERS))
      await until(`${name} says so`, async () => {
        const diverged = (await codesOf(name)).filter((code) => code === 'ledger-diverged');
        // Each that follows, and the ledger itself, which is not written to either.
        return diverged.length > checkpoints;
      });
    news.push(...(await writeOrders(2)));
    expect(await made()).toEqual(before);
    for (const account of ['house', 'prepaid'] as const)
      expect(await ordered(system.credentials.bearer({ who: 'customer', account }))).toEqual([503, 'ledger-diverged']);
    expect(await made()).toEqual(before);
    for (const orderId of [...kept, ...news])
      expect(await versionsOf(orderId)).toEqual(['OrderInitiated', 'NoteAdded']);
    for (const orderId of lost) expect(await versionsOf(orderId)).toEqual([]);
  },
  LIMIT_MS,
);
