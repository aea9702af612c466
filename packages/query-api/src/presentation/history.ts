import {
  DURATIONS,
  type DurationName,
  type Interval,
  intervalsOf,
  LEAD_TIMES,
  type LeadTimeName,
  leadTimeMs,
} from '@order-ledger/domain/durations';
import { frozenUntil } from '@order-ledger/domain/lifecycle';
import { recordOf } from '@order-ledger/domain/status';
import type { History } from '@order-ledger/domain/visits';
import type { Audience } from '../audience.ts';
import type { VisitAnswer } from './answers.ts';

/** What of an order's life concerns who carries the parcel. */
const CARRIERS_DURATIONS: readonly string[] = ['shipment_wait', 'delivery', 'return'] satisfies DurationName[];

export const durationsOf = (history: History, audience: Audience): Partial<Record<DurationName, Interval[]>> =>
  Object.fromEntries(
    Object.entries(DURATIONS)
      .filter(([name]) => audience !== 'carrier' || CARRIERS_DURATIONS.includes(name))
      .map(([name, duration]) => [name, intervalsOf(duration, history)]),
  );

export const leadTimesOf = (history: History): Partial<Record<LeadTimeName, number | null>> =>
  Object.fromEntries(Object.entries(LEAD_TIMES).map(([name, leadTime]) => [name, leadTimeMs(leadTime, history)]));

/** Every visit, in the order of their beginning; an open one is measured until `now`. */
export const visitsAnswer = ({ visits, lifecycle }: History, audience: Audience, now: Date): VisitAnswer[] => {
  // The fold knows no clock: what is open lasts until now, or until the last status change if our clock is behind.
  const until = new Date(Math.max(now.getTime(), Date.parse(lifecycle.last_status_at))).toISOString();
  const frozen = frozenUntil(lifecycle, until);
  const shown = visits.filter(({ status }) => audience !== 'carrier' || recordOf(status).carrier);
  return shown.map((visit) => {
    const { held_before_ms, errored_before_ms, attempts, ...rest } = visit;
    const wall_ms = visit.wall_ms ?? Date.parse(until) - Date.parse(visit.entered_at);
    const held_ms = visit.held_ms ?? frozen.held_ms - held_before_ms;
    const errored_ms = visit.errored_ms ?? frozen.errored_ms - errored_before_ms;
    return { ...rest, attempts: [...attempts], wall_ms, held_ms, errored_ms, net_ms: wall_ms - held_ms - errored_ms };
  });
};
