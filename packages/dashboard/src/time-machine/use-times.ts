import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { orderQuery, timelineQuery } from '../order/order-queries.ts';
import {
  after,
  boardRange,
  nextEvent,
  orderRange,
  REACH_MS,
  type TimeSearch,
  USUAL_REACH,
  within,
} from './time-search.ts';

/** One step over the board, as a share of the slider. */
const STEP = 1 / 48;

const NO_EVENTS: readonly never[] = [];

/** How far the slider reaches, where it stands, and what is next to it. */
export const useTimes = ({ at, order, reach = USUAL_REACH }: TimeSearch) => {
  // The end of the slider does not run on under the hand that moves it.
  const [opened] = useState(() => Date.now());
  const wanted = order ?? '';
  const timeline = useQuery({ ...timelineQuery(wanted, undefined), enabled: order !== undefined });
  const detail = useQuery({ ...orderQuery(wanted, undefined), enabled: order !== undefined });
  const events = timeline.data ?? NO_EVENTS;
  const ended = detail.data?.is_active === false;
  const range = useMemo(
    () => (order === undefined ? boardRange(reach, opened) : orderRange(events, ended, opened)),
    [order, reach, opened, events, ended],
  );
  const now = at === undefined ? range.to : Date.parse(at);
  const marks = useMemo(() => events.map(after), [events]);
  const step = (from: number, direction: 1 | -1): number | null => {
    if (order !== undefined) return nextEvent(events, from, direction);
    const next = within(range, from + direction * STEP * REACH_MS[reach]);
    return next === from ? null : Math.round(next);
  };
  return { at: now, range, marks, step };
};
