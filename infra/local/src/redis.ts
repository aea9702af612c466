import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { markFolder } from './orphans.ts';
import type { Program } from './packages.ts';
import { RIGHTS } from './rights.ts';
import type { Secrets } from './secrets.ts';
import type { Service } from './service.ts';

interface RedisOptions {
  program: Program;
  folder: string;
  logFile: string;
  port: number;
  /** Of the account that may do everything. */
  password: string;
  processes: Secrets['processes'];
}

const answersPing = (port: number, password: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let answer = '';
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('PONG') || answer.includes('-')) socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(answer.includes('PONG')));
  });

export const startRedis = async ({
  program,
  folder,
  logFile,
  port,
  password,
  processes,
}: RedisOptions): Promise<Service> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // In a file, not on the command line, where every user of the machine could read the password.
  const config = join(folder, 'redis.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `requirepass ${password}`,
    ...Object.entries(RIGHTS).flatMap(([name, { redis: rules }]) =>
      rules === undefined ? [] : [`user ${name} on >${processes[name]?.redis} ${rules.join(' ')}`],
    ),
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
  ];
  writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 });
  markFolder(folder);
  const child = startChild({
    name: 'Redis',
    command: program.path,
    args: [config],
    env: { ...process.env, ...program.env },
    logFile,
  });
  await child.waitUntil(() => answersPing(port, password), 60_000);
  return {
    name: child.name,
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    pid: child.pid,
    stop: () => child.stop('SIGTERM', 10_000),
    exited: child.exited,
    lastLines: child.lastLines,
  };
};
