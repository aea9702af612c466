import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { openWholeLedger, type WholeEvent, type WholeLedger } from '@order-ledger/ledger/stored/whole';
import { addNote, collect, initiate } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { openEventStore } from '@order-ledger/testing/services/event-store';

const { log } = keepingLog();
const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const begin = async (): Promise<{ url: string; whole: WholeLedger; ledger: Ledger }> => {
  const store = await openEventStore();
  open.push({ close: store.stop });
  const whole = openWholeLedger(store.url, log);
  const ledger = openLedger({ connectionString: store.url, log });
  open.push(whole, ledger);
  return { url: store.url, whole, ledger };
};

/** Orders whose events lie between each other's, choices of operators, and what others wrote into our streams. */
const written = async (): Promise<{ from: WholeLedger; events: WholeEvent[]; orders: string[] }> => {
  const { url, whole, ledger } = await begin();
  const orders = Array.from({ length: 40 }, () => initiate());
  for (const order of orders) await ledger.execute(order);
  for (let round = 0; round < 3; round += 1)
    await Promise.all(orders.map(({ order_id }) => ledger.execute(addNote(order_id))));
  const choice = { order_id: randomUUID(), claim_command_id: randomUUID(), operator: 'operator-1' };
  await ledger.chooseNext(randomUUID(), choice, 'correlation');
  const client = EventStoreDBClient.connectionString(url);
  open.push({ close: () => client.dispose() });
  await client.appendToStream(
    `order-${randomUUID()}`,
    [
      binaryEvent({ type: 'Foreign', data: Buffer.from([0, 255, 128]) }),
      jsonEvent({ type: 'Foreign', data: [1, null] }),
    ],
    { expectedRevision: 'no_stream' },
  );
  await client.appendToStream('elsewhere', [jsonEvent({ type: 'NotOurs', data: {} })]);
  return { from: whole, events: await collect(whole.read()), orders: orders.map(({ order_id }) => order_id) };
};

/** As it is stored, but for the moment, which the event store sets itself. */
const stored = ({ created: _, ...event }: WholeEvent) => event;

it('copies every event of ours to another event store: order, revisions, ids and bytes', async () => {
  const { events, from, orders } = await written();
  expect(events).toHaveLength(40 * 4 + 1 + 2);
  const { whole, ledger } = await begin();
  expect(await whole.append(from.read())).toBe(events.length);
  const copied = await collect(whole.read());
  expect(copied.map(stored)).toEqual(events.map(stored));
  // Each chain of hashes holds, and work goes on.
  for (const order_id of orders.slice(0, 3)) {
    expect(await collect(ledger.readOrder(order_id))).toHaveLength(4);
    expect(await ledger.execute(addNote(order_id))).toMatchObject({ outcome: 'done' });
  }
});

it('copies again what an attempt that was broken off has copied, and nothing twice', async () => {
  const { events, from } = await written();
  const { whole } = await begin();
  await whole.append(
    (async function* () {
      yield* events.slice(0, 50);
    })(),
  );
  await whole.append(from.read());
  const copied = (await collect(whole.read())).map(stored);
  const known = new Set(copied.map(({ id }) => id));
  expect(copied).toHaveLength(events.length);
  expect(events.every(({ id }) => known.has(id))).toBe(true);
});

it('refuses to copy over other events, and says where', async () => {
  const { from, orders } = await written();
  const { whole, url } = await begin();
  const client = EventStoreDBClient.connectionString(url);
  open.push({ close: () => client.dispose() });
  await client.appendToStream(`order-${orders[7]}`, [jsonEvent({ type: 'Another', data: {} })]);
  await expect(whole.append(from.read())).rejects.toThrow(`another event stands at revision 0 of order-${orders[7]}`);
});
