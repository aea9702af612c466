import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCertificates } from './certificates.ts';
import { startEventStore } from './event-store.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { type BackingService, ensurePrograms, type Program } from './packages.ts';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { ServiceProblem } from './problem.ts';
import { startRabbitmq } from './rabbitmq.ts';
import { startRedis } from './redis.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { Service } from './service.ts';
import { watchService } from './watch-services.ts';

export type ServiceName = BackingService | 'eventStore';

interface ServicesOptions {
  /** Data, logs and secrets live below this folder. */
  folder: string;
  /** Packages that are unpacked without root go here; a second instance shares them. */
  unpacked: string;
  services: readonly ServiceName[];
  /** TLS, an account and protected streams for the event store; syncing for Postgres. Tests do without. */
  secured: boolean;
  /** What ends by itself is started again, on its port and its data. */
  keep: boolean;
  report: (line: string) => void;
}

export interface Services {
  secrets: Secrets;
  /** Those that are kept running can be taken down for a while. */
  running: Partial<Record<ServiceName, Service & Partial<Kept>>>;
  stop(): Promise<void>;
}

const ATTEMPTS = 3;

/** A port that was free may be taken a moment later by whatever else starts here: then it is tried with another one. */
const onFreePort = async (start: () => Promise<Service>): Promise<Service> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      const taken = error instanceof ServiceProblem && /address already in use|eaddrinuse/i.test(error.message);
      if (!taken || attempt >= ATTEMPTS) throw error;
    }
  }
};

/** Starts private instances beside each other. When one fails, those that started are stopped again. */
export const startServices = async ({
  folder,
  unpacked,
  services,
  secured,
  keep,
  report,
}: ServicesOptions): Promise<Services> => {
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  const secrets = loadSecrets(join(folder, 'secrets.json'));
  const programs = ensurePrograms(
    services.filter((name) => name !== 'eventStore'),
    unpacked,
    report,
  );
  const programOf = (name: BackingService): Program => {
    const program: Program | undefined = programs[name];
    if (program === undefined) throw new Error(`no program was asked for ${name}`);
    return program;
  };
  const running: Services['running'] = {};
  const place = async (name: ServiceName) => ({
    folder: join(folder, name),
    logFile: join(folder, 'logs', `${name}.log`),
    port: await freePort(),
  });
  /** Of those that run on for people, not of those that tests share. */
  const metricsPort = async () => (keep ? { metricsPort: await freePort() } : {});
  /** Of each service: what starts it, on the same port each time. */
  const prepare: Record<ServiceName, () => Promise<() => Promise<Service>>> = {
    postgres: async () => {
      const where = await place('postgres');
      const program = programOf('postgres');
      return () => startPostgres({ ...where, program, password: secrets.postgres, durable: secured });
    },
    redis: async () => {
      const where = await place('redis');
      const program = programOf('redis');
      return () => startRedis({ ...where, program, password: secrets.redis, processes: secrets.processes });
    },
    rabbitmq: async () => {
      const where = { ...(await place('rabbitmq')), ...(await metricsPort()) };
      const program = programOf('rabbitmq');
      return () => startRabbitmq({ ...where, program, password: secrets.rabbitmq, processes: secrets.processes });
    },
    eventStore: async () => {
      const where = { ...(await place('eventStore')), ...(await metricsPort()) };
      if (!secured) return () => startEventStore(where);
      const certificates = await loadCertificates(join(folder, 'tls'));
      return () =>
        startEventStore({
          ...where,
          secured: { certificates, password: secrets.eventStore, processes: secrets.processes },
        });
    },
  };
  const over = new AbortController();
  const stop = async () => {
    over.abort();
    const results = await Promise.allSettled(Object.values(running).map((service) => service.stop()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };
  const results = await Promise.allSettled(
    services.map(async (name) => {
      const began = performance.now();
      const service = await onFreePort(async () => {
        const start = await prepare[name]();
        return keep ? keepRunning(start, report) : start();
      });
      running[name] = service;
      if (keep) void watchService(name, service, { report, signal: over.signal });
      report(`${service.name} is ready (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return { secrets, running, stop };
  await stop();
  throw failed.reason;
};
