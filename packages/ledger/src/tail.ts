import {
  type AllStreamRecordedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  type Position,
  type ReadPosition,
} from '@eventstore/db-client';
import { createdAt } from './codec.ts';
import { clientErrorType } from './errors.ts';
import type { Read } from './reading.ts';

/** The last event of the ledger that a reader of the prefix has to read. */
export interface Tail {
  readonly position: Position;
  readonly id: string;
  readonly created: Date | null;
}

const PAGE = 128;

const pageOfAll = async (
  read: Read,
  direction: typeof FORWARDS | typeof BACKWARDS,
  fromPosition: ReadPosition,
  maxCount: number,
): Promise<AllStreamRecordedEvent[]> => {
  const page = await read((client) =>
    client.readAll({ direction, fromPosition, maxCount, requiresLeader: true }, { highWaterMark: maxCount }),
  );
  return page.flatMap(({ event }) => (event === undefined ? [] : [event]));
};

/**
 * The newest event of a stream with the prefix, asked of the ledger itself: what a subscription remembers says nothing
 * about a subscription that is dead.
 *
 * @param above events at or below this position are of no interest
 * @returns null when there is none above
 */
export const readTail = async (read: Read, prefix: string, above: Position | null = null): Promise<Tail | null> => {
  for (let from: ReadPosition = END; ; ) {
    const page = await pageOfAll(read, BACKWARDS, from, PAGE);
    for (const event of page) {
      const { position, streamId, id } = event;
      if (above !== null && position.commit <= above.commit) return null;
      if (streamId.startsWith(prefix)) return { position, id, created: createdAt(event) };
    }
    const oldest = page.at(-1);
    if (oldest === undefined || page.length < PAGE) return null;
    from = oldest.position;
  }
};

/**
 * False when the ledger holds another event at the position, or none: it was restored to an older backup, or it is
 * another ledger. Throws LedgerUnavailableError when it cannot be asked.
 */
export const eventStandsAt = async (read: Read, position: Position, eventId: string): Promise<boolean> => {
  try {
    const [event] = await pageOfAll(read, FORWARDS, position, 1);
    return event?.id === eventId && event.position.commit === position.commit;
  } catch (error) {
    // The server's answer to a position at which no event stands.
    const type = clientErrorType(error);
    if (type === 'unknown' || type === 'invalid-argument') return false;
    throw error;
  }
};
