import { stringify } from 'yaml';

/** A program of the pipelines: one table for compose and for Kubernetes. */
export interface Part {
  image: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** By its name, the port. */
  ports: Readonly<Record<string, number>>;
  /** What of infra/observability it is given, and where. */
  given: Readonly<Record<string, string>>;
  /** Where it keeps what it must keep, and how much of it. */
  keeps?: { at: string; size: string };
  /** Files that are secrets. */
  secrets?: readonly string[];
  /** Answers 200 once it works. */
  ready: { port: string; path: string };
  memory: string;
  user: number;
}

export const PARTS: Readonly<Record<string, Part>> = {
  prometheus: {
    image: 'prom/prometheus:v2.53.5',
    args: [
      '--config.file=/etc/prometheus/prometheus.yml',
      '--storage.tsdb.path=/prometheus',
      '--storage.tsdb.retention.time=31d',
      '--storage.tsdb.retention.size=18GB',
      '--enable-feature=exemplar-storage',
    ],
    ports: { http: 9090 },
    given: { 'generated/rules': '/etc/prometheus/rules' },
    keeps: { at: '/prometheus', size: '20Gi' },
    ready: { port: 'http', path: '/-/ready' },
    memory: '2Gi',
    user: 65534,
  },
  alertmanager: {
    image: 'prom/alertmanager:v0.27.0',
    args: [
      '--config.file=/etc/alertmanager/alertmanager.yml',
      '--storage.path=/alertmanager',
      '--cluster.listen-address=',
    ],
    ports: { http: 9093 },
    given: { 'generated/alertmanager.yml': '/etc/alertmanager/alertmanager.yml' },
    keeps: { at: '/alertmanager', size: '1Gi' },
    ready: { port: 'http', path: '/-/ready' },
    memory: '256Mi',
    user: 65534,
  },
  collector: {
    image: 'otel/opentelemetry-collector-contrib:0.116.1',
    args: ['--config=/etc/otelcol/collector.yaml'],
    env: { ENVIRONMENT: 'production' },
    ports: { otlp: 4318, health: 13133, metrics: 8888 },
    given: { 'pipelines/collector.yaml': '/etc/otelcol/collector.yaml' },
    keeps: { at: '/var/lib/otelcol', size: '2Gi' },
    ready: { port: 'health', path: '/' },
    memory: '512Mi',
    user: 10001,
  },
  tempo: {
    image: 'grafana/tempo:2.6.1',
    args: ['-config.file=/etc/tempo/tempo.yaml'],
    ports: { http: 3200, otlp: 4318 },
    given: { 'pipelines/tempo.yaml': '/etc/tempo/tempo.yaml' },
    keeps: { at: '/var/tempo', size: '20Gi' },
    ready: { port: 'http', path: '/ready' },
    memory: '1Gi',
    user: 10001,
  },
  loki: {
    image: 'grafana/loki:3.3.2',
    args: ['-config.file=/etc/loki/loki.yaml'],
    ports: { http: 3100 },
    given: { 'pipelines/loki.yaml': '/etc/loki/loki.yaml' },
    keeps: { at: '/loki', size: '20Gi' },
    ready: { port: 'http', path: '/ready' },
    memory: '1Gi',
    user: 10001,
  },
  grafana: {
    image: 'grafana/grafana:11.6.0',
    env: { GF_PATHS_CONFIG: '/etc/grafana/grafana.ini', GF_PATHS_PROVISIONING: '/etc/grafana/provisioning' },
    ports: { http: 3000 },
    given: {
      'pipelines/grafana/grafana.ini': '/etc/grafana/grafana.ini',
      'pipelines/grafana/provisioning/datasources': '/etc/grafana/provisioning/datasources',
      'pipelines/grafana/provisioning/dashboards': '/etc/grafana/provisioning/dashboards',
      'generated/dashboards': '/etc/order-ledger/dashboards',
    },
    keeps: { at: '/var/lib/grafana', size: '2Gi' },
    secrets: ['grafana_admin', 'grafana_oauth'],
    ready: { port: 'http', path: '/api/health' },
    memory: '512Mi',
    user: 472,
  },
};

/** Each flavour of Prometheus has its own way of finding the processes. */
const CONFIG_AT = '/etc/prometheus/prometheus.yml';

/** Of the identity provider, of each installation its own. */
export const FROM_OUTSIDE = [
  'GRAFANA_ROOT_URL',
  'OAUTH_CLIENT_ID',
  'OAUTH_AUTH_URL',
  'OAUTH_TOKEN_URL',
  'OAUTH_API_URL',
];

export const givenTo = (name: string, given: Part['given'], flavour: 'compose' | 'kubernetes'): [string, string][] =>
  Object.entries({
    ...given,
    ...(name === 'prometheus' ? { [`generated/${flavour}/prometheus.yml`]: CONFIG_AT } : {}),
  });

export const HEAD = '# Made by `npm run docs` from src/pipelines: change that.\n';
export const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
