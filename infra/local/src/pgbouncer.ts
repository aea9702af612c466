import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { folderFor, postgresAccount } from './account.ts';
import { startChild } from './child.ts';
import { ensurePrograms } from './packages.ts';
import { freePort } from './ports.ts';
import type { Service } from './service.ts';

export interface PgbouncerOptions {
  /** The server's address for an account that may read pg_shadow: it finds the others' passwords there. */
  server: string;
  mode: 'session' | 'transaction' | 'statement';
  /** Further lines of its section `[pgbouncer]`. */
  settings?: readonly string[];
  folder: string;
  /** Where packages are unpacked without root. */
  unpacked: string;
  report: (line: string) => void;
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', (failed) => resolve(!failed));
  });

/** A connection pooler before a PostgreSQL server, as Debian has it and with its own defaults; for tests. */
export const startPgbouncer = async (options: PgbouncerOptions): Promise<Service> => {
  const { server, mode, settings = [], folder, unpacked, report } = options;
  const program = ensurePrograms(['pgbouncer'], unpacked, report).pgbouncer;
  const { username, password, hostname, port: serverPort } = new URL(server);
  const port = await freePort();
  // It refuses to run as root, as PostgreSQL does.
  const account = postgresAccount();
  const home = folderFor(account, folder);
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(home, name);
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    account.own(file);
    return file;
  };
  const users = write('users.txt', [`"${username}" "${decodeURIComponent(password)}"`]);
  const config = write('pgbouncer.ini', [
    '[databases]',
    `* = host=${hostname} port=${serverPort}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    `auth_user = ${username}`,
    'auth_query = select usename, passwd from pg_shadow where usename = $1',
    `pool_mode = ${mode}`,
    ...settings,
  ]);
  const logs = join(folder, '..', 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const [command = program.path, ...args] = [...account.prefix, program.path, config];
  const child = startChild({
    name: 'PgBouncer',
    command,
    args,
    env: { ...process.env, ...program.env },
    logFile: join(logs, 'pgbouncer.log'),
    cwd: home,
  });
  await child.waitUntil(() => accepts(port), 30_000);
  const url = new URL(server);
  url.port = String(port);
  url.hostname = '127.0.0.1';
  return {
    name: child.name,
    url: url.href,
    pid: child.pid,
    stop: () => child.stop('SIGTERM', 10_000),
    exited: child.exited,
    lastLines: child.lastLines,
  };
};
