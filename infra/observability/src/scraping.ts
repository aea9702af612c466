import { stringify } from 'yaml';

/** What is scraped, by where Prometheus finds it. */
export interface Scraped {
  job: 'order-ledger' | 'event-store' | 'postgres' | 'redis' | 'rabbitmq' | 'rabbitmq-queues';
  /** How its targets are found: a key of a scrape configuration. */
  found: Readonly<Record<string, unknown>>;
}

/** Of foreign exporters what somebody uses; they have hundreds more. */
const KEPT: Readonly<Partial<Record<Scraped['job'], readonly string[]>>> = {
  postgres: ['pg_up', 'pg_stat_database_(numbackends|deadlocks|xact_commit|xact_rollback)', 'pg_database_size_bytes'],
  redis: ['redis_up', 'redis_memory_used_bytes', 'redis_connected_clients'],
  rabbitmq: [
    'rabbitmq_global_messages_dead_lettered_(delivery_limit|expired|maxlen|rejected)_total',
    'rabbitmq_alarms_(memory_used|free_disk_space)_watermark',
    'rabbitmq_resident_memory_limit_bytes',
    'rabbitmq_process_resident_memory_bytes',
  ],
  'rabbitmq-queues': ['rabbitmq_detailed_queue_(messages_ready|messages_unacked|consumers)'],
};

/** Of the queues one by one, which the exporter's own page sums up. */
const QUEUES_PAGE = {
  metrics_path: '/metrics/detailed',
  params: { family: ['queue_coarse_metrics', 'queue_consumer_count'] },
};

const job = ({ job: job_name, found }: Scraped) => ({
  job_name,
  // Each process says itself who it is.
  honor_labels: true,
  ...(job_name === 'rabbitmq-queues' ? QUEUES_PAGE : {}),
  ...found,
  ...(KEPT[job_name] === undefined
    ? {}
    : {
        metric_relabel_configs: [{ source_labels: ['__name__'], regex: KEPT[job_name].join('|'), action: 'keep' }],
      }),
});

interface PrometheusOptions {
  scraped: readonly Scraped[];
  ruleFiles: readonly string[];
  alertmanager: Readonly<Record<string, unknown>>;
  /** Seconds between two looks. */
  every: number;
}

export const prometheusYaml = ({ scraped, ruleFiles, alertmanager, every }: PrometheusOptions): string =>
  stringify(
    {
      global: {
        scrape_interval: `${every}s`,
        scrape_timeout: `${Math.max(1, Math.floor(every / 2))}s`,
        evaluation_interval: `${every}s`,
      },
      rule_files: ruleFiles,
      alerting: { alertmanagers: [alertmanager] },
      scrape_configs: scraped.map(job),
    },
    { lineWidth: 0 },
  );
