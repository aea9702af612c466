import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';
import { collect, events, freshStream, resultOf } from './server-under-test.ts';

const running: ServerProcess[] = [];
const clients: EventStoreDBClient[] = [];

const startWith = async (faults: string) => {
  const server = await startServerProcess(freshDirectory(), [], { EVENTSTORE_FAULTS: faults });
  running.push(server);
  return { server, client: connect(server) };
};
const connect = (server: ServerProcess) => {
  const client = EventStoreDBClient.connectionString(server.url);
  clients.push(client);
  return client;
};
const stored = async (server: ServerProcess, stream: string) =>
  (await collect(connect(server).readStream(stream))).map(({ event }) => Number(event?.revision));

afterEach(async () => {
  // A client whose stream of appends was ended waits for it for ever.
  for (const client of clients.splice(0)) await Promise.race([client.dispose(), delay(500)]);
  for (const server of running.splice(0)) await server.kill('SIGKILL');
});

it('says loudly which faults it injects, and refuses those that it does not know', async () => {
  const { server } = await startWith('swallow=2,delay_ms=1');
  expect(server.lines.find(({ level }) => level === 'warn')).toMatchObject({
    message: expect.stringContaining('FAULTS ARE INJECTED'),
    faults: [expect.stringContaining('swallow=2'), expect.stringContaining('delay_ms=1')],
  });
  await expect(startWith('explode=1')).rejects.toThrow(
    /there is swallow, timeout, cut, end, delay_ms, fail_write, fail_sync/,
  );
});

it('stores an append whose answer it swallows', async () => {
  const { server, client } = await startWith('swallow=2');
  const stream = freshStream();
  await client.appendToStream(stream, events(1));
  let answered = false;
  // Never settles: nothing but the end of the connection takes it back.
  const swallowed = resultOf(client.appendToStream(stream, events(1))).then((result) => {
    answered = true;
    return result;
  });
  await client.appendToStream(stream, events(1));
  expect(await stored(server, stream)).toEqual([0, 1, 2]);
  expect(answered).toBe(false);
  await server.kill('SIGKILL');
  expect(await swallowed).toBe('unavailable');
});

it('answers deadline-exceeded for an append that it stores', async () => {
  const { server, client } = await startWith('timeout=1');
  const stream = freshStream();
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('deadline-exceeded');
  expect(await stored(server, stream)).toEqual([0]);
});

it('answers late', async () => {
  const { client } = await startWith('delay_ms=300');
  const started = performance.now();
  await client.appendToStream(freshStream(), events(1));
  expect(performance.now() - started).toBeGreaterThan(295);
});

it('cuts the connections after an append is stored, and the client comes back by itself', async () => {
  const { server, client } = await startWith('cut=3');
  const stream = freshStream();
  const errors: string[] = [];
  const subscription = client.subscribeToStream(stream).on('error', (error: Error & { type?: string }) => {
    errors.push(error.type ?? error.message);
  });
  await new Promise((resolve) => subscription.once('confirmation', resolve));
  const results: string[] = [];
  for (let n = 0; n < 3; n++) results.push(await resultOf(client.appendToStream(stream, events(1))));
  expect(results.slice(0, 2)).toEqual(['done', 'done']);
  expect(results[2]).not.toBe('done');
  await until('the subscription has failed', () => errors.length === 1);
  expect(await stored(server, stream)).toEqual([0, 1, 2]);
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('done');
});

it('ends the stream of appends after an append is stored, which leaves the client without an answer for ever', async () => {
  const { server, client } = await startWith('end=2');
  const stream = freshStream();
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('done');
  let settled = 0;
  const append = (): void => void resultOf(client.appendToStream(stream, events(1))).then(() => settled++);
  append();
  await until('it is stored', async () => (await stored(server, stream)).length === 2);
  // What the same client appends now reaches nobody; what another one appends does.
  append();
  expect(await resultOf(connect(server).appendToStream(stream, events(1)))).toBe('done');
  expect([settled, await stored(server, stream)]).toEqual([0, [0, 1, 2]]);
});

it('refuses everything after an injected sync error, until it is started again', async () => {
  const { server, client } = await startWith('fail_sync=3');
  const stream = freshStream();
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('done');
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('unknown');
  expect(await resultOf(client.appendToStream(stream, events(1)))).toBe('unknown');
  expect(await stored(server, stream)).toEqual([0]);
});
