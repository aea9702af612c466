import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { OrderState } from '@order-ledger/domain/state';
import type { ExecuteRequest } from '@order-ledger/ledger/appending/execute';
import { type Ledger, type LedgerOptions, openLedger } from '@order-ledger/ledger/ledger';
import { bytesOf, createRememberedOrders, MOST_ORDERS } from '@order-ledger/ledger/reading/remembered-orders';
import { registry } from '@order-ledger/platform/metrics';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createOrders } from '@order-ledger/testing/orders/in-ledger';
import { anyEventStore, type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';
import { writeInTurn } from './support/writing-in-turn.ts';

const { log } = keepingLog();
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const ledgerOn = (url: string, options: Partial<LedgerOptions> = {}): Ledger => {
  const ledger = openLedger({ connectionString: url, log, ...options });
  open.push(() => ledger.close());
  return ledger;
};
const twoLedgers = async (): Promise<[Ledger, Ledger]> => {
  const { url } = await anyEventStore();
  return [ledgerOn(url), ledgerOn(url)];
};
const startStore = async (backup?: string): Promise<EventStore> => {
  const store = await startEventStore('', backup);
  open.push(store.stop);
  return store;
};

/** How often a state was come by in this way so far. */
const recalls = async (state: string): Promise<number> => {
  const metric = (await registry.getMetricsAsJSON()).find(({ name }) => name === 'ledger_order_recalls_total');
  return metric?.values.find(({ labels }) => labels.state === state)?.value ?? 0;
};

const notesOf = async (ledger: Ledger, orderId: string): Promise<string[]> =>
  (await collect(ledger.readOrder(orderId))).map(({ metadata }) => metadata.command_id);

it('reads nothing for a new order, nor for the next command on one that it has written', async () => {
  const [ledger] = await twoLedgers();
  // Its first append makes the connection, and may wait for it.
  await ledger.execute(initiate());
  const before = { new: await recalls('new'), remembered: await recalls('remembered') };
  const order = initiate();
  isDone(await ledger.execute(order));
  for (let n = 0; n < 3; n += 1) isDone(await ledger.execute(addNote(order.order_id)));
  expect({ new: await recalls('new'), remembered: await recalls('remembered') }).toEqual({
    new: before.new + 1,
    remembered: before.remembered + 3,
  });
  expect(await notesOf(ledger, order.order_id)).toHaveLength(4);
});

it('decides commands of one order that come at once one after the other, each once', async () => {
  const [ledger] = await twoLedgers();
  const order = initiate();
  await ledger.execute(order);
  let decisions = 0;
  const notes = Array.from({ length: 4 }, () => {
    const note = addNote(order.order_id);
    const prepare: typeof note.prepare = (state) => {
      decisions += 1;
      return note.prepare(state);
    };
    return { ...note, prepare };
  });
  const answers = await Promise.all(notes.map(async (note) => isDone(await ledger.execute(note)).after.event_version));
  expect(answers).toEqual([2, 3, 4, 5]);
  expect(decisions).toBe(4);
});

describe('two writers of one order', () => {
  it('decide as the domain does, in turn, and lose and double nothing', async () => {
    let seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const { url } = await anyEventStore();
    const { amiss, verdicts, sent } = await writeInTurn({ commands: 600, url, random });
    expect(amiss).toEqual([]);
    expect([...verdicts.values()].reduce((sum, count) => sum + count, 0)).toBe(sent);
    // Otherwise it has shown nothing.
    for (const verdict of ['repeated', 'illegal-transition', 'OrderInitiated'])
      expect([verdict, verdicts.get(verdict)]).not.toEqual([verdict, undefined]);
  });

  it('refuse what the other has made illegal, and accept what he has made legal', async () => {
    const [a, b] = await twoLedgers();
    const orderId = await createOrders(a).bring('MANUFACTURING_APPROVED');
    const { after } = isDone(await createOrders(a).send(orderId, 'ClaimOrder'));
    const operator = after.claim?.operator ?? '';
    /** Of one that sees what it did before and nothing since. */
    const renewal = (): ExecuteRequest<'RenewClaim'> => ({
      command: 'RenewClaim',
      command_id: randomUUID(),
      order_id: orderId,
      actor: { ...ACTORS.operator, id: operator },
      correlation_id: 'correlation-1',
      causation_id: 'cause-1',
      prepare: async () => ({
        body: { fence_token: after.last_fence_token },
        request_hash: 'a'.repeat(64),
        context: {},
      }),
    });
    expect(await a.execute(renewal())).toMatchObject({ outcome: 'done', events: [] });
    isDone(await createOrders(b).send(orderId, 'ReleaseClaim'));
    // It would leave no event: no revision tells that it was decided on an old state.
    expect(await a.execute(renewal())).toMatchObject({ outcome: 'refused', state: { claim: null } });
    isDone(await createOrders(b).send(orderId, 'ClaimOrder'));
    const taken = { ...renewal() };
    taken.prepare = async () => ({
      body: { fence_token: after.last_fence_token + 1 },
      request_hash: 'a'.repeat(64),
      context: {},
    });
    expect(await a.execute(taken)).toMatchObject({ outcome: 'done', events: [] });
  });

  it('answer the repetition of a command that the other has done, also where what it asks for is refused by now', async () => {
    const [a, b] = await twoLedgers();
    const order = initiate();
    await a.execute(order);
    const note = addNote(order.order_id);
    const first = isDone(await b.execute(note));
    const again: typeof note = {
      ...note,
      prepare: (state) => {
        if (state?.commands.has(note.command_id)) return note.prepare(state);
        throw new Error('too many wait already');
      },
    };
    expect(isDone(await a.execute(again))).toEqual({ ...first, repeated: true });
    const full = async () => {
      throw new Error('too many wait already');
    };
    await expect(a.execute({ ...addNote(order.order_id), prepare: full })).rejects.toThrow('too many wait already');
    // The creation too, of which it takes for granted that there was none.
    expect(isDone(await b.execute(order))).toMatchObject({ repeated: true, events: [{ type: 'OrderInitiated' }] });
    const other = { ...order, command_id: randomUUID() };
    expect(await ledgerOn((await anyEventStore()).url).execute(other)).toMatchObject({ outcome: 'refused' });
  });

  it('need not meet: what a subscription brings is known before the next command', async () => {
    const [a, b] = await twoLedgers();
    const order = initiate();
    await a.execute(order);
    const seen = new Set<string>();
    const stop = new AbortController();
    const subscription = a.subscribe({
      name: 'test',
      from: null,
      signal: stop.signal,
      handler: async ({ events }) => {
        for (const { event } of events) if (event !== null) seen.add(event.metadata.command_id);
      },
    });
    const note = addNote(order.order_id);
    await b.execute(note);
    await until('it has come', () => seen.has(note.command_id));
    const before = await recalls('passed');
    expect(isDone(await a.execute(addNote(order.order_id))).after.event_version).toBe(3);
    expect(await recalls('passed')).toBe(before);
    stop.abort();
    await subscription.done;
  });
});

it('appends nothing to an order of another history, where its revision is the one that it knows [K7]', async () => {
  const store = await startStore();
  const ledger = ledgerOn(store.url);
  const order = initiate();
  await ledger.execute(order);
  const backup = await store.backUp();
  const lost = addNote(order.order_id);
  await ledger.execute(lost);

  // In another life another note came in its place. Nobody's checkpoint tells the two apart.
  const other = await startStore(backup);
  const standing = addNote(order.order_id);
  await ledgerOn(other.url).execute(standing);
  await store.putBack(await other.backUp());

  const note = addNote(order.order_id);
  await until('it is answered', () =>
    ledger.execute(note).then(
      () => true,
      () => false,
    ),
  );
  expect(await notesOf(ledgerOn(store.url), order.order_id)).toEqual([
    order.command_id,
    standing.command_id,
    note.command_id,
  ]);
  expect(await notesOf(ledger, order.order_id)).toHaveLength(3);
});

it('sends an append that is in doubt not again behind another event than it was decided on [K7]', async () => {
  const store = await startStore();
  await store.restart('swallow=3');
  const ledger = ledgerOn(store.url, { appendTimeoutMs: 20_000, resolveForMs: 60_000 });
  const order = initiate();
  await ledger.execute(order);
  const backup = await store.backUp();
  await ledger.execute(addNote(order.order_id));
  const note = addNote(order.order_id);
  const answer = ledger.execute(note);
  const onlooker = ledgerOn(store.url);
  while ((await onlooker.load(order.order_id))?.event_version !== 3);
  // Without a moment in which it could still be asked what became of the append.
  await store.kill();

  const other = await startStore(backup);
  const standing = addNote(order.order_id);
  await ledgerOn(other.url).execute(standing);
  await store.putBack(await other.backUp());
  expect(isDone(await answer)).toMatchObject({ repeated: false, after: { event_version: 3 } });
  expect(await notesOf(ledgerOn(store.url), order.order_id)).toEqual([
    order.command_id,
    standing.command_id,
    note.command_id,
  ]);
});

describe('what is remembered', () => {
  /** As much of a state as it looks at. */
  const stateOf = (n: number, event_version = 1 + (n % 8)) =>
    ({ order_id: `order-${n}`, event_version, last_hash: '' }) as OrderState;
  const figure = async (name: string): Promise<number> =>
    (await registry.getMetricsAsJSON()).find((metric) => metric.name === name)?.values[0]?.value ?? Number.NaN;

  it('stays within its bytes, and within its number, with a million different orders', async () => {
    const bytes = 4 * 1024 * 1024;
    const byBytes = createRememberedOrders(bytes);
    for (let n = 0; n < 1_000_000; n += 1) byBytes.keep({ state: stateOf(n), era: 0 });
    expect(await figure('ledger_remembered_bytes')).toBeLessThanOrEqual(bytes);
    expect(await figure('ledger_remembered_bytes')).toBeGreaterThan(bytes * 0.9);
    expect(await figure('ledger_remembered_orders')).toBeLessThan(bytes / bytesOf(stateOf(0, 1)));
    expect(byBytes.recall('order-0')).toBeNull();
    expect(byBytes.recall('order-999999')).not.toBeNull();

    const byNumber = createRememberedOrders(Number.MAX_SAFE_INTEGER);
    for (let n = 0; n < 2 * MOST_ORDERS; n += 1) byNumber.keep({ state: stateOf(n), era: 0 });
    expect(await figure('ledger_remembered_orders')).toBe(MOST_ORDERS);
  });

  it('is nothing where there is no room, and commands are done all the same', async () => {
    const ledger = ledgerOn((await anyEventStore()).url, { rememberedBytes: 0 });
    const order = initiate();
    await ledger.execute(order);
    isDone(await ledger.execute(addNote(order.order_id)));
    expect(await figure('ledger_remembered_orders')).toBe(0);
  });

  it('is never the older of two states, except of another era', () => {
    const orders = createRememberedOrders(1_000_000);
    const version = () => orders.recall('order-1')?.state.event_version;
    orders.keep({ state: stateOf(1, 5), era: 0 });
    orders.keep({ state: stateOf(1, 4), era: 0 });
    expect(version()).toBe(5);
    orders.doubt();
    orders.keep({ state: stateOf(1, 3), era: orders.era() });
    expect(version()).toBe(3);
    // What was begun before the doubt ends after it.
    orders.keep({ state: stateOf(1, 6), era: 0 });
    expect(version()).toBe(3);
  });
});
