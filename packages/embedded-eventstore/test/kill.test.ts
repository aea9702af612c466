import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { expect, it } from '@jest/globals';
import { freshDirectory, startServerProcess } from './server-process.ts';

const WRITERS = 32;
const KILLS = process.env.LONG ? 200 : 10;

interface Writer {
  readonly stream: string;
  /** Ids in the order of their revisions: those acknowledged, and one more that may or may not be stored. */
  readonly acknowledged: string[];
  inDoubt: string | undefined;
}

/** Appends at exact revisions until the server dies; a fresh client each time, as after a restart of the caller. */
const writeUntilKilled = async (client: EventStoreDBClient, writer: Writer): Promise<void> => {
  for (;;) {
    const id = writer.inDoubt ?? randomUUID();
    writer.inDoubt = id;
    const next = writer.acknowledged.length;
    try {
      await client.appendToStream(writer.stream, jsonEvent({ id, type: 'Counted', data: { n: next } }), {
        expectedRevision: next === 0 ? 'no_stream' : BigInt(next - 1),
      });
    } catch {
      return;
    }
    writer.acknowledged.push(id);
    writer.inDoubt = undefined;
  }
};

const idsIn = async (client: EventStoreDBClient, stream: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { event } of client.readStream(stream)) {
    expect(event?.revision).toBe(BigInt(ids.length));
    ids.push(event?.id ?? '');
  }
  return ids;
};

it(
  `loses and doubles nothing that it acknowledged in ${KILLS} kills under ${WRITERS} writers`,
  async () => {
    const directory = freshDirectory();
    const writers = Array.from(
      { length: WRITERS },
      (_, i): Writer => ({
        stream: `order-${i}-${randomUUID()}`,
        acknowledged: [],
        inDoubt: undefined,
      }),
    );
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await startServerProcess(directory);
      const client = EventStoreDBClient.connectionString(server.url);
      const writing = Promise.all(writers.map((writer) => writeUntilKilled(client, writer)));
      const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
      // Not before events are being acknowledged, and at no particular moment then.
      const enough = before + 50 + Math.floor(Math.random() * 200);
      while (writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) < enough)
        await new Promise((resolve) => setImmediate(resolve));
      await server.kill('SIGKILL');
      await writing;
      await client.dispose();
    }

    const server = await startServerProcess(directory);
    const client = EventStoreDBClient.connectionString(server.url);
    for (const { stream, acknowledged, inDoubt } of writers) {
      const ids = await idsIn(client, stream);
      const maybe = ids.length === acknowledged.length + 1 && inDoubt !== undefined ? [inDoubt] : [];
      expect(ids).toEqual([...acknowledged, ...maybe]);
    }
    await client.dispose();
    expect(await server.kill()).toBe(0);
  },
  KILLS * 10_000,
);
