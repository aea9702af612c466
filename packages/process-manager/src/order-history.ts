import type { EventType } from '@order-ledger/domain/events';
import { evolve } from '@order-ledger/domain/evolve';
import { changesStatus, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { createOrderMemory, type OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';

/** An order as a reaction sees it: the state, and the events behind it, because the state forgets what came too early. */
export interface OrderHistory {
  readonly state: OrderState;
  /** All of the stream, in order. */
  readonly events: readonly RecordedEvent[];
}

export type EventOf<Type extends EventType> = Extract<RecordedEvent, { type: Type }>;

/** Throws as `evolve` does. */
export const historyAfter = (before: OrderHistory | null, event: RecordedEvent): OrderHistory => ({
  state: evolve(before?.state ?? null, event),
  events: [...(before?.events ?? []), event],
});

export const historyOf = (events: readonly RecordedEvent[]): OrderHistory | null =>
  events.reduce<OrderHistory | null>(historyAfter, null);

/** Null when there is no such order. Throws as `ledger.readOrder` does. */
export const readHistory = async (ledger: Pick<Ledger, 'readOrder'>, orderId: string): Promise<OrderHistory | null> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readOrder(orderId)) events.push(event);
  return historyOf(events);
};

/** What a run of ours remembers of the orders that it meets. */
export const rememberHistories = (ledger: Pick<Ledger, 'readOrder'>): OrderMemory<OrderHistory> =>
  createOrderMemory({ follower: 'process-manager', ledger, fold: historyAfter });

/** The id under which the ledger holds the event. */
export const idOf = (event: RecordedEvent): string => eventId(event.metadata.hash);

export const lastOf = <Type extends EventType>(
  events: readonly RecordedEvent[],
  ...types: readonly Type[]
): EventOf<Type> | null =>
  (events.findLast((event) => (types as readonly EventType[]).includes(event.type)) as EventOf<Type> | undefined) ??
  null;

/** The event that led to the present status. */
export const lastStatusEvent = (events: readonly RecordedEvent[]): RecordedEvent | null =>
  events.findLast((event) => changesStatus(event.type)) ?? null;
