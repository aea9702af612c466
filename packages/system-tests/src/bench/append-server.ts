import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';

// One durable append of the official client for each request; answers the milliseconds that it took.
const client = EventStoreDBClient.connectionString(process.env.EVENTSTORE_URL ?? '');
const server = createServer(async (_request, response) => {
  const event = jsonEvent({ type: 'Appended', data: { padding: 'x'.repeat(500) } });
  const began = performance.now();
  await client.appendToStream(`bench-${randomUUID()}`, [event], { expectedRevision: NO_STREAM });
  response.end(String(performance.now() - began));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
