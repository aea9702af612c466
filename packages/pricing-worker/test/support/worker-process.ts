import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childPreload } from '@order-ledger/testing/processes/child-preload';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

export interface WorkerProcess {
  pid: number;
  /** Of its port for operators. */
  url: string;
  lines(): Record<string, unknown>[];
  /** Sends the signal; for one that ends it, resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

/** Short times, so that a test sees in seconds what takes a minute in earnest. */
const QUICK = {
  LEASE_MS: '1500',
  HEARTBEAT_MS: '300',
  RECONCILE_MS: '500',
  OVERLOOKED_AFTER_MS: '700',
  INFRA_RETRY_MS: '50',
  SHUTDOWN_WAIT_MS: '0',
  ADMIN_PORT: '0',
};

/** The process as it runs in earnest, built beforehand; its calculations stop before their first step while the file is there. */
export const startWorkerProcess = async (holdFile: string, env: Record<string, string>): Promise<WorkerProcess> => {
  const stopWhileHeld = new URL('stop-while-held.mjs', import.meta.url);
  stopWhileHeld.searchParams.set('held', holdFile);
  const preload = childPreload(stopWhileHeld);
  const child: ChildProcess = spawn(process.execPath, [join(PACKAGE, 'dist/main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, ...QUICK, ...env, ...preload },
      NODE_OPTIONS: [preload.NODE_OPTIONS, env.NODE_OPTIONS].join(' '),
    },
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const written: string[] = [];
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      written.push(line);
      if (JSON.parse(line).message === 'ready') resolve();
    });
    void closed.then(([code]) => reject(new Error(`pricing-worker exited with ${code}: ${written.join('\n')}`)));
  });
  return {
    pid: child.pid!,
    url: String(lines().find(({ message }) => message === 'listening for operators')?.url),
    lines,
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return (await closed)[0];
    },
    signal: (signal) => void child.kill(signal),
  };
};
