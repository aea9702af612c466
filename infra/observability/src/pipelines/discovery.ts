import { PROCESSES } from '@order-ledger/local/processes';
import { prometheusYaml, type Scraped } from '../scraping.ts';
import { HEAD } from './parts.ts';

const ALERTMANAGER = 'alertmanager:9093';
const RULES = '/etc/prometheus/rules/*.yml';

const fixed = (service: string, host: string): Record<string, unknown> => ({
  static_configs: [{ targets: [host], labels: { service } }],
});

/** Each process on its own host in the network of a compose file, which has its name. */
const byCompose: readonly Scraped[] = [
  {
    job: 'order-ledger',
    found: {
      static_configs: PROCESSES.map(({ name, adminPort }) => ({
        targets: [`${name}:${adminPort}`],
        labels: { service: name },
      })),
    },
  },
  { job: 'event-store', found: fixed('event-store', 'event-store:9113') },
  { job: 'postgres', found: fixed('postgres', 'postgres-exporter:9187') },
  { job: 'redis', found: fixed('redis', 'redis-exporter:9121') },
  { job: 'rabbitmq', found: fixed('rabbitmq', 'rabbitmq:15692') },
  { job: 'rabbitmq-queues', found: fixed('rabbitmq', 'rabbitmq:15692') },
];

/** Pods say by annotations of whom they are and where they answer. */
const byPod = (service: string): Record<string, unknown> => ({
  kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['order-ledger'] } }],
  relabel_configs: [
    { source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name'], regex: service, action: 'keep' },
    { source_labels: ['__meta_kubernetes_pod_container_port_name'], regex: 'metrics', action: 'keep' },
    { source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name'], target_label: 'service' },
  ],
});

const byKubernetes: readonly Scraped[] = [
  { job: 'order-ledger', found: byPod(PROCESSES.map(({ name }) => name).join('|')) },
  { job: 'event-store', found: byPod('event-store') },
  { job: 'postgres', found: byPod('postgres') },
  { job: 'redis', found: byPod('redis') },
  { job: 'rabbitmq', found: byPod('rabbitmq') },
  { job: 'rabbitmq-queues', found: byPod('rabbitmq') },
];

const configOf = (scraped: readonly Scraped[]): string =>
  HEAD +
  prometheusYaml({
    scraped,
    ruleFiles: [RULES],
    alertmanager: { static_configs: [{ targets: [ALERTMANAGER] }] },
    every: 15,
  });

export const composePrometheus = (): string => configOf(byCompose);
export const kubernetesPrometheus = (): string => configOf(byKubernetes);
