import { PROCESSES } from '@order-ledger/local/processes';
import type { Alert, Group } from '../rule.ts';

/** Servers that the processes need, as scrapes name them. */
export const SERVERS = ['event-store', 'postgres', 'redis', 'rabbitmq'] as const;

const missing = (service: string): Alert => ({
  alert: 'ServiceMissing',
  expr: `absent(up{service="${service}"})`,
  for: '5m',
  severity: 'page',
  labels: { service },
  summary: `Nobody scrapes ${service}: it runs nowhere, or the list of targets lacks it`,
  runbook: 'process-down',
});

/**
 * What alerts stand on and what a process gives even when nothing happens. Without it the alert is silent, and silence
 * must not look like health. Each with who gives it, so that a process that is down tells of itself alone.
 */
export const ALWAYS_THERE: Readonly<Record<string, string>> = {
  process_ready: 'command-api',
  read_model_lag_seconds: 'query-api',
  orders_in_status: 'query-api',
  submitted_orders_without_job: 'query-api',
  orders_stuck: 'query-api',
  projection_lag_seconds: 'projector',
  event_visible_seconds_count: 'projector',
  bridge_lag_seconds: 'bridge',
  process_manager_timers_held_back: 'process-manager',
  price_jobs: 'pricing-worker',
  upload_disk_free_bytes: 'upload-api',
  eventstore_refusing_writes: 'event-store',
  rabbitmq_detailed_queue_messages_ready: 'rabbitmq',
  pg_up: 'postgres',
  redis_up: 'redis',
};

const silent = ([metric, service]: [string, string]): Alert => ({
  alert: 'TelemetryMissing',
  expr: `absent(${metric}) and on () (max(up{service="${service}"}) == 1)`,
  for: '5m',
  severity: 'ticket',
  labels: { metric, service },
  summary: `${service} is scraped and gives no ${metric}: what is told by it is not told now`,
  runbook: 'telemetry-missing',
});

export const processAlerts: Group = {
  name: 'processes',
  rules: [
    {
      alert: 'TargetDown',
      expr: 'up == 0',
      for: '1m',
      severity: 'page',
      summary: '{{ $labels.service }} at {{ $labels.instance }} gives no metrics: it is down, frozen or overloaded',
      runbook: 'process-down',
    },
    ...[...PROCESSES.map(({ name }) => name), ...SERVERS].map(missing),
    {
      alert: 'ServerDown',
      expr: 'label_replace(pg_up == 0, "service", "postgres", "", "") or label_replace(redis_up == 0, "service", "redis", "", "")',
      for: '1m',
      severity: 'page',
      summary: '{{ $labels.service }} cannot be reached by its exporter',
      runbook: 'process-down',
    },
    {
      alert: 'NotReady',
      expr: 'readiness_check_ok == 0',
      for: '2m',
      severity: 'page',
      summary: 'The check {{ $labels.check }} of {{ $labels.service }} fails',
      runbook: 'not-ready',
    },
    {
      alert: 'StartsAgainAndAgain',
      expr: 'changes(process_start_time_seconds{job="order-ledger"}[15m]) > 2',
      severity: 'ticket',
      summary: '{{ $labels.service }} has started {{ $value }} times within 15 minutes',
      runbook: 'process-down',
    },
    {
      alert: 'EventLoopHeld',
      expr: 'nodejs_eventloop_lag_p99_seconds{job="order-ledger"} > 0.5',
      for: '5m',
      severity: 'ticket',
      summary: 'The event loop of {{ $labels.service }} is held for {{ $value | humanizeDuration }}',
      runbook: 'process-slow',
    },
    {
      alert: 'ConnectionsExhausted',
      expr: 'max by (service, pool) (postgres_pool_connections{state="waiting"}) > 0',
      for: '2m',
      severity: 'ticket',
      summary: 'Work of {{ $labels.service }} waits for a connection of the pool {{ $labels.pool }}',
      runbook: 'process-slow',
    },
    {
      alert: 'AddressLeadsNowhere',
      expr: 'address_reached == 0',
      for: '2m',
      severity: 'page',
      summary: 'Nobody of the right kind answers where {{ $labels.variable }} of {{ $labels.service }} leads',
      runbook: 'not-ready',
    },
    {
      alert: 'BreakerOpen',
      expr: 'max by (service, target) (outbound_breaker_state) >= 2',
      for: '2m',
      severity: 'ticket',
      summary: '{{ $labels.service }} has given {{ $labels.target }} up for now',
      runbook: 'not-ready',
    },
    {
      alert: 'ClocksApart',
      expr: 'max by (service, of) (abs(clock_ahead_seconds)) > 2',
      for: '1m',
      severity: 'ticket',
      summary:
        'The clock of {{ $labels.of }} differs by {{ $value | humanizeDuration }} from that of {{ $labels.service }}',
      runbook: 'clocks-apart',
    },
    {
      alert: 'LogLinesDropped',
      expr: 'sum by (service) (increase(log_lines_dropped_total[10m])) > 0',
      severity: 'ticket',
      summary: '{{ $labels.service }} has dropped {{ $value | humanize }} lines of its log',
      runbook: 'process-slow',
    },
    {
      alert: 'DiskFills',
      expr: 'min by (service) (upload_disk_free_bytes) < 1e9',
      for: '5m',
      severity: 'page',
      summary: '{{ $value | humanize1024 }}B are left for uploads',
      runbook: 'disk-fills',
    },
    ...Object.entries(ALWAYS_THERE).map(silent),
    {
      alert: 'Watchdog',
      expr: 'vector(1)',
      severity: 'none',
      summary: 'Fires always: who no longer hears it hears of nothing',
      runbook: 'telemetry-missing',
    },
  ],
};
