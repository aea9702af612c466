import { describedBy, isMetadataStream, isSoftDeleted, metadataStreamOf, type StreamState } from './stream-state.ts';

/** What the writer expects of the stream. A revision is what the client sent, up to 2^64-1. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** A stream's past, as the rule needs it: durable events and those decided before in the same group. */
export interface StreamHistory {
  state(stream: string): StreamState;
  /** Id of the event at a revision; undefined when there is none. */
  idAt(stream: string, revision: number): string | undefined;
  /** First revision at which an id stands in the stream. */
  revisionOf(stream: string, id: string): number | undefined;
}

export type Decision =
  | { readonly kind: 'write'; readonly undelete: boolean }
  | { readonly kind: 'repetition'; readonly revision: number; readonly positionKnown: boolean }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'wrong-expected-version'; readonly actual: number };

/** EventStoreDB's rule: may these events be appended, do they stand there already, or does the expectation fail? */
export const decideAppend = (
  history: StreamHistory,
  stream: string,
  expected: Expected,
  ids: readonly string[],
): Decision => {
  const state = history.state(stream);
  const current = state.last;
  const deleted = isSoftDeleted(state);
  const wrong: Decision = { kind: 'wrong-expected-version', actual: current };
  const write: Decision = { kind: 'write', undelete: deleted };
  const repetition = (revision: number): Decision => ({ kind: 'repetition', revision, positionKnown: !deleted });

  if (state.tombstoned) return { kind: 'stream-deleted' };
  if (isMetadataStream(stream) && current < 0 && history.state(describedBy(stream)).tombstoned)
    return { kind: 'stream-deleted' };

  if (expected === 'stream_exists') {
    if (deleted) return { kind: 'stream-deleted' };
    if (current < 0 && history.state(metadataStreamOf(stream)).last < 0) return wrong;
  }
  if (expected === 'any' || expected === 'stream_exists') {
    const [first] = ids;
    if (first === undefined || history.revisionOf(stream, first) === undefined) return write;
    let revision = -1;
    for (const id of ids) {
      const known = history.revisionOf(stream, id);
      if (known === undefined) return wrong;
      revision = known;
    }
    return repetition(revision);
  }

  const exact = expected === 'no_stream' ? -1 : Number(expected);
  if (exact > current) return wrong;
  if (exact === current) return write;
  let revision = exact;
  for (const id of ids) {
    revision++;
    if (history.idAt(stream, revision) === id) continue;
    return revision === exact + 1 && exact === -1 && deleted ? write : wrong;
  }
  return ids.length > 0 ? repetition(revision) : wrong;
};

/** The same for a soft delete or a tombstone, which names no events. */
export const decideDelete = (
  history: StreamHistory,
  stream: string,
  expected: Expected,
  kind: 'soft-delete' | 'tombstone',
): Decision => {
  const state = history.state(stream);
  if (state.tombstoned) return { kind: 'stream-deleted' };
  if (isSoftDeleted(state) && expected === 'no_stream') return { kind: 'write', undelete: false };
  const decision = decideAppend(history, stream, expected, []);
  if (decision.kind !== 'write' || kind === 'tombstone') return decision;
  return state.last < 0 && history.state(metadataStreamOf(stream)).last < 0
    ? { kind: 'wrong-expected-version', actual: -1 }
    : decision;
};
