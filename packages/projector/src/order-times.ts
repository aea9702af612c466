import { setTimeout as delay } from 'node:timers/promises';
import { DURATIONS, LEAD_TIMES, type LeadTime } from '@order-ledger/domain/durations';
import type { Status } from '@order-ledger/domain/status';
import type { Log } from '@order-ledger/platform/log';
import type { Changes } from '@order-ledger/read-model/folding/fold-batch';
import { type Pair, pairIntervals } from '@order-ledger/read-model/reading/pair-intervals';
import type pg from 'pg';
import { metrics } from './metrics.ts';

export interface OrderTimes {
  /** What a batch that is committed has ended. */
  committed(changes: Changes): void;
  /** Measures the ways that lead over several visits, until the signal. */
  run(signal: AbortSignal): Promise<void>;
}

interface OrderTimesOptions {
  pool: pg.Pool;
  schema: string;
  log: Log;
}

const LOOK_EVERY_MS = 5_000;
/** Ends that wait for a look; more in one interval are a system that is catching up, of which a part is enough. */
const MOST_WAITING = 5_000;

/** A way between two statuses, and what is told of it. */
interface Way {
  pair: Pair;
  without?: Pair;
  /** With holds and errors, or without. */
  compared: LeadTime['compared'];
  tell: (seconds: number) => void;
}

const pairOf = ({ from, to, counting }: Pick<LeadTime, 'from' | 'to' | 'counting'>): Pair => ({
  from: from[0] as Status,
  to: to[0] as Status,
  pick: { from: 'first', to: counting === 'span' ? 'last' : 'first' },
});

const WAYS: readonly Way[] = [
  ...Object.entries(DURATIONS).flatMap(([stage, duration]): Way[] =>
    duration.counting === 'first' || duration.counting === 'span'
      ? [
          {
            pair: pairOf(duration),
            compared: 'net',
            tell: (seconds) => metrics.stageSeconds.observe({ stage }, seconds),
          },
        ]
      : [],
  ),
  ...Object.entries(LEAD_TIMES).map(([lead_time, duration]: [string, LeadTime]): Way => {
    const { without, compared } = duration;
    return {
      pair: pairOf(duration),
      ...(without === undefined ? {} : { without: pairOf(without) }),
      compared,
      tell: (seconds) => metrics.leadSeconds.observe({ lead_time }, seconds),
    };
  }),
];

const VISITS = Object.entries(DURATIONS).flatMap(([stage, duration]) =>
  duration.counting === 'visits' ? [{ stage, from: duration.from, to: duration.to }] : [],
) as readonly { stage: string; from: readonly Status[]; to: readonly Status[] }[];

interface Walked {
  order_id: string;
  to_at: Date;
  wall_ms: number;
  net_ms: number;
}

/** Figures of orders' lives, each told once, when it ends. What a crash ends between commit and look is not told. */
export const createOrderTimes = ({ pool, schema, log }: OrderTimesOptions): OrderTimes => {
  /** By `to` of a way: the orders that have reached it, and each time that they have. */
  let reached = new Map<Status, Map<string, number[]>>();
  let waiting = 0;

  const walked = async (pair: Pair, orders: readonly string[]): Promise<Walked[]> => {
    const { rows } = await pool.query<Walked>(
      `select d.order_id, d.to_at, extract(epoch from d.to_at - d.from_at)::float8 * 1000 as wall_ms,
         (extract(epoch from d.to_at - d.from_at) * 1000 - d.held_ms - d.errored_ms)::float8 as net_ms
       from (${pairIntervals(schema, pair)}) d where d.order_id = any($1::uuid[])`,
      [orders],
    );
    return rows;
  };

  const look = async (): Promise<void> => {
    const ended = reached;
    reached = new Map();
    waiting = 0;
    for (const { pair, without, compared, tell } of WAYS) {
      const orders = ended.get(pair.to);
      if (orders === undefined) continue;
      const ids = [...orders.keys()];
      const value = (row: Walked): number => (compared === 'wall' ? row.wall_ms : row.net_ms);
      const left = without === undefined ? [] : await walked(without, ids);
      const less = new Map(left.map((row) => [row.order_id, value(row)]));
      // A way that had ended before ends no second time when the order comes there again.
      for (const row of await walked(pair, ids))
        if (orders.get(row.order_id)?.includes(row.to_at.getTime()))
          tell((value(row) - (less.get(row.order_id) ?? 0)) / 1_000);
    }
  };

  const note = (status: Status, orderId: string, at: string): void => {
    if (waiting >= MOST_WAITING || !WAYS.some(({ pair }) => pair.to === status)) return;
    waiting += 1;
    const orders = reached.get(status) ?? new Map<string, number[]>();
    reached.set(status, orders.set(orderId, [...(orders.get(orderId) ?? []), Date.parse(at)]));
  };

  return {
    committed: ({ timeline, intervals }) => {
      for (const { to_status, order_id, occurred_at } of timeline) {
        if (to_status === null) continue;
        metrics.entries.inc({ status: to_status });
        note(to_status, order_id, occurred_at);
      }
      for (const { status, next_status, wall_ms, held_ms, errored_ms } of intervals) {
        if (wall_ms === null || next_status === null) continue;
        for (const { stage, from, to } of VISITS)
          if (from.includes(status) && to.includes(next_status))
            metrics.stageSeconds.observe({ stage }, (wall_ms - (held_ms ?? 0) - (errored_ms ?? 0)) / 1_000);
      }
    },
    run: async (signal) => {
      while (!signal.aborted) {
        await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
        await look().catch((error: unknown) => log.warn('could not measure how long orders took', { error }));
      }
    },
  };
};
