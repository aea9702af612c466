import type { Verdict } from '@order-ledger/diagnosis/verdict';
import type { Group } from '../rule.ts';

const WAITING = 'SUBMITTED|PRICE_CALCULATION_STARTED';
const MOVES = 'PRICE_CALCULATION_STARTED|PRICE_CALCULATED|REJECTED|ERROR';

/**
 * Orders past their limit that nobody will move: a message or a job is gone, or it is not known why. All other verdicts
 * wait for somebody or something that is known, and has an alert of its own where a machine is at fault.
 */
const NOBODYS: readonly Verdict[] = ['event-missing', 'job-missing', 'unknown'];
const nobodys = NOBODYS.join('|');

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
    {
      alert: 'OrdersStuck',
      expr: `max by (verdict) (orders_stuck{verdict=~"${nobodys}"}) > 0`,
      for: '5m',
      severity: 'page',
      summary: '{{ $value }} orders stand past their limit and nobody will move them: {{ $labels.verdict }}',
      runbook: 'orders-stuck',
    },
    {
      alert: 'OrdersWaitLong',
      expr: `max by (verdict) (orders_stuck{verdict!~"${nobodys}"}) > 0`,
      for: '15m',
      severity: 'ticket',
      summary: '{{ $value }} orders stand past their limit: {{ $labels.verdict }}',
      runbook: 'orders-stuck',
    },
    {
      alert: 'StuckNotLookedFor',
      expr: 'time() - max(stuck_orders_looked_at_seconds) > 300',
      for: '1m',
      severity: 'ticket',
      summary: 'Nobody has looked for orders that stand still for {{ $value | humanizeDuration }}',
      runbook: 'orders-stuck',
    },
  ],
};
