import { FIRST_POSITION } from './log-file.ts';
import { encodeReadResponse } from './protocol.ts';
import { firstReadable, responseFor, streamRecords } from './read-events.ts';
import type { ReadRequest } from './read-request.ts';
import { streamDeleted, unknownPosition } from './refusal.ts';
import { type ResponseStream, sendPage } from './response-stream.ts';
import type { Store } from './store.ts';
import { describedBy, isMetadataStream, isSoftDeleted } from './stream-state.ts';

/** Sends up to `count` events of a stream, oldest or newest first. Throws a Refusal when it is tombstoned. */
export const readStream = async (
  store: Store,
  stream: string,
  from: 'start' | 'end' | number,
  { backwards, count = Number.POSITIVE_INFINITY, resolveLinks }: ReadRequest,
  out: ResponseStream,
): Promise<void> => {
  const state = store.index.state(stream);
  if (state.tombstoned || (isMetadataStream(stream) && store.index.state(describedBy(stream)).tombstoned))
    throw streamDeleted(stream);
  if (state.last < 0 || isSoftDeleted(state)) {
    out.send(encodeReadResponse({ stream_not_found: { stream: { name: Buffer.from(stream, 'utf8') } } }));
    return;
  }
  const first = firstReadable(store, stream, state);
  const asked = from === 'start' ? 0 : from === 'end' ? state.last : from;
  let next = backwards ? Math.min(asked, state.last) : Math.max(asked, first);
  const until = backwards ? first : state.last;
  let left = count;
  while (left > 0 && !out.closed() && (backwards ? next >= until : next <= until)) {
    const records = streamRecords(store, stream, next, until, left);
    left -= records.length;
    next += backwards ? -records.length : records.length;
    await sendPage(out, records, (record) => out.send(responseFor(store, record, resolveLinks)));
  }
};

/** Position from which $all is read, after a check that an event of its own stands there (or nothing does yet). */
export const startOfAll = async (store: Store, from: 'start' | 'end' | number): Promise<number> => {
  if (from === 'start') return FIRST_POSITION;
  if (from === 'end' || from >= store.log.end()) return store.log.end();
  if (Number.isNaN(from) || !(await store.log.probe(from))) throw unknownPosition(from);
  return from;
};

/** Sends up to `count` events of $all; those of the filter, when there is one. */
export const readAll = async (
  store: Store,
  from: 'start' | 'end' | number,
  { backwards, count = Number.POSITIVE_INFINITY, resolveLinks, filter }: ReadRequest,
  out: ResponseStream,
): Promise<void> => {
  let position = await startOfAll(store, from);
  let left = count;
  while (left > 0 && !out.closed()) {
    const records = backwards ? await store.log.backwards(position) : await store.log.forwards(position);
    if (records.length === 0) return;
    await sendPage(out, records, (record) => {
      position = backwards ? record.position : record.position + record.bytes.length;
      if (left === 0 || (filter && !filter(record))) return undefined;
      left--;
      return out.send(responseFor(store, record, resolveLinks));
    });
  }
};
