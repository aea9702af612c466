import type { EventType } from '@order-ledger/domain/events';
import { evolve } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { createOrderMemory, type OrderMemory } from '@order-ledger/ledger/follow/order-memory';
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

const historyAfter = (before: History | null, event: RecordedEvent): History => ({
  state: evolve(before?.state ?? null, event),
  cause: CAUSES.has(event.type) ? causeOf(event) : (before?.cause ?? null),
});

/** What this worker remembers of the orders that it is asked to look at; each look reads what is new of one. */
export const rememberHistories = (ledger: Pick<Ledger, 'readOrder'>): OrderMemory<History> =>
  createOrderMemory({ follower: 'pricing-worker', ledger, fold: historyAfter });

const causeOf = ({ metadata }: RecordedEvent): Cause => ({
  correlation_id: metadata.correlation_id,
  causation_id: eventId(metadata.hash),
  traceparent: metadata.traceparent,
  recorded_at: metadata.recorded_at,
});
