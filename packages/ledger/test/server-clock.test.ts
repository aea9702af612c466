import { once } from 'node:events';
import { createServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { EVENT_STORE, eventStoreClock } from '../src/server/server-clock.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const ask = (url: string) => eventStoreClock(url)[EVENT_STORE]!(AbortSignal.timeout(5_000));
/** An event store with this time, or none. */
const answering = async (date: string | undefined): Promise<string> => {
  const server: Http2Server = createServer();
  server.on('stream', (stream) => {
    if (date === undefined) return;
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', date });
    stream.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `esdb://name:secret@127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`;
};

it('reads the clock of an event store as it is', async () => {
  const eventStore = await startEventStore();
  closing.push(() => eventStore.stop());
  const asked = Date.now();
  const { from, to } = await ask(eventStore.url);
  expect(from).toBeLessThanOrEqual(Date.now());
  expect(to).toBeGreaterThanOrEqual(asked);
});

it('knows it to the second, because no more is told', async () => {
  const from = Date.UTC(2020, 1, 2, 3, 4, 5);
  expect(await ask(await answering(new Date(from).toUTCString()))).toEqual({ from, to: from + 1_000 });
});

it('does not know it where none is told, nobody answers, or the address names no server', async () => {
  await expect(ask(await answering('soon'))).rejects.toThrow('does not tell its time');
  await expect(eventStoreClock(await answering(undefined))[EVENT_STORE]!(AbortSignal.timeout(100))).rejects.toThrow();
  await expect(ask('esdb://127.0.0.1:1?tls=false')).rejects.toThrow();
  await expect(ask('esdb+discover://cluster.internal:2113')).rejects.toThrow('no server');
});
