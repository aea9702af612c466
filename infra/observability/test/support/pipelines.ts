import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from '@order-ledger/observability/pipelines/parts';
import { FOLDER } from '@order-ledger/observability/slo';
import { parse, parseAllDocuments } from 'yaml';

/** A file as it is parsed; what is in it is checked, so nothing is known of it. */
// biome-ignore lint/suspicious/noExplicitAny: foreign configurations
export type Parsed = any;

export type Files = Readonly<Record<string, string>>;

const NAMES = [
  'pipelines/collector.yaml',
  'pipelines/tempo.yaml',
  'pipelines/loki.yaml',
  'pipelines/roles.yaml',
  'pipelines/grafana/grafana.ini',
  'pipelines/grafana/provisioning/datasources/sources.yaml',
  'pipelines/grafana/provisioning/datasources/overview.yaml',
  'pipelines/grafana/provisioning/dashboards/dashboards.yaml',
  'generated/compose/compose.yaml',
  'generated/compose/prometheus.yml',
  'generated/kubernetes/objects.yaml',
  'generated/kubernetes/kustomization.yaml',
  'generated/kubernetes/prometheus.yml',
];

export const readFiles = (): Files =>
  Object.fromEntries(NAMES.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));

const file = (files: Files, end: string): string => {
  const found = Object.entries(files).find(([name]) => name.endsWith(end));
  if (found === undefined) throw new Error(`there is no ${end}`);
  return found[1];
};
const yaml = (files: Files, end: string): Parsed => parse(file(files, end));

const portsOf = (part: string): number[] => Object.values(PARTS[part]?.ports ?? {});

/** Of an address of a part the fault: no such part, or another port. */
const nowhere = (address: string): string[] => {
  const { hostname, port } = new URL(address);
  return PARTS[hostname] !== undefined && portsOf(hostname).includes(Number(port)) ? [] : [`nobody is at ${address}`];
};

const hours = (duration: string): number => Number(duration.replace('h', ''));
const LONGEST_H = 31 * 24;

const collector = (files: Files): string[] => {
  const config = yaml(files, 'collector.yaml');
  const { pipelines, extensions } = config.service;
  const faults: string[] = [];
  for (const [name, pipeline] of Object.entries<Parsed>(pipelines))
    for (const kind of ['receivers', 'processors', 'exporters'])
      for (const one of pipeline[kind])
        if (config[kind][one] === undefined) faults.push(`pipeline ${name}: no ${kind} ${one}`);
  for (const one of extensions) if (config.extensions[one] === undefined) faults.push(`no extension ${one}`);
  for (const { processors } of Object.values<Parsed>(pipelines)) {
    if (processors[0] !== 'memory_limiter') faults.push('memory is limited first');
    if (!processors.includes('redaction')) faults.push('what is written past us is masked');
    if (processors.at(-1) !== 'batch') faults.push('batches are made last');
  }
  for (const [name, exporter] of Object.entries<Parsed>(config.exporters)) {
    faults.push(...nowhere(exporter.endpoint));
    if (exporter.sending_queue?.storage === undefined) faults.push(`${name} forgets at a restart`);
  }
  for (const value of config.processors.redaction.blocked_values) new RegExp(value);
  if (!portsOf('collector').includes(Number(config.receivers.otlp.protocols.http.endpoint.split(':')[1])))
    faults.push('nobody reaches the collector');
  return faults;
};

/** What the collector gives the lines of logs beside themselves. */
const givenToLines = ({ receivers, processors }: Parsed): string[] => [
  ...receivers.filelog.operators.flatMap(({ to }: Parsed) => /^resource\["(.+)"\]$/.exec(to ?? '')?.[1] ?? []),
  ...processors.resource.attributes.map(({ key }: Parsed) => key),
];

const stores = (files: Files): string[] => {
  const [tempo, loki] = [yaml(files, 'tempo.yaml'), yaml(files, 'loki.yaml')];
  const faults: string[] = [];
  const kept = { tempo: tempo.compactor?.compaction?.block_retention, loki: loki.limits_config?.retention_period };
  for (const [name, time] of Object.entries(kept))
    if (time === undefined || !(hours(time) > 0 && hours(time) <= LONGEST_H)) faults.push(`${name} keeps for ever`);
  if (loki.compactor.retention_enabled !== true) faults.push('loki keeps for ever');
  if (!portsOf('tempo').includes(tempo.server.http_listen_port)) faults.push('tempo listens elsewhere');
  if (!portsOf('loki').includes(loki.server.http_listen_port)) faults.push('loki listens elsewhere');
  const labels = loki.limits_config.otlp_config.resource_attributes.attributes_config.flatMap(
    ({ action, attributes }: Parsed) => (action === 'index_label' ? attributes : []),
  );
  if (labels.some((label: string) => /id$|order|correlation/.test(label))) faults.push('a label of loki has no bound');
  for (const label of labels)
    if (!givenToLines(yaml(files, 'collector.yaml')).includes(label)) faults.push(`no line has ${label}`);
  if (!tempo.storage.trace.local.path.startsWith(PARTS.tempo?.keeps?.at)) faults.push('tempo stores what is not kept');
  if (!loki.common.path_prefix.startsWith(PARTS.loki?.keeps?.at)) faults.push('loki stores what is not kept');
  return faults;
};

