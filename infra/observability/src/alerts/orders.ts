import type { Status } from '@order-ledger/domain/status';
import type { Group } from '../rule.ts';

const WAITING = 'SUBMITTED|PRICE_CALCULATION_STARTED';
const MOVES = 'PRICE_CALCULATION_STARTED|PRICE_CALCULATED|REJECTED|ERROR';

/**
 * How long the oldest active order may stand in a status. Where the system itself is to move it on, minutes; where people
 * are, working days: an order that lies longer is forgotten.
 */
const LONGEST: Partial<Record<Status, string>> = {
  SUBMITTED: '1h',
  PRICE_CALCULATION_STARTED: '2h',
  ERROR: '1h',
  MANUFACTURING_APPROVED: '7d',
  MANUFACTURING_STARTED: '7d',
  MANUFACTURING_FAILED: '2d',
  REWORK_REQUIRED: '2d',
  MANUFACTURING_COMPLETED: '2d',
  PACKAGING_STARTED: '1d',
  PACKAGING_COMPLETED: '2d',
  WAITING_SHIPMENT_CONFIRMATION: '3d',
  SHIPPED: '14d',
  DELIVERED: '2d',
  RETURN_REQUESTED: '14d',
};
/** Where a person is told at once, because a machine should have done it. */
const MACHINES: readonly string[] = ['SUBMITTED', 'PRICE_CALCULATION_STARTED', 'ERROR'];

const UNIT: Readonly<Record<string, number>> = { h: 3_600, d: 86_400 };

export const orderAlerts: Group = {
  name: 'orders',
  rules: [
    {
      alert: 'PricingStandsStill',
      expr: [
        `sum(max by (status) (orders_in_status{status=~"${WAITING}"})) > 0`,
        `unless sum(increase(order_entries_total{status=~"${MOVES}"}[15m])) > 0`,
      ].join('\n'),
      for: '5m',
      severity: 'page',
      summary: '{{ $value }} orders wait for a price, and none has come closer to one for 15 minutes',
      runbook: 'pricing-stands-still',
    },
    {
      alert: 'OrdersUnheard',
      expr: 'max(submitted_orders_without_job) > 0',
      for: '5m',
      severity: 'page',
      summary: '{{ $value }} submitted orders of which pricing-worker knows nothing',
      runbook: 'pricing-stands-still',
    },
    {
      alert: 'LeasesLost',
      expr: 'sum(increase(price_leases_total{event=~"lost|taken-over"}[30m])) > 3',
      severity: 'ticket',
      summary: '{{ $value | humanize }} calculations have lost their lease within 30 minutes and begin again',
      runbook: 'leases-lost',
    },
    {
      alert: 'CalculationsDie',
      expr: 'sum by (cause) (increase(price_calculation_deaths_total[30m])) > 3',
      severity: 'ticket',
      summary: '{{ $value | humanize }} calculations have ended without a result: {{ $labels.cause }}',
      runbook: 'leases-lost',
    },
    {
      alert: 'ReconcilerRepairs',
      expr: '(sum(increase(price_reconciler_repairs_total[1h])) or vector(0)) + (sum(increase(production_reconciler_repairs_total[1h])) or vector(0)) > 20',
      severity: 'ticket',
      summary: '{{ $value | humanize }} orders were advanced without their message within an hour',
      runbook: 'leases-lost',
    },
    ...Object.entries(LONGEST).map(([status, longest]) => ({
      alert: 'OrdersStuck',
      expr: `max(order_oldest_seconds{status="${status}"}) > ${Number(longest.slice(0, -1)) * (UNIT[longest.at(-1) ?? ''] ?? Number.NaN)}`,
      for: '5m',
      severity: MACHINES.includes(status) ? ('page' as const) : ('ticket' as const),
      labels: { status },
      summary: `The oldest order in ${status} has stood there for {{ $value | humanizeDuration }}, longer than ${longest}`,
      runbook: 'orders-stuck',
    })),
  ],
};
