import { randomUUID } from 'node:crypto';
import { encodeReadResponse } from './protocol.ts';
import { readableState, startOfAll } from './read.ts';
import { firstReadable, recordOf, responseFor, streamPage } from './read-events.ts';
import type { ReadRequest } from './read-request.ts';
import { type StoredRecord, TOMBSTONE_REVISION } from './record.ts';
import { streamDeleted } from './refusal.ts';
import { type ResponseStream, sendPage } from './response-stream.ts';
import { newsOf, type Store } from './store.ts';
import { isSoftDeleted, type StreamState } from './stream-state.ts';

/** A live subscription, as metrics show it. */
interface Subscriber {
  readonly id: string;
  readonly source: string;
  /** How far it is behind the end of what it subscribes to: bytes of $all, events of a stream. */
  behind(): number;
}

export type Subscribers = Set<Subscriber>;

/** A way through a stream or $all that never ends. */
interface Source {
  /** Whether there is something to catch up with: nobody has with a stream that does not exist yet. */
  exists(): boolean;
  behind(): number;
  /** What comes next; nothing at the end. */
  page(): StoredRecord[] | Promise<StoredRecord[]>;
  /** Sends a record of the page, where it is asked for, and moves on to the next. */
  send(record: StoredRecord): Promise<void> | undefined;
}

const streamSource = (
  store: Store,
  stream: string,
  { from, resolveLinks }: ReadRequest,
  out: ResponseStream,
): Source => {
  const { last } = readableState(store, stream);
  let next = from === 'start' ? 0 : from === 'end' ? last + 1 : from + 1;
  const firstUnsent = (state: StreamState): number =>
    isSoftDeleted(state) ? state.last + 1 : Math.max(next, firstReadable(store, stream, state));
  return {
    exists() {
      const state = store.index.state(stream);
      return state.last >= 0 && !isSoftDeleted(state);
    },
    behind() {
      const state = store.index.state(stream);
      return Math.max(0, state.last + 1 - firstUnsent(state)) + Number(state.tombstoned);
    },
    page() {
      const state = store.index.state(stream);
      const first = firstUnsent(state);
      if (first <= state.last) return streamPage(store, stream, first, state.last);
      if (!state.tombstoned) return [];
      out.send(responseFor(store, recordOf(store, stream, TOMBSTONE_REVISION), false));
      throw streamDeleted(stream);
    },
    send(record) {
      next = record.revision + 1;
      return out.send(responseFor(store, record, resolveLinks));
    },
  };
};

const allSource = async (
  store: Store,
  { from, resolveLinks, filter, checkpointEvery }: ReadRequest,
  out: ResponseStream,
): Promise<Source> => {
  // Exclusive: what stands at the start itself was seen. From beyond the end all that is new is given, below it too.
  const seen = typeof from === 'number' && from < store.log.end() ? from : undefined;
  let position = await startOfAll(store, from);
  let considered = 0;
  return {
    exists: () => true,
    behind: () => Math.max(0, store.log.end() - position),
    page: () => store.log.forwards(position),
    send(record) {
      position = record.position + record.bytes.length;
      if (record.position === seen) return undefined;
      const room = !filter || filter(record) ? out.send(responseFor(store, record, resolveLinks)) : undefined;
      if (!filter || ++considered % checkpointEvery !== 0) return room;
      const at = String(record.position);
      return out.send(encodeReadResponse({ checkpoint: { commit: at, prepare: at } }));
    },
  };
};

/**
 * Sends what follows `from` for as long as the caller listens, with checkpoints when there is a filter. Throws a Refusal
 * at a tombstone.
 */
export const subscribe = async (
  store: Store,
  request: ReadRequest,
  out: ResponseStream,
  subscribers: Subscribers,
): Promise<void> => {
  const { stream } = request;
  const source =
    stream === undefined ? await allSource(store, request, out) : streamSource(store, stream, request, out);
  const subscriber: Subscriber = { id: randomUUID(), source: stream ?? '$all', behind: source.behind };
  out.send(encodeReadResponse({ confirmation: { subscription_id: subscriber.id } }));
  subscribers.add(subscriber);
  try {
    let caughtUp = false;
    while (!out.over.aborted) {
      await sendPage(out, await source.page(), source.send);
      if (source.behind() > 0) continue;
      if (!caughtUp && source.exists()) {
        // A message of its own each time: it is known by its identity until it is sent.
        out.send(encodeReadResponse({ caught_up: {} }));
        caughtUp = true;
      }
      await newsOf(store, stream, out.over);
    }
  } finally {
    subscribers.delete(subscriber);
  }
};
