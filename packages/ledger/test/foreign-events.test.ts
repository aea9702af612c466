import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { nextStream } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import type { Received } from '@order-ledger/ledger/subscribing/subscribe';
import {
  appendForeign,
  appendForeignTo,
  chainedEvent,
  FOREIGN_EVENTS,
  newerBehind,
} from '@order-ledger/testing/ledger/foreign-events';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';

const { log, lines } = keepingLog();
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const begin = async (): Promise<{ store: OpenEventStore; ledger: Ledger }> => {
  const store = await openEventStore();
  open.push({ close: store.stop });
  const ledger = openLedger({ connectionString: store.url, log, appendTimeoutMs: 1_000 });
  open.push(ledger);
  return { store, ledger };
};

/** An order with a note; its last event. */
const writeOrder = async (ledger: Ledger): Promise<RecordedEvent> => {
  const order = initiate();
  await ledger.execute(order);
  return isDone(await ledger.execute(addNote(order.order_id))).events.at(-1) as RecordedEvent;
};

const follow = (ledger: Ledger) => {
  const received: Received<RecordedEvent>[] = [];
  const stop = new AbortController();
  const subscription = ledger.subscribe({
    name: 'foreign',
    from: null,
    signal: stop.signal,
    handler: async ({ events }) => void received.push(...events),
  });
  open.push({
    close: async () => {
      stop.abort();
      await subscription.done.catch(() => undefined);
    },
  });
  return { received, subscription };
};

const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it('no event that we did not write stops a reader; each is handed on as none of ours, and the next orders are read [K7]', async () => {
  const { store, ledger } = await begin();
  const kinds = Object.entries(FOREIGN_EVENTS);
  const orders = new Map<string, string>();
  for (const [kind, foreign] of kinds) {
    const last = await writeOrder(ledger);
    orders.set(last.metadata.order_id, kind);
    await appendForeignTo(store.url, last.metadata.order_id, [foreign(last)]);
  }
  const after = await writeOrder(ledger);
  const { received, subscription } = follow(ledger);
  await until('the last order', () => received.at(-1)?.event?.metadata.order_id === after.metadata.order_id);
  expect(received.filter(({ event }) => event === null)).toHaveLength(kinds.length);
  for (const [order, kind] of orders) {
    const ofOrder = received.filter(({ stream }) => stream === `order-${order}`);
    expect([kind, ofOrder.map(({ event }) => event?.type ?? null)]).toEqual([
      kind,
      ['OrderInitiated', 'NoteAdded', null],
    ]);
    const fault = await faultOf(ledger.load(order));
    expect([kind, isFaultOfOrder(fault)]).toEqual([kind, true]);
    expect([kind, isFaultOfOrder(await faultOf(ledger.execute(addNote(order))))]).toEqual([kind, true]);
    expect(String(fault).length).toBeLessThan(1_500);
  }
  expect(() => subscription.check()).not.toThrow();
  const told = lines().filter(
    ({ msg, message }) => (msg ?? message) === 'skipped an event that this program did not write',
  );
  expect(told).toHaveLength(kinds.length);
});

it('what follows on a foreign event is none of ours either, whether it chains to it or to the last of ours', async () => {
  const { store, ledger } = await begin();
  for (const [kind, foreign] of Object.entries(FOREIGN_EVENTS).filter(([name]) => name.includes('our shape'))) {
    const last = await writeOrder(ledger);
    const between = foreign(last);
    const asIfOurs = { ...last, metadata: { ...last.metadata, ...(between.metadata as object) } } as RecordedEvent;
    await appendForeignTo(store.url, last.metadata.order_id, [between, newerBehind(asIfOurs)]);
    expect([kind, isFaultOfOrder(await faultOf(ledger.load(last.metadata.order_id)))]).toEqual([kind, true]);
  }
  const after = await writeOrder(ledger);
  const { received, subscription } = follow(ledger);
  await until('the last order', () => received.at(-1)?.event?.metadata.order_id === after.metadata.order_id);
  expect(() => subscription.check()).not.toThrow();
});

it('a thousand foreign events in a row, in one order and in streams of no order, hold nobody up', async () => {
  const { store, ledger } = await begin();
  const last = await writeOrder(ledger);
  const many = Array.from({ length: 1_000 }, () => jsonEvent({ type: 'X', data: {} }));
  const client = EventStoreDBClient.connectionString(store.url);
  open.push({ close: () => client.dispose() });
  await client.appendToStream(`order-${last.metadata.order_id}`, many);
  for (const name of ['order-', 'order-1', `order-${randomUUID()}-copy`, `order-${'x'.repeat(16_000)}`])
    await client.appendToStream(name, [jsonEvent({ type: 'X', data: {} }), newerBehind(last)]);
  const after = await writeOrder(ledger);
  const { received, subscription } = follow(ledger);
  await until('the last order', () => received.at(-1)?.event?.metadata.order_id === after.metadata.order_id);
  expect(received.filter(({ event }) => event === null)).toHaveLength(1_008);
  expect(() => subscription.check()).not.toThrow();
});

