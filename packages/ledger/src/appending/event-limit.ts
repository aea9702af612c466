import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { z } from 'zod';

/** A setting of every process that appends: with so many events an order takes only what is needed to finish it. */
export const orderEventLimit = () =>
  z.coerce.number().int().positive().default(5_000).describe('events of an order; a full one is only finished');

const metrics = defineMetrics({
  filling: {
    type: 'counter',
    name: 'ledger_orders_filling_total',
    help: 'Orders whose events came to so many per cent of their limit: 80, or 100, where only what finishes them is taken',
    labels: ['percent'],
    from0: [{ percent: '80' }, { percent: '100' }],
  },
});

const TOLD_AT = [80, 100] as const;

/** Tells, once for each order, that its stream comes near the limit: somebody writes to it without end. */
export const tellFilling = (log: Log, limit: number, before: number, after: number): void => {
  for (const percent of TOLD_AT) {
    const threshold = Math.ceil((limit * percent) / 100);
    if (before >= threshold || after < threshold) continue;
    metrics.filling.inc({ percent: String(percent) });
    log.warn(percent === 100 ? 'an order has reached its limit of events' : 'an order nears its limit of events', {
      event_version: after,
      count: limit,
    });
  }
};
