import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { orderIdOf } from '@order-ledger/ledger/stored/codec';
import type { Received } from '@order-ledger/ledger/subscribing/subscribe';
import type { OutlinedOrder, ParkedOrder } from '@order-ledger/read-model/rows';

export const creationIn = (event: RecordedEvent | null | undefined): OutlinedOrder['first'] =>
  event?.type === 'OrderInitiated' && event.metadata.event_version === 1 ? event : null;

/** For orders that are parked from their first event on: a caller whose creation was accepted must find the order. */
export const outlinesOf = (
  parking: readonly ParkedOrder[],
  received: readonly Received<RecordedEvent>[],
): OutlinedOrder[] =>
  parking
    .filter(({ event_version }) => event_version === 1)
    .flatMap(({ order_id, reason }) => {
      const came = received.find(({ stream }) => orderIdOf(stream) === order_id);
      if (came === undefined) return [];
      const first = creationIn(came.event);
      return [
        {
          order_id,
          reason,
          recorded_at: first?.metadata.recorded_at ?? (came.created ?? new Date()).toISOString(),
          first,
        },
      ];
    });

/** Parked orders for which a correction came: it may be of the event that they are parked for. */
export const correctedOrders = (
  parked: ReadonlySet<string>,
  parking: readonly ParkedOrder[],
  received: readonly Received<RecordedEvent>[],
): string[] => {
  const isNew = new Set(parking.map(({ order_id }) => order_id));
  return received.flatMap(({ stream, event }) => {
    const order_id = orderIdOf(stream);
    const isParked = order_id !== null && (parked.has(order_id) || isNew.has(order_id));
    return isParked && event?.type === 'CorrectionRecorded' ? [order_id] : [];
  });
};
