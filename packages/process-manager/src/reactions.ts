import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { commandOf, openCarrierEvents } from './carrier-events.ts';
import { type CommandToSend, whyNotSend } from './command-to-send.ts';
import { lastOf, type OrderHistory } from './order-history.ts';

/** What a rule asks for now, and the event that caused it: rule and cause make the command's id. */
export interface Reaction {
  readonly rule: string;
  readonly cause: RecordedEvent;
  readonly send: CommandToSend;
}

interface ReactionRule {
  readonly rule: string;
  /** The events that could be the cause now, those to be asked first at the front. */
  causes(history: OrderHistory): readonly RecordedEvent[];
  /** What this cause asks for, as soon as the graph allows it; null: nothing. */
  wants(cause: RecordedEvent, history: OrderHistory): CommandToSend | null;
}

const list = (event: RecordedEvent | null): readonly RecordedEvent[] => (event === null ? [] : [event]);

/**
 * The reactions. Asked in this order after every event of an order, on the order as it is then: what was not legal when
 * its cause came is found again when it has become so.
 */
export const REACTIONS: readonly ReactionRule[] = [
  {
    rule: 'approve-manufacturing',
    causes: ({ events }) =>
      list(lastOf(events, 'QuoteAccepted', 'PaymentRecorded', 'PaymentRefunded', 'OrderResumed', 'ErrorResolved')),
    wants: () => ({ command: 'ApproveManufacturing', body: {} }),
  },
  {
    rule: 'follow-carrier',
    causes: openCarrierEvents,
    wants: (cause, history) => (cause.type === 'CarrierEventRecorded' ? commandOf(history, cause) : null),
  },
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
    wants: () => ({ command: 'CloseOrder', body: {} }),
  },
];

/** All that the rules want of the order and the graph allows now, in the order in which it is to be tried. Pure. */
export const reactionsTo = (history: OrderHistory, now: string): Reaction[] =>
  REACTIONS.flatMap(({ rule, causes, wants }) =>
    causes(history).flatMap((cause) => {
      const send = wants(cause, history);
      return send === null || whyNotSend(history.state, send, now) !== null ? [] : [{ rule, cause, send }];
    }),
  );
