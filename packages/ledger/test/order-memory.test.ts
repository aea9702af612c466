import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { UnreadableEventError } from '@order-ledger/domain/recorded-event';
import { createOrderMemory } from '@order-ledger/ledger/follow/order-memory';
import { eventId } from '@order-ledger/ledger/identity';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { openWholeLedger } from '@order-ledger/ledger/stored/whole';
import type { Received } from '@order-ledger/ledger/subscribing/subscribe';
import { registry } from '@order-ledger/platform/metrics';
import { addNote, collect, initiate } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { type OpenEventStore, openEventStore } from '@order-ledger/testing/services/event-store';

const { log } = keepingLog();
let store: OpenEventStore;
/** What was written last of this ledger is lost, and something else was written since. */
let restored: OpenEventStore;
let ledger: Ledger;
let other: Ledger;

beforeAll(async () => {
  [store, restored] = await Promise.all([openEventStore(), openEventStore()]);
  ledger = openLedger({ connectionString: store.url, log });
  other = openLedger({ connectionString: restored.url, log });
});
afterAll(async () => {
  await Promise.all([ledger.close(), other.close()]);
  await Promise.all([store.stop(), restored.stop()]);
});

/** An order with so many events. */
const orderOf = async (count: number): Promise<{ orderId: string; events: RecordedEvent[] }> => {
  const creation = initiate();
  await ledger.execute(creation);
  const orderId = creation.order_id;
  for (let n = 1; n < count; n += 1) await ledger.execute(addNote(orderId));
  return { orderId, events: await collect(ledger.readOrder(orderId)) };
};
const hashes = (events: readonly RecordedEvent[]): string[] => events.map(({ metadata }) => metadata.hash);
const place = (event: RecordedEvent) => ({
  position: { commit: 0n, prepare: 0n },
  id: eventId(event.metadata.hash),
  stream: `order-${event.metadata.order_id}`,
  revision: BigInt(event.metadata.event_version - 1),
  created: null,
});
const received = (event: RecordedEvent): Received<RecordedEvent> => ({ ...place(event), event });
const unreadable = (event: RecordedEvent): Received<RecordedEvent> => ({
  ...place(event),
  event: null,
  fault: new UnreadableEventError('not ours'),
});

/** How often a stream was read so, as operators see it. */
const figureOf = async (part: 'whole' | 'rest'): Promise<number> => {
  const metric = (await registry.getMetricsAsJSON()).find(({ name }) => name === 'ledger_order_reads_total');
  return metric?.values.find(({ labels }) => labels.follower === 'test' && labels.part === part)?.value ?? 0;
};

/** A memory of the hashes of an order's events, and how many events were read for it. */
const remembering = (options: { mostEvents?: number; fails?: (event: RecordedEvent) => boolean } = {}) => {
  let reads = 0;
  let events = 0;
  let source = ledger;
  const memory = createOrderMemory<string[]>({
    follower: 'test',
    ledger: {
      readOrder: async function* (...order) {
        reads += 1;
        for await (const event of source.readOrder(...order)) {
          events += 1;
          yield event;
        }
      },
    },
    fold: (seen, event) => {
      if (options.fails?.(event)) throw new TypeError('our own code fell over it');
      return [...(seen ?? []), event.metadata.hash];
    },
    ...(options.mostEvents === undefined ? {} : { mostEvents: options.mostEvents }),
  });
  const since = () => {
    const read = { reads, events };
    reads = 0;
    events = 0;
    return read;
  };
  const exchange = (to: Ledger): void => {
    source = to;
  };
  return { memory, since, exchange };
};

