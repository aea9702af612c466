import { join } from 'node:path';
import { writeCredentials } from './credentials.ts';
import { createDatabase } from './databases.ts';
import { ensureFreeTextKey } from './free-text-key.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { startOwnProcess } from './own-process.ts';
import { type Ports, PROCESSES, type ProcessDefinition, type Surroundings } from './processes.ts';
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
  /** Each port of a process, its interface's or the one for operators; the default one if absent. */
  portOf?: (name: string, whose: keyof Ports) => Promise<number>;
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
  /** Base address of a process for its operators. */
  adminUrl(name: string): string;
  /** Stops the processes, whoever takes commands first, and then the services. */
  stop(): Promise<void>;
}

const DATABASE = 'order_ledger';
/** Its role reads what it owns. */
const SCHEMA_OF_TEXTS = 'command_api';
const NEEDED: readonly ServiceName[] = ['postgres', 'redis', 'rabbitmq', 'eventStore'];

const sinceSeconds = (began: number): string => ((Date.now() - began) / 1000).toFixed(1);

/** Starts the backing services that are not external, every process of ours, and writes the credentials. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { root, data, report, external = {}, signal } = options;
  const ports = new Map<string, Ports>();
  for (const { name, port, adminPort } of PROCESSES)
    ports.set(name, {
      ...(port === undefined ? {} : { port: (await options.portOf?.(name, 'port')) ?? port }),
      adminPort: (await options.portOf?.(name, 'adminPort')) ?? adminPort,
    });
  const portsOf = (name: string): Ports => {
    const found = ports.get(name);
    if (found === undefined) throw new Error(`there is no process ${name}`);
    return found;
  };
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
    const databases = await createDatabase(
      address('postgres'),
      DATABASE,
      PROCESSES,
      (schema) => secretsOf(PROCESSES.find((one) => one.schema === schema)?.name ?? schema).postgres,
    );
    await ensureFreeTextKey(freeTextKeyFile, services.secrets.freeText, databases[SCHEMA_OF_TEXTS] ?? '');
    const surroundings: Surroundings = {
      eventStore: address('eventStore'),
      databases,
      redis: address('redis'),
      amqp: address('rabbitmq'),
      jwksFile: signingKey.jwksFile,
      freeTextKeyFile,
      cursorSecret: services.secrets.cursors,
      uploadFolder: join(data, 'uploads'),
      modelToken: await signingKey.sign(roleHolder('pricing.worker'), '365d'),
      urlOf: (name) => {
        const { port } = portsOf(name);
        if (port === undefined) throw new Error(`${name} has no interface`);
        return `http://127.0.0.1:${port}`;
      },
    };
    const startOne = async (definition: ProcessDefinition): Promise<void> => {
      const { name } = definition;
      const began = Date.now();
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
            ...portsOf(name),
            env: { ...env, ...options.envOf?.(name, env, surroundings) },
            program: join(root, 'packages', name, 'dist', 'main.js'),
            logFile: join(data, 'logs', `${name}.log`),
          }),
        report,
      );
      processes.set(name, running);
      const { port, adminPort } = portsOf(name);
      report(`${name} is ready on port ${port ?? adminPort} (${sinceSeconds(began)} s)`);
    };
    if (signal?.aborted !== true) {
      const started = await Promise.allSettled(PROCESSES.map(startOne));
      const failed = started.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      await writeCredentials({
        ...{ root, data, surroundings, signingKey, report },
        eventStore: accountAt('eventStore', 'reader'),
      });
    }
    const adminUrl = (name: string) => `http://127.0.0.1:${portsOf(name).adminPort}`;
    return { services, surroundings, processes, adminUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
