import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCredentials } from './credentials.ts';
import { createDatabase } from './databases.ts';
import { keepRunning } from './keep-running.ts';
import { endOrphans, markInstance } from './orphans.ts';
import { startOwnProcess } from './own-process.ts';
import { requireFreePorts } from './ports.ts';
import { ServiceProblem } from './problem.ts';
import { PROCESSES, type Surroundings } from './processes.ts';
import { type ServiceName, startServices } from './services.ts';
import { claimInstance, releaseInstance, runningInstance } from './single-instance.ts';
import { loadSigningKey, roleHolder } from './tokens.ts';

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
    markInstance(data);
    const orphans = await endOrphans(data);
    if (orphans > 0) report(`Ended ${orphans} processes that an earlier npm start left behind.`);
    await requireFreePorts(PROCESSES);
    const external = (name: ServiceName): string | undefined => process.env[EXTERNAL[name]] || undefined;
    const services = await startServices({
      folder: data,
      unpacked: join(data, 'packages'),
      services: NEEDED.filter((name) => external(name) === undefined),
      secured: true,
      keep: true,
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
      amqp: address('rabbitmq'),
      cursorSecret: services.secrets.cursors,
      uploadFolder: join(data, 'uploads'),
      modelToken: await signingKey.sign(roleHolder('pricing.worker'), '365d'),
    };

    if (stopEarly) return;
    const own = await Promise.allSettled(
      PROCESSES.map(async (definition) => {
        const began = Date.now();
        const program = join(root, 'packages', definition.name, 'dist', 'main.js');
        const logFile = join(data, 'logs', `${definition.name}.log`);
        const running = await keepRunning(
          () => startOwnProcess({ definition, surroundings, program, logFile }),
          report,
        );
        report(
          `${definition.name} is ready on port ${definition.port} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
        );
        return running;
      }),
    );
    // Whoever takes commands stops first, so that the others can finish what was accepted.
    stops.push(...own.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])).reverse());
    const failed = own.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    if (stopEarly) return;
    await writeCredentials({ root, data, surroundings, signingKey });
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
