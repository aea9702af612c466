import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  eventTypeFilter,
  type Position,
  type StreamSubscription,
  streamNameFilter,
} from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import {
  collect,
  events,
  freshStream,
  resultOf,
  type ServerUnderTest,
  startServerUnderTest,
} from './server-under-test.ts';

let server: ServerUnderTest;
let client: EventStoreDBClient;
const open = new Set<AllStreamSubscription | StreamSubscription>();

beforeAll(async () => {
  server = await startServerUnderTest();
  client = server.client;
});
afterEach(async () => {
  for (const subscription of open) await subscription.unsubscribe();
  open.clear();
});
afterAll(() => server?.stop());

/** What a subscription says, in order: revisions (the type of a server's own event), and what it announces. */
const watch = (subscription: AllStreamSubscription | StreamSubscription) => {
  open.add(subscription);
  const seen: string[] = [];
  subscription
    .on('confirmation', () => seen.push('confirmed'))
    .on('caughtUp', () => seen.push('caughtUp'))
    .on('error', (error: Error & { type?: string }) => seen.push(`error ${error.type ?? error.message}`))
    .on('data', ({ event }: { event?: { revision: bigint; type: string } }) =>
      seen.push(event?.type.startsWith('$') ? event.type : String(event?.revision)),
    );
  return seen;
};

it('gives a stream from its start, says when it caught up, and goes on live', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(3));
  const seen = watch(client.subscribeToStream(stream));
  await until('caught up', () => seen.includes('caughtUp'));
  await client.appendToStream(stream, events(2));
  await until('live events', () => seen.includes('4'));
  expect(seen).toEqual(['confirmed', '0', '1', '2', 'caughtUp', '3', '4']);
});

it('starts after the revision that it is given, and after the last with end', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(3));
  const middle = watch(client.subscribeToStream(stream, { fromRevision: 1n }));
  const end = watch(client.subscribeToStream(stream, { fromRevision: 'end' }));
  await until('both caught up', () => middle.includes('caughtUp') && end.includes('caughtUp'));
  await client.appendToStream(stream, events(1));
  await until('live event', () => middle.includes('3') && end.includes('3'));
  expect(middle).toEqual(['confirmed', '2', 'caughtUp', '3']);
  expect(end).toEqual(['confirmed', 'caughtUp', '3']);
});

it.each([
  ['its start', undefined, ['confirmed', '0', 'caughtUp']],
  ['beyond what comes first', 4n, ['confirmed', 'caughtUp']],
])('catches up with a stream once it exists, from %s', async (_name, fromRevision, expected) => {
  const stream = freshStream();
  const seen = watch(client.subscribeToStream(stream, fromRevision === undefined ? {} : { fromRevision }));
  await until('confirmed', () => seen.includes('confirmed'));
  await client.appendToStream(stream, events(1));
  await until('caught up', () => seen.includes('caughtUp'));
  expect(seen).toEqual(expected);
});

it('gives the tombstone to the subscribers of its stream, and then an error', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(1));
  const seen = watch(client.subscribeToStream(stream));
  await until('caught up', () => seen.includes('caughtUp'));
  await client.tombstoneStream(stream);
  await until('the error', () => seen.includes('error stream-deleted'));
  expect(seen.slice(-2)).toEqual(['$streamDeleted', 'error stream-deleted']);
});

it('gives a stream that comes back after a soft delete only its new events', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(2));
  await client.deleteStream(stream);
  const seen = watch(client.subscribeToStream(stream));
  await until('confirmed', () => seen.includes('confirmed'));
  await client.appendToStream(stream, events(1));
  await until('the new event', () => seen.includes('2'));
  expect(seen.filter((each) => /^\d/.test(each))).toEqual(['2']);
});

it('gives $all in the order of commits, to every subscriber, behind and live alike', async () => {
  const streams = Array.from({ length: 5 }, () => freshStream('order-all'));
  const filter = () => streamNameFilter({ prefixes: streams, checkpointInterval: 1 });
  const positions = (into: bigint[]) => (resolved: { event?: { position?: Position } }) => {
    into.push(resolved.event?.position?.commit ?? -1n);
  };
  const early: bigint[] = [];
  const first = client.subscribeToAll({ fromPosition: 'end', filter: filter() });
  open.add(first);
  await new Promise((resolve) => first.once('confirmation', resolve));
  first.on('data', positions(early));
  await Promise.all(Array.from({ length: 200 }, (_, n) => client.appendToStream(streams[n % 5]!, events(1))));
  const late: bigint[] = [];
  const second = client.subscribeToAll({ fromPosition: 'start', filter: filter() });
  open.add(second);
  second.on('data', positions(late));
  await until('all events at both', () => early.length === 200 && late.length === 200);
  expect(late).toEqual(early);
  expect(early).toEqual([...early].sort((a, b) => Number(a - b)));
});

