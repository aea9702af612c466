import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { historyOf } from '@order-ledger/seed/history';
import { bornAt } from '@order-ledger/seed/into-ledger';

// The same histories in emmett's event store on the same Postgres. Each request replays them by a new processor that does
// nothing with an event; answers how many there were, and in how many milliseconds.
const { DATABASE_URL = '', SEEDING = '' } = process.env;
const seeding = { ...JSON.parse(SEEDING), seen: () => undefined };
const store = getPostgreSQLEventStore(DATABASE_URL);
await store.schema.migrate();

/** Appends in flight, and events that a processor reads with one statement: its default of 100 replays at a quarter of the rate. */
const [IN_FLIGHT, BATCH_SIZE] = [16, 1_000];

let next = 0;
const writer = async (): Promise<void> => {
  while (next < seeding.orders) {
    const number = next;
    next += 1;
    const history = historyOf({ ...seeding, number, from: bornAt(seeding, number) });
    const events = history.map(({ type, data }) => ({ type, data }));
    await store.appendToStream(`order-${history[0]?.metadata.order_id}`, events);
  }
};
await Promise.all(Array.from({ length: IN_FLIGHT }, writer));

let replays = 0;
const server = createServer(async (_request, response) => {
  replays += 1;
  let events = 0;
  const consumer = store.consumer({ pulling: { batchSize: BATCH_SIZE }, stopWhen: { noMessagesLeft: true } });
  consumer.reactor({
    processorId: `replay ${replays}`,
    startFrom: 'BEGINNING',
    eachMessage: () => {
      events += 1;
    },
  });
  const began = performance.now();
  await consumer.start();
  const ms = performance.now() - began;
  await consumer.close();
  response.end(JSON.stringify({ events, ms }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
