import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import { clock } from '@order-ledger/platform/clock';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import type pg from 'pg';
import type { KeptTimers } from './kept-timers.ts';
import { metrics } from './metrics.ts';
import { lastStatusEvent, readHistory } from './order-history.ts';
import { parkOrders } from './parked-orders.ts';
import { sendCommand } from './send.ts';
import { dueTimers, removeTimer, setTimers, type TimerRow } from './timer-table.ts';
import { TIMERS, type TimerLimits, timersOf } from './timers.ts';

const BATCH = 100;

interface TimerKeeperOptions {
  readonly ledger: Pick<Ledger, 'readOrder' | 'execute'>;
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly limits: TimerLimits;
  /** What the reactions have written of these timers. */
  readonly kept?: Pick<KeptTimers, 'forget'>;
  /** Milliseconds that `maySweep` must have held without a break before a timer fires. */
  readonly graceMs: number;
  /** Whether people can reach the system now and all that they did is known here. */
  readonly maySweep: () => Promise<boolean>;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs?: () => number;
}

interface TimerKeeper {
  /** One round over the timers that are due. */
  sweep(): Promise<void>;
}

/**
 * Fires timers whose time has come. A timer only says when to look: what is done follows from the order as the ledger
 * has it then, so that a stale row, or the same row twice, does nothing.
 */
export const createTimerKeeper = (options: TimerKeeperOptions): TimerKeeper => {
  const { ledger, pool, log, limits, kept, graceMs, maySweep, monotonicMs = () => performance.now() } = options;
  let since: number | null = null;

  const patient = async (): Promise<boolean> => {
    if (!(await maySweep())) {
      since = null;
      return false;
    }
    since ??= monotonicMs();
    return monotonicMs() - since >= graceMs;
  };

  /** An order at fault must not keep the others from their timers; the retry of parked orders sets its own again. */
  const fire = async (row: TimerRow): Promise<string> => {
    try {
      return await act(row);
    } catch (error) {
      if (!isFaultOfOrder(error)) throw error;
      log.error('could not act on a timer; parked its order', { rule: row.rule, error });
      await parkOrders(pool, [{ order_id: row.order_id, fault: error }]);
      await removeTimer(pool, row);
      return 'parked';
    }
  };

  const act = async (row: TimerRow): Promise<string> => {
    const history = await readHistory(ledger, row.order_id);
    const timers = history === null ? [] : timersOf(history, limits);
    const timer = timers.find(({ rule }) => rule === row.rule);
    const rule = TIMERS.find((candidate) => candidate.rule === row.rule);
    const cause = history === null ? null : lastStatusEvent(history.events);
    if (
      timer === undefined ||
      timer.status_version !== row.status_version ||
      rule === undefined ||
      !cause ||
      !history
    ) {
      await removeTimer(pool, row);
      return 'stale';
    }
    if (Date.parse(timer.due_at) > clock.now()) {
      await setTimers(
        pool,
        [row.order_id],
        timers.map((running) => ({ order_id: row.order_id, ...running })),
      );
      return 'moved';
    }
    const key = String(timer.status_version);
    const sending = { rule: row.rule, key, cause, send: rule.send, unchanged: true } as const;
    const sent = await sendCommand(ledger, log, history.state, sending);
    // What has happened since may have put the timer off: the next sweep sees.
    if (sent !== 'changed') await removeTimer(pool, row);
    return sent;
  };

  return {
    sweep: async () => {
      const mayFire = await patient();
      metrics.timersHeldBack.set({}, mayFire ? 0 : 1);
      if (!mayFire) return;
      for (const row of await dueTimers(pool, BATCH)) {
        const outcome = await withContext({ order_id: row.order_id }, () =>
          fire(row).finally(() => kept?.forget(row.order_id)),
        );
        metrics.timers.inc({ rule: row.rule, outcome });
      }
    },
  };
};
