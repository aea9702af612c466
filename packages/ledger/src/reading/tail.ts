import {
  type AllStreamRecordedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  type Position,
  type ReadPosition,
  START,
} from '@eventstore/db-client';
import { grpcCode, LedgerUnavailableError } from '../errors.ts';
import { createdAt } from '../stored/codec.ts';
import { isAbove } from './position.ts';
import type { Read } from './reading.ts';

/** The last event of the ledger that a reader of the prefix has to read. */
export interface Tail {
  readonly position: Position;
  readonly id: string;
  readonly created: Date | null;
}

/** The first page is small: mostly the first event answers, and it is asked several times a second. */
const FIRST_PAGE = 2;
const PAGE = 128;

const pageOfAll = async (
  read: Read,
  direction: typeof FORWARDS | typeof BACKWARDS,
  fromPosition: ReadPosition,
  maxCount: number,
): Promise<AllStreamRecordedEvent[]> => {
  const page = await read((client) =>
    client.readAll({ direction, fromPosition, maxCount, requiresLeader: true }, { highWaterMark: maxCount }),
  ).catch((error: unknown) => {
    if (error instanceof LedgerUnavailableError) throw error;
    throw new LedgerUnavailableError('could not read positions from the event store', { cause: error });
  });
  return page.flatMap(({ event }) => (event === undefined ? [] : [event]));
};

/** All events of all streams, the newest first. */
async function* fromTheEnd(read: Read): AsyncGenerator<AllStreamRecordedEvent> {
  for (let from: ReadPosition = END, most = FIRST_PAGE; ; most = PAGE) {
    const page = await pageOfAll(read, BACKWARDS, from, most);
    yield* page;
    const oldest = page.at(-1);
    if (oldest === undefined || page.length < most) return;
    from = oldest.position;
  }
}

/**
 * The newest event of a stream with the prefix, asked of the ledger itself: what a subscription remembers says nothing
 * about a subscription that is dead.
 *
 * @param above events at or below this position are of no interest
 * @returns null when there is none above
 */
export const readTail = async (read: Read, prefix: string, above: Position | null = null): Promise<Tail | null> => {
  for await (const event of fromTheEnd(read)) {
    const { position, streamId, id } = event;
    if (above !== null && !isAbove(position, above)) return null;
    if (streamId.startsWith(prefix)) return { position, id, created: createdAt(event) };
  }
  return null;
};

/**
 * The oldest event of a stream with the prefix above a position: since when a reader that stands there is behind.
 *
 * @returns null where there is none, or where the event store takes no position at which no event stands
 */
export const readOldestAbove = async (read: Read, prefix: string, above: Position | null): Promise<Tail | null> => {
  for (let from: ReadPosition = above ?? START, most = FIRST_PAGE; ; most = PAGE) {
    const page: AllStreamRecordedEvent[] | null = await pageOfAll(read, FORWARDS, from, most).catch(nullIfRefused);
    const next = page?.find(
      ({ position, streamId }) => streamId.startsWith(prefix) && (above === null || isAbove(position, above)),
    );
    if (next !== undefined) return { position: next.position, id: next.id, created: createdAt(next) };
    const last: AllStreamRecordedEvent | undefined = page?.at(-1);
    if (page === null || last === undefined || page.length < most) return null;
    from = last.position;
  }
};

/** gRPC's codes UNKNOWN and INVALID_ARGUMENT: how event stores refuse a position at which no event stands. */
const REFUSED: ReadonlySet<number | undefined> = new Set([2, 3]);

const nullIfRefused = (error: unknown): null => {
  if (error instanceof LedgerUnavailableError && REFUSED.has(grpcCode(error.cause))) return null;
  throw error;
};

/** The event at the position or the next behind it; null where there is none, or where the position is refused. */
const firstFrom = async (read: Read, position: Position): Promise<AllStreamRecordedEvent | null> =>
  (await pageOfAll(read, FORWARDS, position, 1).catch(nullIfRefused))?.[0] ?? null;

const lastUpTo = async (read: Read, position: Position): Promise<AllStreamRecordedEvent | null> => {
  for await (const event of fromTheEnd(read)) if (!isAbove(event.position, position)) return event;
  return null;
};

/**
 * False when the ledger holds another event at the position, or none: it was restored to an older backup, or it is
 * another ledger. Throws LedgerUnavailableError when it cannot be asked.
 *
 * A refusal alone proves nothing: a failing event store may say UNKNOWN to anything. So if no event is given for the
 * position, the events around it are read, from the end, and only they prove that there is none.
 */
export const eventStandsAt = async (read: Read, position: Position, eventId: string): Promise<boolean> => {
  const event = (await firstFrom(read, position)) ?? (await lastUpTo(read, position));
  return event?.id === eventId && event.position.commit === position.commit;
};
