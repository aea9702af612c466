import {
  type AllStreamRecordedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type Position,
  START,
} from '@eventstore/db-client';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { errorType, isUnreachable, LedgerUnavailableError, TamperedStreamError } from './errors.ts';
import { eventHash, orderStream } from './identity.ts';
import { fromClientEvent } from './stored-event.ts';

/** Events per request: large enough for nearly every order, small enough to hold in memory. */
const PAGE = 500;

/** Where an event stands in the whole log. Both numbers are kept; nothing is ever computed from them. */
export type LogPosition = Position;

export const reachable = async <Value>(read: () => Promise<Value>): Promise<Value> => {
  try {
    return await read();
  } catch (error) {
    if (isUnreachable(error)) throw new LedgerUnavailableError('the event store cannot be reached', { cause: error });
    throw error;
  }
};

export interface ReadOptions {
  /** First event_version to read; 1 is the order's first event. */
  fromVersion?: number;
  toVersion?: number;
}

/** One page of an order's events; empty past the end and for an order that does not exist. */
const readPage = (
  client: EventStoreDBClient,
  orderId: string,
  fromVersion: number,
  requiresLeader: boolean,
): Promise<RecordedEvent[]> =>
  reachable(async () => {
    const page: RecordedEvent[] = [];
    try {
      const options = {
        direction: FORWARDS,
        fromRevision: BigInt(fromVersion - 1),
        maxCount: PAGE,
        requiresLeader,
      } as const;
      for await (const { event } of client.readStream(orderStream(orderId), options)) {
        if (event !== undefined) page.push(fromClientEvent(event));
      }
    } catch (error) {
      if (errorType(error) !== 'stream-not-found') throw error;
    }
    return page;
  });

/**
 * An order's events in their order, read page by page; empty when there is no such order. Read from the first event
 * on, the hash chain is checked on the way.
 * @throws TamperedStreamError, LedgerUnavailableError, NewerWriterError, UnreadableEventError
 */
export async function* readOrder(
  client: EventStoreDBClient,
  orderId: string,
  { fromVersion = 1, toVersion = Number.MAX_SAFE_INTEGER }: ReadOptions = {},
): AsyncIterable<RecordedEvent> {
  let next = fromVersion;
  let previous: string | null = null;
  while (next <= toVersion) {
    const page = await readPage(client, orderId, next, false);
    for (const event of page) {
      const { event_version, hash } = event.metadata;
      if (event_version > toVersion) return;
      const known = previous !== null || event_version === 1;
      if (known && eventHash(previous, event) !== hash) {
        throw new TamperedStreamError(`the hash of event ${event_version} of order ${orderId} does not fit`);
      }
      previous = hash;
      yield event;
    }
    if (page.length < PAGE) return;
    next += page.length;
  }
}

/** All events of an order, from the leader: what a decision is made on must not be a follower's past. */
export const readForDecision = async (client: EventStoreDBClient, orderId: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await readPage(client, orderId, events.length + 1, true);
    events.push(...page);
    if (page.length < PAGE) return events;
  }
};

/** The newest event of any stream with the prefix, and where it stands. */
export interface Tail {
  position: LogPosition;
  eventId: string;
  created: Date;
}

/**
 * The newest event whose stream begins with `prefix`, asked of the log itself, backwards and page by page; null when
 * there is none after `notBefore`. Never remembered from a subscription: a dead one must not look like one at the tail.
 */
export const tail = (client: EventStoreDBClient, prefix: string, notBefore: LogPosition | null): Promise<Tail | null> =>
  reachable(async () => {
    let from: LogPosition | typeof END = END;
    for (;;) {
      let last: LogPosition | null = null;
      let read = 0;
      for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: from, maxCount: PAGE })) {
        if (event === undefined) continue;
        read += 1;
        last = event.position;
        if (notBefore !== null && event.position.commit <= notBefore.commit) return null;
        if (event.streamId.startsWith(prefix))
          return { position: event.position, eventId: event.id, created: event.created };
      }
      if (last === null || read < PAGE) return null;
      from = last;
    }
  });

/** Whether this very event still stands at this position: a restored, shorter log has another one there, or none. */
export const eventStandsAt = (client: EventStoreDBClient, position: LogPosition, eventId: string): Promise<boolean> =>
  reachable(async () => {
    try {
      for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: position, maxCount: 1 })) {
        return (event as AllStreamRecordedEvent | undefined)?.id === eventId;
      }
      return false;
    } catch (error) {
      // A position that is no event's own is an error of the server's without a name.
      if (errorType(error) === 'unknown' || errorType(error) === 'invalid-argument') return false;
      throw error;
    }
  });

export const ready = (client: EventStoreDBClient): Promise<void> =>
  reachable(async () => {
    for await (const _ of client.readAll({ direction: FORWARDS, fromPosition: START, maxCount: 1 })) return;
  });
