import type { Lifecycle } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';
import type { History, Visit } from '@order-ledger/domain/visits';
import type { Visiting } from '../order-columns.ts';

/** Stands for a visit that is over and stored: the domain's fold only counts it. */
const over = (status: Status): Visit => ({
  status,
  visit: 0,
  entered_at: '',
  entered_version: 0,
  left_at: '',
  left_version: 0,
  next: null,
  wall_ms: 0,
  held_ms: 0,
  errored_ms: 0,
  held_before_ms: 0,
  errored_before_ms: 0,
  attempts: [],
});

/** A history that the domain's fold goes on from, without the visits that are over: these it needs by number only. */
export const historyFrom = (lifecycle: Lifecycle, { open, counts }: Visiting): History => {
  const visits: Visit[] = [];
  for (const [status, count] of Object.entries(counts) as [Status, number][]) {
    const stillOpen = open.filter((visit) => visit.status === status).length;
    for (let n = stillOpen; n < count; n += 1) visits.push(over(status));
  }
  return { lifecycle, visits: [...visits, ...open], files: [] };
};

export const visitingOf = ({ visits }: History): Visiting => {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of visits) counts[status] = (counts[status] ?? 0) + 1;
  return { open: visits.filter(({ left_at }) => left_at === null), counts };
};
