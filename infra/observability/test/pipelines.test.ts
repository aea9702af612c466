import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS, type Files, readFiles } from './support/pipelines.ts';
import { promtool } from './support/tools.ts';

const files = readFiles();

/** The same files with one change, which must be one. */
const changed = (end: string, from: string | RegExp, to: string): Files => {
  const [name, text = ''] = Object.entries(files).find(([path]) => path.endsWith(end)) ?? [];
  const other = text.replace(from, to);
  if (name === undefined || other === text) throw new Error(`${end} has no ${from}`);
  return { ...files, [name]: other };
};

/** Of each check changes that it must see, with a word of what it says. */
const BROKEN: readonly (readonly [check: string, end: string, from: string | RegExp, to: string, says: string])[] = [
  ['collector', 'collector.yaml', 'otlphttp/tempo]', 'otlphttp/jaeger]', 'no exporters'],
  [
    'collector',
    'collector.yaml',
    'processors: [memory_limiter, redaction, ',
    'processors: [memory_limiter, ',
    'masked',
  ],
  ['collector', 'collector.yaml', 'http://tempo:4318', 'http://tempo:4317', 'nobody is at'],
  ['collector', 'collector.yaml', ', storage: file_storage', '', 'forgets'],
  ['collector', 'collector.yaml', 'endpoint: 0.0.0.0:4318', 'endpoint: 0.0.0.0:4319', 'reaches'],
  ['stores', 'tempo.yaml', 'block_retention: 336h', 'block_retention: 0h', 'for ever'],
  ['stores', 'loki.yaml', 'retention_enabled: true', 'retention_enabled: false', 'for ever'],
  ['stores', 'loki.yaml', 'http_listen_port: 3100', 'http_listen_port: 3101', 'elsewhere'],
  ['stores', 'loki.yaml', 'attributes: [service.name', 'attributes: [order.id, service.name', 'no bound'],
  ['stores', 'collector.yaml', 'to: resource["service.name"]', 'to: attributes.name', 'no line has service.name'],
  ['stores', 'tempo.yaml', 'path: /var/tempo/blocks', 'path: /blocks', 'not kept'],
  ['grafana', 'sources.yaml', 'url: http://loki:3100', 'url: http://loki:3101', 'nobody is at'],
  ['grafana', 'sources.yaml', 'datasourceUid: tempo }]', 'datasourceUid: jaeger }]', 'no source'],
  ['grafana', 'sources.yaml', 'editable: false', 'editable: true', 'by hand'],
  ['grafana', 'dashboards/dashboards.yaml', '/etc/order-ledger/dashboards', '/dashboards', 'no dashboards'],
  ['roles', 'roles.yaml', 'silence_alerts: [ops, admin]', 'silence_alerts: [dev, ops, admin]', 'dev may not silence'],
  ['roles', 'roles.yaml', 'read_logs: [dev', 'read_logs: [viewer, dev', 'viewer may not read_logs'],
  ['roles', 'grafana.ini', 'viewer:2:Viewer', 'viewer:1:Viewer', 'maps'],
  ['roles', 'grafana.ini', "role == 'ops' && 'Editor'", "role == 'ops' && 'Admin'", 'ops is not admitted'],
  ['roles', 'grafana.ini', 'role_attribute_strict = true', 'role_attribute_strict = false', 'lacks'],
  ['roles', 'overview.yaml', 'type: prometheus', 'type: loki', 'other sources'],
  ['compose', 'compose.yaml', /image: prom\/prometheus:\S+/, 'image: prom/prometheus:latest', 'no version'],
  ['compose', 'compose.yaml', 'read_only: true', 'read_only: false', 'too much'],
  ['compose', 'compose.yaml', '127.0.0.1::9090', '9090:9090', 'everybody'],
  ['compose', 'compose.yaml', '../../generated/rules', '../../generated/regeln', 'is not there'],
  ['compose', 'compose.yaml', 'GF_PATHS_CONFIG', 'GF_PASSWORD: hidden\n      GF_PATHS_CONFIG', 'written in'],
  ['kubernetes', 'objects.yaml', 'runAsNonRoot: true', 'runAsNonRoot: false', 'as root'],
  ['kubernetes', 'objects.yaml', 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false', 'too much'],
  ['kubernetes', 'objects.yaml', 'serviceAccountName: prometheus', 'serviceAccountName: someone', 'no such account'],
  [
    'kubernetes',
    'objects.yaml',
    /port: http\n {12}initialDelaySeconds/,
    'port: web\n            initialDelaySeconds',
    'asks nobody',
  ],
  ['kubernetes', 'kustomization.yaml', 'collector.yaml', 'sammler.yaml', 'is not there'],
  ['kubernetes', 'kustomization.yaml', 'name: pipelines-loki-yaml', 'name: loki', 'no files'],
];

/** Debian's promtool was built without it: all else is checked, with files in its place. */
const withoutKubernetes = (text: string): string =>
  text.replaceAll(
    /kubernetes_sd_configs:\n {6}- role: pod\n {8}namespaces:\n {10}names:\n {12}- order-ledger\n/g,
    'file_sd_configs: [{ files: [/nowhere.json] }]\n',
  );

describe('the pipelines', () => {
  it.each(Object.entries(CHECKS))('%s: nothing is wrong [N1] [L4]', (_name, check) => {
    expect(check(files)).toEqual([]);
  });

  it.each(BROKEN)('%s sees in %s "%s" become "%s"', (check, end, from, to, says) => {
    const faults = CHECKS[check]?.(changed(end, from, to)) ?? [];
    expect(faults.join('; ')).toContain(says);
  });

  it.each(['compose', 'kubernetes'])('Prometheus reads what it is told in %s', (flavour) => {
    const folder = mkdtempSync(join(tmpdir(), 'order-ledger-pipelines-'));
    try {
      const text = files[`generated/${flavour}/prometheus.yml`] ?? '';
      const check = (content: string) => {
        writeFileSync(join(folder, 'prometheus.yml'), withoutKubernetes(content));
        return promtool('check', 'config', '--syntax-only', join(folder, 'prometheus.yml'));
      };
      expect(check(text)).toMatchObject({ code: 0 });
      expect(check(text.replace('action: keep', 'action: hold')).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
