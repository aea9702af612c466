import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from './databases.ts';
import { isFree } from './ports.ts';
import { ServiceProblem } from './problem.ts';
import { PROCESSES, type Surroundings } from './processes.ts';
import { type ServiceName, startServices } from './services.ts';
import { claimInstance, releaseInstance, runningInstance } from './single-instance.ts';
import { type Supervised, supervise } from './supervise.ts';
import { loadSigningKey, OPERATORS, TOKEN_HOLDERS } from './tokens.ts';

export interface StartOptions {
  root: string;
  report: (line: string) => void;
  /** Resolves when the person wants everything stopped. */
  untilStopped: Promise<string>;
}

const DATABASE = 'order_ledger';
/** Where the environment names a server, that one is used and none is started. */
const EXTERNAL: Readonly<Record<ServiceName, string>> = {
  postgres: 'DATABASE_URL',
  redis: 'REDIS_URL',
  rabbitmq: 'AMQP_URL',
  eventStore: 'EVENTSTORE_URL',
};
/** What the processes of today need; RabbitMQ joins with the first process that speaks to it. */
const NEEDED: readonly ServiceName[] = ['postgres', 'redis', 'eventStore'];

const checkPorts = async (): Promise<void> => {
  for (const { name, port } of PROCESSES) {
    if (!(await isFree(port)))
      throw new ServiceProblem(
        `Port ${port}, which ${name} needs, is taken by another program. Stop that program (ss -ltnp 'sport = :${port}' shows it) and start again.`,
      );
  }
};

/** Partners get their keys once; later starts read them from here, because the database holds only hashes. */
const seedPartners = (root: string, databaseUrl: string, file: string): { partner_id: string; api_key: string }[] => {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { partner_id: string; api_key: string }[])
    : [];
  const program = join(root, 'packages/command-api/dist/seed-partners.js');
  const seeded = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  if (seeded.status !== 0) throw new ServiceProblem(`Making the partners failed:\n${seeded.stderr}${seeded.stdout}`);
  const partners = [...known, ...(JSON.parse(seeded.stdout) as { partner_id: string; api_key: string }[])];
  writeSecret(file, partners);
  return partners;
};

const writeSecret = (file: string, value: unknown): void => {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** Brings up what is missing and the whole system, stays until it is told to stop, and stops all that it started. */
export const start = async ({ root, report, untilStopped }: StartOptions): Promise<void> => {
  process.umask(0o077);
  const data = join(root, '.data');
  mkdirSync(data, { recursive: true });
  // User postgres passes through to its own folder; what lies beside it is closed to others file by file.
  chmodSync(data, 0o711);
  const pidFile = join(data, 'start.pid');
  const other = runningInstance(pidFile);
  if (other !== null)
    throw new ServiceProblem(
      `npm start runs here already (process ${other}). Stop it with Ctrl-C, or with: kill ${other}`,
    );
  await checkPorts();
  claimInstance(pidFile);
  const stops: { name: string; stop: () => Promise<void> }[] = [];
  const stopAll = async () => {
    for (const { name, stop } of stops.reverse()) {
      report(`Stopping ${name} …`);
      await stop();
    }
  };
  let stopEarly = false;
  void untilStopped.then(() => {
    stopEarly = true;
  });
  try {
    const external = (name: ServiceName): string | undefined => process.env[EXTERNAL[name]] || undefined;
    const services = await startServices({
      folder: data,
      unpacked: join(data, 'packages'),
      services: NEEDED.filter((name) => external(name) === undefined),
      secured: true,
      report,
    });
    stops.push({ name: 'the backing services', stop: services.stop });
    const address = (name: ServiceName): string => external(name) ?? services.running[name]?.url ?? '';
    const databases = await createDatabase(
      address('postgres'),
      DATABASE,
      PROCESSES.map(({ schema }) => schema),
      services.secrets.roles,
    );
    const freeTextKeyFile = join(data, 'free-text.key');
    if (!existsSync(freeTextKeyFile))
      writeFileSync(freeTextKeyFile, Buffer.from(services.secrets.freeText, 'base64'), { mode: 0o600 });
    const signingKey = await loadSigningKey(join(data, 'signing-key.json'), join(data, 'jwks.json'));
    const surroundings: Surroundings = {
      eventStore: address('eventStore'),
      databases,
      redis: address('redis'),
      jwksFile: signingKey.jwksFile,
      freeTextKeyFile,
    };

    for (const definition of PROCESSES) {
      if (stopEarly) return;
      const began = Date.now();
      const program = join(root, 'packages', definition.name, 'dist', 'main.js');
      const process: Supervised = await supervise({
        definition,
        surroundings,
        program,
        logFile: join(data, 'logs', `${definition.name}.log`),
        report,
      });
      stops.push(process);
      report(`${definition.name} is ready on port ${definition.port} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    }
    const partners = seedPartners(root, databases.command_api ?? '', join(data, 'partners.json'));
    const tokens = Object.fromEntries(
      await Promise.all(TOKEN_HOLDERS.map(async (holder) => [holder.role, await signingKey.sign(holder)])),
    );
    const credentials = {
      tokens,
      operators: await Promise.all(OPERATORS.map((holder) => signingKey.sign(holder))),
      partners,
      addresses: {
        event_store: surroundings.eventStore,
        database: databases.command_api,
        redis: surroundings.redis,
        ...Object.fromEntries(
          PROCESSES.map(({ name, port }) => [name.replaceAll('-', '_'), `http://127.0.0.1:${port}`]),
        ),
      },
    };
    writeSecret(join(data, 'credentials.json'), credentials);
    report(
      [
        '',
        'order-ledger is ready.',
        ...PROCESSES.map(({ name, port }) => `  ${name.padEnd(22)} http://127.0.0.1:${port}`),
        '  tokens, keys, addresses  .data/credentials.json',
        '  logs                     .data/logs/',
        'Ctrl-C stops everything; the data stays in .data (npm run reset removes it).',
      ].join('\n'),
    );
    report(`\n${await untilStopped}`);
  } finally {
    await stopAll();
    releaseInstance(pidFile);
  }
};
