import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { expect } from '@jest/globals';
import { freshDirectory, startServerProcess } from './server-process.ts';

export const WRITERS = 32;

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

const idsIn = async (client: EventStoreDBClient, stream: string, from: number): Promise<string[]> => {
  const ids: string[] = [];
  try {
    for await (const { event } of client.readStream(stream, { fromRevision: BigInt(from) })) {
      expect(event?.revision).toBe(BigInt(from + ids.length));
      ids.push(event?.id ?? '');
    }
  } catch (error) {
    if ((error as { type?: string }).type !== 'stream-not-found') throw error;
  }
  return ids;
};

/**
 * Kills the server `kills` times under 32 writers, checks after each that everything acknowledged stands once and at its
 * revision, and answers how much that was.
 */
export const surviveKills = async (kills: number): Promise<Readonly<Record<string, number>>> => {
  const directory = freshDirectory();
  const writers = Array.from(
    { length: WRITERS },
    (_, i): Writer => ({ stream: `order-${i}-${randomUUID()}`, acknowledged: [], inDoubt: undefined }),
  );
  const acknowledged = (): number => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  let storedInDoubt = 0;
  for (let kill = 0; kill <= kills; kill++) {
    const server = await startServerProcess(directory);
    const client = EventStoreDBClient.connectionString(server.url);
    for (const writer of writers) {
      // The last of them only, after the first kill: all of every stream is read at the end.
      const known = kill === kills ? 0 : Math.max(0, writer.acknowledged.length - 1);
      const ids = await idsIn(client, writer.stream, known);
      const doubtful = ids.length === writer.acknowledged.length - known + 1 ? writer.inDoubt : undefined;
      if (doubtful !== undefined) storedInDoubt++;
      expect(ids).toEqual([...writer.acknowledged.slice(known), ...(doubtful === undefined ? [] : [doubtful])]);
    }
    if (kill === kills) {
      await client.dispose();
      expect(await server.kill()).toBe(0);
      break;
    }
    const writing = Promise.all(writers.map((writer) => writeUntilKilled(client, writer)));
    // Not before events are being acknowledged, and at no particular moment then.
    const enough = acknowledged() + 50 + Math.floor(Math.random() * 200);
    while (acknowledged() < enough) await new Promise((resolve) => setImmediate(resolve));
    await server.kill('SIGKILL');
    await writing;
    await client.dispose();
  }
  return {
    kills,
    writers: WRITERS,
    acknowledged: acknowledged(),
    stored_though_in_doubt: storedInDoubt,
    lost: 0,
    doubled: 0,
  };
};
