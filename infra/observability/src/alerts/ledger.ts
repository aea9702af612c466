import type { Group } from '../rule.ts';

export const ledgerAlerts: Group = {
  name: 'ledger',
  rules: [
    {
      alert: 'LedgerDiverged',
      expr: 'max by (service) (ledger_diverged) == 1',
      severity: 'page',
      summary: '{{ $labels.service }} sees another ledger than the one that the tables were made from',
      runbook: 'ledger-diverged',
    },
    {
      alert: 'LedgerRefusesWrites',
      expr: 'eventstore_refusing_writes == 1',
      severity: 'page',
      summary: 'The event store refuses appends after a failed write',
      runbook: 'ledger-refuses-writes',
    },
    {
      alert: 'RequestsFail',
      expr: [
        'sum by (service) (rate(http_server_errors_total[5m]))',
        '  / sum by (service) (rate(http_server_request_duration_seconds_count[5m])) > 0.05',
        'and sum by (service) (increase(http_server_errors_total[5m])) > 3',
      ].join('\n'),
      for: '1m',
      severity: 'page',
      summary: '{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} are answered 5xx',
      runbook: 'requests-fail',
    },
    {
      alert: 'FollowerStands',
      expr: 'max by (follower) (ledger_follower_stands_seconds) > 60',
      for: '1m',
      severity: 'page',
      summary: '{{ $labels.follower }} has events to read and has not moved for {{ $value | humanizeDuration }}',
      runbook: 'follower-stands',
    },
    {
      alert: 'OrderFull',
      expr: 'sum(increase(ledger_orders_filling_total{percent="100"}[1h])) > 0',
      severity: 'ticket',
      summary: 'An order has as many events as it may have',
      runbook: 'orders-parked',
    },
    {
      alert: 'TimersHeldBack',
      expr: 'max(process_manager_timers_held_back) == 1',
      for: '10m',
      severity: 'ticket',
      summary: 'No timer fires, because the system has not been ready for long enough',
      runbook: 'not-ready',
    },
  ],
};
