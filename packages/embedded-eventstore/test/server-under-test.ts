import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { freshDirectory, type ServerProcess, startServerProcess } from './server-process.ts';

/** What may differ between the embedded server and EventStoreDB (23.10.6), everything else being the same. */
const EXPECTATIONS = {
  embedded: {
    /** Two equal appends at once: the real server drops the second without an answer, until its deadline. */
    repetitionInFlight: ['done', 'done'],
    /** Reads that the real server fails as unknown are refused as invalid arguments, which the client calls unknown, too. */
    emptyRead: 'unknown',
    /** Invalid appends are answered twice by the real server, and the client dies of the second answer. */
    invalidAppendIsAnsweredOnce: true,
    repetitionInAnotherOrderIsAnswered: true,
    refusesOtherServices: true,
    /** The real server writes $stats into $all while the tests run. */
    writesEventsOfItsOwn: false,
  },
  eventstoredb: {
    repetitionInFlight: ['done', 'deadline-exceeded'],
    emptyRead: 'unknown',
    invalidAppendIsAnsweredOnce: false,
    repetitionInAnotherOrderIsAnswered: false,
    refusesOtherServices: false,
    writesEventsOfItsOwn: true,
  },
} as const;

export interface ServerUnderTest {
  readonly client: EventStoreDBClient;
  readonly expectations: (typeof EXPECTATIONS)['embedded' | 'eventstoredb'];
  stop(): Promise<void>;
}

/** The server at EVENTSTORE_URL, an embedded one or not, or else an embedded one of its own. */
export const startServerUnderTest = async (): Promise<ServerUnderTest> => {
  const url = process.env.EVENTSTORE_URL;
  const server: ServerProcess | undefined = url ? undefined : await startServerProcess(freshDirectory());
  const client = EventStoreDBClient.connectionString(url ?? server?.url ?? '');
  const [first] = await collect(client.readAll({ maxCount: 1 }));
  return {
    client,
    // The embedded server begins every log with an event of its own.
    expectations: EXPECTATIONS[first?.event?.streamId === '$ledger' ? 'embedded' : 'eventstoredb'],
    async stop() {
      await client.dispose();
      await server?.kill();
    },
  };
};

export const freshStream = (prefix = 'contract'): string => `${prefix}-${randomUUID()}`;

export const events = (count: number, type = 'T') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));

/** 'done', or the type of the client's error. */
export const resultOf = (operation: Promise<unknown>): Promise<string> =>
  operation.then(
    () => 'done',
    (error: Error & { type?: string }) => error.type ?? error.message,
  );

export const collect = async <T>(reading: AsyncIterable<T>, count = Number.POSITIVE_INFINITY): Promise<T[]> => {
  const seen: T[] = [];
  for await (const each of reading) {
    seen.push(each);
    if (seen.length >= count) break;
  }
  return seen;
};
