import { setTimeout as delay } from 'node:timers/promises';
import type { OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import type { Log } from '@order-ledger/platform/log';
import { collectsSpans } from '@order-ledger/platform/telemetry';
import type pg from 'pg';
import type { History } from '../orders/order-history.ts';
import { ordersWaiting } from './finish.ts';

/** What OpenTelemetry keeps of a span's links. */
const MOST_LINKS = 128;
const WITHIN_MS = 1_000;

/**
 * traceparents of the events because of which orders wait for a calculation. It does not wait for them where they cannot be
 * told soon.
 */
export const createCausesOfJob =
  ({ pool, memory, log }: { pool: pg.Pool; memory: Pick<OrderMemory<History>, 'recall'>; log: Log }) =>
  async ({ measure_key }: { measure_key: string }): Promise<(string | undefined)[]> => {
    if (!collectsSpans()) return [];
    const asked = ordersWaiting(pool, measure_key).then((orders) =>
      Promise.all(orders.slice(0, MOST_LINKS).map(async (id) => (await memory.recall(id))?.cause?.traceparent)),
    );
    return Promise.race([asked, delay(WITHIN_MS, [], { ref: false })]).catch((error: unknown) => {
      log.debug('could not link a calculation to its orders', { error });
      return [];
    });
  };
export type CausesOfJob = ReturnType<typeof createCausesOfJob>;
