import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { orderIdOf } from '@order-ledger/ledger/stored/codec';
import type { Received } from '@order-ledger/ledger/subscribing/subscribe';
import { faultText } from '@order-ledger/platform/fault-text';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { ParkedOrder } from '@order-ledger/read-model/rows';

/**
 * The events that can be read. An order is parked at its first event that cannot; the later ones of that order are left
 * out with it.
 */
export const readableEvents = (
  received: readonly Received<RecordedEvent>[],
  parkedOrders: ReadonlySet<string>,
): { events: ReadEvent[]; parking: ParkedOrder[]; parked: number } => {
  const events: ReadEvent[] = [];
  const parking = new Map<string, ParkedOrder>();
  let parked = 0;
  for (const each of received) {
    const { id, position, stream, revision } = each;
    const order_id = orderIdOf(stream);
    // Nothing in the tables could stand for it.
    if (order_id === null) continue;
    if (parkedOrders.has(order_id) || parking.has(order_id)) parked += 1;
    else if (each.event !== null) events.push({ event: each.event, id, position });
    else {
      const detail = faultText(each.fault);
      parking.set(order_id, { order_id, event_version: Number(revision) + 1, reason: 'unreadable', detail });
    }
  }
  return { events, parking: [...parking.values()], parked };
};
