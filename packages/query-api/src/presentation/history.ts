import {
  DURATIONS,
  type DurationName,
  type Interval,
  intervalsOf,
  LEAD_TIMES,
  type LeadTimeName,
  leadTimeMs,
} from '@order-ledger/domain/durations';
import { frozenUntil, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type History, recordVisit } from '@order-ledger/domain/visits';
import type { TimelineEntry } from '@order-ledger/read-model/reading/timeline';
import type { VisitAnswer } from './answers.ts';

/** An event of the timeline with the part of its metadata that the folds of the lifecycle and the visits look at. */
const eventOf = (entry: TimelineEntry): RecordedEvent => {
  const { type, data, event_version, status_version, system, order_id } = entry;
  const occurred_at = entry.occurred_at.toISOString();
  const recorded_at = entry.recorded_at.toISOString();
  const metadata = { order_id, event_version, status_version, system, occurred_at, recorded_at };
  return { type, data, metadata } as RecordedEvent;
};

/** The order's visits and lifecycle after these events, by the same fold as everywhere; null where there are none. */
export const historyOf = (entries: readonly TimelineEntry[]): History | null => {
  let history: History | null = null;
  for (const entry of entries) history = recordVisit(history, eventOf(entry));
  return history;
};

export const durationsOf = (history: History): Partial<Record<DurationName, Interval[]>> =>
  Object.fromEntries(Object.entries(DURATIONS).map(([name, duration]) => [name, intervalsOf(duration, history)]));

export const leadTimesOf = (history: History): Partial<Record<LeadTimeName, number | null>> =>
  Object.fromEntries(Object.entries(LEAD_TIMES).map(([name, leadTime]) => [name, leadTimeMs(leadTime, history)]));

/** Every visit, in the order of their beginning; an open one is measured until `now`. */
export const visitsAnswer = ({ visits, lifecycle }: History, now: Date): VisitAnswer[] => {
  // The fold knows no clock: what is open lasts until now, or until the last status change if our clock is behind.
  const until = new Date(Math.max(now.getTime(), Date.parse(lifecycle.last_status_at))).toISOString();
  const frozen = frozenUntil(lifecycle, until);
  return visits.map((visit) => {
    const { held_before_ms, errored_before_ms, attempts, ...rest } = visit;
    const wall_ms = visit.wall_ms ?? Date.parse(until) - Date.parse(visit.entered_at);
    const held_ms = visit.held_ms ?? frozen.held_ms - held_before_ms;
    const errored_ms = visit.errored_ms ?? frozen.errored_ms - errored_before_ms;
    return { ...rest, attempts: [...attempts], wall_ms, held_ms, errored_ms, net_ms: wall_ms - held_ms - errored_ms };
  });
};
