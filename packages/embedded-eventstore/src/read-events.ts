import { DamagedLog } from './log-file.ts';
import { eventData, eventType, linkResponse, readResponse, type StoredRecord } from './record.ts';
import type { Store } from './store.ts';

type Events = Pick<Store, 'log' | 'index'>;

import { firstVisible, isMetadataStream, type StreamState } from './stream-state.ts';

/** Link events, as projections write them, name `<revision>@<stream>`. */
const LINK_TYPE = '$>';

const recordAt = (store: Events, stream: string, revision: number): StoredRecord => {
  const place = store.index.place(stream, revision);
  if (!place) throw new DamagedLog(`the index lacks revision ${revision} of stream ${stream}: remove the index folder`);
  return store.log.at(place.position, place.length);
};

/** Up to `count` events of a stream from `from` on to `to`, in either direction; all of them exist. */
export const streamRecords = (
  store: Events,
  stream: string,
  from: number,
  to: number,
  count: number,
): StoredRecord[] => {
  const step = from <= to ? 1 : -1;
  const length = Math.min(count, Math.abs(to - from) + 1);
  return Array.from({ length }, (_, i) => recordAt(store, stream, from + i * step));
};

export const tombstoneRecord = (store: Events, stream: string, revision: number): StoredRecord =>
  recordAt(store, stream, revision);

/** First revision that a reader sees now: the times of events never go back, so $maxAge is found by halves. */
export const firstReadable = (store: Events, stream: string, state: StreamState): number => {
  // EventStoreDB keeps only the last event of a metadata stream visible.
  const first = isMetadataStream(stream) ? Math.max(0, state.last) : firstVisible(state);
  if (state.maxAge === undefined || first > state.last) return first;
  const oldest = Date.now() - state.maxAge * 1000;
  let low = first;
  let high = state.last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (recordAt(store, stream, middle).created < oldest) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The message that gives an event to a reader, with its link resolved when the reader asked for that. */
export const responseFor = (store: Events, record: StoredRecord, resolveLinks: boolean): Buffer => {
  if (!resolveLinks || eventType(record) !== LINK_TYPE) return readResponse(record);
  const [revisionText, ...name] = eventData(record).toString('utf8').split('@');
  const stream = name.join('@');
  const revision = Number(revisionText);
  const place = Number.isSafeInteger(revision) && revision >= 0 ? store.index.place(stream, revision) : undefined;
  return linkResponse(record, place && store.log.at(place.position, place.length));
};
