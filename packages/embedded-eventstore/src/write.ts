import { randomUUID } from 'node:crypto';
import { type Decision, decideAppend, decideDelete, type Expected } from './append-rule.ts';
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

export interface ProposedEvent {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

export interface Write {
  readonly kind: 'append' | 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly expected: Expected;
  /** Of an append. */
  readonly events: readonly ProposedEvent[];
}

const NOTHING = new Uint8Array(0);

const serverEvent = (stream: string, type: string, json: string): EventToStore => ({
  id: randomUUID(),
  stream,
  type,
  contentType: 'application/json',
  metadata: NOTHING,
  data: Buffer.from(json, 'utf8'),
});

const next = (group: StagedGroup, stream: string, event: EventToStore): EventAt => ({
  event,
  revision: group.state(stream).last + 1,
  flags: 0,
});

/** The metadata event that makes only the events from `revision` on visible and keeps the rest of `metadata`. */
const truncation = (stream: string, metadata: Readonly<Record<string, unknown>>, revision: number): EventToStore =>
  serverEvent(metadataStreamOf(stream), METADATA_TYPE, JSON.stringify({ ...metadata, $tb: revision }));

const refused = (decision: Exclude<Decision, { kind: 'write' }>, group: StagedGroup, stream: string): Outcome =>
  decision.kind === 'repetition'
    ? {
        kind: 'done',
        revision: decision.revision,
        position: decision.positionKnown ? group.positionOf(stream, decision.revision) : undefined,
      }
    : decision;

const append = (group: StagedGroup, { stream, expected, events }: Write): Outcome => {
  const ids = events.map(({ id }) => id);
  const decision = decideAppend(group, stream, expected, ids);
  if (decision.kind !== 'write') return refused(decision, group, stream);

  const { last } = group.state(stream);
  if (events.length === 0) return { kind: 'done', revision: last < 0 ? undefined : last, position: undefined };
  const stored: EventAt[] = events.map((event, i) => ({
    event: { ...event, stream },
    revision: last + 1 + i,
    flags: 0,
  }));
  const described = isMetadataStream(stream) ? describedBy(stream) : undefined;
  const newest = stored.at(-1);
  const extra: EventAt[] = [];
  if (decision.undelete) {
    const metadataStream = metadataStreamOf(stream);
    const metadata = parseMetadata(group.lastData(metadataStream));
    extra.push(next(group, metadataStream, truncation(stream, metadata, last + 1)));
  } else if (described !== undefined && newest && isSoftDeleted(group.state(described))) {
    const event = truncation(described, parseMetadata(newest.event.data), group.state(described).last + 1);
    extra.push({ event, revision: newest.revision + 1, flags: 0 });
  }
  const position = group.put([...stored, ...extra], stored.length);
  return { kind: 'done', revision: last + events.length, position };
};

const softDelete = (group: StagedGroup, { stream, expected }: Write): Outcome => {
  const decision = decideDelete(group, stream, expected, 'soft');
  if (decision.kind !== 'write') return refused(decision, group, stream);
  const metadataStream = metadataStreamOf(stream);
  const event = next(
    group,
    metadataStream,
    serverEvent(metadataStream, METADATA_TYPE, `{"$tb":${DELETED_BEFORE_TEXT}}`),
  );
  return { kind: 'done', revision: event.revision, position: group.put([event], 1) };
};

const tombstone = (group: StagedGroup, { stream, expected }: Write): Outcome => {
  const decision = decideDelete(group, stream, expected, 'tombstone');
  if (decision.kind !== 'write') return refused(decision, group, stream);
  const event = serverEvent(stream, TOMBSTONE_TYPE, '');
  const position = group.put([{ event, revision: TOMBSTONE_REVISION, flags: TOMBSTONE }], 1);
  return { kind: 'done', revision: undefined, position };
};

/** Decides a write on top of the group and stages what it stores. */
export const stageWrite = (group: StagedGroup, write: Write): Outcome => {
  switch (write.kind) {
    case 'append':
      return append(group, write);
    case 'soft-delete':
      return softDelete(group, write);
    case 'tombstone':
      return tombstone(group, write);
  }
};
