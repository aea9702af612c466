import type { EventType } from '@order-ledger/domain/events';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';

/** The events that a price calculation follows from, or that carry it on. */
const CAUSES: ReadonlySet<EventType> = new Set<EventType>([
  'OrderSubmitted',
  'OrderRevised',
  'PriceRecalculationRequested',
  'PriceCalculationStarted',
  'PriceCalculationRestarted',
]);

/** What a command of ours names as its cause: its chain of a business process goes on. */
export interface Cause {
  correlation_id: string;
  causation_id: string;
  traceparent: string | undefined;
  recorded_at: string;
}

export interface History {
  state: OrderState;
  /** null for an order that was never submitted. */
  cause: Cause | null;
}

/** The order as it is; null when there is none. Throws as `ledger.load` does. */
export const readHistory = async (ledger: Pick<Ledger, 'readOrder'>, orderId: string): Promise<History | null> => {
  let state: OrderState | null = null;
  let last: RecordedEvent | null = null;
  for await (const event of ledger.readOrder(orderId)) {
    state = fold([event], state);
    if (CAUSES.has(event.type)) last = event;
  }
  return state === null ? null : { state, cause: last === null ? null : causeOf(last) };
};

const causeOf = ({ metadata }: RecordedEvent): Cause => ({
  correlation_id: metadata.correlation_id,
  causation_id: eventId(metadata.hash),
  traceparent: metadata.traceparent,
  recorded_at: metadata.recorded_at,
});
