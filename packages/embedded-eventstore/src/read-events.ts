import { DamagedLog } from './log-file.ts';
import { eventData, eventType, linkResponse, readResponse, type StoredRecord } from './record.ts';
import type { Store } from './store.ts';
import { firstVisible, isMetadataStream, isSoftDeleted, type StreamState } from './stream-state.ts';

type Events = Pick<Store, 'log' | 'index'>;

/** Link events, as projections write them, name `<revision>@<stream>`; without a stream they lead nowhere. */
const LINK_TYPE = '$>';
const LINK = /^(\d+)(?:@(.*))?$/su;
const MOST_LINKED = 2n ** 63n - 1n;
/** Bytes and events that a reader holds at a time: a hundred of them may wait with events of 1 MiB each. */
const PAGE_BYTES = 256 * 1024;
const PAGE_EVENTS = 64;

export const recordOf = (store: Events, stream: string, revision: number): StoredRecord => {
  const place = store.index.place(stream, revision);
  if (!place) throw new DamagedLog(`the index lacks revision ${revision} of stream ${stream}: remove the index folder`);
  return store.log.at(place.position, place.length);
};

/** A page of a stream, from `from` on to `to` in either direction, at least one event of it; all of them exist. */
export const streamPage = (store: Events, stream: string, from: number, to: number): StoredRecord[] => {
  const step = from <= to ? 1 : -1;
  const most = Math.min(PAGE_EVENTS, Math.abs(to - from) + 1);
  const records: StoredRecord[] = [];
  for (let bytes = 0; records.length < most && bytes < PAGE_BYTES; ) {
    const record = recordOf(store, stream, from + records.length * step);
    records.push(record);
    bytes += record.bytes.length;
  }
  return records;
};

/** First revision that a reader sees now: the times of events never go back, so $maxAge is found by halves. */
export const firstReadable = (store: Events, stream: string, state: StreamState): number => {
  // EventStoreDB keeps only the last event of a metadata stream visible.
  const first = isMetadataStream(stream) ? Math.max(0, state.last) : firstVisible(state);
  if (state.maxAge === undefined) return first;
  const oldest = Date.now() - state.maxAge * 1000;
  let low = first;
  let high = state.last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (recordOf(store, stream, middle).created < oldest) low = middle + 1;
    else high = middle;
  }
  return low;
};

const linkOf = (link: StoredRecord): { revision: number; stream: string } | undefined => {
  const [, number, stream = ''] = LINK.exec(eventData(link).toString('utf8')) ?? [];
  return number === undefined || BigInt(number) > MOST_LINKED ? undefined : { revision: Number(number), stream };
};

const linkTarget = (store: Events, { revision, stream }: { revision: number; stream: string }) => {
  if (stream === '') return undefined;
  const state = store.index.state(stream);
  const shown = !state.tombstoned && !isSoftDeleted(state) && revision <= state.last;
  return shown && revision >= firstReadable(store, stream, state) ? recordOf(store, stream, revision) : undefined;
};

/**
 * The message that gives an event to a reader, with its link resolved when the reader asked for that. A link to what its
 * stream does not show stays a link; one whose text is no link is an event like any other.
 */
export const responseFor = (store: Events, record: StoredRecord, resolveLinks: boolean): Buffer => {
  const link = resolveLinks && eventType(record) === LINK_TYPE ? linkOf(record) : undefined;
  return link ? linkResponse(record, linkTarget(store, link)) : readResponse(record);
};
