import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from '@jest/globals';
import { limitedTo } from '@order-ledger/testing/processes/child';
import { EVENT_STORE_PROGRAM } from '@order-ledger/testing/services/event-store';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly port: number;
  readonly httpPort: number;
  readonly url: string;
  readonly ready: Readonly<Record<string, unknown>>;
  /** Lines logged so far. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
});

/** A directory of its own, which is gone after the test file. */
export const freshDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-eventstore-'));
  directories.push(directory);
  return directory;
};

/** Starts the built server on a free port and waits for its ready line. */
export const startServerProcess = async (
  directory: string,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
  fileLimitKib?: number,
): Promise<ServerProcess> => {
  const command = [process.execPath, EVENT_STORE_PROGRAM, '--data', directory, '--port', '0', ...args];
  const child = spawn(...limitedTo(fileLimitKib, command), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  // Not `exit`, which may come before the last lines are read: they say why.
  const exited = once(child, 'close') as Promise<[number | null]>;
  const lines: Record<string, unknown>[] = [];
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const parsed = JSON.parse(line) as Record<string, unknown>;
      lines.push(parsed);
      if (parsed.message === 'ready') resolve(parsed);
    });
    void exited.then(([code]) => reject(new Error(`the server exited with ${code}: ${JSON.stringify(lines)}`)));
  });
  const port = Number(ready.port);
  return {
    process: child,
    port,
    httpPort: Number(ready.http_port),
    url: `esdb://127.0.0.1:${port}?tls=false`,
    ready,
    lines,
    async kill(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
};
