import {
  type AllStreamRecordedEvent,
  binaryEvent,
  type EventData,
  FORWARDS,
  type JSONType,
  jsonEvent,
  type ReadPosition,
  START,
} from '@eventstore/db-client';
import type { Log } from '@order-ledger/platform/log';
import { NEXT_PREFIX } from '../appending/next-choice.ts';
import { createResolvedAppend } from '../appending/resolve-append.ts';
import { InvalidAppendError, LedgerUnavailableError } from '../errors.ts';
import { createRead } from '../reading/reading.ts';
import type { SameLedger } from '../restored/same-ledger.ts';
import { connect } from '../server/connection.ts';
import { ORDER_PREFIX } from './codec.ts';

/** An event as it is stored, ours or not, so that it can be stored again elsewhere: bytes stand as base64. */
export interface WholeEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly data: unknown;
  readonly metadata: unknown;
  /** Absent: JSON. */
  readonly bytes?: { readonly data: string; readonly metadata: string };
}

export interface WholeLedger {
  /** Every event of the streams that are ours, in the ledger's order, up to the end that is found on the way. */
  read(): AsyncGenerator<WholeEvent>;
  /**
   * Stores them again, each at its revision and with its id; in their order, as long as nothing has to be sent twice.
   * @throws InvalidAppendError where another event stands at a place
   */
  append(events: AsyncIterable<WholeEvent>): Promise<number>;
  close(): Promise<void>;
}

const PAGE = 2_048;
const OURS = [ORDER_PREFIX, NEXT_PREFIX];
const APPENDS_AT_ONCE = 64;
const APPEND_TIMEOUT_MS = 30_000;
const SETTLE_MS = 120_000;
/** Of one append, in characters of JSON; the server takes 1 MiB, and one event alone may be as large. */
const APPEND_CHARACTERS = 200_000;

const base64 = (value: unknown): string => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : '');

const wholeEvent = (stored: AllStreamRecordedEvent): WholeEvent => ({
  stream: stored.streamId,
  revision: Number(stored.revision),
  id: stored.id,
  type: stored.type,
  created: stored.created.toISOString(),
  ...(stored.isJson
    ? { data: stored.data, metadata: stored.metadata ?? null }
    : { data: null, metadata: null, bytes: { data: base64(stored.data), metadata: base64(stored.metadata) } }),
});

const eventData = ({ id, type, data, metadata, bytes }: WholeEvent): EventData => {
  if (bytes !== undefined)
    return binaryEvent({
      id,
      type,
      data: Buffer.from(bytes.data, 'base64'),
      metadata: Buffer.from(bytes.metadata, 'base64'),
    });
  const given = metadata === null ? {} : { metadata: metadata as Record<string, JSONType> };
  return jsonEvent({ id, type, data: data as JSONType, ...given });
};

interface Group {
  readonly stream: string;
  readonly first: number;
  readonly events: EventData[];
}

/** Neighbours of one stream, as many as fit into an append. */
async function* grouped(events: AsyncIterable<WholeEvent>): AsyncGenerator<Group> {
  let group: Group = { stream: '', first: 0, events: [] };
  let characters = 0;
  for await (const event of events) {
    const length = JSON.stringify(event).length;
    if (group.stream !== event.stream || characters + length > APPEND_CHARACTERS) {
      if (group.events.length > 0) yield group;
      group = { stream: event.stream, first: event.revision, events: [] };
      characters = 0;
    }
    group.events.push(eventData(event));
    characters += length;
  }
  if (group.events.length > 0) yield group;
}

/** Nobody has read of the ledger that is filled: there is nothing that it could be another than. */
const same: SameLedger = {
  assert: async () => undefined,
  stands: () => true,
  doubt: () => undefined,
  found: () => undefined,
};

/** For copies of a ledger: all else goes through the ledger's own functions, which know what an event means. */
export const openWholeLedger = (connectionString: string, log: Log): WholeLedger => {
  const connection = connect({
    connectionString,
    beforeSending: same.assert,
    log,
    appendTimeoutMs: APPEND_TIMEOUT_MS,
    maxAppendsInFlight: APPENDS_AT_ONCE,
    maxAppendsWaiting: APPENDS_AT_ONCE,
  });
  const page = createRead(connection.reader, APPEND_TIMEOUT_MS);
  const settled = createResolvedAppend({ connection, read: page, same, log, resolveForMs: SETTLE_MS });

  const store = async ({ stream, first, events }: Group): Promise<void> => {
    const expectedRevision = first === 0 ? 'no_stream' : BigInt(first - 1);
    if ((await settled({ stream, expectedRevision, events })) === 'passed')
      throw new InvalidAppendError(`another event stands at revision ${first} of ${stream}`);
  };

  return {
    read: async function* () {
      let from: ReadPosition = START;
      for (let last: AllStreamRecordedEvent | undefined; ; ) {
        const found = await page((client) =>
          client.readAll(
            { direction: FORWARDS, fromPosition: from, maxCount: PAGE, requiresLeader: true },
            { highWaterMark: PAGE },
          ),
        ).catch((error: unknown) => {
          if (error instanceof LedgerUnavailableError) throw error;
          throw new LedgerUnavailableError('the event store cannot be read', { cause: error });
        });
        for (const { event } of found) {
          // A page begins with the event that the one before it ended with.
          if (event === undefined || (event.id === last?.id && event.streamId === last.streamId)) continue;
          if (OURS.some((prefix) => event.streamId.startsWith(prefix))) yield wholeEvent(event);
        }
        const newest = found.at(-1)?.event;
        if (newest === undefined || found.length < PAGE) return;
        last = newest;
        from = newest.position;
      }
    },
    append: async (events) => {
      let count = 0;
      const underWay = new Set<Promise<void>>();
      const ofStream = new Map<string, Promise<void>>();
      let failure: { readonly error: unknown } | undefined;
      for await (const group of grouped(events)) {
        while (underWay.size >= APPENDS_AT_ONCE) await Promise.race(underWay);
        // One after the other within a stream: each expects the one before it.
        await ofStream.get(group.stream);
        if (failure !== undefined) break;
        const storing: Promise<void> = store(group)
          .catch((error: unknown) => {
            failure ??= { error };
          })
          .finally(() => {
            underWay.delete(storing);
            if (ofStream.get(group.stream) === storing) ofStream.delete(group.stream);
          });
        underWay.add(storing);
        ofStream.set(group.stream, storing);
        // Those that wait for a connection to be opened get through in no order.
        if (count === 0) await storing;
        count += group.events.length;
      }
      await Promise.all(underWay);
      if (failure !== undefined) throw (failure as { error: unknown }).error;
      return count;
    },
    close: connection.close,
  };
};
