import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent, START, streamNameFilter } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import {
  clientErrorType,
  grpcCode,
  LedgerUnavailableError,
  OutcomeUnknownError,
  toleratedRejection,
} from '@order-ledger/ledger/errors';
import { type Ledger, type LedgerOptions, openLedger } from '@order-ledger/ledger/ledger';
import { connect } from '@order-ledger/ledger/server/connection';
import type { Append } from '@order-ledger/ledger/stored/codec';
import type { Delivery } from '@order-ledger/ledger/subscribing/subscribe';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until, untilDone } from '@order-ledger/testing/waiting';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const begin = async (options: Partial<LedgerOptions> = {}) => {
  const store = await startEventStore();
  open.push({ close: store.stop });
  const { log, lines } = keepingLog();
  const ledger = openLedger({ connectionString: store.url, log, ...options });
  open.push(ledger);
  return { store, ledger, log, messages: () => lines().map((line) => line.message) };
};

/** The official client with nothing of ours around it. */
const officialClient = (store: EventStore): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(store.url);
  open.push({ close: client.dispose });
  return client;
};

const rejectionOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Kills the store and returns when this process knows that its connections to it are gone. */
const takeAway = async (store: EventStore): Promise<void> => {
  const client = officialClient(store);
  await collect(client.readAll({ maxCount: 1 }));
  await store.kill();
  await expect(collect(client.readAll({ maxCount: 1 }))).rejects.toMatchObject({ code: 14 });
};

/** Repeats under the same key, as every caller does that is answered 503. */
const answered = <T>(call: () => Promise<T>): Promise<T> =>
  untilDone(call, (error) => error instanceof LedgerUnavailableError);

const commandIds = async (ledger: Ledger, orderId: string): Promise<string[]> =>
  (await collect(ledger.readOrder(orderId))).map((event) => event.metadata.command_id);

const expectNothingButCode14 = (error: unknown): void => {
  expect(error).toMatchObject({ code: 14 });
  expect(Object.getPrototypeOf(error)).toBe(Error.prototype);
  expect(error).not.toHaveProperty('type');
};

/** Before its first append a client asks for the server's features, so the two fail in different places. */
const APPENDS_BEFORE = [
  ['that has appended before', true],
  ['whose first append it is', false],
] as const;

it('is shown a plain error with a code and no type for an append to a server that is down, and reads the code', async () => {
  const { store } = await begin();
  const client = officialClient(store);
  const append = () => client.appendToStream('order-of-nobody', jsonEvent({ type: 'Any', data: {} }));
  await append();
  await takeAway(store);
  for (let n = 0; n < 3; n += 1) {
    const error = await rejectionOf(append());
    expectNothingButCode14(error);
    expect(grpcCode(error)).toBe(14);
    expect(clientErrorType(error)).toBeUndefined();
    expect(toleratedRejection(error)).toBe('eventstore-connection');
  }
});

it.each(APPENDS_BEFORE)(
  'is in doubt after that error, and appends again by itself when the server is back: a connection %s',
  async (_, before) => {
    const { store, log } = await begin();
    const limits = { appendTimeoutMs: 5_000, maxAppendsInFlight: 1, maxAppendsWaiting: 1 };
    const connection = connect({ connectionString: store.url, beforeSending: async () => undefined, log, ...limits });
    open.push(connection);
    const one = (expectedRevision: Append['expectedRevision']): Append => ({
      stream: 'order-of-nobody',
      expectedRevision,
      events: [jsonEvent({ type: 'Any', data: {} })],
    });
    if (before) expect(await connection.append(one('no_stream'))).toEqual({ kind: 'stored' });

    await takeAway(store);
    const append = one(before ? 0n : 'no_stream');
    for (let n = 0; n < 3; n += 1) {
      const answer = await connection.append(append);
      if (answer.kind !== 'in-doubt') throw new Error(`answered as ${answer.kind} by a server that is down`);
      expectNothingButCode14(answer.error);
    }

    await store.restart();
    const settled = await until('it is settled', async () => {
      const answer = await connection.append(append);
      return answer.kind !== 'in-doubt' && answer;
    });
    expect(settled).toEqual({ kind: 'stored' });
    expect(await connection.append(append)).toEqual({ kind: 'stored' });
    expect(await collect(connection.reader.readStream('order-of-nobody'))).toHaveLength(before ? 2 : 1);
  },
);

it('says that nothing was sent while the server is down, and does the same command by itself when it is back', async () => {
  const { store, ledger, messages } = await begin();
  const order = initiate();
  await ledger.execute(order);
  await takeAway(store);
  const note = addNote(order.order_id);
  for (let n = 0; n < 3; n += 1) {
    const error = await rejectionOf(ledger.execute(note));
    expect(error).toBeInstanceOf(LedgerUnavailableError);
  }
  expect(messages()).not.toContain('append outcome unknown; reading the stream');

  await store.restart();
  expect(isDone(await answered(() => ledger.execute(note))).repeated).toBe(false);
  expect(isDone(await answered(() => ledger.execute(note))).repeated).toBe(true);
  expect(await commandIds(ledger, order.order_id)).toEqual([order.command_id, note.command_id]);
  expect(await ledger.load(order.order_id)).toMatchObject({ event_version: 2 });
  expect(await ledger.tail()).toMatchObject({ position: expect.anything() });
});

