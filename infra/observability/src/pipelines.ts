import { PROCESSES } from '@order-ledger/local/processes';
import { stringify } from 'yaml';
import { prometheusYaml, type Scraped } from './scraping.ts';

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
  prometheusYaml({
    scraped,
    ruleFiles: [RULES],
    alertmanager: { static_configs: [{ targets: [ALERTMANAGER] }] },
    every: 15,
  });

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
const FROM_OUTSIDE = ['GRAFANA_ROOT_URL', 'OAUTH_CLIENT_ID', 'OAUTH_AUTH_URL', 'OAUTH_TOKEN_URL', 'OAUTH_API_URL'];

const givenTo = (name: string, given: Part['given'], flavour: 'compose' | 'kubernetes'): [string, string][] =>
  Object.entries({
    ...given,
    ...(name === 'prometheus' ? { [`generated/${flavour}/prometheus.yml`]: CONFIG_AT } : {}),
  });

const HEAD = '# Made by `npm run docs` from src/pipelines.ts: change that.\n';
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** From the environment of whoever starts it, who is told when it is not there. */
const outside = (variable: string): string => `\${${variable}:?}`;

const composeYaml = (): string => {
  const services = Object.entries(PARTS).map(([name, part]) => [
    name,
    {
      image: part.image,
      ...(part.args === undefined ? {} : { command: part.args }),
      user: String(part.user),
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
      restart: 'unless-stopped',
      mem_limit: part.memory.replace('i', '').toLowerCase(),
      environment: {
        ...part.env,
        ...(name === 'grafana' ? Object.fromEntries(FROM_OUTSIDE.map((key) => [key, outside(key)])) : {}),
      },
      // Only whoever is at the machine; what others may see goes through their proxy.
      ports: Object.values(part.ports).map((port) => `127.0.0.1::${port}`),
      volumes: [
        ...givenTo(name, part.given, 'compose').map(([from, to]) => `../../${from}:${to}:ro`),
        ...(name === 'collector' ? [`${outside('ORDER_LEDGER_LOGS')}:/var/log/order-ledger:ro`] : []),
        ...(part.keeps === undefined ? [] : [`${name}:${part.keeps.at}`]),
      ],
      ...(part.secrets === undefined ? {} : { secrets: part.secrets }),
      networks: ['order-ledger'],
    },
  ]);
  const secrets = Object.values(PARTS).flatMap((part) => part.secrets ?? []);
  return (
    HEAD +
    yaml({
      name: 'order-ledger-observability',
      services: Object.fromEntries(services),
      networks: { 'order-ledger': { external: true } },
      volumes: Object.fromEntries(Object.entries(PARTS).flatMap(([name, { keeps }]) => (keeps ? [[name, {}]] : []))),
      secrets: Object.fromEntries(secrets.map((name) => [name, { environment: name.toUpperCase() }])),
    })
  );
};

const NAMESPACE = 'order-ledger';

const labelled = (name: string) => ({
  name,
  namespace: NAMESPACE,
  labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'order-ledger-observability' },
});

/** A volume of files for each: kustomize makes them of the files themselves. */
const volumeName = (file: string): string => file.replaceAll(/[^a-z0-9]+/g, '-');

