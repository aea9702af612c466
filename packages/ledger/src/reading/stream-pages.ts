import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { clientErrorType } from '../errors.ts';
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
