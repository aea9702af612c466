import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { compareWithLedger } from './compare-ledger.ts';
import { compareWithReadSide } from './compare-read-side.ts';
import type { EventStream } from './event-stream.ts';
import { finder, type Mismatch } from './mismatch.ts';
import type { ReadSide } from './read-side.ts';
import type { OrderRecord } from './record.ts';

export interface ReadBack {
  /** The order's events; none where it was never made. */
  events: RecordedEvent[];
  mismatches: Mismatch[];
}

interface AwaitOptions {
  ledger: Pick<Ledger, 'readOrder'>;
  readSide: ReadSide;
  stream: Pick<EventStream, 'has'>;
  /** How long the read side may need to show what the ledger holds, milliseconds. */
  limitMs: number;
}

const POLL_MS = 100;

const eventsOf = async (ledger: Pick<Ledger, 'readOrder'>, orderId: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readOrder(orderId)) events.push(event);
  return events;
};

/** Events of the ledger that the stream, which was open before the order began, has not told. */
const compareWithStream = (
  { order_id, life }: { order_id: string; life: string },
  events: readonly RecordedEvent[],
  stream: Pick<EventStream, 'has'>,
): Mismatch[] => {
  const { found, add } = finder({ order_id, life }, 'ledger and stream');
  const untold = events.filter(({ metadata }) => !stream.has(order_id, metadata.event_version));
  if (untold.length > 0) {
    const versions = untold.map(({ metadata }) => metadata.event_version).join(', ');
    add('the stream of events', `all ${events.length} events`, `nothing of event ${versions}`);
  }
  return found;
};

/**
 * Waits until the read side has come as far as the ledger and compares: what was answered, what the ledger holds,
 * what the read side shows and what its stream has told. After the limit it compares what is there, and the lag itself is the mismatch.
 */
export const awaitReadSide = async (record: OrderRecord, options: AwaitOptions): Promise<ReadBack> => {
  const { order_id, life } = record;
  const { ledger, readSide, stream, limitMs } = options;
  if (order_id === null) return { events: [], mismatches: [] };
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const before = await eventsOf(ledger, order_id);
    const [order, timeline] = [await readSide.order(order_id), await readSide.timeline(order_id)];
    // The system may still be working on the order: then the readings belong to different moments.
    const events = await eventsOf(ledger, order_id);
    const untold = compareWithStream({ order_id, life }, events, stream);
    const still = events.length === before.length && order?.event_version === events.length && untold.length === 0;
    if (still || performance.now() > giveUpAt) {
      const between = compareWithReadSide(life, events, order, timeline);
      return { events, mismatches: [...compareWithLedger(record, events), ...between, ...untold] };
    }
    await sleep(POLL_MS);
  }
};