describe('what a follower remembers of an order', () => {
  it('is read of no stream where every event came, and once where the order is met in the middle', async () => {
    const { orderId, events } = await orderOf(12);
    const fromTheStart = remembering();
    for (const event of events) {
      fromTheStart.memory.take([received(event)]);
      expect(await fromTheStart.memory.recall(orderId)).toHaveLength(event.metadata.event_version);
    }
    expect(fromTheStart.since()).toEqual({ reads: 0, events: 0 });

    const midway = remembering();
    for (const event of events.slice(5)) {
      midway.memory.take([received(event)]);
      expect(await midway.memory.recall(orderId)).toEqual(hashes(events));
    }
    expect(midway.since()).toEqual({ reads: 1, events: 12 });
  });

  it('does not change by events that come twice, nor by those that it was read ahead of', async () => {
    const { orderId, events } = await orderOf(4);
    const { memory, since } = remembering();
    memory.take(events.slice(0, 2).map(received));
    memory.take(events.slice(0, 2).map(received));
    expect(await memory.recall(orderId)).toEqual(hashes(events.slice(0, 2)));
    expect(await memory.now(orderId)).toEqual(hashes(events));
    memory.take(events.map(received));
    expect(await memory.recall(orderId)).toEqual(hashes(events));
    expect(since()).toEqual({ reads: 1, events: 3 });
  });

  it('is given up at a gap, at an event that nobody can read, and where our own code falls over one', async () => {
    const { orderId, events } = await orderOf(5);
    const [first, second, third, fourth, fifth] = events as [
      ...[RecordedEvent, RecordedEvent, RecordedEvent, RecordedEvent, RecordedEvent],
    ];
    const gap = remembering();
    gap.memory.take([received(first), received(second), received(fourth)]);
    expect(await gap.memory.recall(orderId)).toEqual(hashes(events));
    expect(gap.since().reads).toBe(1);

    const broken = remembering();
    broken.memory.take([received(first), received(second), unreadable(third)]);
    await broken.memory.recall(orderId);
    expect(broken.since()).toEqual({ reads: 1, events: 5 });

    let fell = true;
    const fallen = remembering({ fails: (event) => fell && event === fifth });
    fallen.memory.take(events.map(received));
    fell = false;
    expect(await fallen.memory.recall(orderId)).toEqual(hashes(events));
    expect(fallen.since().reads).toBe(1);
  });

  it('is forgotten on request, one order or all', async () => {
    const { orderId, events } = await orderOf(2);
    const { memory, since } = remembering();
    for (const giveUp of [() => memory.forget(orderId), memory.clear]) {
      memory.take(events.map(received));
      giveUp();
      expect(await memory.recall(orderId)).toEqual(hashes(events));
      expect(since().reads).toBe(1);
      memory.clear();
    }
  });

  it('is as much as there is room for: of an order that had to go the stream is read again', async () => {
    const [one, two] = [await orderOf(3), await orderOf(3)];
    const { memory, since } = remembering({ mostEvents: 4 });
    memory.take(one.events.map(received));
    memory.take(two.events.map(received));
    expect(await memory.recall(two.orderId)).toEqual(hashes(two.events));
    expect(since().reads).toBe(0);
    expect(await memory.recall(one.orderId)).toEqual(hashes(one.events));
    expect(since().reads).toBe(1);
    // One that alone is too long is read each time, and pushes nothing out.
    const long = await orderOf(5);
    expect(await memory.recall(long.orderId)).toEqual(hashes(long.events));
    expect(await memory.recall(one.orderId)).toEqual(hashes(one.events));
    expect(since().reads).toBe(1);
  });

  it('knows of no order that is in no stream', async () => {
    const { memory } = remembering();
    expect(await memory.recall(crypto.randomUUID())).toBeNull();
    expect(await memory.now(crypto.randomUUID())).toBeNull();
  });

  it('reads of the order as it is now only what follows, however long it is', async () => {
    const { orderId, events } = await orderOf(30);
    const { memory, since } = remembering();
    memory.take(events.map(received));
    for (let n = 0; n < 5; n += 1) {
      await ledger.execute(addNote(orderId));
      expect(await memory.now(orderId)).toHaveLength(31 + n);
    }
    expect(since()).toEqual({ reads: 5, events: 10 });
    expect(await figureOf('rest')).toBeGreaterThanOrEqual(5);
  });

  it('is worth nothing of a ledger that was restored to an older state', async () => {
    const { orderId, events } = await orderOf(5);
    const copy = openWholeLedger(store.url, log);
    const target = openWholeLedger(restored.url, log);
    await target.append(
      (async function* () {
        for await (const event of copy.read())
          if (event.stream === `order-${orderId}` && event.revision < 3) yield event;
      })(),
    );
    await Promise.all([copy.close(), target.close()]);

    const { memory, since, exchange } = remembering();
    memory.take(events.map(received));
    exchange(other);
    // What was remembered stood behind the end.
    expect(await memory.now(orderId)).toEqual(hashes(events.slice(0, 3)));
    expect(since()).toEqual({ reads: 2, events: 3 });
    // Others stand in its place, as many as were remembered.
    memory.clear();
    memory.take(events.map(received));
    await other.execute(addNote(orderId));
    await other.execute(addNote(orderId));
    const written = await collect(other.readOrder(orderId));
    expect(written).toHaveLength(5);
    expect(await memory.now(orderId)).toEqual(hashes(written));
    // And one that comes by the subscription at the version of the last that is remembered.
    memory.clear();
    memory.take(events.map(received));
    memory.take(written.slice(4).map(received));
    expect(await memory.recall(orderId)).toEqual(hashes(written));
  });
});
