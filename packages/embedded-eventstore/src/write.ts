import { randomUUID } from 'node:crypto';
import { decideAppend, decideDelete, type Expected } from './append-rule.ts';
import type { Outcome } from './outcome.ts';
import { type EventToStore, TOMBSTONE, TOMBSTONE_REVISION } from './record.ts';
import type { EventAt, StagedGroup } from './staged-group.ts';
import {
  DELETED_BEFORE_TEXT,
  describedBy,
  isMetadataStream,
  isSoftDeleted,
  METADATA_TYPE,
  metadataStreamOf,
  parseMetadata,
  TOMBSTONE_TYPE,
} from './stream-state.ts';

/** An event as a client sends it; its id is a UUID in lower case. */
export type ProposedEvent = Omit<EventToStore, 'stream'>;

export interface Write {
  readonly kind: 'append' | 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly expected: Expected;
  /** Of an append. */
  readonly events: readonly ProposedEvent[];
}

/** An event of the server's own. */
export const serverEvent = (stream: string, type: string, json: string): EventToStore => ({
  id: randomUUID(),
  stream,
  type,
  contentType: 'application/json',
  metadata: Buffer.alloc(0),
  data: Buffer.from(json),
});

/** The metadata event that makes only the events from `revision` on visible and keeps the rest of `metadata`. */
const truncation = (stream: string, metadata: Uint8Array, revision: number): EventToStore =>
  serverEvent(metadataStreamOf(stream), METADATA_TYPE, JSON.stringify({ ...parseMetadata(metadata), $tb: revision }));

const append = (group: StagedGroup, { stream, events }: Write, undelete: boolean): Outcome => {
  const { last } = group.state(stream);
  const newest = events.at(-1);
  if (!newest) return { kind: 'done', revision: last < 0 ? undefined : last, position: undefined };
  const revision = last + events.length;
  const stored = events.map((event, i): EventAt => ({ event: { ...event, stream }, revision: last + 1 + i, flags: 0 }));
  const described = isMetadataStream(stream) ? describedBy(stream) : undefined;
  if (undelete) {
    const metadataStream = metadataStreamOf(stream);
    const event = truncation(stream, group.lastData(metadataStream), last + 1);
    stored.push({ event, revision: group.state(metadataStream).last + 1, flags: 0 });
  } else if (described !== undefined && isSoftDeleted(group.state(described))) {
    const event = truncation(described, newest.data, group.state(described).last + 1);
    stored.push({ event, revision: revision + 1, flags: 0 });
  }
  return { kind: 'done', revision, position: group.put(stored, events.length) };
};

const softDelete = (group: StagedGroup, { stream }: Write): Outcome => {
  const metadataStream = metadataStreamOf(stream);
  const event = serverEvent(metadataStream, METADATA_TYPE, `{"$tb":${DELETED_BEFORE_TEXT}}`);
  const revision = group.state(metadataStream).last + 1;
  return { kind: 'done', revision, position: group.put([{ event, revision, flags: 0 }], 1) };
};

const tombstone = (group: StagedGroup, { stream }: Write): Outcome => {
  const event = serverEvent(stream, TOMBSTONE_TYPE, '');
  const position = group.put([{ event, revision: TOMBSTONE_REVISION, flags: TOMBSTONE }], 1);
  return { kind: 'done', revision: undefined, position };
};

/** Decides a write on top of the group and stages what it stores. */
export const stageWrite = (group: StagedGroup, write: Write): Outcome => {
  const { kind, stream, expected, events } = write;
  const decision =
    kind === 'append'
      ? decideAppend(
          group,
          stream,
          expected,
          events.map(({ id }) => id),
        )
      : decideDelete(group, stream, expected, kind);
  if (decision.kind === 'repetition') {
    const { revision, positionKnown } = decision;
    return { kind: 'done', revision, position: positionKnown ? group.positionOf(stream, revision) : undefined };
  }
  if (decision.kind !== 'write') return decision;
  if (kind === 'append') return append(group, write, decision.undelete);
  return kind === 'tombstone' ? tombstone(group, write) : softDelete(group, write);
};
