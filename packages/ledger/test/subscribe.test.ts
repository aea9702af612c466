import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type CheckpointState, FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { orderStream } from '@order-ledger/ledger/stored/codec';
import type { Delivery, SubscribeOptions, Subscription } from '@order-ledger/ledger/subscribing/subscribe';
import { openSource, type Source } from '@order-ledger/ledger/subscribing/subscription-source';
import { appendUnreadable } from '@order-ledger/testing/ledger/append-unreadable';
import { addNote, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type OpenEventStore, openEventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';

const { log } = keepingLog();
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const ledgerOn = <Store extends OpenEventStore>(store: Store): [Store, Ledger] => {
  open.push({ close: store.stop });
  const ledger = openLedger({ connectionString: store.url, log, appendTimeoutMs: 1_000 });
  open.push(ledger);
  return [store, ledger];
};
const begin = async () => ledgerOn(await openEventStore());
const beginWithProcess = async () => ledgerOn(await startEventStore());

/** An order with notes; answers the command ids of its events. */
const writeOrder = async (ledger: Ledger, notes: number): Promise<{ id: string; commands: string[] }> => {
  const order = initiate();
  const commands = [order.command_id];
  await ledger.execute(order);
  for (let n = 0; n < notes; n += 1) {
    const note = addNote(order.order_id);
    await ledger.execute(note);
    commands.push(note.command_id);
  }
  return { id: order.order_id, commands };
};

/** A consumer that keeps what it is given. */
const consume = (ledger: Ledger, options: Partial<SubscribeOptions<RecordedEvent>> = {}) => {
  const deliveries: Delivery<RecordedEvent>[] = [];
  const stop = new AbortController();
  const subscription: Subscription = ledger.subscribe({
    name: 'test',
    from: null,
    signal: stop.signal,
    handler: async (delivery) => {
      deliveries.push(delivery);
    },
    ...options,
  });
  const received = () => deliveries.flatMap((delivery) => delivery.events);
  return {
    deliveries,
    subscription,
    received,
    commands: () => received().map(({ event }) => event?.metadata.command_id),
    stop: async () => {
      stop.abort();
      await subscription.done;
    },
  };
};

/** A reader that met a server that was down may hold back for a second before it asks again. */
const answers = (ledger: Ledger): Promise<boolean> =>
  ledger.ready().then(
    () => true,
    () => false,
  );

it('delivers what is stored and then what comes, in order and once, and says when the tail is reached', async () => {
  const [, ledger] = await begin();
  const first = await writeOrder(ledger, 30);
  const consumer = consume(ledger);
  await until('it has caught up', () => consumer.deliveries.at(-1)?.caughtUp === true);
  expect(consumer.commands()).toEqual(first.commands);
  const second = await writeOrder(ledger, 3);
  await until('35 events', () => consumer.received().length === 35);
  expect(consumer.commands()).toEqual([...first.commands, ...second.commands]);
  expect(consumer.subscription.status()).toMatchObject({ state: 'live', restarts: 0 });
  const last = consumer.received().at(-1);
  expect(last).toMatchObject({ stream: orderStream(second.id), revision: 3n });
  expect(consumer.deliveries.at(-1)?.position).toEqual(last?.position);
  await consumer.stop();
});

it('reaches the tail of an empty ledger, and receives the first event from there', async () => {
  const [, ledger] = await begin();
  const consumer = consume(ledger);
  await until('it has caught up', () => consumer.deliveries.some((delivery) => delivery.caughtUp));
  expect(consumer.received()).toEqual([]);
  await writeOrder(ledger, 0);
  await until('one event', () => consumer.received().length === 1);
  await consumer.stop();
});

it('goes on from any state that its consumer reached, without a gap and without a repetition', async () => {
  const [store, ledger] = await begin();
  await writeOrder(ledger, 10);
  // Events of one append have a position each.
  const raw = EventStoreDBClient.connectionString(store.url);
  open.push({ close: raw.dispose });
  for (let n = 0; n < 3; n += 1)
    await raw.appendToStream(
      'order-several',
      Array.from({ length: 4 }, () => jsonEvent({ type: 'NoteAdded', data: {} })),
    );
  const whole = consume(ledger, { maxEvents: 1 });
  await until('23 events', () => whole.received().length === 23);
  await whole.stop();
  const ids = whole.received().map(({ id }) => id);
  let state = FROM_THE_START;
  for (const delivery of whole.deliveries) {
    state = stateAfter(state, delivery);
    const rest = consume(ledger, { from: state });
    await until('the rest has caught up', () => rest.deliveries.at(-1)?.caughtUp === true);
    expect(rest.received().map(({ id }) => id)).toEqual(ids.slice(ids.indexOf(state.lastEvent?.id ?? '') + 1));
    await rest.stop();
  }
});

it('moves its position over the events of others, never past an event that it has not delivered', async () => {
  const [store, ledger] = await begin();
  const others = EventStoreDBClient.connectionString(store.url);
  open.push({ close: others.dispose });
  const foreign = (count: number) =>
    others.appendToStream(
      'other-stream',
      Array.from({ length: count }, () => jsonEvent({ type: 'Other', data: {} })),
    );
  await writeOrder(ledger, 5);
  await foreign(3_000);
  const { commands } = await writeOrder(ledger, 5);
  const reached: { state: CheckpointState; delivered: number }[] = [];
  let [state, delivered] = [FROM_THE_START, 0];
  const consumer = consume(ledger, {
    handler: async (delivery) => {
      state = stateAfter(state, delivery);
      delivered += delivery.events.length;
      reached.push({ state, delivered });
    },
  });
  await until('twelve are delivered', () => delivered === 12);
  await foreign(3_000);
  const tail = await ledger.tail();
  await until('the position is past the tail', () => (state.position?.commit ?? 0n) > (tail?.position.commit ?? 0n));
  await consumer.stop();
  const positions = reached.map((each) => each.state.position?.commit ?? 0n);
  expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
  expect(commands).toHaveLength(6);
  for (const { state: from, delivered: count } of reached.filter((each) => each.state.position !== null)) {
    const rest = consume(ledger, { from });
    await until('the rest has caught up', () => rest.deliveries.some((delivery) => delivery.caughtUp));
    expect(rest.received()).toHaveLength(12 - count);
    expect(rest.subscription.status().position?.commit).toBeGreaterThanOrEqual(from.position?.commit ?? 0n);
    await rest.stop();
  }
});

it('keeps a bounded number of events for a consumer that takes none, and then gives it all of them', async () => {
  const [store] = await begin();
  const client = EventStoreDBClient.connectionString(store.url);
  open.push({ close: client.dispose });
  const page = () => Array.from({ length: 2_000 }, () => jsonEvent({ type: 'Any', data: {} }));
  for (let n = 0; n < 4; n += 1) await client.appendToStream('order-many', page());
  const [idle, brisk] = [openSource(client, 'order-', null), openSource(client, 'order-', null)];
  const revisionsOf = async (source: Source, most = Number.POSITIVE_INFINITY) => {
    const items = await source.take(most);
    if ('fault' in items) throw items.fault;
    return items.flatMap((item) => (item.kind === 'event' ? [Number(item.event.revision)] : []));
  };
  for (let read = 0; read < 8_000; ) read += (await revisionsOf(brisk)).length;
  const first = await revisionsOf(idle);
  expect(first.length).toBeLessThan(5_000);
  const all = [...first];
  while (all.length < 8_000) all.push(...(await revisionsOf(idle, 1_000)));
  expect(all).toEqual(Array.from({ length: 8_000 }, (_, n) => n));
  for (const source of [idle, brisk]) source.end(new Error('the test is over'));
});

it('goes on after the event store was killed and started again, without a gap and without a repetition', async () => {
  const [store, ledger] = await beginWithProcess();
  const consumer = consume(ledger);
  const commands: string[] = [];
  for (let kills = 0; kills < 2; kills += 1) {
    commands.push(...(await writeOrder(ledger, 5)).commands);
    await until('every event', () => consumer.received().length === commands.length);
    // An outage takes several attempts, so that only more than before this kill says that it was noticed.
    const { restarts } = consumer.subscription.status();
    await store.kill();
    await until('it begins again', () => consumer.subscription.status().restarts > restarts);
    await store.restart();
    await until('it is live', () => consumer.subscription.status().state === 'live');
    await until('the ledger answers', () => answers(ledger));
  }
  commands.push(...(await writeOrder(ledger, 5)).commands);
  await until('every event', () => consumer.received().length === commands.length);
  expect(consumer.commands()).toEqual(commands);
  await consumer.stop();
});

it('shows that it makes no progress while the event store is away', async () => {
  const [store, ledger] = await beginWithProcess();
  const consumer = consume(ledger, { stalledAfterMs: 400 });
  /** A pause of this process may last longer than the limit: it is then healthy again once the ledger was asked. */
  const healthy = (): boolean => {
    try {
      consumer.subscription.check();
      return true;
    } catch (error) {
      expect(error).toMatchObject({ name: 'StalledSubscriptionError' });
      return false;
    }
  };
  await until('it has caught up', () => consumer.deliveries.some((delivery) => delivery.caughtUp));
  await until('it is healthy', healthy);
  const { restarts } = consumer.subscription.status();
  await store.kill();
  await until('it begins again', () => consumer.subscription.status().restarts > restarts);
  await until('it is not healthy', () => !healthy());
  await store.restart();
  await until('the ledger answers', () => answers(ledger));
  await writeOrder(ledger, 0);
  await until('one event', () => consumer.received().length === 1);
  await until('it is healthy', healthy);
  await consumer.stop();
});

it('stays healthy at the tail of a quiet ledger', async () => {
  const [, ledger] = await begin();
  await writeOrder(ledger, 0);
  // The ledger is asked at three quarters of the limit at the latest: the last quarter is for a machine that pauses.
  const stalledAfterMs = 10_000;
  const consumer = consume(ledger, { stalledAfterMs });
  await until('one event', () => consumer.received().length === 1);
  const ages: number[] = [];
  const end = performance.now() + 1.2 * stalledAfterMs;
  while (performance.now() < end) {
    consumer.subscription.check();
    ages.push(consumer.subscription.status().progressAgeMs);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(Math.max(...ages)).toBeLessThan(stalledAfterMs);
  expect(consumer.subscription.status().restarts).toBe(0);
  await consumer.stop();
});

it('ends with what its consumer threw', async () => {
  const [, ledger] = await begin();
  await writeOrder(ledger, 0);
  const consumer = consume(ledger, {
    handler: async () => {
      throw new Error('the database is full');
    },
  });
  await expect(consumer.subscription.done).rejects.toThrow('the database is full');
  expect(() => consumer.subscription.check()).toThrow('the database is full');
});

it('hands an event that it cannot read on with its fault, and refuses to decide on its order', async () => {
  const [store, ledger] = await begin();
  const order = await writeOrder(ledger, 1);
  await appendUnreadable(store.url, orderStream(order.id));
  const consumer = consume(ledger);
  await until('three events', () => consumer.received().length === 3);
  expect(consumer.received()[2]).toMatchObject({ event: null, fault: { name: 'UnreadableEventError' }, revision: 2n });
  expect(consumer.subscription.status().position).toEqual(consumer.received()[2]?.position);
  await expect(ledger.load(order.id)).rejects.toThrow(/not readable/);
  await expect(ledger.execute(addNote(order.id))).rejects.toThrow(/not readable/);
  await consumer.stop();
});

it('is told by the ledger itself where its tail is and whether an event still stands', async () => {
  const [store, ledger] = await begin();
  expect(await ledger.tail()).toBeNull();
  const order = await writeOrder(ledger, 2);
  const others = EventStoreDBClient.connectionString(store.url);
  open.push({ close: others.dispose });
  await others.appendToStream(
    'other-stream',
    Array.from({ length: 300 }, () => jsonEvent({ type: 'Other', data: {} })),
  );
  const consumer = consume(ledger);
  await until('three events', () => consumer.received().length === 3);
  await consumer.stop();
  const [first, second, last] = consumer.received();
  if (first === undefined || last === undefined) throw new Error('three events were received');
  expect(await ledger.tail()).toEqual({ position: last.position, id: last.id, created: last.created });
  expect(await ledger.tail(first.position)).toMatchObject({ id: last.id });
  expect(await ledger.tail(last.position)).toBeNull();
  expect(await ledger.oldestAbove(null)).toMatchObject({ id: first.id, created: first.created });
  expect(await ledger.oldestAbove(first.position)).toMatchObject({ id: second?.id });
  // Behind it stand more events of others than are read at once.
  expect(await ledger.oldestAbove(last.position)).toBeNull();

  expect(await ledger.eventStandsAt(first.position, first.id)).toBe(true);
  expect(await ledger.eventStandsAt(first.position, last.id)).toBe(false);
  const between = { commit: first.position.commit + 1n, prepare: first.position.prepare + 1n };
  expect(await ledger.eventStandsAt(between, first.id)).toBe(false);
  const beyond = { commit: last.position.commit * 1000n, prepare: last.position.prepare * 1000n };
  expect(await ledger.eventStandsAt(beyond, last.id)).toBe(false);
  expect(order.commands).toHaveLength(3);
});

it('keeps the first choice of a "next for me" for ever', async () => {
  const [, ledger] = await begin();
  const [nextId, one, two] = [initiate().command_id, initiate(), initiate()];
  const choiceOf = (request: typeof one, operator: string) => ({
    order_id: request.order_id,
    claim_command_id: request.command_id,
    operator,
  });
  expect(await ledger.readNext(nextId)).toBeNull();
  const choices = [choiceOf(one, 'oleg'), choiceOf(two, 'oleg')];
  const kept = await Promise.all(choices.map((choice) => ledger.chooseNext(nextId, choice, 'correlation-1')));
  expect(kept[0]).toEqual(kept[1]);
  expect(choices).toContainEqual(kept[0]);
  expect(await ledger.readNext(nextId)).toEqual(kept[0]);
  expect(await ledger.chooseNext(nextId, choiceOf(two, 'olga'), 'correlation-2')).toEqual(kept[0]);

  const stop = new AbortController();
  const seen: unknown[] = [];
  const subscription = ledger.subscribeToChoices({
    name: 'choices',
    from: null,
    signal: stop.signal,
    handler: async ({ events }) => void seen.push(...events.map(({ event }) => event?.data)),
  });
  await until('one event', () => seen.length === 1);
  expect(seen).toEqual([kept[0]]);
  stop.abort();
  await subscription.done;
  expect(isDone(await ledger.execute(one)).repeated).toBe(false);
});

it('hands over at once what comes after a quiet time, and then what has gathered, as soon as it is full', async () => {
  const [, ledger] = await begin();
  const consumer = consume(ledger, { gatherMs: 3_600_000, maxEvents: 10 });
  await until('it has caught up', () => consumer.deliveries.at(-1)?.caughtUp === true);
  const { id } = await writeOrder(ledger, 0);
  await until('the first event', () => consumer.received().length === 1);
  for (let n = 0; n < 9; n += 1) await ledger.execute(addNote(id));
  // Whatever came until then would be here.
  await until(
    'an event that is not full yet is in the ledger',
    async () => (await ledger.load(id))?.event_version === 10,
  );
  expect(consumer.received()).toHaveLength(1);
  await ledger.execute(addNote(id));
  await until('the tenth that has gathered', () => consumer.received().length === 11);
  expect(consumer.deliveries.map(({ events }) => events.length).filter((count) => count > 0)).toEqual([1, 10]);
});

it('waits for no more events once it is told to end, or its connection has ended', async () => {
  const [store, ledger] = await beginWithProcess();
  const consumer = consume(ledger, { gatherMs: 3_600_000 });
  const { id } = await writeOrder(ledger, 0);
  await until('the first event', () => consumer.received().length === 1);
  await ledger.execute(addNote(id));
  await store.kill();
  await store.restart();
  await until('the second event', () => consumer.received().length === 2);
  await until('the ledger answers', () => answers(ledger));
  await ledger.execute(addNote(id));
  await consumer.stop();
  expect(consumer.received().length).toBeLessThanOrEqual(3);
});
