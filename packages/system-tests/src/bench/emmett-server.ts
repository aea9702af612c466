import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import { EventStoreDBClient, type JSONRecordedEvent, START } from '@eventstore/db-client';

// Emmett's PostgreSQL event store with the same events as the ledger, order by order. Each GET has a processor that does
// nothing replay them from the beginning; answers how many there were, and in how many milliseconds.
const connectionString = process.env.DATABASE_URL ?? '';
/** More than its own 100, in its favour. */
const BATCH = 1_000;

const store = getPostgreSQLEventStore(connectionString);
const ledger = EventStoreDBClient.connectionString(process.env.EVENTSTORE_URL ?? '');

const copy = async (): Promise<void> => {
  const streams = new Map<string, { type: string; data: Record<string, unknown> }[]>();
  for await (const { event } of ledger.readAll({ fromPosition: START, maxCount: Number.MAX_SAFE_INTEGER })) {
    if (event?.streamId.startsWith('order-') !== true) continue;
    const { streamId, type, data } = event as JSONRecordedEvent;
    const stream = streams.get(streamId) ?? [];
    stream.push({ type, data: data as Record<string, unknown> });
    streams.set(streamId, stream);
  }
  // One after the other: of streams that were appended to side by side its replay misses some events.
  for (const [id, events] of streams) await store.appendToStream(id, events);
};

const replay = async (): Promise<{ events: number; ms: number }> => {
  const began = performance.now();
  let events = 0;
  const consumer = postgreSQLEventStoreConsumer({
    connectionString,
    stopWhen: { noMessagesLeft: true },
    pulling: { batchSize: BATCH },
  });
  consumer.reactor({
    processorId: randomUUID(),
    startFrom: 'BEGINNING',
    eachMessage: () => {
      events += 1;
    },
  });
  await consumer.start();
  const ms = performance.now() - began;
  await consumer.close();
  return { events, ms };
};

await store.schema.migrate();
await copy();
await ledger.dispose();
const server = createServer(async (_request, response) => {
  response.end(JSON.stringify(await replay()));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
