import { missingFields } from '@order-ledger/domain/carrier-needs';
import type { OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { timestampNow } from '@order-ledger/platform/clock';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { type CarrierEvent, changesNothing, commandOf } from './carrier-events.ts';
import { whyNotSend } from './command-to-send.ts';
import { metrics } from './metrics.ts';
import { idOf, type OrderHistory } from './order-history.ts';
import { reactionsTo } from './reactions.ts';
import { idOfSending, type Sending, sendCommand } from './send.ts';
import { type Timer, type TimerLimits, timersOf } from './timers.ts';

/** What is to be kept about an order after a look at it. */
export type Looked =
  | { readonly order_id: string; readonly timers: readonly Timer[] }
  /** The order is parked: no rule could be applied to it. */
  | { readonly order_id: string; readonly fault: Error };

export interface LookOptions {
  readonly ledger: Pick<Ledger, 'execute'>;
  readonly memory: OrderMemory<OrderHistory>;
  readonly log: Log;
  readonly limits: TimerLimits;
}

/**
 * Logged, because people may ask: a carrier's event that changes nothing, one on which they must act themselves, and
 * one that asks for what the order's circumstances forbid.
 */
const tell = (history: OrderHistory, event: CarrierEvent, log: Log): void => {
  const { kind } = event.data;
  const problems = missingFields(event.data);
  if (changesNothing(history, event)) {
    metrics.overtaken.inc({ kind });
    log.info('a carrier event came too late; recorded, without effect', { kind });
  } else if (problems.length > 0) {
    metrics.incomplete.inc({ kind });
    log.warn('a carrier event lacks fields that its command needs', { kind, problems });
  } else {
    const send = commandOf(history, event);
    const refusal = send === null ? null : whyNotSend(history.state, send, timestampNow());
    if (refusal?.kind === 'guard') log.info('not now', { kind, command: send?.command, code: refusal.code });
  }
};

/** What the rules ask for, for the order as it is, and the ledger does not hold yet. */
const wantedOf = (history: OrderHistory): Sending[] =>
  reactionsTo(history, timestampNow())
    .map((reaction) => ({ ...reaction, key: idOf(reaction.cause) }))
    .filter((sending) => !history.state.commands.has(idOfSending(history.state, sending)));

/**
 * Looks at an order, which covers every event before: sends what the rules ask for, and says which timers run. The
 * remembered order says whether anything is asked for; what is sent follows from the order as it is now, because the
 * ledger may hold newer events. One command at most is appended, because its events bring the next look. Throws when
 * the ledger cannot be asked.
 * @param heard the carrier events that brought the look: they are told of once, not at every look
 */
export const lookAt = async (
  { ledger, memory, log, limits }: LookOptions,
  order_id: string,
  heard: readonly CarrierEvent[] = [],
): Promise<Looked> =>
  withContext({ order_id }, async () => {
    try {
      let history = await memory.recall(order_id);
      if (history === null) return { order_id, timers: [] };
      for (const event of heard) tell(history, event, log);
      if (wantedOf(history).length > 0) history = await memory.now(order_id);
      if (history === null) return { order_id, timers: [] };
      for (const sending of wantedOf(history)) {
        const sent = await sendCommand(ledger, log, history.state, sending);
        metrics.reactions.inc({ rule: sending.rule, outcome: sent });
        if (sent === 'done' || sent === 'repeated') break;
      }
      return { order_id, timers: timersOf(history, limits) };
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      memory.forget(order_id);
      log.error('could not apply the rules to an order; parked it', { error });
      return { order_id, fault: error };
    }
  });
