import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { isSettled } from '@order-ledger/domain/settlement';
import type { OrderState } from '@order-ledger/domain/state';
import { MEANING, openCarrierEvents } from './carrier-events.ts';
import type { CommandToSend } from './command-to-send.ts';
import { lastOf, type OrderHistory } from './order-history.ts';

/** What a rule wants now, and the event that is to blame: rule and cause make the command's id. */
export interface Reaction {
  readonly rule: string;
  readonly cause: RecordedEvent;
  readonly send: CommandToSend;
}

interface ReactionRule {
  readonly rule: string;
  /** The events that could be the cause now, those to be asked first at the front. */
  causes(history: OrderHistory): readonly RecordedEvent[];
  /** Pure. What to send for this cause to an order in this state; null: nothing. */
  react(state: OrderState, cause: RecordedEvent): CommandToSend | null;
}

const list = (event: RecordedEvent | null): readonly RecordedEvent[] => (event === null ? [] : [event]);

const approveManufacturing = (state: OrderState): CommandToSend | null =>
  state.status === 'WAITING_PAYMENT' && state.quote !== null && state.paid >= state.quote.due_before_production.amount
    ? { command: 'ApproveManufacturing', body: {} }
    : null;

const followCarrier = (state: OrderState, cause: RecordedEvent): CommandToSend | null => {
  if (cause.type !== 'CarrierEventRecorded') return null;
  const meaning = MEANING[cause.data.kind];
  return meaning?.legalIn.includes(state.status) ? meaning.command(cause.data) : null;
};

const closeSettled = (state: OrderState): CommandToSend | null =>
  state.status === 'DELIVERED' && isSettled(state, state.stage) ? { command: 'CloseOrder', body: {} } : null;

/**
 * The reactions. Asked in this order after every event of an order, on the order as it is then: what was not legal when
 * its cause came is found again when it has become so.
 */
export const REACTIONS: readonly ReactionRule[] = [
  {
    rule: 'approve-manufacturing',
    causes: ({ events }) =>
      list(lastOf(events, 'QuoteAccepted', 'PaymentRecorded', 'PaymentRefunded', 'OrderResumed', 'ErrorResolved')),
    react: approveManufacturing,
  },
  { rule: 'follow-carrier', causes: openCarrierEvents, react: followCarrier },
  {
    rule: 'close-settled',
    causes: ({ events }) =>
      list(
        lastOf(
          events,
          'OrderDelivered',
          'ReturnDeclined',
          'PaymentRecorded',
          'PaymentRefunded',
          'ShortageAccepted',
          'ErrorResolved',
        ),
      ),
    react: closeSettled,
  },
];

/** All that the rules want of the order as it is, in the order in which it is to be tried. */
export const reactionsTo = (history: OrderHistory): Reaction[] =>
  REACTIONS.flatMap(({ rule, causes, react }) =>
    causes(history).flatMap((cause) => {
      const send = react(history.state, cause);
      return send === null ? [] : [{ rule, cause, send }];
    }),
  );
