import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventStoreDBClient, START } from '@eventstore/db-client';

// One read of $all from its beginning by the official client for each request; answers how many events there were, and
// in how many milliseconds.
const client = EventStoreDBClient.connectionString(process.env.EVENTSTORE_URL ?? '');
const server = createServer(async (_request, response) => {
  const began = performance.now();
  let events = 0;
  for await (const { event } of client.readAll({ fromPosition: START, maxCount: Number.MAX_SAFE_INTEGER }))
    if (event?.streamId.startsWith('order-')) events += 1;
  response.end(JSON.stringify({ events, ms: performance.now() - began }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
