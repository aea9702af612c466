import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stoppedAtTheEnd } from './ending.ts';

export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server of this folder as a process of its own: it prints its port as its first line. */
export const startServer = async (program: string, env: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const stop = stoppedAtTheEnd(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code} before it listened`);
  });
  if (child.stdout === null || child.pid === undefined) throw new Error(`${program} was not started`);
  const [port] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
  ended.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop,
  };
};