const grafana = (files: Files): string[] => {
  const sources = ['sources.yaml', 'overview.yaml'].flatMap((name) => yaml(files, name).datasources);
  const faults = sources.flatMap(({ url }: Parsed) => nowhere(url));
  const uids = sources.map(({ uid }: Parsed) => uid);
  if (new Set(uids).size !== uids.length) faults.push('two sources have one uid');
  for (const [, uid = ''] of JSON.stringify(sources).matchAll(/"datasourceUid":"([^"]+)"/g))
    if (!uids.includes(uid)) faults.push(`no source ${uid}`);
  if (sources.some(({ editable }: Parsed) => editable !== false)) faults.push('a source may be changed by hand');
  const { providers } = yaml(files, 'dashboards/dashboards.yaml');
  for (const { options, allowUiUpdates } of providers) {
    const from = Object.entries(PARTS.grafana?.given ?? {}).find(([, to]) => to === options.path)?.[0];
    if (from === undefined || !existsSync(join(FOLDER, from)) || readdirSync(join(FOLDER, from)).length === 0)
      faults.push(`no dashboards at ${options.path}`);
    if (allowUiUpdates) faults.push('a dashboard may be changed by hand');
  }
  return faults;
};

const ROLES = ['viewer', 'dev', 'ops', 'admin'];

/** What Grafana lets each of its roles do: what whoever may edit may silence too. */
const GRAFANA_MAY: Readonly<Record<string, readonly string[]>> = {
  Viewer: [],
  Editor: ['silence_alerts'],
  Admin: ['silence_alerts', 'change_sources', 'change_people'],
};
const READS: Readonly<Record<string, string>> = {
  read_metrics: 'prometheus',
  read_alerts: 'alertmanager',
  read_logs: 'loki',
  read_traces: 'tempo',
};

const roles = (files: Files): string[] => {
  const table = yaml(files, 'roles.yaml');
  const ini = file(files, 'grafana.ini');
  const faults: string[] = [];
  if (Object.keys(table.roles).join() !== ROLES.join()) faults.push('there are four roles');
  const mapped = /^org_mapping = (.*)$/m.exec(ini)?.[1]?.split(' ').sort() ?? [];
  const wanted = ROLES.map((name) => {
    const { organisation, role } = table.roles[name] ?? {};
    return `${name}:${table.organisations[organisation]?.id}:${role}`;
  }).sort();
  if (mapped.join() !== wanted.join()) faults.push(`Grafana maps ${mapped}, the table says ${wanted}`);
  const rolePath = /^role_attribute_path = (.*)$/m.exec(ini)?.[1] ?? '';
  for (const name of ROLES)
    if (!rolePath.includes(`role == '${name}' && '${table.roles[name]?.role}'`)) faults.push(`${name} is not admitted`);
  for (const line of [
    'role_attribute_strict = true',
    'viewers_can_edit = false',
    'allow_sign_up = false',
    'disable_login_form = true',
  ])
    if (!ini.includes(line)) faults.push(`grafana.ini lacks ${line}`);
  if (!/\[auth\.anonymous\]\nenabled = false/.test(ini)) faults.push('nobody comes without a name');
  for (const [right, allowed] of Object.entries<string[]>(table.may))
    for (const name of ROLES) {
      const { organisation, role } = table.roles[name] ?? {};
      const source = READS[right];
      const may =
        source === undefined
          ? GRAFANA_MAY[role]?.includes(right)
          : table.organisations[organisation]?.sources.includes(source);
      if (may !== allowed.includes(name)) faults.push(`${name} ${may ? 'may' : 'may not'} ${right}`);
    }
  const ofOrganisation = (id: number): string[] =>
    ['sources.yaml', 'overview.yaml']
      .flatMap((name) => yaml(files, name).datasources)
      .filter(({ orgId = 1 }: Parsed) => orgId === id)
      .map(({ type }: Parsed) => type)
      .sort();
  for (const { id, sources } of Object.values<Parsed>(table.organisations))
    if (ofOrganisation(id).join() !== [...sources].sort().join()) faults.push(`organisation ${id} has other sources`);
  return faults;
};

