import { readFileSync } from 'node:fs';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { until } from '@order-ledger/testing/waiting';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';
import { events, freshStream } from './server-under-test.ts';
import { openStallingProxy } from './stalling-proxy.ts';

export const MIB = 1024 * 1024;
/** What the server may take at most, in bytes. */
export const MOST_MEMORY = 512 * MIB;

/** Resident memory at its highest, as the kernel counted it (pages of the mapped index included), in bytes. */
export const peakMemory = (server: ServerProcess): number => {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
};

/** An event of nearly 1 MiB, the largest that an append may carry. */
export const bigEvent = () => binaryEvent({ type: 'B', data: new Uint8Array(MIB - 1000) });

/**
 * Callers that take nothing: `subscribers` of $all, as many of a stream, and as many reads of it, of events of 1 MiB, and
 * one whose socket nobody reads. Others are served meanwhile. Answers the server's memory at its highest, in bytes.
 */
export const stallReaders = async (subscribers: number): Promise<number> => {
  const server = await startServerProcess(freshDirectory());
  const clients: EventStoreDBClient[] = [];
  const connect = (port = server.port): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
    clients.push(client);
    return client;
  };
  const proxy = await openStallingProxy(server.port);
  try {
    const writer = connect();
    const stream = freshStream('big');
    for (let n = 0; n < 40; n++) await writer.appendToStream(stream, bigEvent());

    let reading = 0;
    // The client takes no more data once its own buffers are full.
    const stall = <T extends { once(event: 'data', listener: () => void): unknown; pause(): unknown }>(each: T): T => {
      each.once('data', () => {
        each.pause();
        reading++;
      });
      return each;
    };
    const stalled = Array.from({ length: subscribers }, () => {
      const client = connect();
      return [
        stall(client.subscribeToAll()),
        stall(client.subscribeToStream(stream)),
        stall(client.readStream(stream) as unknown as ReturnType<typeof client.subscribeToStream>),
      ];
    }).flat();
    for (const each of stalled) each.on('error', () => {});
    await until('all of them read', () => reading === stalled.length, 60_000);

    const deaf = connect(proxy.port);
    const heard = deaf.subscribeToAll().on('error', () => {});
    await new Promise((resolve) => heard.once('data', resolve));
    proxy.stall();
    // Nobody will ever hear of these.
    for (let n = 0; n < 2_000; n++) deaf.appendToStream(freshStream(), events(1)).catch(() => {});

    for (let n = 0; n < 20; n++) {
      await writer.appendToStream(stream, bigEvent());
      await writer.appendToStream(freshStream(), events(10));
    }
    return peakMemory(server);
  } finally {
    proxy.close();
    await server.kill('SIGKILL');
    for (const client of clients) await client.dispose();
  }
};