it.each([
  ['an unknown type', {}],
  ['a newer version of a known type', { schema_version: 99 }],
  ['metadata that say more, of a system that is not known', { system: 'TELEPORT', surplus: [1] }],
])('stops before %s whose hash proves that a newer build wrote it [F2, K7]', async (_what, metadata) => {
  const { store, ledger } = await begin();
  const last = await writeOrder(ledger);
  const type = 'schema_version' in metadata ? 'NoteAdded' : 'OrderTeleported';
  await appendForeignTo(store.url, last.metadata.order_id, [newerBehind(last, metadata, type)]);
  const { received, subscription } = follow(ledger);
  await expect(subscription.done).rejects.toMatchObject({ code: 'newer-writer' });
  expect(received).toHaveLength(2);
  await expect(ledger.load(last.metadata.order_id)).rejects.toMatchObject({ code: 'newer-writer' });
  await expect(ledger.execute(addNote(last.metadata.order_id))).rejects.toMatchObject({ code: 'newer-writer' });
  await expect(collect(ledger.readOrder(last.metadata.order_id, { fromVersion: 3 }))).rejects.toMatchObject({
    code: 'newer-writer',
  });
});

it('a reader that begins in the middle holds the first event against the one before it', async () => {
  const { store, ledger } = await begin();
  const last = await writeOrder(ledger);
  const { received } = follow(ledger);
  await until('the order', () => received.length === 2);
  const from = received[1] as Received<RecordedEvent>;
  await ledger.execute(addNote(last.metadata.order_id));
  const state = await ledger.load(last.metadata.order_id);
  const behind = { ...last, metadata: { ...last.metadata, event_version: 3 } } as RecordedEvent;
  const forged = FOREIGN_EVENTS['our shape and a known type with a wrong hash'];
  expect(state?.event_version).toBe(3);
  await appendForeignTo(store.url, last.metadata.order_id, forged === undefined ? [] : [forged(behind)]);
  const seen: Received<RecordedEvent>[] = [];
  const stop = new AbortController();
  const subscription = ledger.subscribe({
    name: 'middle',
    from: { position: from.position, lastEvent: { position: from.position, id: from.id } },
    signal: stop.signal,
    handler: async ({ events }) => void seen.push(...events),
  });
  await until('both', () => seen.length === 2);
  stop.abort();
  await subscription.done;
  expect(seen.map(({ event }) => event?.type ?? null)).toEqual(['NoteAdded', null]);
});

it('a choice of a "next for me" is ours by its hash, and all else is told to be none', async () => {
  const { store, ledger } = await begin();
  const [id, other] = [randomUUID(), randomUUID()];
  const choice = { order_id: randomUUID(), claim_command_id: randomUUID(), operator: 'oleg' };
  await ledger.chooseNext(id, choice, 'correlation');
  await appendForeign(store.url, nextStream(id), [jsonEvent({ type: 'X', data: {} })]);
  await appendForeign(store.url, nextStream(other), [jsonEvent({ type: 'NextChosen', data: choice })]);
  await appendForeign(store.url, 'next-', [jsonEvent({ type: 'X', data: {}, metadata: { schema_version: 99 } })]);
  expect(await ledger.readNext(id)).toEqual(choice);
  expect(isFaultOfOrder(await faultOf(ledger.readNext(other)))).toBe(true);
  const seen: Received<unknown>[] = [];
  const stop = new AbortController();
  const subscription = ledger.subscribeToChoices({
    name: 'choices',
    from: null,
    signal: stop.signal,
    handler: async ({ events }) => void seen.push(...events),
  });
  await until('all four', () => seen.length === 4);
  expect(seen.map(({ event }) => event !== null)).toEqual([true, false, false, false]);
  const newer = randomUUID();
  const now = new Date().toISOString();
  const metadata = { schema_version: 2, command_id: newer, correlation_id: 'c', $correlationId: 'c', recorded_at: now };
  await appendForeign(store.url, nextStream(newer), [
    chainedEvent('0'.repeat(64), 'NextChosen', { more: 1 }, metadata),
  ]);
  await expect(subscription.done).rejects.toMatchObject({ code: 'newer-writer' });
  stop.abort();
});
