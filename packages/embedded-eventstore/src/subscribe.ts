import { randomUUID } from 'node:crypto';
import { encodeReadResponse } from './protocol.ts';
import { startOfAll } from './read.ts';
import { firstReadable, responseFor, streamRecords, tombstoneRecord } from './read-events.ts';
import type { ReadRequest } from './read-request.ts';
import { TOMBSTONE_REVISION } from './record.ts';
import { streamDeleted } from './refusal.ts';
import { type ResponseStream, sendPage } from './response-stream.ts';
import { ALL, type Store } from './store.ts';
import { describedBy, isMetadataStream, isSoftDeleted } from './stream-state.ts';

/** A live subscription, as metrics show it. */
export interface Subscriber {
  readonly id: string;
  readonly source: string;
  /** How far it is behind the end of what it subscribes to: bytes of $all, events of a stream. */
  behind(): number;
}

export type Subscribers = Set<Subscriber>;

const confirm = (out: ResponseStream): string => {
  const id = randomUUID();
  out.send(encodeReadResponse({ confirmation: { subscription_id: id } }));
  return id;
};

// A message of its own each time: it is known by its identity until it is sent.
const caughtUpMessage = (): Buffer => encodeReadResponse({ caught_up: {} });

/** Waits for news of a topic, or for the end of the call. */
const waiterFor = (store: Store, topic: string, out: ResponseStream): (() => Promise<void>) => {
  let cancel = (): void => {};
  out.onClose(() => cancel());
  return async () => {
    if (out.closed()) return;
    const waiting = store.signal.next(topic);
    cancel = waiting.cancel;
    await waiting.woken;
  };
};

/** Sends the events of a stream after `from` for as long as the caller listens. Throws a Refusal at a tombstone. */
export const subscribeToStream = async (
  store: Store,
  stream: string,
  from: 'start' | 'end' | number,
  { resolveLinks }: ReadRequest,
  out: ResponseStream,
  subscribers: Subscribers,
): Promise<void> => {
  const atStart = store.index.state(stream);
  if (atStart.tombstoned || (isMetadataStream(stream) && store.index.state(describedBy(stream)).tombstoned))
    throw streamDeleted(stream);
  let next = from === 'start' ? 0 : from === 'end' ? atStart.last + 1 : from + 1;
  let caughtUp = atStart.last < 0 || isSoftDeleted(atStart);
  const subscriber = {
    id: confirm(out),
    source: stream,
    behind: () => Math.max(0, store.index.state(stream).last + 1 - next),
  };
  subscribers.add(subscriber);
  out.onClose(() => subscribers.delete(subscriber));
  const news = waiterFor(store, stream, out);

  while (!out.closed()) {
    const state = store.index.state(stream);
    next = isSoftDeleted(state) ? next : Math.max(next, firstReadable(store, stream, state));
    if (next <= state.last && !isSoftDeleted(state)) {
      await sendPage(out, streamRecords(store, stream, next, state.last), (record) => {
        next = record.revision + 1;
        return out.send(responseFor(store, record, resolveLinks));
      });
      continue;
    }
    if (state.tombstoned) {
      out.send(responseFor(store, tombstoneRecord(store, stream, TOMBSTONE_REVISION), false));
      throw streamDeleted(stream);
    }
    if (!caughtUp) {
      caughtUp = true;
      out.send(caughtUpMessage());
    }
    await news();
  }
};

/** Sends the events of $all after `from`, with checkpoints when there is a filter, for as long as the caller listens. */
export const subscribeToAll = async (
  store: Store,
  from: 'start' | 'end' | number,
  { resolveLinks, filter, checkpointEvery }: ReadRequest,
  out: ResponseStream,
  subscribers: Subscribers,
): Promise<void> => {
  let position = await startOfAll(store, from);
  // Exclusive: what stands at the start itself was seen. A start beyond the end skips what will fill the gap.
  const after = from === 'start' ? -1 : from === 'end' ? position - 1 : from;
  let considered = 0;
  let caughtUp = false;
  const subscriber = { id: confirm(out), source: '$all', behind: () => Math.max(0, store.log.end() - position) };
  subscribers.add(subscriber);
  out.onClose(() => subscribers.delete(subscriber));
  const news = waiterFor(store, ALL, out);

  while (!out.closed()) {
    await sendPage(out, await store.log.forwards(position), (record) => {
      position = record.position + record.bytes.length;
      if (record.position <= after) return undefined;
      const room = !filter || filter(record) ? out.send(responseFor(store, record, resolveLinks)) : undefined;
      if (!filter || ++considered % checkpointEvery !== 0) return room;
      const at = String(record.position);
      return out.send(encodeReadResponse({ checkpoint: { commit: at, prepare: at } }));
    });
    if (position < store.log.end()) continue;
    if (!caughtUp) {
      caughtUp = true;
      out.send(caughtUpMessage());
    }
    await news();
  }
};
