import { advance, frozenUntil, type Lifecycle, moveOf, type RecordedEvent, statusAfter } from './lifecycle.ts';
import type { Status } from './status.ts';
import { millisecondsBetween } from './time.ts';

/** A moment of an order's life, with the milliseconds that it had been on hold and in error until then. */
export interface Moment {
  /** occurred_at. */
  at: string;
  held_before_ms: number;
  errored_before_ms: number;
}

/**
 * One visit of a status. A hold or an error does not end the visit of its stage: it overlaps it, as a visit of ON_HOLD
 * or ERROR of its own. An error inside a hold counts as held. What is null is not over yet.
 */
export interface Visit {
  status: Status;
  /** 1 for the order's first visit of this status, 2 for the next. */
  visit: number;
  entered_at: string;
  /** event_version of the event that entered, and of the one that left. */
  entered_version: number;
  left_at: string | null;
  left_version: number | null;
  /** The stage that followed; null also for ON_HOLD and ERROR, which go back. */
  next: Status | null;
  wall_ms: number | null;
  held_ms: number | null;
  errored_ms: number | null;
  /** Sums over the order's life up to `entered_at`: the net time between two visits is a subtraction. */
  held_before_ms: number;
  errored_before_ms: number;
  /** Of a calculation or a manufacturing the attempts made in this visit, the restarts included; else empty. */
  attempts: readonly { attempt: number; started_at: string }[];
}

/** The visits of an order so far, in the order of their beginning, and what the fold needs to go on. */
export interface History {
  lifecycle: Lifecycle;
  visits: readonly Visit[];
  /** When each model file was attached or replaced. */
  files: readonly Moment[];
}

const momentOf = (before: Lifecycle | null, at: string): Moment => {
  const { held_ms, errored_ms } = before === null ? { held_ms: 0, errored_ms: 0 } : frozenUntil(before, at);
  return { at, held_before_ms: held_ms, errored_before_ms: errored_ms };
};

const enter = (visits: readonly Visit[], status: Status, moment: Moment, version: number): Visit[] => [
  ...visits,
  {
    status,
    visit: visits.filter((visit) => visit.status === status).length + 1,
    entered_at: moment.at,
    entered_version: version,
    left_at: null,
    left_version: null,
    next: null,
    wall_ms: null,
    held_ms: null,
    errored_ms: null,
    held_before_ms: moment.held_before_ms,
    errored_before_ms: moment.errored_before_ms,
    attempts: [],
  },
];

const leave = (visit: Visit, moment: Moment, version: number, next: Status | null): Visit => ({
  ...visit,
  left_at: moment.at,
  left_version: version,
  next,
  wall_ms: millisecondsBetween(visit.entered_at, moment.at),
  held_ms: moment.held_before_ms - visit.held_before_ms,
  errored_ms: moment.errored_before_ms - visit.errored_before_ms,
});

const moved = (history: History, event: RecordedEvent, to: Status, moment: Moment): readonly Visit[] => {
  const version = event.metadata.event_version;
  const leaving = (which: (visit: Visit) => boolean, next: Status | null): Visit[] =>
    history.visits.map((visit) =>
      visit.left_at === null && which(visit) ? leave(visit, moment, version, next) : visit,
    );
  switch (moveOf(history.lifecycle, to)) {
    case 'hold':
    case 'fail':
      return enter(history.visits, to, moment, version);
    case 'resume':
      return leaving((visit) => visit.status === 'ON_HOLD', null);
    case 'resolve':
      return leaving((visit) => visit.status === 'ERROR', null);
    case 'enter':
      return enter(
        leaving(() => true, to),
        to,
        moment,
        version,
      );
  }
};

const withAttempt = (visits: readonly Visit[], event: RecordedEvent): readonly Visit[] => {
  const { type, data, metadata } = event;
  if (type !== 'PriceCalculationStarted' && type !== 'PriceCalculationRestarted' && type !== 'ManufacturingStarted')
    return visits;
  const started = { attempt: data.attempt, started_at: metadata.occurred_at };
  // Both are legal only while nothing is frozen: the stage's own visit is the one that is open.
  return visits.map((visit) => (visit.left_at === null ? { ...visit, attempts: [...visit.attempts, started] } : visit));
};

/** Folds one event into the history of visits. Pure. */
export const recordVisit = (history: History | null, event: RecordedEvent): History => {
  const lifecycle = advance(history?.lifecycle ?? null, event);
  const moment = momentOf(history?.lifecycle ?? null, event.metadata.occurred_at);
  if (history === null)
    return { lifecycle, visits: enter([], lifecycle.status, moment, event.metadata.event_version), files: [] };
  const to = statusAfter(history.lifecycle, event.type);
  const visits = to === null ? history.visits : moved(history, event, to, moment);
  const isFile = event.type === 'ModelFileUploaded' || event.type === 'ModelFileReplaced';
  return {
    lifecycle,
    visits: withAttempt(visits, event),
    files: isFile ? [...history.files, moment] : history.files,
  };
};

/** Folds a whole stream; null for an order without events. */
export const visitsOf = (events: Iterable<RecordedEvent>): History | null => {
  let history: History | null = null;
  for (const event of events) history = recordVisit(history, event);
  return history;
};
