import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { appendForeignTo, FOREIGN_TAILS } from '@order-ledger/testing/ledger/foreign-events';
import { collect } from '@order-ledger/testing/ledger/requests';
import { cubeStl } from '@order-ledger/testing/models/bodies';
import { until } from '@order-ledger/testing/waiting';
import { seedTariff } from '../src/tariffs/in-force.ts';
import { openStage, type Stage } from './support/stage.ts';

jest.setTimeout(240_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await seedTariff(stage.pool);
}, 180_000);
afterEach(() => stage.endWorkers());
afterAll(() => stage.close(), 60_000);

const eventsOf = (orderId: string): Promise<RecordedEvent[]> => collect(stage.ledger.readOrder(orderId));

it('parks each order with an event that we did not write, with its message and without, and prices the next [K7]', async () => {
  const model = await stage.upload(cubeStl(41));
  const bad = new Map<string, number>();
  const letters: string[] = [];
  for (const foreign of Object.values(FOREIGN_TAILS)) {
    const orderId = await stage.orders.submit({ model, published: false });
    const events = await eventsOf(orderId);
    const tail = foreign(events.at(-1) as RecordedEvent);
    await appendForeignTo(stage.eventStore.url, orderId, tail);
    bad.set(orderId, tail.length);
    // Of every other one the message is lost.
    if (bad.size % 2 === 1) continue;
    await stage.orders.publish(events);
    letters.push(orderId);
  }
  const untold = await stage.orders.submit({ model: await stage.upload(cubeStl(42)), published: false });
  const told = await stage.orders.submit({ model: await stage.upload(cubeStl(43)) });
  const worker = await stage.startWorker({ SLOTS: '1' });
  await stage.reaches(told, 'PRICE_CALCULATED', 60_000);
  await stage.reaches(untold, 'PRICE_CALCULATED', 60_000);

  const parked = async () => (await stage.pool.query('select order_id, reason from parked_order')).rows;
  await until('all parked', async () => (await parked()).length === bad.size, 60_000);
  expect(new Set((await parked()).map(({ order_id }) => order_id))).toEqual(new Set(bad.keys()));
  const queue = stage.broker.topology.queues['pricing.intake.v1'];
  const dead: unknown[] = [];
  await until('the dead letters', async () => {
    const letter = await stage.broker.take(queue.deadLetterQueue);
    if (letter !== false) dead.push(JSON.parse(letter.content.toString()).order_id);
    return dead.length === letters.length;
  });
  expect(dead.sort()).toEqual(letters.sort());
  const metricsOf = async () => (await fetch(`${worker.url}/metrics`)).text();
  const figure = new RegExp(`^price_parked_orders(\\{[^}]*\\})? ${bad.size}$`, 'm');
  await until('the figure', async () => figure.test(await metricsOf()), 30_000);
  const events = [...bad.values()].reduce((sum, count) => sum + count, 0);
  expect(await metricsOf()).toMatch(new RegExp(`ledger_foreign_events_total\\{[^}]*\\} ${events}\\n`));
  expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
});
