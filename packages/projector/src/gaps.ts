import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { faultText } from '@order-ledger/platform/fault-text';
import type { Log } from '@order-ledger/platform/log';
import { transientFault } from '@order-ledger/platform/transient';
import type { Gap, SortedOut } from '@order-ledger/read-model/folding/continuity';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { ParkedOrder } from '@order-ledger/read-model/rows';
import { metrics } from './metrics.ts';

/**
 * Puts the events that were missing before others in front of them, read from the ledger. An order whose events are not
 * there is parked, and what follows of it is left out. Rejects when the ledger cannot be asked.
 */
export const fillGaps = async (
  ledger: Pick<Ledger, 'readOrder'>,
  { next, gaps }: Pick<SortedOut, 'next' | 'gaps'>,
  log: Log,
): Promise<{ events: readonly ReadEvent[]; parking: ParkedOrder[] }> => {
  if (gaps.length === 0) return { events: next, parking: [] };
  const parking: ParkedOrder[] = [];
  const events: ReadEvent[] = [];
  const lost = new Map<string, number>();
  const byEvent = new Map(gaps.map((gap) => [gap.before, gap]));
  for (const [index, read] of next.entries()) {
    const { order_id } = read.event.metadata;
    const gap = byEvent.get(index);
    if (gap !== undefined && !lost.has(order_id)) {
      const missing = await readMissing(ledger, gap);
      const outcome = 'fault' in missing ? 'parked' : 'filled';
      metrics.continuityViolations.inc({ outcome });
      log.warn('a gap in the events of an order', {
        order_id,
        from: gap.from_version,
        to: gap.to_version,
        outcome,
      });
      if ('fault' in missing) {
        lost.set(order_id, gap.from_version);
        parking.push({ order_id, event_version: gap.from_version, reason: 'gap', detail: missing.fault });
      } else {
        // Their own positions are not known: they get that of the event that showed the gap, and cursors before its own.
        for (const event of missing.events)
          events.push({ event, id: eventId(event.metadata.hash), position: read.position });
      }
    }
    if (!lost.has(order_id)) events.push(read);
  }
  return { events, parking };
};

/** An order's events, both versions inclusive, or why the ledger does not give them. Rejects when it cannot be asked. */
export const readMissing = async (
  ledger: Pick<Ledger, 'readOrder'>,
  { order_id, from_version, to_version }: Omit<Gap, 'before'>,
): Promise<{ events: RecordedEvent[] } | { fault: string }> => {
  const events: RecordedEvent[] = [];
  try {
    for await (const event of ledger.readOrder(order_id, { fromVersion: from_version, toVersion: to_version }))
      events.push(event);
  } catch (error) {
    if (transientFault(error) !== undefined) throw error;
    return { fault: faultText(error) };
  }
  const whole = events.every(({ metadata }, index) => metadata.event_version === from_version + index);
  if (whole && (to_version === Number.POSITIVE_INFINITY || events.length === to_version - from_version + 1))
    return { events };
  return { fault: `the ledger does not hold the events ${from_version} to ${to_version}` };
};
