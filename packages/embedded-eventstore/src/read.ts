import { status } from '@grpc/grpc-js';
import { FIRST_POSITION } from './log-file.ts';
import { encodeReadResponse } from './protocol.ts';
import { firstReadable, responseFor, streamPage } from './read-events.ts';
import type { ReadRequest } from './read-request.ts';
import { Refusal, streamDeleted } from './refusal.ts';
import { type ResponseStream, sendPage } from './response-stream.ts';
import type { Store } from './store.ts';
import { describedBy, isMetadataStream, isSoftDeleted, type StreamState } from './stream-state.ts';

/** The state of a stream that may be read. Throws a Refusal when it is tombstoned, or the stream that it describes. */
export const readableState = (store: Store, stream: string): StreamState => {
  const state = store.index.state(stream);
  if (state.tombstoned || (isMetadataStream(stream) && store.index.state(describedBy(stream)).tombstoned))
    throw streamDeleted(stream);
  return state;
};

const readStream = async (
  store: Store,
  stream: string,
  { from, backwards, count = Number.POSITIVE_INFINITY, resolveLinks }: ReadRequest,
  out: ResponseStream,
): Promise<void> => {
  const state = readableState(store, stream);
  if (state.last < 0 || isSoftDeleted(state))
    return void out.send(encodeReadResponse({ stream_not_found: { stream: { name: Buffer.from(stream) } } }));
  const first = firstReadable(store, stream, state);
  const asked = from === 'start' ? 0 : from === 'end' ? state.last : from;
  const step = backwards ? -1 : 1;
  let next = backwards ? Math.min(asked, state.last) : Math.max(asked, first);
  const end = backwards ? Math.max(first, next - count + 1) : Math.min(state.last, next + count - 1);
  while ((end - next) * step >= 0 && !out.over.aborted) {
    const page = streamPage(store, stream, next, end);
    next += step * page.length;
    await sendPage(out, page, (record) => out.send(responseFor(store, record, resolveLinks)));
  }
};

/** Position from which $all is read, after a check that an event of its own stands there (or nothing does yet). */
export const startOfAll = async (store: Store, from: ReadRequest['from']): Promise<number> => {
  if (from === 'start') return FIRST_POSITION;
  if (from === 'end' || from >= store.log.end()) return store.log.end();
  if (!(await store.log.isEventAt(from)))
    throw new Refusal(
      status.UNKNOWN,
      `no event stands at position ${from} of $all: give the position of an event, or 0`,
    );
  return from;
};

const readAll = async (
  store: Store,
  { from, backwards, count = Number.POSITIVE_INFINITY, resolveLinks, filter }: ReadRequest,
  out: ResponseStream,
): Promise<void> => {
  let position = await startOfAll(store, from);
  let left = count;
  while (left > 0 && !out.over.aborted) {
    const most = filter ? undefined : left;
    const page = backwards ? await store.log.backwards(position, most) : await store.log.forwards(position);
    if (page.length === 0) return;
    await sendPage(out, page, (record) => {
      position = backwards ? record.position : record.position + record.bytes.length;
      if (left === 0 || (filter && !filter(record))) return undefined;
      left--;
      return out.send(responseFor(store, record, resolveLinks));
    });
  }
};

/** Sends up to `count` events of a stream or of $all, oldest or newest first. Throws a Refusal. */
export const read = (store: Store, request: ReadRequest, out: ResponseStream): Promise<void> =>
  request.stream === undefined ? readAll(store, request, out) : readStream(store, request.stream, request, out);
