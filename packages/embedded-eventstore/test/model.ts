import type { Step } from './conversation.ts';

/** What a soft delete writes as truncate-before, as JSON.parse gives it. */
const DELETED = 2 ** 63;
/** As the refusal of a delete numbers what is no revision. */
const NUMBERS: Readonly<Record<string, string>> = { any: '-2', no_stream: '-1' };
const STREAM_DELETED = { error: 'stream-deleted' };

/**
 * EventStoreDB's rules for one stream, written down once more and as short as they go: the server is held against this
 * model in random conversations, and this model against the recorded ones.
 */
export const createModel = (): ((step: Step) => unknown) => {
  const events: string[] = [];
  const metadata: Readonly<Record<string, unknown>>[] = [];
  let tombstoned = false;

  const current = (): number => events.length - 1;
  const settings = (): Readonly<Record<string, unknown>> => metadata.at(-1) ?? {};
  const softDeleted = (): boolean => settings().truncateBefore === DELETED;
  const wrong = (expected: string, actual: number) => ({
    error: 'wrong-expected-version',
    expected,
    actual: actual < 0 ? 'no_stream' : String(actual),
  });
  const revisionOf = (expected: string): number => (expected === 'no_stream' ? -1 : Number(expected));

  const append = (ids: readonly string[], expected: string): unknown => {
    const refused = wrong(expected, current());
    if (tombstoned) return STREAM_DELETED;
    if (expected === 'stream_exists' && softDeleted()) return STREAM_DELETED;
    if (expected === 'stream_exists' && current() < 0 && metadata.length === 0) return refused;
    if (expected === 'any' || expected === 'stream_exists') {
      if (events.includes(ids[0] ?? '')) {
        const known = ids.every((id) => events.includes(id));
        return known ? { next: String(events.indexOf(ids.at(-1) ?? '')) } : refused;
      }
    } else if (revisionOf(expected) !== current()) {
      const after = revisionOf(expected) + 1;
      const equal = ids.filter((id, i) => events[after + i] === id).length;
      if (revisionOf(expected) > current() || ids.length === 0) return refused;
      if (equal === ids.length) return { next: String(after + ids.length - 1) };
      if (events[after] === ids[0] || expected !== 'no_stream' || !softDeleted()) return refused;
    }
    if (softDeleted() && ids.length > 0) metadata.push({ truncateBefore: events.length });
    events.push(...ids);
    return { next: String(Math.max(0, current())) };
  };

  const setMetadata = (given: Readonly<Record<string, unknown>>, expected: string): unknown => {
    const last = metadata.length - 1;
    if (tombstoned && last < 0) return STREAM_DELETED;
    if (expected !== 'any' && revisionOf(expected) !== last) return wrong(expected, last);
    const deleted = softDeleted();
    metadata.push(given);
    if (deleted) metadata.push({ ...given, truncateBefore: events.length });
    return { next: String(last + 1) };
  };

  const remove = (expected: string, needs: boolean, done: () => void): unknown => {
    if (tombstoned) return STREAM_DELETED;
    if (!(expected === 'no_stream' && softDeleted())) {
      const asExpected = expected === 'any' || revisionOf(expected) === current();
      if (!asExpected || (needs && current() < 0 && metadata.length === 0))
        return { error: 'wrong-expected-version', expected: NUMBERS[expected] ?? expected, actual: String(current()) };
    }
    done();
    return 'done';
  };

  const read = ({ direction, from = 'start', count = 100 }: Step): unknown => {
    if (tombstoned) return STREAM_DELETED;
    if (current() < 0 || softDeleted()) return { error: 'stream-not-found' };
    const { truncateBefore = 0, maxCount = events.length } = settings() as Record<string, number>;
    const first = Math.max(truncateBefore, events.length - maxCount);
    const at = from === 'start' ? 0 : from === 'end' ? current() : Number(from);
    const visible = events.map((id, i) => ({ i, text: `${i}:${id}` })).filter(({ i }) => i >= first);
    return direction === 'backwards'
      ? visible
          .filter(({ i }) => i <= at)
          .map(({ text }) => text)
          .reverse()
          .slice(0, count)
      : visible
          .filter(({ i }) => i >= at)
          .map(({ text }) => text)
          .slice(0, count);
  };

  return (step) => {
    const { expected = 'any' } = step;
    switch (step.op) {
      case 'append':
        return append(step.events ?? [], expected);
      case 'setMetadata':
        return setMetadata(step.metadata ?? {}, expected);
      case 'getMetadata':
        return tombstoned ? STREAM_DELETED : { metadata: metadata.at(-1) ?? null };
      case 'delete':
        return remove(expected, true, () => metadata.push({ truncateBefore: DELETED }));
      case 'tombstone':
        return remove(expected, false, () => {
          tombstoned = true;
        });
      case 'read':
        return read(step);
    }
  };
};
