import type { OrderState } from '@order-ledger/domain/state';
import { later, plusSeconds } from '@order-ledger/domain/time';
import { type CommandToSend, whyNotSend } from './command-to-send.ts';
import { lastStatusEvent, type OrderHistory } from './order-history.ts';

/** Seconds. */
export interface TimerLimits {
  /** From the end of a quote's validity until an order that nobody answered is cancelled. */
  readonly quoteExpiryS: number;
  /** From the acceptance of a quote until an order that nobody paid is cancelled. */
  readonly unpaidExpiryS: number;
}

/** A deadline that runs while the order stays in one visit of one status. */
export interface Timer {
  readonly rule: string;
  readonly status_version: number;
  readonly due_at: string;
}

interface TimerRule {
  readonly rule: string;
  /** Beside what the graph asks of the command. */
  runs(state: OrderState): boolean;
  /** `since`: when the status was recorded. A status that is entered anew, after a hold too, runs its whole time again. */
  dueAt(state: OrderState, since: string, limits: TimerLimits): string;
  readonly send: CommandToSend;
}

const EXPIRE: CommandToSend = { command: 'CancelOrder', body: { reason: 'EXPIRED' } };

export const TIMERS: readonly TimerRule[] = [
  {
    rule: 'quote-expiry',
    runs: ({ status }) => status === 'PRICE_CALCULATED',
    dueAt: ({ quote }, since, { quoteExpiryS }) => plusSeconds(later(since, quote?.valid_until ?? since), quoteExpiryS),
    send: EXPIRE,
  },
  {
    rule: 'unpaid-expiry',
    runs: ({ status, quote }) => status === 'WAITING_PAYMENT' && (quote?.due_before_production.amount ?? 0) > 0,
    dueAt: (_state, since, { unpaidExpiryS }) => plusSeconds(since, unpaidExpiryS),
    send: EXPIRE,
  },
];

/** The timers that run for the order as it is. */
export const timersOf = ({ state, events }: OrderHistory, limits: TimerLimits): Timer[] => {
  const since = lastStatusEvent(events)?.metadata.recorded_at ?? state.last_recorded_at;
  const may = (send: CommandToSend): boolean => whyNotSend(state, send, state.last_recorded_at) === null;
  return TIMERS.filter(({ runs, send }) => runs(state) && may(send)).map(({ rule, dueAt }) => ({
    rule,
    status_version: state.status_version,
    due_at: dueAt(state, since, limits),
  }));
};
