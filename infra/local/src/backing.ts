import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from './databases.ts';
import { PROCESSES } from './processes.ts';
import type { ProcessSecrets } from './secrets.ts';
import { type ServiceName, type Services, startServices } from './services.ts';

export interface BackingOptions {
  /** Of the workspace. */
  root: string;
  /** Data, logs and secrets. */
  data: string;
  report: (line: string) => void;
  /** Addresses of servers that are used instead of private ones. */
  external: Readonly<Partial<Record<ServiceName, string>>>;
  /** Address of a database that is there with its roles, which stay as they are; if absent, ours is made. */
  database?: string;
}

/** Addresses for accounts that may do everything; of PostgreSQL that of our database. */
export type Administrators = Readonly<Record<ServiceName, string>>;

/** What the processes need around them. */
export interface Backing {
  services: Services;
  administrators: Administrators;
  /** The database's address for the role of each process. */
  databases: Readonly<Record<string, string>>;
  secretsOf(name: string): ProcessSecrets;
  /** Of the role that owns a schema. */
  passwordOf(schema: string): string;
  stop(): Promise<void>;
}

const DATABASE = 'order_ledger';
const NEEDED: readonly ServiceName[] = ['postgres', 'redis', 'rabbitmq', 'eventStore'];

/** Where the administrators' addresses stand while the services run: for backups and repairs. */
const servicesFile = (data: string): string => join(data, 'services.json');

export interface RunningServices extends Administrators {
  /** Those that `npm start` runs itself. */
  readonly private: readonly ServiceName[];
  /** Where those show their metrics that show any by themselves. */
  readonly metrics: Readonly<Partial<Record<ServiceName, string>>>;
}

/** The services that an `npm start` of this data runs; null where none does. */
export const runningServices = (data: string): RunningServices | null =>
  existsSync(servicesFile(data)) ? JSON.parse(readFileSync(servicesFile(data), 'utf8')) : null;

/** Everything that is not named is private. */
const privateServices = (external: BackingOptions['external']): ServiceName[] =>
  NEEDED.filter((name) => external[name] === undefined);

/** Starts the backing services that are not external, with a database and a role for each process. */
export const startBacking = async ({ root, data, report, external, database }: BackingOptions): Promise<Backing> => {
  const services = await startServices({
    folder: data,
    unpacked: join(root, '.data', 'packages'),
    services: privateServices(external),
    secured: true,
    keep: true,
    report,
  });
  const file = servicesFile(data);
  const stop = async () => {
    rmSync(file, { force: true });
    await services.stop();
  };
  try {
    const address = (name: ServiceName): string => external[name] ?? services.running[name]?.url ?? '';
    const secretsOf = (name: string): ProcessSecrets => {
      const secrets = services.secrets.processes[name];
      if (secrets === undefined) throw new Error(`no secrets were made for ${name}`);
      return secrets;
    };
    const passwordOf = (schema: string): string =>
      secretsOf(PROCESSES.find((one) => one.schema === schema)?.name ?? schema).postgres;
    const databases =
      database === undefined ? await createDatabase(address('postgres'), DATABASE, PROCESSES, passwordOf) : {};
    const postgres = new URL(database ?? address('postgres'));
    if (database === undefined) postgres.pathname = `/${DATABASE}`;
    const administrators: Administrators = {
      postgres: postgres.href,
      redis: address('redis'),
      rabbitmq: address('rabbitmq'),
      eventStore: address('eventStore'),
    };
    const metrics = Object.fromEntries(
      Object.entries(services.running).flatMap(([name, { metrics }]) =>
        metrics === undefined ? [] : [[name, metrics]],
      ),
    );
    const running: RunningServices = { ...administrators, private: privateServices(external), metrics };
    writeFileSync(file, JSON.stringify(running, null, 2), { mode: 0o600 });
    return { services, administrators, databases, secretsOf, passwordOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