const isPinned = (image: string): boolean => /^[\w./-]+:v?\d+\.\d+\.\d+$/.test(image);

const compose = (files: Files): string[] => {
  const { services, volumes, secrets } = yaml(files, 'compose.yaml');
  const faults: string[] = [];
  for (const [name, one] of Object.entries<Parsed>(services)) {
    if (!isPinned(one.image)) faults.push(`${name}: the image has no version`);
    if (one.read_only !== true || !one.cap_drop?.includes('ALL') || one.user === '0')
      faults.push(`${name} may too much`);
    if (one.mem_limit === undefined) faults.push(`${name} may take all memory`);
    for (const port of one.ports) if (!port.startsWith('127.0.0.1:')) faults.push(`${name} is open to everybody`);
    for (const secret of one.secrets ?? [])
      if (secrets[secret] === undefined) faults.push(`${name}: no secret ${secret}`);
    for (const volume of one.volumes) {
      const [from] = volume.split(/:(?=\/)/);
      if (
        from.startsWith('../../')
          ? !existsSync(join(FOLDER, 'generated/compose', from))
          : !from.includes('$') && volumes[from] === undefined
      )
        faults.push(`${name}: ${from} is not there`);
    }
  }
  for (const [, password = ''] of file(files, 'compose.yaml').matchAll(/(?:password|secret|token)\w*: ([^\s[{]+)$/gim))
    faults.push(`a secret is written in: ${password}`);
  return faults;
};

const kubernetes = (files: Files): string[] => {
  const objects = parseAllDocuments(file(files, 'objects.yaml')).map((document) => document.toJS() as Parsed);
  const made = yaml(files, 'kustomization.yaml').configMapGenerator;
  const faults: string[] = [];
  for (const { name, files: from } of made)
    for (const path of from)
      if (!existsSync(join(FOLDER, 'generated/kubernetes', path))) faults.push(`${name}: ${path} is not there`);
  const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name);
  for (const { kind, metadata, spec, rules } of objects) {
    if (metadata.namespace !== 'order-ledger') faults.push(`${kind} ${metadata.name} is in no namespace of ours`);
    if (kind === 'Role' && JSON.stringify(rules).includes('*')) faults.push('a role may everything');
    if (kind !== 'StatefulSet') continue;
    const { template } = spec;
    const pod = template.spec;
    if (template.metadata.labels['app.kubernetes.io/name'] !== spec.selector.matchLabels['app.kubernetes.io/name'])
      faults.push(`${metadata.name} selects others`);
    if (!accounts.includes(pod.serviceAccountName)) faults.push(`${metadata.name}: no such account`);
    if (pod.securityContext.runAsNonRoot !== true || pod.securityContext.runAsUser === 0)
      faults.push(`${metadata.name} runs as root`);
    const volumes = [
      ...pod.volumes.map(({ name }: Parsed) => name),
      ...(spec.volumeClaimTemplates ?? []).map((claim: Parsed) => claim.metadata.name),
    ];
    for (const { configMap } of pod.volumes)
      if (configMap !== undefined && !made.some(({ name }: Parsed) => name === configMap.name))
        faults.push(`${metadata.name}: no files ${configMap.name}`);
    for (const container of pod.containers) {
      if (!isPinned(container.image)) faults.push(`${metadata.name}: the image has no version`);
      if (container.resources.limits.memory === undefined) faults.push(`${metadata.name} may take all memory`);
      const { allowPrivilegeEscalation, readOnlyRootFilesystem } = container.securityContext;
      if (allowPrivilegeEscalation !== false || readOnlyRootFilesystem !== true)
        faults.push(`${metadata.name} may too much`);
      const ports = container.ports.map(({ name }: Parsed) => name);
      for (const probe of ['readinessProbe', 'livenessProbe'])
        if (!ports.includes(container[probe]?.httpGet.port)) faults.push(`${metadata.name}: ${probe} asks nobody`);
      for (const { name } of container.volumeMounts)
        if (!volumes.includes(name)) faults.push(`${metadata.name}: no volume ${name}`);
    }
    const service = objects.find((one) => one.kind === 'Service' && one.metadata.name === spec.serviceName);
    if (service === undefined) faults.push(`${metadata.name} has no address`);
  }
  return faults;
};

/** What is wrong with the configurations, by what looks at it. */
export const CHECKS: Readonly<Record<string, (files: Files) => string[]>> = {
  collector,
  stores,
  grafana,
  roles,
  compose,
  kubernetes,
};
