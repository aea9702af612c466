import { randomUUID } from 'node:crypto';
import { binaryEvent, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

beforeAll(async () => {
  server = await startServerUnderTest();
  client = server.client;
});
afterAll(() => server?.stop());

const revisions = async (stream: string, options: Parameters<EventStoreDBClient['readStream']>[1] = {}) =>
  (await collect(client.readStream(stream, options))).map(({ event }) => Number(event?.revision));

it('gives an event back as it was appended, JSON and bytes', async () => {
  const stream = freshStream('Größe ☃');
  const json = jsonEvent({ id: randomUUID(), type: 'Typ-ä', data: { text: 'ü ☃ \u0000' }, metadata: { actor: 'ö' } });
  const binary = binaryEvent({
    id: randomUUID(),
    type: 'B',
    data: Uint8Array.from([0, 255, 1]),
    metadata: Uint8Array.from([9]),
  });
  const before = Date.now() - 1000;
  const { position } = await client.appendToStream(stream, [json, binary]);
  const [first, second] = await collect(client.readStream(stream));
  expect(first?.event).toMatchObject({
    streamId: stream,
    id: json.id,
    type: 'Typ-ä',
    data: json.data,
    metadata: json.metadata,
    isJson: true,
    revision: 0n,
  });
  expect(first?.event?.created.getTime()).toBeGreaterThan(before);
  expect(second?.event).toMatchObject({ id: binary.id, isJson: false, revision: 1n, position });
  expect(Buffer.from(second!.event!.data as Uint8Array)).toEqual(Buffer.from([0, 255, 1]));
  expect(Buffer.from(second!.event!.metadata as Uint8Array)).toEqual(Buffer.from([9]));
});

it('lets one of many writers win a revision', async () => {
  const stream = freshStream();
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      resultOf(client.appendToStream(stream, events(1), { expectedRevision: 'no_stream' })),
    ),
  );
  expect(results.filter((result) => result === 'done')).toHaveLength(1);
  expect(results.filter((result) => result === 'wrong-expected-version')).toHaveLength(19);
  expect(await revisions(stream)).toEqual([0]);
});

it('stores one of two equal appends that arrive together', async () => {
  const stream = freshStream();
  const event = events(1);
  const append = () => resultOf(client.appendToStream(stream, event, { expectedRevision: 'no_stream' }));
  expect((await Promise.all([append(), append()])).sort()).toEqual([...server.expectations.repetitionInFlight].sort());
  expect(await revisions(stream)).toEqual([0]);
});

it('answers an honest repetition with the position of the original', async () => {
  const stream = freshStream();
  const event = events(2);
  const first = await client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
  await client.appendToStream(stream, events(1));
  expect(await client.appendToStream(stream, event, { expectedRevision: 'no_stream' })).toEqual(first);
  expect(await client.appendToStream(stream, event, { expectedRevision: 'any' })).toEqual(first);
  expect(await revisions(stream)).toEqual([0, 1, 2]);
});

it('takes the same id in another stream for another event', async () => {
  const event = events(1);
  const [one, other] = [freshStream(), freshStream()];
  await client.appendToStream(one, event);
  await client.appendToStream(other, event);
  expect(await revisions(other)).toEqual([0]);
});

it('answers an empty append to a stream without events with revision 0 and stores nothing', async () => {
  const stream = freshStream();
  expect((await client.appendToStream(stream, [])).nextExpectedRevision).toBe(0n);
  expect(await resultOf(collect(client.readStream(stream)))).toBe('stream-not-found');
});

it('stores 1,048,576 bytes of data and metadata at once, and refuses one byte more', async () => {
  const stream = freshStream();
  const sized = (bytes: number) =>
    binaryEvent({ type: 'B', data: new Uint8Array(bytes - 100), metadata: new Uint8Array(100) });
  expect(await resultOf(client.appendToStream(stream, sized(1_048_577)))).toBe('maximum-append-size-exceeded');
  expect(await resultOf(client.appendToStream(stream, [sized(1_000_000), sized(48_577)]))).toBe(
    'maximum-append-size-exceeded',
  );
  await client.appendToStream(stream, [sized(1_000_000), sized(48_576)]);
  expect(await revisions(stream)).toEqual([0, 1]);
});

it('stores 6,000 small events in one append, in order', async () => {
  const stream = freshStream();
  const { nextExpectedRevision } = await client.appendToStream(stream, events(6_000));
  expect(nextExpectedRevision).toBe(5_999n);
  expect(await revisions(stream)).toEqual(Array.from({ length: 6_000 }, (_, n) => n));
});

it('answers deadline-exceeded to an append whose deadline passes on its way', async () => {
  expect(await resultOf(client.appendToStream(freshStream(), events(20_000), { deadline: 1 }))).toBe(
    'deadline-exceeded',
  );
});

it('appends the same way when the client falls back to the unary call', async () => {
  const stream = freshStream();
  const credentials = { username: 'admin', password: 'changeit' };
  const first = await client.appendToStream(stream, events(3), { expectedRevision: 'no_stream', credentials });
  expect(first.nextExpectedRevision).toBe(2n);
  expect(await resultOf(client.appendToStream(stream, events(1), { expectedRevision: 'no_stream', credentials }))).toBe(
    'wrong-expected-version',
  );
  await client.tombstoneStream(stream);
  expect(await resultOf(client.appendToStream(stream, events(1), { credentials }))).toBe('stream-deleted');
});

