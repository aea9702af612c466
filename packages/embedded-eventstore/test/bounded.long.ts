import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { bigEvent, MIB, MOST_MEMORY, peakMemory, stallReaders } from './bounded-campaign.ts';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';

const STALLED = 100;
const STREAMS = 1_000_000;
const LOG_BYTES = 8 * 1024 * MIB;
/** The temporary folder may be in memory: this much, in bytes, belongs on a disk. */
const FOLDER = '/var/tmp';
const IN_FLIGHT = 256;

const figures: Record<string, unknown> = {};
afterAll(() => recordLongRun('event-store-bounds', figures));

const mib = (bytes: number): number => Math.round(bytes / MIB);
const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;

it(`stays below 512 MiB with ${3 * STALLED} readers of 1 MiB events that take nothing`, async () => {
  const peak = await stallReaders(STALLED);
  figures.readers_that_take_nothing = 3 * STALLED;
  figures.peak_memory_mib_with_them = mib(peak);
  expect(peak).toBeLessThan(MOST_MEMORY);
}, 600_000);

/** Calls `append` until `done`, IN_FLIGHT at once. */
const inParallel = async (inFlight: number, done: () => boolean, append: () => Promise<unknown>): Promise<void> => {
  const worker = async (): Promise<void> => {
    while (!done()) await append();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
};

it(`stays below 512 MiB with ${STREAMS} streams and a log of 8 GiB, and starts on it as fast as on nothing`, async () => {
  const { bavail, bsize } = statfsSync(FOLDER);
  if (bavail * bsize < 1.5 * LOG_BYTES) throw new Error(`${FOLDER} has not the 12 GiB that this takes`);
  const emptyStart = performance.now();
  await (await startServerProcess(freshDirectory())).kill();
  figures.start_on_nothing_s = seconds(emptyStart);

  const directory = mkdtempSync(join(FOLDER, 'embedded-eventstore-'));
  const log = join(directory, 'events.log');
  const servers: ServerProcess[] = [];
  const start = async (): Promise<ServerProcess> => {
    const server = await startServerProcess(directory);
    servers.push(server);
    return server;
  };
  try {
    const filling = await start();
    const writer = EventStoreDBClient.connectionString(filling.url);
    let streams = 0;
    let began = performance.now();
    await inParallel(
      IN_FLIGHT,
      () => streams >= STREAMS,
      () => {
        const event = jsonEvent({ type: 'OrderInitiated', data: { n: ++streams }, metadata: { by: 'the campaign' } });
        return writer.appendToStream(`order-${randomUUID()}`, event, { expectedRevision: 'no_stream' });
      },
    );
    figures.streams = streams;
    figures.streams_s = seconds(began);
    figures.peak_memory_mib_after_streams = mib(peakMemory(filling));
    began = performance.now();
    await inParallel(
      8,
      () => statSync(log).size >= LOG_BYTES,
      () => writer.appendToStream('big', bigEvent()),
    );
    figures.log_gib = Math.round((statSync(log).size / 2 ** 30) * 10) / 10;
    figures.log_s = seconds(began);
    figures.peak_memory_mib_while_writing = mib(peakMemory(filling));
    expect(peakMemory(filling)).toBeLessThan(MOST_MEMORY);
    await filling.kill('SIGKILL');
    await writer.dispose();

    began = performance.now();
    const server = await start();
    figures.start_after_kill_s = seconds(began);
    figures.events_checked_at_start = server.lines[0]?.events_checked;
    expect(Number(figures.events_checked_at_start)).toBeLessThan(200_000);
    const reader = EventStoreDBClient.connectionString(server.url);
    began = performance.now();
    let read = 0;
    for await (const { event } of reader.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1_500 }))
      read += event?.streamId === 'big' ? 1 : 0;
    expect(read).toBe(1_500);
    const subscription = reader.subscribeToAll({ fromPosition: 'start' }, { highWaterMark: 64 });
    read = 0;
    for await (const { event } of subscription) {
      if (event?.type.startsWith('$')) continue;
      if (++read === STREAMS + 2_000) break;
    }
    figures.read_events = read;
    figures.read_s = seconds(began);
    figures.peak_memory_mib_while_reading = mib(peakMemory(server));
    expect(peakMemory(server)).toBeLessThan(MOST_MEMORY);
    await reader.dispose();
    expect(await server.kill()).toBe(0);

    began = performance.now();
    const again = await start();
    figures.start_after_stop_s = seconds(began);
    expect(again.lines[0]).toMatchObject({ events_checked: 0 });
    await again.kill();
  } finally {
    for (const server of servers) await server.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}, 7_200_000);
