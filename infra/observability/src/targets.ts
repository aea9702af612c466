import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningServices, runningServices } from '@order-ledger/local/backing';
import { type RunningProcess, runningProcesses } from '@order-ledger/local/running-processes';
import type { Scraped } from './scraping.ts';

/** What runs, as far as `npm start` has written it down. */
export interface Seen {
  processes: readonly RunningProcess[];
  services: RunningServices;
}

/** null where no system runs. */
export const seenIn = (data: string): Seen | null => {
  const [processes, services] = [runningProcesses(data), runningServices(data)];
  if (processes === null || services === null) return null;
  // A system of an earlier build names none.
  return { processes, services: { ...services, metrics: services.metrics ?? {} } };
};

interface Target {
  targets: string[];
  labels: { service: string };
}

const hostOf = (url: string): string => new URL(url).host;
const one = (service: string, url: string | undefined): Target[] =>
  url === undefined ? [] : [{ targets: [hostOf(url)], labels: { service } }];

/** Where the exporters answer; without one its server is not scraped. */
export type Exporters = Partial<Record<'postgres' | 'redis', string>>;

const targetsOf = ({ processes, services }: Seen, exporters: Exporters): Record<Scraped['job'], Target[]> => ({
  'order-ledger': processes.map(({ name, adminPort }) => ({
    targets: [`127.0.0.1:${adminPort}`],
    labels: { service: name },
  })),
  'event-store': one('event-store', services.metrics.eventStore),
  postgres: one('postgres', exporters.postgres),
  redis: one('redis', exporters.redis),
  rabbitmq: one('rabbitmq', services.metrics.rabbitmq),
  'rabbitmq-queues': one('rabbitmq', services.metrics.rabbitmq),
});

export const JOBS: readonly Scraped['job'][] = [
  'order-ledger',
  'event-store',
  'postgres',
  'redis',
  'rabbitmq',
  'rabbitmq-queues',
];

const fileOf = (folder: string, job: Scraped['job']): string => join(folder, 'targets', `${job}.json`);

/** Prometheus looks at these files by itself when they change. */
export const scrapedByFile = (folder: string): Scraped[] =>
  JOBS.map((job) => ({ job, found: { file_sd_configs: [{ files: [fileOf(folder, job)], refresh_interval: '5s' }] } }));

/** Writes whom to scrape; whoever reads meanwhile finds a whole file. */
export const writeTargets = (folder: string, seen: Seen, exporters: Exporters): void => {
  mkdirSync(join(folder, 'targets'), { recursive: true });
  const targets = targetsOf(seen, exporters);
  for (const job of JOBS) {
    const file = fileOf(folder, job);
    // Prometheus reads only what ends in .json.
    writeFileSync(`${file}.new`, JSON.stringify(targets[job], null, 2));
    renameSync(`${file}.new`, file);
  }
};
