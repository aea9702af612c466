import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { appendForeignTo, FOREIGN_TAILS } from '@order-ledger/testing/ledger/foreign-events';
import { until } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { migrateSchema } from '../src/schema.ts';
import { approve, messageOf } from './support/approvals.ts';
import { openShopFloor, type ShopFloor } from './support/shop-floor.ts';

jest.setTimeout(240_000);

let floor: ShopFloor;
let sql: pg.Client;

beforeAll(async () => {
  floor = await openShopFloor();
  await migrateSchema({ connectionString: floor.database.url, log: floor.log });
  sql = new pg.Client({ connectionString: floor.database.url });
  await sql.connect();
});
afterAll(async () => {
  await floor.endWorkers();
  await sql.end();
  await floor.close();
});

const lastOf = async (orderId: string): Promise<RecordedEvent> =>
  (await floor.orders.events(orderId)).at(-1) as RecordedEvent;
const isPlanned = async (orderId: string): Promise<boolean> =>
  (await floor.orders.count(orderId, 'ProductionPlanned')) === 1;

it('parks each order with an event that we did not write, with its message and without, and plans the next [K7]', async () => {
  const bad = new Map<string, number>();
  const letters: string[] = [];
  for (const foreign of Object.values(FOREIGN_TAILS)) {
    const orderId = await approve(floor.orders);
    const message = await messageOf(floor.orders, orderId, 'ManufacturingApproved');
    const tail = foreign(await lastOf(orderId));
    await appendForeignTo(floor.store.url, orderId, tail);
    bad.set(orderId, tail.length);
    // Of every other one the message is lost.
    if (bad.size % 2 === 1) continue;
    await floor.bridge.publish(message, { mandatory: true });
    letters.push(orderId);
  }
  const [told, untold] = [await approve(floor.orders), await approve(floor.orders)];
  await floor.publish(told, 'ManufacturingApproved');
  const worker = await floor.start({ SWEEP_MS: '200', OVERLOOKED_AFTER_MS: '1000' });
  await until('the order with a message planned', () => isPlanned(told));
  await until('the order without one planned', () => isPlanned(untold));

  // Each is looked at again, ever more rarely.
  await until('every bad order put off', async () => {
    const { rows } = await sql.query('select order_id from production.awaited_order where looks > 0');
    return rows.length === bad.size;
  });
  const dead: unknown[] = [];
  await until('the dead letters', async () => {
    const letter = await floor.broker.take(floor.queue.deadLetterQueue);
    if (letter !== false) dead.push(JSON.parse(letter.content.toString()).order_id);
    return dead.length === letters.length;
  });
  expect(dead.sort()).toEqual(letters.sort());
  const metrics = await (await fetch(`${worker.url}/metrics`)).text();
  const events = [...bad.values()].reduce((sum, count) => sum + count, 0);
  expect(metrics).toMatch(new RegExp(`ledger_foreign_events_total\\{[^}]*\\} ${events}\\n`));
  expect(metrics).toMatch(new RegExp(`messaging_dead_letters_total\\{[^}]*\\} ${letters.length}\\n`));
  const lines = worker
    .lines()
    .filter(({ message }) => message === 'could not advance an order whose message never came; will retry');
  expect(new Set(lines.map(({ order_id }) => order_id))).toEqual(new Set(bad.keys()));
  expect(await worker.readiness()).toMatchObject({ status: 'ready' });
});
