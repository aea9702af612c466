import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@order-ledger/local/ports';

export interface OwnRedis {
  readonly url: string;
  /** Ends it without any warning; it keeps nothing. */
  kill(): Promise<void>;
  /** Again, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of a test's own, so that it can be ended. */
export const startOwnRedis = async (): Promise<OwnRedis> => {
  // Not one that an outgoing connection may be given while nobody listens on it, between the end and the next start.
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'redis-test-'));
  const launch = async (): Promise<ChildProcess> => {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('eady to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code} before it was ready`)));
    });
    return child;
  };
  let child = await launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    start: async () => {
      child = await launch();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
