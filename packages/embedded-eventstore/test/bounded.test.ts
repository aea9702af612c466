import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { expect, it } from '@jest/globals';
import { MOST_MEMORY, peakMemory, stallReaders } from './bounded-campaign.ts';
import { freshDirectory, startServerProcess } from './server-process.ts';
import { events, freshStream } from './server-under-test.ts';

const STALLED = 10;

it(`stays below 512 MiB with ${3 * STALLED} readers of 1 MiB events that take nothing, and serves the others`, async () => {
  expect(await stallReaders(STALLED)).toBeLessThan(MOST_MEMORY);
}, 90_000);

it('takes a flood of appends from one caller in bounded memory', async () => {
  const server = await startServerProcess(freshDirectory());
  const client = EventStoreDBClient.connectionString(server.url);
  const big = () => binaryEvent({ type: 'B', data: new Uint8Array(200_000) });
  // They all wait from the first moment on, and the last of them as long as the machine needs for the whole flood.
  const append = () => client.appendToStream(freshStream(), big(), { deadline: 60_000 });
  const results = await Promise.all(Array.from({ length: 500 }, append));
  expect(results.every(({ success }) => success)).toBe(true);
  await client.appendToStream(freshStream(), events(1));
  const peak = peakMemory(server);
  await client.dispose();
  await server.kill('SIGKILL');
  expect(peak).toBeLessThan(MOST_MEMORY);
}, 120_000);
