// The reference of the benchmark: the same gRPC server over a store that answers at once and keeps nothing.
import { startServer } from '../dist/server.js';

const log = { end: () => 64, forwards: async () => [], backwards: async () => [], probe: async () => undefined };
let position = 64;
const store = {
  log,
  index: { state: () => ({ last: -1, tombstoned: false, truncateBefore: 0 }) },
  signal: { next: () => ({ woken: new Promise(() => {}), cancel() {} }), wake() {} },
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
  subscribers: new Set(),
  beforeAnswer: async (outcome) => outcome,
  onUnexpected: (error) => process.stderr.write(`${error}\n`),
});
process.stdout.write(`${JSON.stringify({ message: 'ready', port: server.port })}\n`);
