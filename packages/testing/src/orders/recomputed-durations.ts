import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';
import { DESCRIBED } from '../graph/described.ts';

// Durations computed again from the raw events, by another method than the product's: the life is cut into segments of
// one status each, and every question is answered by walking over them. Knows the graph from its description alone.

interface Segment {
  status: Status;
  from: number;
  /** Infinity for the present one. */
  to: number;
}

const statusOf = (event: RecordedEvent): Status | null => {
  const rule = DESCRIBED.rules.find((candidate) => candidate.event === event.type);
  if (rule === undefined) return null;
  const stored = Object.entries(event.data).find(
    ([field]) =>
      ({ OrderResumed: 'held_from', ErrorResolved: 'error_from', ReturnDeclined: 'return_from' })[
        event.type as string
      ] === field,
  );
  return stored === undefined ? (rule.to[0] as Status) : (stored[1] as Status);
};

const segmentsOf = (events: readonly RecordedEvent[]): Segment[] => {
  const changes = events.flatMap((event) => {
    const status = statusOf(event);
    return status === null ? [] : [{ status, from: Date.parse(event.metadata.occurred_at) }];
  });
  return changes.map((change, index) => ({ ...change, to: changes[index + 1]?.from ?? Number.POSITIVE_INFINITY }));
};

/** For each segment, which statuses it lies in: its own, the stage under a hold or an error, the hold under an error. */
const layersOf = (segments: readonly Segment[]): Status[][] => {
  let stage: Status = 'INITIATED';
  let held = false;
  return segments.map(({ status }, index) => {
    if (status === 'ON_HOLD') held = true;
    else if (status !== 'ERROR') {
      held = false;
      stage = status;
    }
    if (index === 0) return [status];
    return [stage, ...(held ? ['ON_HOLD' as const] : []), ...(status === 'ERROR' ? ['ERROR' as const] : [])];
  });
};

const iso = (ms: number): string => new Date(ms).toISOString();

export const recomputed = (events: readonly RecordedEvent[]) => {
  const segments = segmentsOf(events);
  const layers = layersOf(segments);

  const overlap = (from: number, to: number, which: (layer: readonly Status[]) => boolean): number =>
    segments.reduce((sum, segment, index) => {
      if (!which(layers[index] as Status[])) return sum;
      return sum + Math.max(0, Math.min(to, segment.to) - Math.max(from, segment.from));
    }, 0);
  const measure = (from: number, to: number) => {
    const held_ms = overlap(from, to, (layer) => layer.includes('ON_HOLD'));
    const errored_ms = overlap(from, to, (layer) => layer.includes('ERROR') && !layer.includes('ON_HOLD'));
    return { wall_ms: to - from, held_ms, errored_ms };
  };

  /** A visit continues over the following segments as long as its status lies in them and nothing enters it again. */
  const visitsOf = (): { status: Status; start: number; end: number }[] =>
    segments.flatMap((segment, start) => {
      const before = start === 0 ? [] : (layers[start - 1] as Status[]);
      const isReturn = before.includes(segment.status) && isWayBack(start);
      if (isReturn) return [];
      let end = start + 1;
      while (
        end < segments.length &&
        (layers[end] as Status[]).includes(segment.status) &&
        (isOverlay(end) || isWayBack(end))
      )
        end += 1;
      return [{ status: segment.status, start, end }];
    });
  const isOverlay = (index: number): boolean => ['ON_HOLD', 'ERROR'].includes(segments[index]?.status ?? '');
  const isWayBack = (index: number): boolean =>
    isOverlay(index - 1) && (layers[index - 1] as Status[]).includes(segments[index]?.status as Status);

  return {
    visits: () =>
      visitsOf().map(({ status, start, end }) => {
        const from = segments[start]?.from as number;
        const to = end < segments.length ? (segments[end]?.from as number) : null;
        const ms = to === null ? { wall_ms: null, held_ms: null, errored_ms: null } : measure(from, to);
        return { status, entered_at: iso(from), left_at: to === null ? null : iso(to), ...ms };
      }),
    between: (a: Status, b: Status, pickA: 'first' | 'last', pickB: 'first' | 'last') => {
      const entries = visitsOf();
      const of = (status: Status, after: number) =>
        entries.filter((visit) => visit.status === status && visit.start > after);
      const from = of(a, -1).at(pickA === 'first' ? 0 : -1);
      const to = from && of(b, from.start).at(pickB === 'first' ? 0 : -1);
      if (from === undefined || to === undefined) return null;
      const [start, end] = [segments[from.start]?.from as number, segments[to.start]?.from as number];
      const ms = measure(start, end);
      return { from_at: iso(start), to_at: iso(end), ...ms, net_ms: ms.wall_ms - ms.held_ms - ms.errored_ms };
    },
  };
};
