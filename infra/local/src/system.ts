import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCredentials } from './credentials.ts';
import { createDatabase } from './databases.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { startOwnProcess } from './own-process.ts';
import { PROCESSES, type ProcessDefinition, type Surroundings } from './processes.ts';
import { addressFor, RIGHTS } from './rights.ts';
import type { ProcessSecrets } from './secrets.ts';
import { type ServiceName, type Services, startServices } from './services.ts';
import { loadSigningKey, roleHolder } from './tokens.ts';

export interface SystemOptions {
  /** Of the workspace, with everything compiled. */
  root: string;
  /** Data, logs, secrets and credentials. */
  data: string;
  report: (line: string) => void;
  /** Addresses of servers that are used instead of private ones. */
  external?: Readonly<Partial<Record<ServiceName, string>>>;
  /** Each process's port; its default port if absent. */
  portOf?: (name: string) => number;
  /** More variables for a process, or others than it would get: shorter periods in a test, ways round a service. */
  envOf?: (
    name: string,
    env: Readonly<Record<string, string>>,
    surroundings: Surroundings,
  ) => Readonly<Record<string, string>>;
  /** Nothing more is started once it is aborted. */
  signal?: AbortSignal;
}

export interface System {
  services: Services;
  surroundings: Surroundings;
  processes: ReadonlyMap<string, Kept>;
  /** Stops the processes, whoever takes commands first, and then the services. */
  stop(): Promise<void>;
}

const DATABASE = 'order_ledger';
const NEEDED: readonly ServiceName[] = ['postgres', 'redis', 'rabbitmq', 'eventStore'];

const sinceSeconds = (began: number): string => ((Date.now() - began) / 1000).toFixed(1);

/** Starts the backing services that are not external, every process of ours, and writes the credentials. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { root, data, report, external = {}, signal } = options;
  const ports = new Map(PROCESSES.map(({ name, port }) => [name, options.portOf?.(name) ?? port]));
  const services = await startServices({
    folder: data,
    unpacked: join(root, '.data', 'packages'),
    services: NEEDED.filter((name) => external[name] === undefined),
    secured: true,
    keep: true,
    report,
  });
  const processes = new Map<string, Kept>();
  const stop = async () => {
    for (const { name } of PROCESSES) {
      const running = processes.get(name);
      if (running === undefined) continue;
      report(`Stopping ${name} …`);
      await running.stop();
    }
    report('Stopping the backing services …');
    await services.stop();
  };
  try {
    const address = (name: ServiceName): string => external[name] ?? services.running[name]?.url ?? '';
    const secretsOf = (name: string): ProcessSecrets => {
      const secrets = services.secrets.processes[name];
      if (secrets === undefined) throw new Error(`no secrets were made for ${name}`);
      return secrets;
    };
    /** Accounts of servers that are not ours are the business of whoever named them. */
    const accountAt = (service: 'eventStore' | 'redis' | 'rabbitmq', name: string): string =>
      external[service] === undefined && RIGHTS[name]?.[service] !== undefined
        ? addressFor(address(service), name, secretsOf(name)[service])
        : address(service);
    const signingKey = await loadSigningKey(join(data, 'signing-key.json'), join(data, 'jwks.json'));
    const freeTextKeyFile = join(data, 'free-text.key');
    if (!existsSync(freeTextKeyFile))
      writeFileSync(freeTextKeyFile, Buffer.from(services.secrets.freeText, 'base64'), { mode: 0o600 });
    const surroundings: Surroundings = {
      eventStore: address('eventStore'),
      databases: await createDatabase(
        address('postgres'),
        DATABASE,
        PROCESSES,
        (schema) => secretsOf(PROCESSES.find((one) => one.schema === schema)?.name ?? schema).postgres,
      ),
      redis: address('redis'),
      amqp: address('rabbitmq'),
      jwksFile: signingKey.jwksFile,
      freeTextKeyFile,
      cursorSecret: services.secrets.cursors,
      uploadFolder: join(data, 'uploads'),
      modelToken: await signingKey.sign(roleHolder('pricing.worker'), '365d'),
      urlOf: (name) => `http://127.0.0.1:${ports.get(name)}`,
    };
    const startOne = async (definition: ProcessDefinition): Promise<void> => {
      const { name } = definition;
      const began = Date.now();
      const port = ports.get(name) ?? definition.port;
      const env = definition.env({
        ...surroundings,
        eventStore: accountAt('eventStore', name),
        redis: accountAt('redis', name),
        amqp: accountAt('rabbitmq', name),
      });
      const running = await keepRunning(
        () =>
          startOwnProcess({
            name,
            port,
            env: { ...env, ...options.envOf?.(name, env, surroundings) },
            program: join(root, 'packages', name, 'dist', 'main.js'),
            logFile: join(data, 'logs', `${name}.log`),
          }),
        report,
      );
      processes.set(name, running);
      report(`${name} is ready on port ${port} (${sinceSeconds(began)} s)`);
    };
    if (signal?.aborted !== true) {
      const started = await Promise.allSettled(PROCESSES.map(startOne));
      const failed = started.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      await writeCredentials({ root, data, surroundings, eventStore: accountAt('eventStore', 'reader'), signingKey });
    }
    return { services, surroundings, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
