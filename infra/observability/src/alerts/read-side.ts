import type { Group } from '../rule.ts';

const LISTS = 'service="query-api",method="GET",route="/v1/orders",status="200"';
const PARKED = [
  'projection_parked_orders',
  'bridge_parked_orders',
  'process_manager_parked_orders',
  'price_parked_orders',
  'command_api_parked_events',
];

export const readSideAlerts: Group = {
  name: 'read-side',
  rules: [
    {
      alert: 'ProjectionLags',
      // query-api says it of the tables, so it is said too when there is no projector to say it of itself.
      expr: 'min(read_model_lag_seconds) > 30 or max(projection_lag_seconds) > 30',
      for: '30s',
      severity: 'page',
      summary: 'Readers see orders as they were {{ $value | humanizeDuration }} ago',
      runbook: 'projection-lags',
    },
    {
      alert: 'ListsSlow',
      expr: [
        `histogram_quantile(0.99, sum by (le) (rate(http_server_request_duration_seconds_bucket{${LISTS}}[5m]))) > 0.5`,
        `and sum(increase(http_server_request_duration_seconds_count{${LISTS}}[5m])) > 20`,
      ].join('\n'),
      for: '10m',
      severity: 'ticket',
      summary: 'One list in a hundred takes more than {{ $value | humanizeDuration }}',
      runbook: 'lists-slow',
    },
    {
      alert: 'OrdersParked',
      expr: PARKED.map((metric) => `max by (service) (${metric}) > 0`).join(' or '),
      for: '5m',
      severity: 'ticket',
      summary: '{{ $labels.service }} leaves out {{ $value }} orders that it could not handle',
      runbook: 'orders-parked',
    },
    {
      alert: 'EventsMissed',
      expr: 'sum(increase(projection_continuity_violations_total[15m])) > 0',
      severity: 'ticket',
      summary: 'The projector was not given {{ $value | humanize }} events and has read them from the ledger',
      runbook: 'projection-lags',
    },
  ],
};
