import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { timestampNow } from '@order-ledger/platform/clock';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { type CarrierEvent, changesNothing, commandOf, missingFields } from './carrier-events.ts';
import { whyNotSend } from './command-to-send.ts';
import { measures } from './measures.ts';
import { idOf, type OrderHistory, readHistory } from './order-history.ts';
import { reactionsTo } from './reactions.ts';
import { idOfSending, sendCommand } from './send.ts';
import { type Timer, type TimerLimits, timersOf } from './timers.ts';

/** What is to be kept about an order after a look at it. */
export type Looked =
  | { readonly order_id: string; readonly timers: readonly Timer[] }
  /** The order is parked: no rule could be followed on it. */
  | { readonly order_id: string; readonly fault: Error };

export interface LookOptions {
  readonly ledger: Pick<Ledger, 'readOrder' | 'execute'>;
  readonly log: Log;
  readonly limits: TimerLimits;
}

/**
 * What people may wonder at: a carrier's event that changes nothing, one on which they must act themselves, and one that
 * asks for what the order's circumstances forbid.
 */
const tell = (history: OrderHistory, event: CarrierEvent, log: Log): void => {
  const { kind } = event.data;
  const problems = missingFields(event.data);
  if (changesNothing(history, event)) {
    measures.overtaken.inc({ kind });
    log.info('a carrier event came too late: it is on record and changes nothing', { kind });
  } else if (problems.length > 0) {
    measures.incomplete.inc({ kind });
    log.warn('a carrier event lacks what its command needs', { kind, problems });
  } else {
    const send = commandOf(history, event);
    const refusal = send === null ? null : whyNotSend(history.state, send, timestampNow());
    if (refusal?.kind === 'guard') log.info('not now', { kind, command: send?.command, code: refusal.code });
  }
};

/**
 * Looks at an order as it is now, which covers every event before: sends what the rules want, and tells which timers run.
 * One command at most is appended, because its events bring the next look. Throws when the ledger cannot be asked.
 * @param heard the carrier events that brought the look: they are told of once, not at every look
 */
export const lookAt = async (
  { ledger, log, limits }: LookOptions,
  order_id: string,
  heard: readonly CarrierEvent[] = [],
): Promise<Looked> =>
  withContext({ order_id }, async () => {
    try {
      const history = await readHistory(ledger, order_id);
      if (history === null) return { order_id, timers: [] };
      for (const event of heard) tell(history, event, log);
      for (const { rule, cause, send } of reactionsTo(history, timestampNow())) {
        const sending = { rule, cause, send, key: idOf(cause) };
        if (history.state.commands.has(idOfSending(history.state, sending))) continue;
        const sent = await sendCommand(ledger, log, history.state, sending);
        measures.reactions.inc({ rule, outcome: sent });
        if (sent === 'done' || sent === 'repeated') break;
      }
      return { order_id, timers: timersOf(history, limits) };
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      log.error('no rule can be followed on an order, which is parked', { error });
      return { order_id, fault: error };
    }
  });
