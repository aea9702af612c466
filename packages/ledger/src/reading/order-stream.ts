import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { evolve } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import type { OrderState } from '@order-ledger/domain/state';
import { NO_HASH } from '../identity.ts';
import { decoded, linked, orderStream } from '../stored/codec.ts';
import { provenNewer } from '../stored/proven.ts';
import type { Read } from './reading.ts';
import { storedEvents } from './stream-pages.ts';

interface OrderEventsOptions {
  readonly fromVersion?: number;
  /** Hash of the event before it; without it the first event can only be held against its own id. */
  readonly previousHash?: string | null;
}

/** An order's events from a version on, each held against the chain of hashes. */
export async function* orderEvents(
  read: Read,
  orderId: string,
  { fromVersion = 1, previousHash = fromVersion === 1 ? NO_HASH : null }: OrderEventsOptions = {},
): AsyncGenerator<RecordedEvent> {
  let hash = previousHash;
  for await (const stored of storedEvents(read, orderStream(orderId), BigInt(fromVersion - 1))) {
    const event: RecordedEvent = hash === null ? await unlinked(read, stored) : linked(hash, stored);
    hash = event.metadata.hash;
    yield event;
  }
}

/** The first event of a part of a stream: what it follows on is not known. */
const unlinked = async (read: Read, stored: StoredEvent): Promise<RecordedEvent> => {
  try {
    return decoded(stored);
  } catch (error) {
    if (error instanceof NewerWriterError) return provenNewer(read, stored, error);
    throw error;
  }
};

/** The fold of an order's stream; null when there is none. */
export const loadOrder = async (read: Read, orderId: string): Promise<OrderState | null> => {
  let state: OrderState | null = null;
  for await (const event of orderEvents(read, orderId)) state = evolve(state, event);
  return state;
};

/**
 * An order as it is now, of which a state is known: its last event, which must still be there, and what follows is
 * read, because events are never rewritten. Null where another event stands at its place, or none.
 */
export const loadOnwards = async (read: Read, known: OrderState): Promise<OrderState | null> => {
  const { order_id, event_version, last_hash } = known;
  let state: OrderState | null = null;
  for await (const event of orderEvents(read, order_id, { fromVersion: event_version })) {
    if (state !== null) state = evolve(state, event);
    else if (event.metadata.hash === last_hash) state = known;
    else return null;
  }
  return state;
};
