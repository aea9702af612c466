import type { AddressInfo } from 'node:net';
import express from 'express';

// The unit of all benchmarks: an express answer with a body of 100 bytes, and nothing else.
const BODY = 'x'.repeat(100);
const app = express();
app.get('/', (_request, response) => void response.send(BODY));
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
