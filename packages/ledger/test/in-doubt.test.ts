import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { LedgerUnavailableError, OutcomeUnknownError, toleratedRejection } from '@order-ledger/ledger/errors';
import { type Ledger, type LedgerOptions, openLedger } from '@order-ledger/ledger/ledger';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until, untilDone } from '@order-ledger/testing/waiting';

const { log } = keepingLog();
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const begin = async (faults: string, options: Partial<LedgerOptions> = {}): Promise<[EventStore, Ledger]> => {
  const store = await startEventStore(faults);
  open.push({ close: store.stop });
  const ledger = openLedger({ connectionString: store.url, log, appendTimeoutMs: 300, ...options });
  open.push(ledger);
  return [store, ledger];
};

const commandIds = async (ledger: Ledger, orderId: string): Promise<string[]> =>
  (await collect(ledger.readOrder(orderId))).map((event) => event.metadata.command_id);

it.each([
  ['an answer that never comes', 'swallow=3'],
  ['deadline-exceeded for events that are stored', 'timeout=2'],
  ['connections cut after the events are stored', 'cut=3'],
  ['a stream of appends that ends without an answer and takes no more of them', 'end=3'],
  ['answers later than the own timeout', 'delay_ms=400'],
])('stores every command once through %s', async (_fault, faults) => {
  const [, ledger] = await begin(faults);
  const request = initiate();
  await ledger.execute(request);
  const notes = Array.from({ length: 6 }, () => addNote(request.order_id));
  for (const note of notes) {
    const answer = isDone(await ledger.execute(note));
    expect(answer.repeated).toBe(false);
    expect(answer.events.map((event) => event.metadata.command_id)).toEqual([note.command_id]);
  }
  expect(await commandIds(ledger, request.order_id)).toEqual([request, ...notes].map((each) => each.command_id));
});

it('stores each of many commands on many orders once while every fourth answer is swallowed', async () => {
  const [, ledger] = await begin('swallow=4');
  const requests = Array.from({ length: 24 }, () => initiate());
  const answers = await Promise.all(requests.map(async (request) => isDone(await ledger.execute(request))));
  expect(answers.every((answer) => !answer.repeated)).toBe(true);
  for (const { order_id, command_id } of requests) expect(await commandIds(ledger, order_id)).toEqual([command_id]);
});

it('answers two equal requests alike when the first one is in doubt', async () => {
  const [, ledger] = await begin('swallow=1');
  const request = initiate();
  const answers = await Promise.all([ledger.execute(request), ledger.execute(request)]);
  expect(answers.map((answer) => isDone(answer).repeated).sort()).toEqual([false, true]);
  expect(isDone(answers[0] as never).events).toEqual(isDone(answers[1] as never).events);
});

it('says that the outcome is unknown when the event store stays away, and finds it under the same key', async () => {
  // The append still waits for its answer when the store is killed, however slow the machine is.
  const [store, ledger] = await begin('swallow=1', { appendTimeoutMs: 20_000, resolveForMs: 1_000 });
  const request = initiate();
  const outcome = ledger.execute(request);
  // The events are stored and the answer is swallowed: from here on nobody can be asked.
  const second = openLedger({ connectionString: store.url, log });
  open.push(second);
  while ((await second.load(request.order_id)) === null);
  await store.kill();
  await expect(outcome).rejects.toThrow(OutcomeUnknownError);
  await expect(ledger.execute(request)).rejects.toThrow(LedgerUnavailableError);

  await store.restart();
  const again = isDone(await answered(() => ledger.execute(request)));
  expect(again).toMatchObject({ repeated: true, events: [{ metadata: { command_id: request.command_id } }] });
});

it.each([
  ['that has appended before', true],
  ['whose first append it is', false],
])(
  'stores every command once when the event store stands still for many limits and goes on: a ledger %s',
  async (_, before) => {
    const [store, ledger] = await begin('', { appendTimeoutMs: 100, readTimeoutMs: 200, resolveForMs: 60_000 });
    if (before) await answered(() => ledger.execute(initiate()));
    let undecided = 16;
    let readAll = (): void => {};
    const allRead = new Promise<void>((resolve) => {
      readAll = resolve;
    });
    const orders = Array.from({ length: undecided }, () => {
      const request = initiate();
      const prepare: typeof request.prepare = async (state) => {
        undecided -= 1;
        if (undecided === 0) {
          store.pause();
          readAll();
        }
        await allRead;
        return request.prepare(state);
      };
      return { ...request, prepare };
    });
    // A read has 200 ms here: one that a pause of the machine costs more is answered as unavailable, with nothing stored.
    const answers = Promise.all(orders.map((order) => answered(() => ledger.execute(order), isUnavailable)));
    await allRead;
    await delay(2_000);
    store.resume();
    expect((await answers).map((answer) => isDone(answer).events.length)).toEqual(orders.map(() => 1));
    // The appends may be settled while the reader still holds back after what it could not read.
    for (const { order_id, command_id } of orders)
      expect(await answered(() => commandIds(ledger, order_id))).toEqual([command_id]);
  },
);

it('loses and doubles nothing when the event store is killed and started again under load', async () => {
  const tolerated: string[] = [];
  const untolerated: unknown[] = [];
  const onRejection = (error: unknown) => {
    const kind = toleratedRejection(error);
    if (kind === undefined) untolerated.push(error);
    else tolerated.push(kind);
  };
  process.on('unhandledRejection', onRejection);
  open.push({ close: async () => void process.off('unhandledRejection', onRejection) });

  const [store, ledger] = await begin('');
  const orders = Array.from({ length: 8 }, () => initiate());
  const acknowledged = new Map<string, string[]>();
  let stopped = false;
  const writers = orders.map(async (order) => {
    const done = [isDone(await answered(() => ledger.execute(order))).events[0]?.metadata.command_id ?? ''];
    acknowledged.set(order.order_id, done);
    while (!stopped) {
      const note = addNote(order.order_id);
      await answered(() => ledger.execute(note));
      done.push(note.command_id);
    }
  });
  for (let kills = 0; kills < 3; kills += 1) {
    const before = [...acknowledged.values()].flat().length;
    while ([...acknowledged.values()].flat().length < before + 40) await new Promise(setImmediate);
    await store.kill();
    await store.restart();
  }
  stopped = true;
  await Promise.all(writers);
  // As above: the last writers may have been answered by appends alone.
  for (const [orderId, ids] of acknowledged) expect(await answered(() => commandIds(ledger, orderId))).toEqual(ids);
  expect(untolerated).toEqual([]);
});

const isUnavailable = (error: unknown): boolean => error instanceof LedgerUnavailableError;
const isPassing = (error: unknown): boolean => isUnavailable(error) || error instanceof OutcomeUnknownError;

/** Repeats under the same key, as every caller does that is answered 503. */
const answered = <T>(call: () => Promise<T>, passes = isPassing): Promise<T> => untilDone(call, passes);

it('says that an event store acknowledges no append although it can be read, and no longer once it does', async () => {
  const [store, ledger] = await begin('swallow=1', { appendTimeoutMs: 500 });
  const order = initiate();
  await ledger.execute(order);
  await ledger.ready();
  const code = () =>
    ledger.ready().then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );
  await until('it says so', async () => {
    if ((await code()) === 'appends-unacknowledged') return true;
    await ledger.execute(addNote(order.order_id));
    return false;
  });
  await store.restart();
  await ledger.execute(addNote(order.order_id));
  await ledger.ready();
});
