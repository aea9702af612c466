import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { compareWithLedger } from './compare-ledger.ts';
import { compareWithReadSide } from './compare-read-side.ts';
import type { Mismatch } from './mismatch.ts';
import type { ReadSide } from './read-side.ts';
import type { OrderRecord } from './record.ts';

export interface Settled {
  /** The order's events; none where it was never made. */
  events: RecordedEvent[];
  mismatches: Mismatch[];
}

export interface SettleOptions {
  ledger: Pick<Ledger, 'readOrder'>;
  readSide: ReadSide;
  /** How long the read side may need to show what the ledger holds, milliseconds. */
  limitMs: number;
}

const POLL_MS = 100;

const eventsOf = async (ledger: Pick<Ledger, 'readOrder'>, orderId: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readOrder(orderId)) events.push(event);
  return events;
};

/**
 * Waits until the read side has come as far as the ledger and compares all three: what was answered, what the ledger
 * holds, what the read side shows. After the limit it compares what is there, and the lag itself is the mismatch.
 */
export const settle = async (record: OrderRecord, { ledger, readSide, limitMs }: SettleOptions): Promise<Settled> => {
  const { order_id, life } = record;
  if (order_id === null) return { events: [], mismatches: [] };
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const before = await eventsOf(ledger, order_id);
    const [order, timeline] = [await readSide.order(order_id), await readSide.timeline(order_id)];
    // The system may still be at work on the order: then what was read belongs to different moments.
    const events = await eventsOf(ledger, order_id);
    const mismatches = [...compareWithLedger(record, events), ...compareWithReadSide(life, events, order, timeline)];
    const still = events.length === before.length && order?.event_version === events.length;
    if (still || performance.now() > giveUpAt) return { events, mismatches };
    await sleep(POLL_MS);
  }
};
