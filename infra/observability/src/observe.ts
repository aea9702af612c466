import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endOrphans } from '@order-ledger/local/orphans';
import { ensurePrograms } from '@order-ledger/local/packages';
import { ServiceProblem } from '@order-ledger/local/problem';
import { type Addresses, alertmanagerYaml } from './alertmanager.ts';
import { type RunningObserver, runObserver } from './observers.ts';
import { ruleFiles, rulesYaml } from './rules.ts';
import { prometheusYaml } from './scraping.ts';
import { readObjectives } from './slo.ts';
import { type Exporters, type Seen, scrapedByFile, seenIn, writeTargets } from './targets.ts';

export interface ObserveOptions {
  /** Of the workspace: packages are unpacked below it. */
  root: string;
  /** Of the system that is looked at. */
  data: string;
  report: (line: string) => void;
  /** Where alerts are sent. */
  addresses?: Addresses;
  /** Seconds between two looks; 10 if absent. */
  every?: number;
  /** By how much waiting times of alerts are shortened, for tests. */
  times?: number;
}

export interface Observing {
  prometheus: string;
  alertmanager: string;
  /** Its page of metrics, by server. */
  exporters: Exporters;
  stop(): Promise<void>;
}

/** What is kept: whichever is reached first. A month, because objectives are counted over one. */
const RETENTION = { time: '31d', size: '2GB' };
const LOOK_MS = 2_000;

const NOTHING_RUNS = 'Nothing runs here to be looked at: npm start in another terminal, then this again.';

/** An address for PostgreSQL's own library, which wants TLS unless it is told otherwise. */
const withoutTls = (address: string): string => {
  const url = new URL(address);
  if (!url.searchParams.has('sslmode')) url.searchParams.set('sslmode', 'disable');
  return url.href;
};

const EXPORTERS = ['postgres', 'redis'] as const;
type Exported = (typeof EXPORTERS)[number];

/** Their accounts are told in the environment, which other users of the machine cannot read. */
const exporterOf = (service: Exported, { services }: Seen) => {
  const address = services[service];
  if (service === 'postgres')
    return {
      args: (port: number) => [
        `--web.listen-address=127.0.0.1:${port}`,
        '--disable-settings-metrics',
        '--log.level=warn',
      ],
      env: { DATA_SOURCE_NAME: services.private.includes('postgres') ? withoutTls(address) : address },
    };
  const { username, password, host, protocol } = new URL(address);
  return {
    args: (port: number) => [`--web.listen-address=127.0.0.1:${port}`],
    env: {
      REDIS_ADDR: `${protocol}//${host}`,
      REDIS_USER: decodeURIComponent(username),
      REDIS_PASSWORD: decodeURIComponent(password),
    },
  };
};

/** Runs Prometheus, Alertmanager and the exporters beside a running system until they are stopped. */
export const startObserving = async (options: ObserveOptions): Promise<Observing> => {
  const { root, data, report, addresses = {}, every = 10, times = 1 } = options;
  const first = seenIn(data);
  if (first === null) throw new ServiceProblem(NOTHING_RUNS);
  const programs = ensurePrograms(
    ['prometheus', 'alertmanager', 'postgres-exporter', 'redis-exporter'],
    join(root, '.data', 'packages'),
    report,
  );
  const folder = join(data, 'observe');
  mkdirSync(join(folder, 'rules'), { recursive: true, mode: 0o700 });
  await endOrphans(folder);
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };

  const exporters = new Map<Exported, { running: RunningObserver; address: string }>();
  const others: RunningObserver[] = [];
  const looking = new AbortController();
  let watching: Promise<void> = Promise.resolve();
  const stop = async (): Promise<void> => {
    looking.abort();
    await watching;
    await Promise.all([...others, ...[...exporters.values()].map(({ running }) => running)].map((one) => one.stop()));
  };

  /** For a server with another address than before a new one. */
  const exportServers = async (seen: Seen): Promise<void> => {
    for (const service of EXPORTERS) {
      const address = seen.services[service];
      const known = exporters.get(service);
      if (known?.address === address) continue;
      exporters.delete(service);
      await known?.running.stop();
      const name = `${service}-exporter` as const;
      const running = await runObserver({
        ...{ name, program: programs[name], folder, page: '/metrics', report },
        ...exporterOf(service, seen),
      });
      exporters.set(service, { running, address });
    }
  };
  const pages = (): Exporters =>
    Object.fromEntries([...exporters].map(([service, { running }]) => [service, `${running.url}/metrics`]));

  let written = '';
  /** What has gone stays on the list: that nobody answers there is what is to be told. */
  const follow = async (seen: Seen | null): Promise<void> => {
    const state = JSON.stringify(seen);
    if (seen === null || state === written) return;
    await exportServers(seen);
    writeTargets(folder, seen, pages());
    written = state;
  };
  const watch = async (): Promise<void> => {
    while (!looking.signal.aborted) {
      await delay(LOOK_MS, undefined, { signal: looking.signal }).catch(() => undefined);
      if (looking.signal.aborted) return;
      await Promise.resolve()
        .then(() => follow(seenIn(data)))
        .catch((error: unknown) => report(`Could not follow what runs; trying again: ${error}`));
    }
  };

  try {
    await follow(first);
    const alertmanager = await runObserver({
      ...{ name: 'alertmanager', program: programs.alertmanager, folder, page: '/-/ready', report },
      args: (port) => [
        `--config.file=${write('alertmanager.yml', alertmanagerYaml(addresses))}`,
        `--storage.path=${join(folder, 'alertmanager')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        // One instance needs nobody to agree with.
        '--cluster.listen-address=',
        '--log.level=warn',
      ],
    });
    others.push(alertmanager);
    for (const [file, groups] of Object.entries(ruleFiles(readObjectives())))
      write(join('rules', file), rulesYaml(groups, { times }));
    const config = prometheusYaml({
      scraped: scrapedByFile(folder),
      ruleFiles: [join(folder, 'rules', '*.yml')],
      alertmanager: { static_configs: [{ targets: [new URL(alertmanager.url).host] }] },
      every,
    });
    const prometheus = await runObserver({
      ...{ name: 'prometheus', program: programs.prometheus, folder, page: '/-/ready', report },
      args: (port) => [
        `--config.file=${write('prometheus.yml', config)}`,
        `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        `--storage.tsdb.retention.time=${RETENTION.time}`,
        `--storage.tsdb.retention.size=${RETENTION.size}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--enable-feature=exemplar-storage',
        '--log.level=warn',
      ],
    });
    others.unshift(prometheus);
    watching = watch();
    return { prometheus: prometheus.url, alertmanager: alertmanager.url, exporters: pages(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