/** The same request for a server that goes away when it was read and not yet written to, the first time. */
const losingItsServer = (store: EventStore, request = initiate()): typeof request => {
  let away = false;
  return {
    ...request,
    prepare: async (state) => {
      if (!away) await takeAway(store);
      away = true;
      return request.prepare(state);
    },
  };
};

it.each(APPENDS_BEFORE)(
  'says that the outcome is unknown when the server went down before the append and stays so, and then stores it once: a ledger %s',
  async (_, before) => {
    const { store, ledger, messages } = await begin({ resolveForMs: 3_000 });
    if (before) await ledger.execute(initiate());
    const order = losingItsServer(store);
    const error = await rejectionOf(ledger.execute(order));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expectNothingButCode14((error as OutcomeUnknownError).cause);
    expect(messages()).toContain('append outcome unknown; reading the stream');

    await store.restart();
    expect(isDone(await answered(() => ledger.execute(order))).repeated).toBe(false);
    // The append needed no reading: the reader may still hold back for a second before it asks again.
    expect(isDone(await answered(() => ledger.execute(order))).repeated).toBe(true);
    expect(await commandIds(ledger, order.order_id)).toEqual([order.command_id]);
  },
);

it.each(APPENDS_BEFORE)(
  'settles by itself, and stores once, what it appended while the server was down: a ledger %s',
  async (_, before) => {
    // Longer than the server needs to come back, on whatever machine.
    const { store, ledger, messages } = await begin({ resolveForMs: 60_000 });
    if (before) await ledger.execute(initiate());
    const order = losingItsServer(store);
    const executed = ledger.execute(order);
    await until('in doubt', () => messages().includes('append outcome unknown; reading the stream'));
    await store.restart();
    const { repeated, events } = isDone(await executed);
    expect({ repeated, ids: events.map((event) => event.metadata.command_id) }).toEqual({
      repeated: false,
      ids: [order.command_id],
    });
    const note = addNote(order.order_id);
    // The reader may still hold back for a second before it asks again.
    expect(isDone(await answered(() => ledger.execute(note))).repeated).toBe(false);
    expect(await commandIds(ledger, order.order_id)).toEqual([order.command_id, note.command_id]);
  },
);

it('follows on from its last committed position after a subscription that gave one error and neither end nor close', async () => {
  const { store, ledger } = await begin();
  const shown: string[] = [];
  let shownEvents = 0;
  const official = officialClient(store)
    .subscribeToAll({ fromPosition: START, filter: streamNameFilter({ prefixes: ['order-'] }) })
    .on('data', () => {
      shownEvents += 1;
    });
  for (const signal of ['error', 'end', 'close'] as const)
    official.on(signal, (error?: unknown) => shown.push(error === undefined ? signal : `${signal} ${grpcCode(error)}`));

  const order = initiate();
  const written = [order.command_id];
  await ledger.execute(order);
  const write = async (notes: number) => {
    for (let n = 0; n < notes; n += 1) {
      const note = addNote(order.order_id);
      await answered(() => ledger.execute(note));
      written.push(note.command_id);
    }
  };
  const committed: Delivery<RecordedEvent>[] = [];
  const received = () => committed.flatMap(({ events }) => events.map(({ event }) => event?.metadata.command_id));
  let held = true;
  let inHand = false;
  const stop = new AbortController();
  const follower = ledger.subscribe({
    name: 'test',
    from: null,
    signal: stop.signal,
    maxEvents: 2,
    handler: async (delivery) => {
      // One delivery is in the consumer's hands when the error comes, and others wait behind it.
      while (held && received().length >= 4) {
        inHand = true;
        await delay(5);
      }
      committed.push(delivery);
    },
  });
  await write(9);
  await until('four are committed and the next delivery is in hand', () => inHand);
  await until('the official subscription has all', () => shownEvents === 10);
  const before = committed.at(-1)?.position;

  await takeAway(store);
  await until('the error is shown', () => shown.length > 0);
  expect(follower.status()).toMatchObject({ position: before, restarts: 0 });
  held = false;
  await until('the follower has noticed', () => follower.status().restarts > 0);
  await store.restart();
  await write(5);
  await until('all are committed', () => received().length >= written.length && follower.status().state === 'live');
  // Long enough for a second error, an end, a close or a repetition.
  await delay(1_500);
  expect(shown).toEqual(['error 14']);
  expect({ shownEvents, destroyed: official.destroyed }).toEqual({ shownEvents: 10, destroyed: false });
  expect(received()).toEqual(written);
  expect(follower.status().state).toBe('live');
  stop.abort();
  await follower.done;
});
