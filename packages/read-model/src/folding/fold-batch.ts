import type { FlowCount, IntervalRow, MarkRow, OrderRow, SpanRow, TimelineRow } from '../rows.ts';
import { markColumn } from '../schema.ts';
import { type Effects, type Folding, foldEvent, resume } from './order-fold.ts';
import type { ReadEvent } from './read-event.ts';
import { visitingOf } from './visiting.ts';

/** What a batch of events changes in the tables; every list is sorted by its key but the timeline. */
export interface Changes {
  /** Whole rows as they are after the batch. */
  readonly rows: readonly OrderRow[];
  /** In the order of the events, for in this order they get their cursors. */
  readonly timeline: readonly TimelineRow[];
  readonly spans: readonly SpanRow[];
  readonly flow: readonly FlowCount[];
  readonly intervals: readonly IntervalRow[];
  readonly marks: readonly MarkRow[];
}

/** An event that cannot be folded; it and the later ones of its order in the batch are in no change. */
interface FoldFault {
  readonly order_id: string;
  readonly event_version: number;
  readonly error: unknown;
}

interface FoldedBatch {
  readonly changes: Changes;
  readonly faults: readonly FoldFault[];
}

/**
 * Folds events into rows. Pure. The events of each order follow on its row in `before` and on each other without a gap;
 * an order that is not there begins with its first event.
 */
export const foldBatch = (before: ReadonlyMap<string, OrderRow>, events: readonly ReadEvent[]): FoldedBatch => {
  const foldings = new Map<string, Folding>();
  const faults = new Map<string, FoldFault>();
  const collected = collector();
  for (const read of events) {
    const { order_id, event_version } = read.event.metadata;
    if (faults.has(order_id)) continue;
    const known = before.get(order_id);
    const folding = foldings.get(order_id) ?? (known === undefined ? null : resume(known));
    try {
      const { after, effects } = foldEvent(folding, read);
      foldings.set(order_id, after);
      collected.add(after.row, effects);
    } catch (error) {
      faults.set(order_id, { order_id, event_version, error });
    }
  }
  const rows = [...foldings.values()].map(({ row, history }) => ({
    ...row,
    lifecycle: history.lifecycle,
    visiting: visitingOf(history),
  }));
  return { changes: { rows: rows.sort(byOrder), ...collected.sorted() }, faults: [...faults.values()] };
};

const collector = () => {
  const timeline: TimelineRow[] = [];
  const spans: SpanRow[] = [];
  const flow = new Map<string, FlowCount>();
  const intervals = new Map<string, IntervalRow>();
  const marks = new Map<string, MarkRow>();

  const count = ({ recorded_at, ...passage }: NonNullable<Effects['passage']>): void => {
    for (const grain of ['hour', 'day'] as const) {
      const bucket = bucketOf(recorded_at, grain);
      const key = [bucket, grain, passage.from_status, passage.to_status].join(' ');
      const known = flow.get(key) ?? { ...passage, bucket, grain, count: 0, dwell_ms: 0 };
      flow.set(key, { ...known, count: known.count + 1, dwell_ms: known.dwell_ms + passage.dwell_ms });
    }
  };

  const mark = (row: OrderRow, entered: NonNullable<Effects['entered']>): void => {
    const { status, entered_at, held_before_ms, errored_before_ms } = entered;
    const known = marks.get(row.order_id);
    marks.set(row.order_id, {
      // The first entry of the order's life is kept by the table; in a batch by the order of the spreads.
      [markColumn(status, 'first_at')]: entered_at,
      [markColumn(status, 'first_held_ms')]: held_before_ms,
      [markColumn(status, 'first_errored_ms')]: errored_before_ms,
      ...known,
      [markColumn(status, 'last_at')]: entered_at,
      [markColumn(status, 'last_held_ms')]: held_before_ms,
      [markColumn(status, 'last_errored_ms')]: errored_before_ms,
      order_id: row.order_id,
      event_version: row.event_version,
    });
  };

  return {
    add: (row: OrderRow, effects: Effects): void => {
      timeline.push(effects.timeline);
      if (effects.span !== null) spans.push(effects.span);
      if (effects.passage !== null) count(effects.passage);
      for (const interval of effects.intervals) {
        const key = [interval.order_id, interval.status, interval.visit].join(' ');
        const operator = interval.operator ?? intervals.get(key)?.operator ?? null;
        intervals.set(key, { ...interval, operator });
      }
      if (effects.entered !== null) mark(row, effects.entered);
    },
    sorted: (): Omit<Changes, 'rows'> => ({
      timeline,
      spans: spans.sort((a, b) => byOrder(a, b) || a.event_version - b.event_version),
      flow: sortedByKey(flow),
      intervals: sortedByKey(intervals),
      marks: sortedByKey(marks),
    }),
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byOrder = (a: { order_id: string }, b: { order_id: string }): number => compare(a.order_id, b.order_id);
const sortedByKey = <Row>(rows: ReadonlyMap<string, Row>): Row[] =>
  [...rows].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);

/** The beginning of the hour or day in UTC. */
const bucketOf = (time: string, grain: 'hour' | 'day'): string =>
  grain === 'hour' ? `${time.slice(0, 13)}:00:00.000Z` : `${time.slice(0, 10)}T00:00:00.000Z`;
