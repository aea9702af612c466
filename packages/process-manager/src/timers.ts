import type { EventType } from '@order-ledger/domain/events';
import { changesStatus } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { DRAFT_STATUSES } from '@order-ledger/domain/status';
import { later, plusSeconds } from '@order-ledger/domain/time';
import { type CommandToSend, whyNotSend } from './command-to-send.ts';
import type { OrderHistory } from './order-history.ts';

/** Seconds. */
export interface TimerLimits {
  /** From the end of a quote's validity until an order that nobody answered is cancelled. */
  readonly quoteExpiryS: number;
  /** From the acceptance of a quote until an order that nobody paid is cancelled. */
  readonly unpaidExpiryS: number;
  /** From when a draft was last worked on until it is cancelled; 0: drafts stay. */
  readonly draftExpiryS: number;
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
  runs(state: OrderState, limits: TimerLimits): boolean;
  /** Facts that start the time again. */
  readonly restartedBy?: readonly EventType[];
  /**
   * `since`: when the status, or a fact of `restartedBy`, was recorded. When a status is entered again, after a hold too,
   * its whole time runs again.
   */
  dueAt(state: OrderState, since: string, limits: TimerLimits): string;
  readonly send: CommandToSend;
}

export const DRAFT_RULE = 'draft-expiry';

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
  {
    rule: DRAFT_RULE,
    runs: ({ status }, { draftExpiryS }) => draftExpiryS > 0 && DRAFT_STATUSES.includes(status),
    restartedBy: ['ModelFileReplaced'],
    dueAt: (_state, since, { draftExpiryS }) => plusSeconds(since, draftExpiryS),
    send: EXPIRE,
  },
];

/** The timers that run for the order as it is. */
export const timersOf = ({ state, events }: OrderHistory, limits: TimerLimits): Timer[] => {
  const may = (send: CommandToSend): boolean => whyNotSend(state, send, state.last_recorded_at) === null;
  return TIMERS.filter(({ runs, send }) => runs(state, limits) && may(send)).map(({ rule, dueAt, restartedBy }) => {
    const begins = events.findLast(({ type }) => changesStatus(type) || restartedBy?.includes(type));
    const since = begins?.metadata.recorded_at ?? state.last_recorded_at;
    return { rule, status_version: state.status_version, due_at: dueAt(state, since, limits) };
  });
};
