import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { decoded, orderStream, verifyLink } from './codec.ts';
import { clientErrorType } from './errors.ts';
import { NO_HASH } from './identity.ts';
import type { Read } from './reading.ts';

/** Events of one page. An order's life has some dozens, so one page is the rule. */
const PAGE = 500;

/** A stream's events from a revision on, page by page, as the leader has them; none when there is no such stream. */
export async function* storedEvents(read: Read, stream: string, fromRevision: bigint): AsyncGenerator<StoredEvent> {
  for (let from = fromRevision; ; ) {
    const page = await pageFrom(read, stream, from, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    from = last.revision + 1n;
  }
}

/** @param maxCount events at most */
export const pageFrom = async (
  read: Read,
  stream: string,
  fromRevision: bigint,
  maxCount: number,
): Promise<StoredEvent[]> => {
  try {
    const page = await read((client) =>
      client.readStream(stream, { fromRevision, maxCount, requiresLeader: true }, { highWaterMark: maxCount }),
    );
    return page.flatMap(({ event }) => (event === undefined ? [] : [event]));
  } catch (error) {
    if (clientErrorType(error) === 'stream-not-found') return [];
    throw error;
  }
};

/**
 * An order's events from `fromVersion` on. Each is held against the chain of hashes; of a part that does not begin
 * with the first, its own first event can only be held against its id.
 */
export async function* orderEvents(read: Read, orderId: string, fromVersion = 1): AsyncGenerator<RecordedEvent> {
  let previousHash = fromVersion === 1 ? NO_HASH : null;
  for await (const stored of storedEvents(read, orderStream(orderId), BigInt(fromVersion - 1))) {
    const event = decoded(stored);
    if (previousHash !== null) verifyLink(previousHash, stored, event);
    previousHash = event.metadata.hash;
    yield event;
  }
}

export interface LoadedOrder {
  readonly state: OrderState | null;
  readonly events: readonly RecordedEvent[];
}

export const loadOrder = async (read: Read, orderId: string): Promise<LoadedOrder> => {
  const events: RecordedEvent[] = [];
  for await (const event of orderEvents(read, orderId)) events.push(event);
  return { state: fold(events), events };
};
