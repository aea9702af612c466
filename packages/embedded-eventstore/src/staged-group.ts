import type { StreamHistory } from './append-rule.ts';
import type { LogFile } from './log-file.ts';
import { type EventToStore, encodeRecord, eventData, eventId, LAST_OF_APPEND, type StoredRecord } from './record.ts';
import type { StreamIndex } from './stream-index.ts';
import { afterEvent, afterMetadata, describedBy, isMetadataStream, type StreamState } from './stream-state.ts';

export interface EventAt {
  readonly event: EventToStore;
  readonly revision: number;
  readonly flags: number;
}

/**
 * Appends that were decided and are not durable yet. The ones after them in the same group are decided on top of them;
 * readers do not see them.
 */
export interface StagedGroup extends StreamHistory {
  positionOf(stream: string, revision: number): number | undefined;
  /** Data of a stream's last event; empty before the first. */
  lastData(stream: string): Uint8Array;
  /** Adds the events of one append, all or none of which survive a crash; answers the position of the `counted`-th. */
  put(events: readonly EventAt[], counted: number): number;
  records(): readonly StoredRecord[];
  bytes(): number;
}

const at = (stream: string, within: number | string): string => `${within}@${stream}`;

export const stageGroup = (log: LogFile, index: StreamIndex, created: number): StagedGroup => {
  const group = log.end();
  const states = new Map<string, StreamState>();
  const events = new Map<string, StoredRecord>();
  const ids = new Map<string, number>();
  const records: StoredRecord[] = [];
  let end = group;

  const state = (stream: string): StreamState => states.get(stream) ?? index.state(stream);

  const recordAt = (stream: string, revision: number): StoredRecord | undefined => {
    const record = events.get(at(stream, revision));
    if (record) return record;
    const place = index.place(stream, revision);
    return place && log.at(place.position, place.length);
  };

  return {
    state,
    idAt(stream, revision) {
      const record = recordAt(stream, revision);
      return record && eventId(record);
    },
    lastData(stream) {
      const record = recordAt(stream, state(stream).last);
      return record ? eventData(record) : new Uint8Array(0);
    },
    revisionOf: (stream, id) => index.revisionOf(stream, id) ?? ids.get(at(stream, id)),
    positionOf: (stream, revision) =>
      events.get(at(stream, revision))?.position ?? index.place(stream, revision)?.position,
    put(append, counted) {
      let answered = end;
      append.forEach(({ event, revision, flags }, i) => {
        const position = end;
        if (i < counted) answered = position;
        const last = i === append.length - 1 ? LAST_OF_APPEND : 0;
        const record = encodeRecord(event, { position, group, revision, created, flags: flags | last });
        records.push(record);
        end += record.bytes.length;
        const id = at(event.stream, event.id);
        if (!ids.has(id)) ids.set(id, revision);
        events.set(at(event.stream, revision), record);
        states.set(event.stream, afterEvent(state(event.stream), revision, flags));
        if (isMetadataStream(event.stream)) {
          const described = describedBy(event.stream);
          states.set(described, afterMetadata(state(described), event.data));
        }
      });
      return answered;
    },
    records: () => records,
    bytes: () => end - group,
  };
};
