import { once } from 'node:events';
import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { startEventStore } from '@order-ledger/testing/services/event-store';
import { EVENT_STORE, eventStoreClock } from '../src/server/server-clock.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const ask = (url: string) => eventStoreClock(url)[EVENT_STORE]!(AbortSignal.timeout(5_000));
interface Answering {
  readonly url: string;
  /** Its connections so far, the open ones and those that have ended. */
  readonly sessions: readonly ServerHttp2Session[];
}
/** An event store that answers so, or is silent. */
const eventStore = async (answers: () => string | undefined): Promise<Answering> => {
  const server: Http2Server = createServer();
  const sessions: ServerHttp2Session[] = [];
  server.on('session', (session) => void sessions.push(session));
  server.on('stream', (stream) => {
    stream.on('error', () => {});
    const date = answers();
    if (date === undefined) return;
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', date });
    stream.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.close();
    for (const session of sessions) session.destroy();
  });
  return { url: `esdb://name:secret@127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`, sessions };
};
const answering = async (date: string | undefined): Promise<string> => (await eventStore(() => date)).url;

it('reads the clock of an event store as it is', async () => {
  const real = await startEventStore();
  closing.push(() => real.stop());
  const asked = Date.now();
  const { from, to } = await ask(real.url);
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

it('asks again and again over one connection, and over another once that has ended or fallen silent', async () => {
  let date: string | undefined = new Date(0).toUTCString();
  const { url, sessions } = await eventStore(() => date);
  const clock = eventStoreClock(url)[EVENT_STORE]!;
  const asked = (limitMs = 5_000) => clock(AbortSignal.timeout(limitMs));
  await asked();
  await asked();
  expect(sessions).toHaveLength(1);
  const [first] = sessions;
  const ended = once(first!, 'close');
  first!.destroy();
  await ended;
  // The end may not have come through to the side that asks.
  await asked().catch(() => asked());
  expect(sessions).toHaveLength(2);
  date = undefined;
  await expect(asked(100)).rejects.toThrow('not told its time');
  date = new Date(0).toUTCString();
  await asked();
  expect(sessions).toHaveLength(3);
});
