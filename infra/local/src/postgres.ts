import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderFor, postgresAccount } from './account.ts';
import { startChild } from './child.ts';
import type { Program } from './packages.ts';
import { ServiceProblem } from './problem.ts';
import type { Service } from './service.ts';

interface PostgresOptions {
  program: Program;
  folder: string;
  logFile: string;
  port: number;
  password: string;
  /** A test's data may be lost with the machine: then nothing is synced, which makes migrations five times faster. */
  durable: boolean;
}

const SUPERUSER = 'order_ledger';

export const startPostgres = async ({
  program,
  folder,
  logFile,
  port,
  password,
  durable,
}: PostgresOptions): Promise<Service> => {
  const bin = dirname(program.path);
  const env = { ...process.env, ...program.env };
  const account = postgresAccount();
  const home = folderFor(account, folder);
  const data = join(home, 'data');
  const socket = join(home, 'socket');
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  account.own(socket);
  // initdb takes seconds: waited for in place, the other services, which start meanwhile, would not be seen to be ready.
  const run = (command: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> => {
    const [first, ...rest] = [...account.prefix, join(bin, command), ...args] as [string, ...string[]];
    return new Promise((resolve) =>
      execFile(first, rest, { encoding: 'utf8', cwd: home, env }, (error, stdout, stderr) =>
        resolve({ ok: error === null, output: `${stdout}${stderr}` || (error?.message ?? '') }),
      ),
    );
  };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    // A half-made cluster of an interrupted first start is no cluster.
    rmSync(data, { recursive: true, force: true });
    const passwordFile = join(home, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    account.own(passwordFile);
    // A password everywhere: with trust any local user would become the cluster's owner. scram spends some ms of processor
    // time on each connection, of which a test run makes thousands.
    const made = await run('initdb', [
      '-D',
      data,
      '-U',
      SUPERUSER,
      '-A',
      durable ? 'scram-sha-256' : 'md5',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
    rmSync(passwordFile);
    if (!made.ok) throw new ServiceProblem(`PostgreSQL's initdb failed:\n${made.output}`);
  }
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socket}`,
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const [command, ...args] = [
    ...account.prefix,
    program.path,
    '-D',
    data,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ] as [string, ...string[]];
  const child = startChild({ name: 'PostgreSQL', command, args, env, logFile, cwd: home });
  // After a kill the first attempts are refused while orphaned backends die: asking again is the answer.
  const ready = async () => (await run('pg_isready', ['-q', '-h', '127.0.0.1', '-p', String(port)])).ok;
  await child.waitUntil(ready, 60_000);
  return {
    name: child.name,
    url: `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    pid: child.pid,
    // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is kept.
    stop: () => child.stop('SIGINT', 20_000),
    exited: child.exited,
    lastLines: child.lastLines,
  };
};
