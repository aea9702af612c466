import { Readable } from 'node:stream';
import { type AllStreamRecordedEvent, EventStoreDBClient, jsonEvent, UnknownError } from '@eventstore/db-client';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LedgerUnavailableError } from '@order-ledger/ledger/errors';
import { type CheckpointState, FROM_THE_START, stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { createRead } from '@order-ledger/ledger/reading/reading';
import { eventStandsAt, readTail } from '@order-ledger/ledger/reading/tail';
import { LedgerDivergedError } from '@order-ledger/ledger/restored/divergence';
import { type Delivery, type SubscriptionSource, subscribe } from '@order-ledger/ledger/subscribing/subscribe';
import { keepingLog } from '@order-ledger/testing/lines';
import { type EventStore, startEventStore } from '@order-ledger/testing/services/event-store';
import { until } from '@order-ledger/testing/waiting';

const { log } = keepingLog();
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const startStore = async (backup?: string): Promise<EventStore> => {
  const store = await startEventStore('', backup);
  open.push(store.stop);
  return store;
};

/** The client of this store, whose next reads fail with `failures`; undefined among them lets one through. */
const clientOf = ({ url }: EventStore) => {
  const client = EventStoreDBClient.connectionString(url);
  open.push(() => client.dispose());
  const failures: (Error | undefined)[] = [];
  const calls: ('failed' | 'answered' | 'opened')[] = [];
  const [readAll, subscribeToAll] = [client.readAll.bind(client), client.subscribeToAll.bind(client)];
  client.readAll = (...asked) => {
    const error = failures.shift();
    calls.push(error === undefined ? 'answered' : 'failed');
    if (error === undefined) return readAll(...asked);
    const failing = new Readable({ objectMode: true, read: () => failing.destroy(error) });
    return Object.assign(failing, { cancel: async () => undefined }) as unknown as ReturnType<typeof readAll>;
  };
  client.subscribeToAll = (...asked) => {
    calls.push('opened');
    return subscribeToAll(...asked);
  };
  return { client, failures, calls };
};

const PREFIX = 'order-';

/** A reader of all orders that keeps what it is given and how far it has come. */
const follow = (
  client: EventStoreDBClient,
  from: CheckpointState,
  changes: Partial<SubscriptionSource<AllStreamRecordedEvent>> = {},
  stop = new AbortController(),
  taken: () => Promise<void> = async () => undefined,
) => {
  const read = createRead(client, 5_000);
  const received: string[] = [];
  let reached = from;
  const subscription = subscribe<AllStreamRecordedEvent>(
    {
      client,
      log,
      prefix: PREFIX,
      decode: async (event) => event,
      tail: (above = null) => readTail(read, PREFIX, above),
      eventStandsAt: (position, id) => eventStandsAt(read, position, id),
      ...changes,
    },
    {
      name: 'test',
      from,
      signal: stop.signal,
      handler: async (delivery: Delivery<AllStreamRecordedEvent>) => {
        received.push(...delivery.events.map(({ id }) => id));
        reached = stateAfter(reached, delivery);
        await taken();
      },
    },
  );
  open.push(async () => {
    stop.abort(new Error('the test is over'));
    await subscription.done.catch(() => undefined);
  });
  return { subscription, received, reached: () => reached };
};

/** Events of so many bytes each; answers their ids. */
const write = async (client: EventStoreDBClient, count: number, { stream = 'order-1', bytes = 10 } = {}) => {
  const written = Array.from({ length: count }, () => jsonEvent({ type: 'Any', data: { text: 'x'.repeat(bytes) } }));
  for (const event of written) await client.appendToStream(stream, event);
  return written.map(({ id }) => id);
};

const grpcError = (code: number, details: string): Error =>
  new UnknownError({ name: 'Error', message: `${code}: ${details}`, code, details } as unknown as ConstructorParameters<
    typeof UnknownError
  >[0]);

const FAULTS: readonly (readonly [string, () => Error])[] = [
  ['UNKNOWN', () => grpcError(2, 'Unexpected ReadAllResult: Error')],
  ['INVALID_ARGUMENT', () => grpcError(3, 'invalid')],
  ['INTERNAL', () => grpcError(13, 'Received RST_STREAM with code 2')],
  ['RESOURCE_EXHAUSTED', () => grpcError(8, 'Received message larger than max')],
  ['a reset', () => Object.assign(new Error('read ECONNRESET'), { code: 14 })],
  ['an error without any code', () => new Error('no')],
];

describe.each(FAULTS)('%s', (_name, error) => {
  it.each([1, 4])(
    'on %d reads means that the ledger cannot be asked now: nothing is opened meanwhile',
    async (times) => {
      const { client, failures, calls } = clientOf(await startStore());
      const old = await write(client, 5);
      const before = follow(client, FROM_THE_START);
      await until('five events', () => before.received.length === 5);
      failures.push(...Array.from({ length: times }, error));
      const from = calls.length;
      const after = follow(client, before.reached());
      await until('it is live', () => after.subscription.status().state === 'live');
      const asked = calls.slice(from);
      expect(asked.filter((call) => call === 'failed')).toHaveLength(times);
      expect(asked.slice(0, asked.indexOf('opened')).at(-1)).toBe('answered');
      const [id] = await write(client, 1);
      await until('the new event', () => after.received.length > 0);
      expect(old).not.toContain(id);
      expect(after.received).toEqual([id]);
    },
  );

  it('is no answer to where an event stands, to whichever read it comes', async () => {
    const { client, failures } = clientOf(await startStore());
    const ids = await write(client, 300);
    const follower = follow(client, FROM_THE_START);
    await until('all events', () => follower.received.length === 300);
    const read = createRead(client, 5_000);
    const last = follower.reached().lastEvent;
    const first = (await client.readStream('order-1', { maxCount: 1 })[Symbol.asyncIterator]().next()).value?.event;
    if (last === null || first?.position === undefined) throw new Error('the events have positions');
    const beside = { commit: last.position.commit - 1n, prepare: last.position.prepare - 1n };
    for (const failing of [1, 2, 3, 4]) {
      for (const [position, id, stands] of [
        [first.position, ids[0] ?? '', true],
        [last.position, last.id, true],
        [beside, last.id, false],
      ] as const) {
        failures.splice(0);
        failures.push(...Array.from({ length: failing - 1 }, () => undefined), error());
        const answer = await eventStandsAt(read, position, id).catch((problem: unknown) => problem);
        if (answer !== stands) expect(answer).toBeInstanceOf(LedgerUnavailableError);
      }
    }
  });
});

/** A store with ten events, one reader that has them, and a backup of the store with five. */
const tenAndBackupOfFive = async () => {
  const store = await startStore();
  const { client } = clientOf(store);
  const ids = await write(client, 5);
  const backup = await store.backUp();
  ids.push(...(await write(client, 5)));
  const reader = follow(client, FROM_THE_START);
  await until('ten events', () => reader.received.length === 10);
  return { store, client, ids, backup, reader };
};

/** A backup of what this one became in another life. */
const otherHistory = async (
  backup: string,
  live: (client: EventStoreDBClient) => Promise<unknown>,
): Promise<string> => {
  const other = await startStore(backup);
  await live(clientOf(other).client);
  return other.backUp();
};

it.each([
  ['that has nothing new yet', 0, 10],
  ['whose new events end before the lost ones did', 2, 10],
  ['whose new events stand where the lost ones stood', 12, 10],
  ['whose new events stand between the places of the lost ones', 12, 13],
])('hands on nothing of a ledger that was put back %s', async (_name, count, bytes) => {
  const { store, client, ids, backup, reader } = await tenAndBackupOfFive();
  await store.putBack(await otherHistory(backup, (other) => write(other, count, { bytes })));
  const writing = write(clientOf(store).client, 3);
  await expect(reader.subscription.done).rejects.toThrow(LedgerDivergedError);
  await writing;
  expect(reader.subscription.check).toThrow(expect.objectContaining({ code: 'ledger-diverged' }));
  expect(reader.received).toEqual(ids);
  // Who was not there when it was put back finds the same.
  const later = follow(client, reader.reached());
  await expect(later.subscription.done).rejects.toThrow(LedgerDivergedError);
  expect(later.received).toEqual([]);
});

it('is not verified from the fault of its connection on, whatever its handler waits for', async () => {
  const store = await startStore();
  const { client } = clientOf(store);
  await write(client, 1);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { subscription } = follow(client, FROM_THE_START, {}, new AbortController(), () => held);
  await until('it is verified', subscription.verified);
  await store.kill();
  await until('it is not', () => !subscription.verified());
  release();
});

it('finds new events below its position although its last event still stands', async () => {
  const store = await startStore();
  const { client } = clientOf(store);
  const ids = await write(client, 2);
  const backup = await store.backUp();
  const others = (to: EventStoreDBClient, count: number) =>
    to.appendToStream(
      'other-1',
      Array.from({ length: count }, () => jsonEvent({ type: 'Other', data: {} })),
    );
  await others(client, 3_000);
  const reader = follow(client, FROM_THE_START);
  const last = () => reader.reached().lastEvent?.position.commit ?? 0n;
  await until('it has passed the events of others', () => (reader.reached().position?.commit ?? 0n) > last());
  await store.putBack(
    await otherHistory(backup, async (other) => {
      await write(other, 1);
      await others(other, 6_000);
    }),
  );
  await expect(reader.subscription.done).rejects.toThrow(LedgerDivergedError);
  expect(reader.received).toEqual(ids);
});

it('hands on no event that comes at a place which it has passed', async () => {
  const { client } = clientOf(await startStore());
  const far = { commit: 1_000_000_000n, prepare: 1_000_000_000n };
  const state = { position: far, lastEvent: { position: far, id: 'lost' } };
  const reader = follow(client, state, { eventStandsAt: async () => true });
  await until('it is live', () => reader.subscription.status().state === 'live');
  await write(client, 1);
  await expect(reader.subscription.done).rejects.toThrow(/is given the event/);
  expect(reader.received).toEqual([]);
});

it('asks once more before the first events are handed on', async () => {
  const { client } = clientOf(await startStore());
  await write(client, 1);
  const reader = follow(client, FROM_THE_START);
  await until('the event', () => reader.received.length === 1);
  const answers = [true, false];
  const later = follow(client, reader.reached(), { eventStandsAt: async () => answers.shift() === true });
  await until('it is live', () => later.subscription.status().state === 'live');
  await write(client, 1);
  await expect(later.subscription.done).rejects.toThrow(LedgerDivergedError);
  expect(later.received).toEqual([]);
});

it('ends at once while the ledger does not answer', async () => {
  const store = await startStore();
  const { client } = clientOf(store);
  await write(client, 1);
  const reader = follow(client, FROM_THE_START);
  await until('the event', () => reader.received.length === 1);
  const stop = new AbortController();
  const later = follow(client, reader.reached(), { eventStandsAt: () => new Promise(() => undefined) }, stop);
  stop.abort(new Error('over'));
  await later.subscription.done;
});