it.each([
  [{ fromRevision: 3n }, [3, 4]],
  [{ fromRevision: 9n }, []],
  [{ maxCount: 2 }, [0, 1]],
  [{ direction: 'backwards', fromRevision: 'end', maxCount: 2 }, [4, 3]],
  [{ direction: 'backwards', fromRevision: 2n }, [2, 1, 0]],
  [{ direction: 'backwards', fromRevision: 99n }, [4, 3, 2, 1, 0]],
  [{ direction: 'backwards', fromRevision: 'start' }, [0]],
] as const)('reads a stream of five events with %o', async (options, expected) => {
  const stream = freshStream();
  await client.appendToStream(stream, events(5));
  expect(await revisions(stream, options)).toEqual(expected);
});

it('refuses a read forwards from the end and a read of nothing', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(1));
  expect(await resultOf(revisions(stream, { fromRevision: 'end' }))).toBe(server.expectations.emptyRead);
  expect(await resultOf(revisions(stream, { maxCount: 0 }))).toBe(server.expectations.emptyRead);
});

it('hides what $maxCount, truncate-before and $maxAge leave out, in both directions', async () => {
  const stream = freshStream();
  await client.appendToStream(stream, events(6));
  await client.setStreamMetadata(stream, { maxCount: 3 });
  expect(await revisions(stream)).toEqual([3, 4, 5]);
  expect(await revisions(stream, { direction: 'backwards', fromRevision: 'end' })).toEqual([5, 4, 3]);
  expect(await revisions(stream, { maxCount: 2 })).toEqual([3, 4]);
  await client.setStreamMetadata(stream, { truncateBefore: 5 });
  expect(await revisions(stream)).toEqual([5]);
  await client.setStreamMetadata(stream, { truncateBefore: 50 });
  expect(await revisions(stream)).toEqual([]);
  await client.setStreamMetadata(stream, { maxAge: 3_600 });
  expect(await revisions(stream)).toEqual([0, 1, 2, 3, 4, 5]);
  // Seconds: long enough for the next event to be read before it is too old as well, even where things pause.
  await client.setStreamMetadata(stream, { maxAge: 5 });
  await until('all events are too old', async () => (await revisions(stream)).length === 0);
  await client.appendToStream(stream, events(1));
  expect(await revisions(stream)).toEqual([6]);
  expect(await revisions(stream, { direction: 'backwards', fromRevision: 'end' })).toEqual([6]);
});

it('refuses what would kill the client with the real server, once', async () => {
  if (!server.expectations.invalidAppendIsAnsweredOnce) return;
  expect(await resultOf(client.appendToStream('', events(1)))).toBe('unknown');
  expect(await resultOf(client.appendToStream(freshStream(), jsonEvent({ type: '', data: {} })))).toBe('unknown');
  const stream = freshStream();
  expect(await resultOf(client.appendToStream(stream, jsonEvent({ id: 'not-a-uuid', type: 'T', data: {} })))).toBe(
    'unknown',
  );
  await client.appendToStream(stream, events(1), { expectedRevision: 'no_stream' });
});

it('answers a repetition in another order like any repetition', async () => {
  if (!server.expectations.repetitionInAnotherOrderIsAnswered) return;
  const stream = freshStream();
  const [a, b] = events(2);
  await client.appendToStream(stream, [a!, b!]);
  expect((await client.appendToStream(stream, [b!, a!])).nextExpectedRevision).toBe(0n);
  expect(await revisions(stream)).toEqual([0, 1]);
});

it('resolves links to events that their streams show, where it is asked to', async () => {
  const [target, links] = [freshStream(), freshStream()];
  await client.appendToStream(target, events(3));
  const linkTo = (text: string) => binaryEvent({ type: '$>', data: Buffer.from(text) });
  await client.appendToStream(links, [
    linkTo(`0@${target}`),
    linkTo(`2@${target}`),
    linkTo(`7@${target}`),
    linkTo(`${2n ** 63n - 1n}@${target}`),
    linkTo('2'),
    linkTo('2@'),
    // None of these begins with a number: they are events like any other.
    linkTo('?'),
    linkTo(''),
    linkTo(`two@${target}`),
    linkTo(`2 0@${target}`),
    linkTo(`${2n ** 63n}@${target}`),
  ]);
  await client.setStreamMetadata(target, { truncateBefore: 1 });
  const seen = (resolved: Awaited<ReturnType<typeof read>>) =>
    resolved.map(({ event, link }) => [event && `${event.revision}@${event.streamId}`, link && Number(link.revision)]);
  const read = (resolveLinkTos: boolean) => collect(client.readStream(links, { resolveLinkTos }));
  expect(seen(await read(true))).toEqual([
    [undefined, 0],
    [`2@${target}`, 1],
    [undefined, 2],
    [undefined, 3],
    [undefined, 4],
    [undefined, 5],
    ...[6, 7, 8, 9, 10].map((n) => [`${n}@${links}`, undefined]),
  ]);
  expect(seen(await read(false))).toEqual(Array.from({ length: 11 }, (_, n) => [`${n}@${links}`, undefined]));
});

it('says what to use instead of persistent subscriptions and projections', async () => {
  if (!server.expectations.refusesOtherServices) return;
  await expect(client.createProjection('p', 'fromAll()')).rejects.toThrow(/UNIMPLEMENTED.*catch-up subscription/);
});
