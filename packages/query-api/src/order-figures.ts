import { STATUSES } from '@order-ledger/domain/status';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { repeat } from '@order-ledger/platform/repeat';
import { readBoard } from '@order-ledger/read-model/reading/board';
import type { Sources } from './sources.ts';

const metrics = defineMetrics({
  inStatus: {
    type: 'gauge',
    name: 'orders_in_status',
    help: 'Orders by status, as the board has them',
    labels: ['status'],
  },
  lag: {
    type: 'gauge',
    name: 'read_model_lag_seconds',
    help: 'How long ago the tables held everything that the ledger had; said of the tables, whether a projector runs or not',
  },
});

const BOARD_EVERY_MS = 15_000;
const LAG_EVERY_MS = 2_000;

interface FiguresOptions {
  sources: Sources;
  log: Log;
  signal: AbortSignal;
}

/** What is told of all orders together, for alerts and dashboards. Where it cannot be asked it is absent, not old. */
export const tellFigures = async ({ sources, log, signal }: FiguresOptions): Promise<void> => {
  const forget = (): void => {
    for (const status of STATUSES) metrics.inStatus.remove({ status });
  };
  const readAll = async (): Promise<void> => {
    try {
      const board = await readBoard(await sources.reports());
      const counts = new Map(board.map(({ status, count }) => [status, count]));
      for (const status of STATUSES) metrics.inStatus.set({ status }, counts.get(status) ?? 0);
    } catch (error) {
      forget();
      throw error;
    }
  };
  /** By the monotonic clock: when the tables held everything, as far as is known. */
  let fresh: number | null = null;
  const readLag = async (): Promise<void> => {
    const { lagMs } = await sources.primary();
    fresh = lagMs === null ? null : performance.now() - lagMs;
  };
  metrics.lag.onCollect(() => {
    // Where it cannot be asked it grows.
    if (fresh !== null) metrics.lag.set({}, (performance.now() - fresh) / 1_000);
  });

  await Promise.all([
    repeat('figures of all orders', BOARD_EVERY_MS, readAll, { log, signal }),
    repeat('lag of the tables', LAG_EVERY_MS, readLag, { log, signal }),
  ]);
};
