import { readFileSync } from 'node:fs';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, expect, it } from '@jest/globals';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';
import { events, freshStream, until } from './server-under-test.ts';

const MIB = 1024 * 1024;
const MOST = 512 * MIB;
const STALLED = process.env.LONG ? 100 : 30;

let server: ServerProcess | undefined;
const clients: EventStoreDBClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  await server?.kill('SIGKILL');
});

const connect = () => {
  const client = EventStoreDBClient.connectionString(server?.url ?? '');
  clients.push(client);
  return client;
};

/** Resident memory at its highest, as the kernel counted it, in bytes. */
const peakMemory = () => {
  const status = readFileSync(`/proc/${server?.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
};

it(`stays below 512 MiB with ${STALLED} stalled subscribers of 1 MiB events, and goes on serving`, async () => {
  server = await startServerProcess(freshDirectory());
  const writer = connect();
  const stream = freshStream('big');
  for (let n = 0; n < 40; n++)
    await writer.appendToStream(stream, binaryEvent({ type: 'B', data: new Uint8Array(MIB - 1000) }));
  // Nobody reads these streams: the client stops taking data once its own buffers are full.
  let confirmed = 0;
  const reader = Array.from({ length: STALLED }, () => connect());
  const stalled = reader.map((client) => client.subscribeToAll().once('confirmation', () => confirmed++));
  for (const subscription of stalled) subscription.once('data', () => subscription.pause());
  await until('all subscribed', () => confirmed === STALLED);
  for (let n = 0; n < 20; n++) {
    await writer.appendToStream(stream, binaryEvent({ type: 'B', data: new Uint8Array(MIB - 1000) }));
    await writer.appendToStream(freshStream(), events(10));
  }
  expect(peakMemory()).toBeLessThan(MOST);
  for (const subscription of stalled) await subscription.unsubscribe();
}, 60_000);

it('takes a flood of appends from one caller in bounded memory', async () => {
  server = await startServerProcess(freshDirectory());
  const client = connect();
  const big = () => binaryEvent({ type: 'B', data: new Uint8Array(200_000) });
  const results = await Promise.all(Array.from({ length: 500 }, () => client.appendToStream(freshStream(), big())));
  expect(results.every(({ success }) => success)).toBe(true);
  expect(peakMemory()).toBeLessThan(MOST);
}, 60_000);
