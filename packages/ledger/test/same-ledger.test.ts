import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import type { CheckpointState } from '@order-ledger/ledger/follow/checkpoint';
import { type Ledger, type LedgerOptions, openLedger } from '@order-ledger/ledger/ledger';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import { addNote, collect, initiate, isDone } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { untilDone } from '@order-ledger/testing/waiting';

const { log } = keepingLog();
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const startStore = async (faults = '', backup?: string): Promise<EventStore> => {
  const store = await startEventStore(faults, backup);
  open.push(store.stop);
  return store;
};

const ledgerOf = ({ url }: EventStore, options: Partial<LedgerOptions> = {}): Ledger => {
  const ledger = openLedger({ connectionString: url, log, ...options });
  open.push(() => ledger.close());
  return ledger;
};

/** What somebody who has read all of it keeps. */
const readUpTo = async (ledger: Ledger): Promise<CheckpointState> => {
  const tail = await ledger.tail();
  if (tail === null) throw new Error('nothing was written');
  return { position: tail.position, lastEvent: { position: tail.position, id: tail.id } };
};

const tailId = async (store: EventStore): Promise<string | undefined> => (await ledgerOf(store).tail())?.id;

/** A store with an order, what was read of it, and a backup of before an order that is read too. */
const begun = async (faults = '') => {
  const store = await startStore(faults);
  const writer = ledgerOf(store);
  const kept = initiate();
  await writer.execute(kept);
  const early = await readUpTo(writer);
  const backup = await store.backUp();
  await writer.execute(initiate());
  return { store, kept, early, late: await readUpTo(writer), backup };
};

/** All that loads or appends, and what only says whether that can be done. */
const WAYS: Readonly<Record<string, (ledger: Ledger, orderId: string) => Promise<unknown>>> = {
  'a new order': (ledger) => ledger.execute(initiate()),
  'a command on an order that it holds': (ledger, orderId) => ledger.execute(addNote(orderId)),
  'a command on an order that it does not hold': (ledger) => ledger.execute(addNote(randomUUID())),
  'a load': (ledger, orderId) => ledger.load(orderId),
  'a reading': (ledger, orderId) => collect(ledger.readOrder(orderId)),
  'a choice': (ledger) =>
    ledger.chooseNext(
      randomUUID(),
      { order_id: randomUUID(), claim_command_id: randomUUID(), operator: 'operator-1' },
      'correlation-1',
    ),
  'a look at a choice': (ledger) => ledger.readNext(randomUUID()),
  readiness: (ledger) => ledger.ready(),
};

it('takes no command while the ledger that was put back is older than what was read [K7]', async () => {
  const { store, kept, late, backup } = await begun();
  const ledger = ledgerOf(store, { checkpoints: async () => [late] });
  await ledger.ready();
  await store.putBack(backup);
  const before = await tailId(store);
  for (const [what, way] of Object.entries(WAYS)) {
    const refusal = await way(ledger, kept.order_id).catch((error: unknown) => error);
    expect([what, refusal]).toEqual([what, expect.any(LedgerDivergedError)]);
  }
  expect(await tailId(store)).toBe(before);
});

it.each(Object.entries(WAYS))('refuses %s as the first thing that another ledger is asked for', async (_what, way) => {
  const { kept, early, backup } = await begun();
  const other = await startStore();
  // It has events of its own at these places.
  const strangers = ledgerOf(other);
  for (let n = 0; n < 3; n += 1) await strangers.execute(initiate());
  const before = await tailId(other);
  const ledger = ledgerOf(other, { checkpoints: async () => [early] });
  await expect(way(ledger, kept.order_id)).rejects.toThrow(LedgerDivergedError);
  expect(await tailId(other)).toBe(before);
  const empty = ledgerOf(await startStore(), { checkpoints: async () => [early] });
  await expect(way(empty, kept.order_id)).rejects.toThrow(LedgerDivergedError);
  const copy = ledgerOf(await startStore('', backup), { checkpoints: async () => [early] });
  await way(copy, kept.order_id);
});

it('counts what another instance of this process has read since', async () => {
  const { store, early, late, backup } = await begun();
  const checkpoints = [early];
  const ledger = ledgerOf(store, { checkpoints: async () => checkpoints });
  isDone(await ledger.execute(initiate()));
  checkpoints[0] = late;
  await store.putBack(backup);
  await expect(ledger.execute(initiate())).rejects.toThrow(LedgerDivergedError);
});

it('does not send an append that is in doubt to a ledger that was put back', async () => {
  // The append still waits for its answer when the other ledger stands there, however slow the machine is.
  const { store, late, backup } = await begun('swallow=3');
  const ledger = ledgerOf(store, { checkpoints: async () => [late], appendTimeoutMs: 20_000, resolveForMs: 60_000 });
  const request = initiate();
  const outcome = ledger.execute(request).catch((error: unknown) => error);
  const onlooker = ledgerOf(store);
  while ((await onlooker.load(request.order_id)) === null);
  // Without a moment in which it could still be asked what became of the append.
  await store.kill();
  await store.putBack(backup);
  expect(await outcome).toBeInstanceOf(LedgerDivergedError);
  expect(await ledgerOf(store).load(request.order_id)).toBeNull();
});

it.each([
  ['refuses', () => Promise.reject(new Error('no connection'))],
  ['says nothing', () => new Promise<never>(() => undefined)],
])('holds the ledger against what was known last while Postgres %s', async (_how, away) => {
  const { store, late, backup } = await begun();
  let ask: NonNullable<LedgerOptions['checkpoints']> = async () => [late];
  const ledger = ledgerOf(store, { checkpoints: () => ask() });
  await ledger.ready();
  ask = away;
  isDone(await ledger.execute(initiate()));
  await store.putBack(backup);
  await expect(ledger.execute(initiate())).rejects.toThrow(LedgerDivergedError);
});

it('decides nothing before it could be asked what was read', async () => {
  const { store } = await begun();
  const before = await tailId(store);
  const ledger = ledgerOf(store, { checkpoints: () => Promise.reject(new Error('no connection')) });
  await expect(ledger.execute(initiate())).rejects.toThrow('no connection');
  expect(await tailId(store)).toBe(before);
});

it('takes no command after a subscription has been given an event at a place that it has passed', async () => {
  const { store } = await begun();
  const ledger = ledgerOf(store);
  const far = { commit: 1_000_000_000n, prepare: 1_000_000_000n };
  const subscription = ledger.subscribe({
    name: 'test',
    from: { position: far, lastEvent: null },
    signal: new AbortController().signal,
    handler: async () => undefined,
  });
  await expect(subscription.done).rejects.toThrow(LedgerDivergedError);
  await expect(ledger.execute(initiate())).rejects.toThrow(LedgerDivergedError);
});

it('asks a few times a second, however many commands come, and hears of a ledger that is there again', async () => {
  const { store, late } = await begun();
  let questions = 0;
  const ledger = ledgerOf(store, {
    checkpoints: async () => {
      questions += 1;
      return [late];
    },
  });
  const began = performance.now();
  await Promise.all(Array.from({ length: 100 }, () => ledger.execute(initiate())));
  expect(questions).toBeLessThanOrEqual(2 + (performance.now() - began) / 250);
  await store.restart();
  isDone(
    await untilDone(
      () => ledger.execute(initiate()),
      (error) => !(error instanceof LedgerDivergedError),
    ),
  );
});
