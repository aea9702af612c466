import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startChild } from './child.ts';
import { instanceMark } from './orphans.ts';
import type { Program } from './packages.ts';
import { freePort } from './ports.ts';
import { ServiceProblem } from './problem.ts';
import { type BrokerRights, RIGHTS } from './rights.ts';
import type { Secrets } from './secrets.ts';
import type { Service } from './service.ts';

interface RabbitOptions {
  program: Program;
  folder: string;
  logFile: string;
  port: number;
  /** Of the account that may do everything. */
  password: string;
  processes: Secrets['processes'];
  /** Where its own exporter answers; without it none is loaded. */
  metricsPort?: number;
}

const USER = 'order_ledger';

/** As RabbitMQ keeps a password. */
const hashed = (password: string): string => {
  const salt = randomBytes(4);
  return Buffer.concat([salt, createHash('sha256').update(salt).update(password).digest()]).toString('base64');
};

/** Definitions that the broker loads at each start: what they name is made, or gets this password and these rights. */
const accounts = (password: string, processes: Secrets['processes']): object => {
  const everything: BrokerRights = { configure: '.*', write: '.*', read: '.*' };
  const users = [
    { name: USER, password, rights: everything },
    ...Object.entries(RIGHTS).flatMap(([name, { rabbitmq: rights }]) =>
      rights === undefined || processes[name] === undefined
        ? []
        : [{ name, password: processes[name].rabbitmq, rights }],
    ),
  ];
  return {
    vhosts: [{ name: '/' }],
    users: users.map(({ name, password }) => ({
      name,
      password_hash: hashed(password),
      hashing_algorithm: 'rabbit_password_hashing_sha256',
      tags: name === USER ? ['administrator'] : [],
      limits: {},
    })),
    permissions: users.map(({ name, rights }) => ({ user: name, vhost: '/', ...rights })),
  };
};

/** The broker answers an AMQP header once it takes connections. */
const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () =>
      socket.write(Buffer.from('AMQP\x00\x00\x09\x01', 'latin1')),
    );
    let answered = false;
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', () => {
      answered = true;
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(answered));
  });

/** Runs rabbitmqctl on a broker that runs here; what it printed. Node, cookie and port mapper are the server's own. */
export const controlRabbitmq = async (program: Program, pid: number, args: readonly string[]): Promise<string> => {
  const entries = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  const env = Object.fromEntries(entries.map((entry) => entry.split(/=(.*)/s).slice(0, 2)));
  const control = join(dirname(program.path), 'rabbitmqctl');
  return (await promisify(execFile)(control, ['--quiet', ...args], { env })).stdout;
};

const portMapperProgram = (root: string): string => {
  const erlang = join(root, 'usr/lib/erlang');
  const runtime = readdirSync(erlang).find((name) => name.startsWith('erts-'));
  if (runtime === undefined) throw new ServiceProblem(`Erlang's runtime was looked for in ${erlang} and is not there.`);
  return join(erlang, runtime, 'bin', 'epmd');
};

export const startRabbitmq = async ({
  program,
  folder,
  logFile,
  port,
  password,
  processes,
  metricsPort,
}: RabbitOptions): Promise<Service> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const [distribution, epmd] = [await freePort(), await freePort()];
  const config = file(
    'rabbitmq.conf',
    [
      `listeners.tcp.1 = 127.0.0.1:${port}`,
      `load_definitions = ${file('definitions.json', JSON.stringify(accounts(password, processes)))}`,
      'loopback_users = none',
      'log.console = true',
      'log.console.level = warning',
      'log.file = false',
      'disk_free_limit.absolute = 100MB',
      ...(metricsPort === undefined
        ? []
        : [
            'prometheus.tcp.ip = 127.0.0.1',
            `prometheus.tcp.port = ${metricsPort}`,
            // Figures for a management interface that there is not; the exporter reads the broker's own.
            'management_agent.disable_metrics_collector = true',
          ]),
      '',
    ].join('\n'),
  );
  const erlang =
    program.root === '/' ? '' : `${join(program.root, 'usr/lib/erlang/bin')}:${join(program.root, 'usr/bin')}:`;
  const env: NodeJS.ProcessEnv = {
    PATH: `${erlang}${process.env.PATH ?? '/usr/bin:/bin'}`,
    LANG: 'C.UTF-8',
    ...program.env,
    ...instanceMark(),
    // The cookie lies in the home folder: with an own one nobody else's node can join.
    HOME: folder,
    // The data's folder is named for the node, so the name follows from the folder, not from the port.
    RABBITMQ_NODENAME: `order-ledger-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: config,
    RABBITMQ_ADVANCED_CONFIG_FILE: file('advanced.config', '[].\n'),
    RABBITMQ_ENABLED_PLUGINS_FILE: file(
      'enabled_plugins',
      metricsPort === undefined ? '[].\n' : '[rabbitmq_prometheus].\n',
    ),
    RABBITMQ_CONF_ENV_FILE: file('rabbitmq-env.conf', ''),
    RABBITMQ_GENERATED_CONFIG_DIR: join(folder, 'generated'),
    ERL_EPMD_PORT: String(epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // The distribution port listens on all addresses unless it is told not to; busy waiting eats small machines.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none',
  };
  // In the foreground and before the node, which would start one of its own that nobody stops.
  const portMapper = startChild({
    name: "RabbitMQ's port mapper",
    command: portMapperProgram(program.root),
    args: ['-port', String(epmd), '-address', '127.0.0.1'],
    env,
    logFile,
  });
  // The program itself, not the wrapper in /usr/sbin, which starts an epmd on the system's port as another user.
  const child = startChild({ name: 'RabbitMQ', command: program.path, args: [], env, logFile, cwd: folder });
  const stop = async () => {
    await child.stop('SIGTERM', 30_000);
    await portMapper.stop('SIGTERM', 5_000);
  };
  try {
    await child.waitUntil(() => greets(port), 90_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: child.name,
    url: `amqp://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    pid: child.pid,
    ...(metricsPort === undefined ? {} : { metrics: `http://127.0.0.1:${metricsPort}/metrics` }),
    stop,
    // Without the node the port mapper is of no use: a new node gets a new one.
    exited: child.exited.then(() => portMapper.stop('SIGTERM', 5_000)),
    lastLines: child.lastLines,
  };
};
