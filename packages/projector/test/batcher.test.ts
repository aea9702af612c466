import { afterEach, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Delivery, Received } from '@order-ledger/ledger/subscribing/subscribe';
import { createBatcher } from '@order-ledger/projector/batcher';
import { journeyTo } from '@order-ledger/testing/orders/journeys';

let stop = new AbortController();
afterEach(() => {
  stop.abort(new Error('the test is over'));
  stop = new AbortController();
});

const NEVER = 3_600_000;
const batcher = (changes: { maxEvents?: number; lingerMs?: number; tickMs?: number } = {}) =>
  createBatcher({ maxEvents: 10, lingerMs: NEVER, tickMs: NEVER, signal: stop.signal, ...changes });

const [event] = journeyTo('INITIATED').events as [RecordedEvent];
const at = (commit: number) => ({ commit: BigInt(commit), prepare: BigInt(commit) });
/** `count` events that end at the position. */
const delivery = (position: number, count: number, caughtUp = false): Delivery<RecordedEvent> => ({
  events: Array.from({ length: count }, (_, index): Received<RecordedEvent> => {
    const place = at(position - count + index + 1);
    return { position: place, id: crypto.randomUUID(), stream: 'order-x', revision: 0n, created: null, event };
  }),
  position: at(position),
  caughtUp,
});
const told = (batch: Awaited<ReturnType<ReturnType<typeof batcher>['next']>>) =>
  batch === null ? null : [batch.reason, batch.received.length, Number(batch.position?.commit)];

it('gives at once what it has when the ledger has nothing more', async () => {
  const batches = batcher();
  await batches.offer(delivery(3, 3, true));
  expect(told(await batches.next())).toEqual(['tail', 3, 3]);
});

it('waits for more while the ledger has more, until the batch is full', async () => {
  const batches = batcher();
  await batches.offer(delivery(4, 4));
  const next = batches.next();
  await batches.offer(delivery(8, 4));
  await batches.offer(delivery(12, 4));
  expect(told(await next)).toEqual(['size', 12, 12]);
});

it('waits no longer than it may', async () => {
  const batches = batcher({ lingerMs: 5 });
  await batches.offer(delivery(1, 1));
  expect(told(await batches.next())).toEqual(['time', 1, 1]);
});

it('gives a position without events once a tick, and never the same one twice', async () => {
  const batches = batcher({ tickMs: 5 });
  await batches.offer(delivery(7, 0, true));
  expect(told(await batches.next())).toEqual(['tick', 0, 7]);
  await batches.offer(delivery(7, 0, true));
  batches.close();
  expect(await batches.next()).toBeNull();
});

it('takes no more over while it is full, so that a slow database is felt by the event store', async () => {
  const batches = batcher();
  await batches.offer(delivery(10, 10));
  let taken = false;
  const offered = batches.offer(delivery(11, 1)).then(() => {
    taken = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(taken).toBe(false);
  expect(told(await batches.next())).toEqual(['size', 10, 10]);
  await offered;
  expect(taken).toBe(true);
});

it('gives what is left when no more will come, then nothing; and nothing at all after the signal', async () => {
  const batches = batcher();
  await batches.offer(delivery(2, 2));
  batches.close();
  expect(told(await batches.next())).toEqual(['tail', 2, 2]);
  expect(await batches.next()).toBeNull();
  const given = batcher();
  const next = given.next();
  stop.abort(new Error('stop'));
  expect(await next).toBeNull();
});
