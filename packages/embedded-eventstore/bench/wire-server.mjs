// The reference of the benchmark: the same gRPC server over a store that answers appends at once and keeps nothing, and
// whose $all is READ_EVENTS finished messages in memory. What remains is the client's and gRPC's work.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { encodeRecord } from '../dist/record.js';
import { startServer } from '../dist/server.js';
import { orderEvent } from './order-event.mjs';

const FIRST_POSITION = 64;
const PAGE = 400;

const pages = new Map();
let end = FIRST_POSITION;
for (let left = Number(process.env.READ_EVENTS ?? 0); left > 0; left -= PAGE) {
  const page = [];
  const from = end;
  for (let i = 0; i < Math.min(PAGE, left); i++) {
    const { type, data, metadata } = orderEvent();
    const event = {
      id: randomUUID(),
      stream: `order-${randomUUID()}`,
      type,
      contentType: 'application/json',
      metadata: Buffer.from(JSON.stringify(metadata)),
      data: Buffer.from(JSON.stringify(data)),
    };
    const record = encodeRecord(event, { position: end, group: from, revision: 0, created: Date.now(), flags: 1 });
    page.push(record);
    end += record.bytes.length;
  }
  pages.set(from, page);
}

let position = end;
const store = {
  log: { end: () => end, forwards: async (from) => [...(pages.get(from) ?? [])] },
  index: { state: () => ({ last: -1, tombstoned: false, truncateBefore: 0 }) },
  news: new EventEmitter(),
  submit: async ({ events }) => {
    position += 500;
    return { kind: 'done', revision: events.length - 1, position };
  },
  failure: () => undefined,
};
const server = await startServer({
  store,
  host: '127.0.0.1',
  port: 0,
  protectedPrefixes: [],
  commitTimeoutMs: 10_000,
  subscribers: new Set(),
  beforeAnswer: async (outcome) => outcome,
  onUnexpected: (error) => process.stderr.write(`${error}\n`),
});
process.stdout.write(`${JSON.stringify({ message: 'ready', port: server.port })}\n`);
