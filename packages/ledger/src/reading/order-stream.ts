import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { NewerWriterError } from '@order-ledger/domain/recorded-event';
import type { OrderState } from '@order-ledger/domain/state';
import { clientErrorType } from '../errors.ts';
import { NO_HASH } from '../identity.ts';
import { decoded, linked, orderStream } from '../stored/codec.ts';
import { provenNewer } from '../stored/proven.ts';
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

export interface OrderEventsOptions {
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

export interface LoadedOrder {
  readonly state: OrderState | null;
  readonly events: readonly RecordedEvent[];
}

const NOTHING: LoadedOrder = { state: null, events: [] };

/** @param known what was loaded before: only what follows on it is read, because events are never rewritten */
export const loadOrder = async (read: Read, orderId: string, known = NOTHING): Promise<LoadedOrder> => {
  const newer: RecordedEvent[] = [];
  const previousHash = known.state?.last_hash ?? NO_HASH;
  for await (const event of orderEvents(read, orderId, { fromVersion: known.events.length + 1, previousHash }))
    newer.push(event);
  return { state: fold(newer, known.state), events: [...known.events, ...newer] };
};