const objectsOf = (name: string, part: Part): object[] => {
  const given = givenTo(name, part.given, 'kubernetes');
  const selector = { matchLabels: { 'app.kubernetes.io/name': name } };
  const probe = { httpGet: { path: part.ready.path, port: part.ready.port } };
  const mounts = given.map(([from, to]) => ({
    name: volumeName(from),
    mountPath: to,
    // A file alone, or all of a folder.
    ...(/\.\w+$/.test(from) ? { subPath: from.split('/').at(-1) } : {}),
    readOnly: true,
  }));
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: labelled(name),
      spec: {
        selector: selector.matchLabels,
        ports: Object.entries(part.ports).map(([port, number]) => ({ name: port, port: number, targetPort: port })),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: labelled(name),
      spec: {
        serviceName: name,
        replicas: 1,
        selector,
        template: {
          metadata: { labels: labelled(name).labels },
          spec: {
            serviceAccountName: name === 'prometheus' ? 'prometheus' : 'nobody',
            automountServiceAccountToken: name === 'prometheus',
            securityContext: {
              runAsNonRoot: true,
              runAsUser: part.user,
              fsGroup: part.user,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
              {
                name,
                image: part.image,
                ...(part.args === undefined ? {} : { args: part.args }),
                env: [
                  ...Object.entries(part.env ?? {}).map(([key, value]) => ({ name: key, value })),
                  ...(name === 'grafana'
                    ? FROM_OUTSIDE.map((key) => ({
                        name: key,
                        valueFrom: { configMapKeyRef: { name: 'grafana', key } },
                      }))
                    : []),
                ],
                ports: Object.entries(part.ports).map(([port, containerPort]) => ({ name: port, containerPort })),
                readinessProbe: probe,
                livenessProbe: { ...probe, initialDelaySeconds: 60, failureThreshold: 6 },
                resources: { requests: { cpu: '100m', memory: part.memory }, limits: { memory: part.memory } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                volumeMounts: [
                  ...mounts,
                  { name: 'tmp', mountPath: '/tmp' },
                  ...(name === 'collector'
                    ? [{ name: 'logs', mountPath: '/var/log/order-ledger', readOnly: true }]
                    : []),
                  ...(part.secrets ?? []).map((secret) => ({
                    name: 'secrets',
                    mountPath: `/run/secrets/${secret}`,
                    subPath: secret,
                    readOnly: true,
                  })),
                  ...(part.keeps === undefined ? [] : [{ name: 'data', mountPath: part.keeps.at }]),
                ],
              },
            ],
            volumes: [
              ...given.map(([from]) => ({ name: volumeName(from), configMap: { name: volumeName(from) } })),
              { name: 'tmp', emptyDir: { sizeLimit: '100Mi' } },
              ...(name === 'collector'
                ? [{ name: 'logs', hostPath: { path: '/var/log/order-ledger', type: 'Directory' } }]
                : []),
              ...(part.secrets === undefined ? [] : [{ name: 'secrets', secret: { secretName: name } }]),
            ],
          },
        },
        ...(part.keeps === undefined
          ? {}
          : {
              volumeClaimTemplates: [
                {
                  metadata: { name: 'data' },
                  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: part.keeps.size } } },
                },
              ],
            }),
      },
    },
  ];
};

/** Prometheus finds pods, and may do nothing else. */
const ACCOUNTS: readonly object[] = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: labelled('prometheus') },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: labelled('nobody'), automountServiceAccountToken: false },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: labelled('prometheus'),
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: labelled('prometheus'),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'prometheus' },
    subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: NAMESPACE }],
  },
];

const kubernetesYaml = (): string =>
  HEAD +
  [...ACCOUNTS, ...Object.entries(PARTS).flatMap(([name, part]) => objectsOf(name, part))].map(yaml).join('---\n');

/** What each part is given, and which files it is made of: a folder's files are those that are there. */
const kustomizationYaml = (filesIn: (folder: string) => string[]): string => {
  const given = Object.entries(PARTS).flatMap(([name, part]) => givenTo(name, part.given, 'kubernetes'));
  return (
    HEAD +
    yaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: NAMESPACE,
      resources: ['objects.yaml'],
      configMapGenerator: given.map(([from]) => ({
        name: volumeName(from),
        files: (/\.\w+$/.test(from) ? [from] : filesIn(from)).map((file) => `../../${file}`),
      })),
      generatorOptions: { labels: { 'app.kubernetes.io/part-of': 'order-ledger-observability' } },
    })
  );
};

/** @param filesIn the files of a folder of infra/observability, with its path */
export const pipelineFiles = (filesIn: (folder: string) => string[]): Readonly<Record<string, string>> => ({
  'compose/prometheus.yml': HEAD + configOf(byCompose),
  'compose/compose.yaml': composeYaml(),
  'kubernetes/prometheus.yml': HEAD + configOf(byKubernetes),
  'kubernetes/objects.yaml': kubernetesYaml(),
  'kubernetes/kustomization.yaml': kustomizationYaml(filesIn),
});
