import type { ReadEvent } from './read-event.ts';

/** Events that are missing before one that came. */
export interface Gap {
  readonly order_id: string;
  /** Both inclusive. */
  readonly from_version: number;
  readonly to_version: number;
  /** The event that showed it, by its index in what was sorted. */
  readonly before: number;
}

export interface SortedOut {
  /** Events to be folded; at a gap the caller must first put the missing ones in. */
  readonly next: readonly ReadEvent[];
  readonly gaps: readonly Gap[];
  /** Events that the rows hold already. */
  readonly duplicates: number;
  /** Events of orders that are parked. */
  readonly parked: number;
}

/**
 * Says of each event whether it is its order's next. Pure.
 * @param versions the event_version of each order's row; an order without a row is absent
 */
export const sortOut = (
  versions: ReadonlyMap<string, number>,
  parkedOrders: ReadonlySet<string>,
  events: readonly ReadEvent[],
): SortedOut => {
  const last = new Map(versions);
  const next: ReadEvent[] = [];
  const gaps: Gap[] = [];
  let duplicates = 0;
  let parked = 0;
  for (const read of events) {
    const { order_id, event_version } = read.event.metadata;
    const known = last.get(order_id) ?? 0;
    if (parkedOrders.has(order_id)) parked += 1;
    else if (event_version <= known) duplicates += 1;
    else {
      if (event_version > known + 1)
        gaps.push({ order_id, from_version: known + 1, to_version: event_version - 1, before: next.length });
      next.push(read);
      last.set(order_id, event_version);
    }
  }
  return { next, gaps, duplicates, parked };
};