it.each([
  ['stream-name prefix', () => streamNameFilter({ prefixes: ['filter-a-', 'filter-b-'] }), ['A1', 'B1', 'B2']],
  ['stream-name regex', () => streamNameFilter({ regex: '^filter-[bc]-' }), ['B1', 'B2', 'C1']],
  ['event-type prefix', () => eventTypeFilter({ prefixes: ['FilterTypeB'] }), ['B1', 'B2']],
  ['event-type regex', () => eventTypeFilter({ regex: '^FilterType[AB]1$' }), ['A1', 'B1']],
] as const)('filters $all by %s on the server', async (_name, filter, expected) => {
  const seen: string[] = [];
  const { position } = await client.appendToStream(freshStream('before'), events(1));
  for (const type of ['A1', 'B1', 'B2', 'C1'])
    await client.appendToStream(freshStream(`filter-${type[0]?.toLowerCase()}-`), events(1, `FilterType${type}`));
  const subscription = client.subscribeToAll({ fromPosition: position!, filter: filter() });
  open.add(subscription);
  subscription.on('data', ({ event }) => seen.push(String(event?.type).replace('FilterType', '')));
  await new Promise((resolve) => subscription.once('caughtUp', resolve));
  await until('the last event', () => seen.includes(expected.at(-1)!));
  expect(seen).toEqual(expected);
});

it('gives a checkpoint after every 32 × checkpointInterval considered events, behind and live', async () => {
  const { position } = await client.appendToStream(freshStream('foreign'), events(1));
  const positions: bigint[] = [];
  const all = client.subscribeToAll({ fromPosition: position! });
  open.add(all);
  all.on('data', ({ event }) => positions.push(event!.position!.commit));
  await client.appendToStream(freshStream('foreign'), events(100));
  const checkpoints: bigint[] = [];
  const filtered = client.subscribeToAll({
    fromPosition: position!,
    filter: streamNameFilter({
      prefixes: [freshStream('nobody')],
      checkpointInterval: 2,
      checkpointReached: (_subscription, { commit }) => {
        checkpoints.push(commit);
      },
    }),
  });
  open.add(filtered);
  filtered.on('data', () => checkpoints.push(-1n));
  await until('the first checkpoint', () => checkpoints.length === 1);
  await client.appendToStream(freshStream('foreign'), events(100));
  await until('200 events and three checkpoints', () => positions.length >= 200 && checkpoints.length === 3);
  if (!server.expectations.writesEventsOfItsOwn) expect(checkpoints).toEqual([63, 127, 191].map((n) => positions[n]));
});

it('reads $all forwards inclusive and backwards exclusive of a position, and nothing from the end', async () => {
  const stream = freshStream();
  const marks: Position[] = [];
  for (let n = 0; n < 3; n++) marks.push((await client.appendToStream(stream, events(1))).position!);
  const ids = async (options: Parameters<EventStoreDBClient['readAll']>[0]) =>
    (await collect(client.readAll({ maxCount: 10, ...options })))
      .filter(({ event }) => event?.streamId === stream)
      .map(({ event }) => Number(event?.revision));
  expect(await ids({ fromPosition: marks[1]! })).toEqual([1, 2]);
  expect(await ids({ fromPosition: marks[2]!, direction: 'backwards' })).toEqual([1, 0]);
  expect(await ids({ fromPosition: 'end' })).toEqual([]);
  expect((await ids({ fromPosition: 'end', direction: 'backwards' })).slice(0, 3)).toEqual([2, 1, 0]);
  expect(await ids({ fromPosition: 'start', direction: 'backwards' })).toEqual([]);
});

it('refuses a position at which no event of $all stands', async () => {
  const { position } = await client.appendToStream(freshStream(), events(2));
  const beside = { commit: position!.commit - 1n, prepare: position!.prepare - 1n };
  expect(await resultOf(collect(client.readAll({ fromPosition: beside, maxCount: 1 })))).toBe('unknown');
});

it.each([
  ['not filtered', {}],
  ['filtered', { filter: streamNameFilter({ prefixes: ['beyond-'] }) }],
])('gives what is new from beyond the end of $all, at lower positions, %s', async (_name, options) => {
  const { position } = await client.appendToStream(freshStream('beyond'), events(1));
  const far = position!.commit + 1_000_000_000n;
  const subscription = client.subscribeToAll({ fromPosition: { commit: far, prepare: far }, ...options });
  const positions: bigint[] = [];
  subscription.on('data', ({ event }) => {
    if (event?.streamId.startsWith('beyond-')) positions.push(event.position.commit);
  });
  const seen = watch(subscription);
  await until('caught up', () => seen.includes('caughtUp'));
  expect(seen).toEqual(['confirmed', 'caughtUp']);
  const news: bigint[] = [];
  for (let n = 0; n < 3; n += 1)
    news.push((await client.appendToStream(freshStream('beyond'), events(1))).position!.commit);
  await until('the new events', () => positions.length >= 3);
  expect(positions).toEqual(news);
});

it('has caught up with a stream at once from beyond its end, and gives only what stands behind that', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(3));
  const seen = watch(client.subscribeToStream(stream, { fromRevision: 4n }));
  await until('caught up', () => seen.includes('caughtUp'));
  await client.appendToStream(stream, events(4));
  await until('the events behind', () => seen.includes('6'));
  expect(seen).toEqual(['confirmed', 'caughtUp', '5', '6']);
});
