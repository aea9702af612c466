import type { StatusName } from '../api/shapes.ts';
import { oneOf, type RawSearch, said } from '../app/search.ts';
import { STATUSES_IN_ORDER } from '../system/status-look.ts';

/** How far back the slider over the board reaches. */
export const REACHES = ['1h', '1d', '7d', '30d', '365d'] as const;
export type Reach = (typeof REACHES)[number];
export const USUAL_REACH: Reach = '1d';

const DAY_MS = 86_400_000;
export const REACH_MS: Readonly<Record<Reach, number>> = {
  '1h': DAY_MS / 24,
  '1d': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
  '365d': 365 * DAY_MS,
};

/** What the address of the time machine says. */
export interface TimeSearch {
  /** The moment that is looked at. */
  at?: string;
  /** Another moment that it is compared with. */
  other?: string;
  /** An order of which the life is looked through; absent: the board. */
  order?: string;
  /** The status whose orders of that moment are listed. */
  status?: StatusName;
  reach?: Reach;
}

const moment = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const readTimeSearch = ({ at, other, order, status, reach }: RawSearch): TimeSearch => {
  const far = oneOf(REACHES, reach);
  return said<TimeSearch>({
    at: moment(at),
    other: moment(other),
    order: typeof order === 'string' && UUID.test(order) ? order : undefined,
    status: oneOf(STATUSES_IN_ORDER, status),
    reach: far === USUAL_REACH ? undefined : far,
  });
};

/** The tables may not have the newest yet, and clocks differ a little: the future is refused. */
const LATEST_MS = 2_000;

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const boardRange = (reach: Reach, now: number): Range => ({
  from: now - REACH_MS[reach],
  to: now - LATEST_MS,
});

export interface Recorded {
  readonly recorded_at: string;
}

/** The moment at which an event stands in the answers; they cut parts of a millisecond off. */
export const after = ({ recorded_at }: Recorded): number => Date.parse(recorded_at) + 1;

/** From the first event of an order on: to now, or of one that has ended to a little after its last. */
export const orderRange = (events: readonly Recorded[], ended: boolean, now: number): Range => {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return boardRange(USUAL_REACH, now);
  const [from, end] = [after(first), after(last)];
  const to = ended ? Math.min(now - LATEST_MS, end + Math.max(1_000, (end - from) * 0.03)) : now - LATEST_MS;
  return { from, to: Math.max(from, to) };
};

/** The moment after the event that comes next in a direction; null: there is none. */
export const nextEvent = (events: readonly Recorded[], at: number, direction: 1 | -1): number | null => {
  const moments = events.map(after);
  return (direction === 1 ? moments.find((one) => one > at) : moments.findLast((one) => one < at)) ?? null;
};

export const within = ({ from, to }: Range, at: number): number => Math.min(to, Math.max(from, at));
