import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '@order-ledger/local/packages';
import { controlRabbitmq } from '@order-ledger/local/rabbitmq';
import pg from 'pg';
import { type PrivateSystem, ROOT } from '../private-system.ts';
import { DEPENDENCIES, type DependencyName } from './matrix.ts';
import type { Ways } from './ways.ts';

/** Takes the fault away again; resolves when the dependency is as it was. */
export type Mend = () => Promise<void>;

/** Statements as the administrator, from another database than the system's. */
const asAdministrator = async ({ services }: PrivateSystem, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: services.running.postgres?.url ?? '' });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Sends one command to Redis and reads its answer. */
const redisCommand = ({ services }: PrivateSystem, command: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port, password } = new URL(services.running.redis?.url ?? '');
    const socket = connect(Number(port), hostname, () =>
      socket.write(`AUTH ${decodeURIComponent(password)}\r\n${command}\r\n`),
    );
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy(new Error(`Redis does not answer ${command}`)));
    socket.once('error', reject);
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.split('\r\n').length < 3) return;
      socket.destroy();
      if (answer.startsWith('+OK\r\n+OK')) resolve();
      else reject(new Error(`Redis answered ${command} with ${answer}`));
    });
  });

/** Runs rabbitmqctl on the system's broker. */
export const controlBroker = ({ services }: PrivateSystem, ...args: readonly string[]): Promise<string> => {
  const program = findProgram('rabbitmq', join(ROOT, '.data', 'packages'));
  const broker = services.running.rabbitmq;
  if (program === null || broker === undefined) throw new Error('there is no broker of our own');
  return controlRabbitmq(program, broker.pid, args);
};

/** What keeps a dependency running. */
const keptOf = ({ services, processes }: PrivateSystem, dependency: DependencyName) => {
  const { service } = DEPENDENCIES[dependency];
  const kept = service === null ? processes.get(dependency) : services.running[service];
  if (kept?.takeDown === undefined) throw new Error(`nobody keeps ${dependency} running`);
  return { takeDown: kept.takeDown };
};

/** Ended, refused while it is away as a real one is, and started again. */
export const takeDown = async (
  system: PrivateSystem,
  ways: Ways,
  dependency: DependencyName,
  how: 'in-order' | 'killed',
  users: readonly string[],
): Promise<Mend> => {
  const bringBack = await keptOf(system, dependency).takeDown(how);
  const between = ways.of(dependency, users);
  for (const way of between) way.begin('refused');
  return async () => {
    await bringBack();
    for (const way of between) await way.mend();
  };
};

const mount = promisify(execFile);

/** Reads are answered and writes are not; how, is the dependency's own. */
export const READ_ONLY: Readonly<Record<DependencyName, (system: PrivateSystem) => Promise<Mend>>> = {
  'event-store': async (system) => {
    const restartWith = async (faults: string | null): Promise<void> => {
      const bringBack = await keptOf(system, 'event-store').takeDown('in-order');
      if (faults === null) delete process.env.EVENTSTORE_FAULTS;
      else process.env.EVENTSTORE_FAULTS = faults;
      await bringBack();
    };
    await restartWith('fail_write=1');
    return () => restartWith(null);
  },
  postgres: async (system) => {
    await asAdministrator(
      system,
      'alter database order_ledger set default_transaction_read_only = on',
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'order_ledger'`,
    );
    // Sessions are not ended a second time: who got one of a server that takes no writes must let go of it by himself.
    return () => asAdministrator(system, 'alter database order_ledger reset default_transaction_read_only');
  },
  redis: async (system) => {
    await redisCommand(system, 'REPLICAOF 127.0.0.1 1');
    return () => redisCommand(system, 'REPLICAOF NO ONE');
  },
  rabbitmq: async (system) => {
    await controlBroker(system, 'set_vm_memory_high_watermark', '0.000001');
    return async () => void (await controlBroker(system, 'set_vm_memory_high_watermark', '0.4'));
  },
  'upload-api': async ({ dependencies: { uploadFolder } }) => {
    await mount('mount', ['--bind', uploadFolder, uploadFolder]);
    await mount('mount', ['-o', 'remount,bind,ro', uploadFolder]);
    return async () => void (await mount('umount', ['--lazy', uploadFolder]));
  },
};
