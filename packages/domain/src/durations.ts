import type { Status } from './status.ts';
import { millisecondsBetween } from './time.ts';
import type { History, Moment, Visit } from './visits.ts';

/**
 * How a duration is counted: `first`, from the first entry of `from` to the first entry of `to` after it; `span`, to the
 * last entry of `to` instead; `last-file`, from the last model file to the first entry of `to`; `visits`, each visit of
 * `from` that goes on to `to`.
 */
type Counting = 'first' | 'span' | 'last-file' | 'visits';

interface Duration {
  from: readonly Status[];
  to: readonly Status[];
  counting: Counting;
  /** Which of several intervals are shown. */
  shown: 'one' | 'each' | 'sum' | 'last-and-sum';
}

const one = (from: Status, to: Status, counting: Exclude<Counting, 'visits'> = 'first'): Duration => ({
  from: [from],
  to: [to],
  counting,
  shown: 'one',
});
const visits = (from: readonly Status[], to: readonly Status[], shown: Duration['shown'] = 'each'): Duration => ({
  from,
  to,
  counting: 'visits',
  shown,
});

/** The named stages of an order's life. */
export const DURATIONS = {
  upload: one('INITIATED', 'FILE_UPLOADED'),
  submit_wait: one('FILE_UPLOADED', 'SUBMITTED', 'last-file'),
  pricing_queue: visits(['SUBMITTED'], ['PRICE_CALCULATION_STARTED']),
  price_calculation: visits(['PRICE_CALCULATION_STARTED'], ['PRICE_CALCULATED', 'REJECTED']),
  quote_decision: visits(['PRICE_CALCULATED'], ['WAITING_PAYMENT', 'MANUFACTURING_APPROVED']),
  payment_wait: visits(['WAITING_PAYMENT'], ['MANUFACTURING_APPROVED']),
  production_queue: visits(['MANUFACTURING_APPROVED'], ['MANUFACTURING_STARTED']),
  manufacturing: one('MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED', 'span'),
  manufacturing_attempt: visits(['MANUFACTURING_STARTED'], ['MANUFACTURING_COMPLETED', 'MANUFACTURING_FAILED']),
  rework: visits(['MANUFACTURING_FAILED', 'REWORK_REQUIRED'], ['REWORK_REQUIRED', 'MANUFACTURING_STARTED'], 'sum'),
  packaging: visits(['PACKAGING_STARTED'], ['PACKAGING_COMPLETED'], 'last-and-sum'),
  shipment_wait: one('PACKAGING_COMPLETED', 'SHIPPED'),
  delivery: one('SHIPPED', 'DELIVERED'),
  return: visits(['RETURN_REQUESTED'], ['RETURNED']),
} as const satisfies Record<string, Duration>;
export type DurationName = keyof typeof DURATIONS;

export interface LeadTime extends Duration {
  /** Customers feel every minute; between stages and people the frozen time is left out. */
  compared: 'wall' | 'net';
  /** A part of the way that does not count. */
  without?: Duration;
}

/** The lead times; where the mission allows two readings both are here, the default first. */
export const LEAD_TIMES = {
  customer: { ...one('INITIATED', 'DELIVERED'), compared: 'wall' },
  customer_from_submission: { ...one('SUBMITTED', 'DELIVERED'), compared: 'wall' },
  internal: { ...one('SUBMITTED', 'CLOSED'), compared: 'net', without: DURATIONS.delivery },
  internal_with_delivery: { ...one('SUBMITTED', 'CLOSED'), compared: 'net' },
  manufacturing: { ...DURATIONS.manufacturing, compared: 'net' },
  pricing: { ...one('PRICE_CALCULATION_STARTED', 'PRICE_CALCULATED'), compared: 'net' },
  fulfilment: { ...one('PACKAGING_STARTED', 'DELIVERED'), compared: 'net' },
} as const satisfies Record<string, LeadTime>;
export type LeadTimeName = keyof typeof LEAD_TIMES;

/** A stretch of an order's life in milliseconds; net = wall − held − errored. */
export interface Interval {
  from_at: string;
  to_at: string;
  wall_ms: number;
  held_ms: number;
  errored_ms: number;
  net_ms: number;
}

const entry = (visit: Visit): Moment => ({ ...visit, at: visit.entered_at });

const interval = (from: Moment, to: Moment): Interval => {
  const wall_ms = millisecondsBetween(from.at, to.at);
  const held_ms = to.held_before_ms - from.held_before_ms;
  const errored_ms = to.errored_before_ms - from.errored_before_ms;
  return { from_at: from.at, to_at: to.at, wall_ms, held_ms, errored_ms, net_ms: wall_ms - held_ms - errored_ms };
};

/** Which entry counts where a status is visited several times. */
export type Pick = 'first' | 'last';

/**
 * From an entry of `a` to an entry of `b` after it, or null when the order has not gone that way.
 * @param pick which entry of `a`, and which of the entries of `b` that follow on it; default: the first of each
 */
export const between = (
  history: History,
  a: Status,
  b: Status,
  pick: { from?: Pick; to?: Pick } = {},
): Interval | null => {
  const from = end(
    history.visits.filter((visit) => visit.status === a),
    pick.from,
  );
  if (from === undefined) return null;
  const to = end(
    history.visits.filter((visit) => visit.status === b && visit.entered_version > from.entered_version),
    pick.to,
  );
  return to === undefined ? null : interval(entry(from), entry(to));
};
const end = (candidates: readonly Visit[], pick: Pick = 'first'): Visit | undefined =>
  candidates.at(pick === 'first' ? 0 : -1);

const visitInterval = (visit: Visit): Interval => {
  const { held_ms, errored_ms, entered_at, left_at, held_before_ms, errored_before_ms } = visit;
  const left = {
    at: left_at as string,
    held_before_ms: held_before_ms + (held_ms ?? 0),
    errored_before_ms: errored_before_ms + (errored_ms ?? 0),
  };
  return interval({ at: entered_at, held_before_ms, errored_before_ms }, left);
};

/** The intervals of a duration in this order's life, oldest first; empty while none is over. */
export const intervalsOf = (duration: Duration, history: History): Interval[] => {
  const { from, to, counting } = duration;
  if (counting === 'visits') {
    return history.visits
      .filter((visit) => from.includes(visit.status) && visit.next !== null && to.includes(visit.next))
      .map(visitInterval);
  }
  const [a, b] = [from[0] as Status, to[0] as Status];
  if (counting !== 'last-file') {
    const whole = between(history, a, b, { to: counting === 'span' ? 'last' : 'first' });
    return whole === null ? [] : [whole];
  }
  const file = history.files.at(-1);
  const reached = history.visits.find((visit) => visit.status === b);
  return file === undefined || reached === undefined ? [] : [interval(file, entry(reached))];
};

/** A lead time in milliseconds as it is compared (wall or net), or null while it is not over. */
export const leadTimeMs = (leadTime: LeadTime, history: History): number | null => {
  const value = (part: Interval): number => (leadTime.compared === 'wall' ? part.wall_ms : part.net_ms);
  const [whole] = intervalsOf(leadTime, history);
  if (whole === undefined) return null;
  const left = leadTime.without === undefined ? [] : intervalsOf(leadTime.without, history);
  return left.reduce((rest, part) => rest - value(part), value(whole));
};
