import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  readonly pid: number;
  /** Of its port for operators: `/health/ready`, `/metrics`. */
  readonly url: string;
  /** Ends it without any warning. */
  kill(): Promise<void>;
  /** Ends it as told; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** Ends it by this signal; resolves to its exit code, null where the signal is the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  readiness(): Promise<{ status: string; checks: { name: string; ok: boolean; code?: string }[] }>;
  /** What it has written. */
  text(): string;
  lines(): readonly Record<string, unknown>[];
}

/** A command that may make no file larger: a full disk for those who may not mount one. */
export const limitedTo = (
  fileLimitKib: number | undefined,
  command: readonly string[],
): [program: string, args: string[]] => {
  const [program = '', ...args] =
    fileLimitKib === undefined
      ? command
      : ['bash', '-c', `trap '' XFSZ; ulimit -f ${fileLimitKib}; exec "$@"`, 'bash', ...command];
  return [program, args];
};

/** Starts a built process on a free port and waits until it says that it is ready. */
export const startProcess = async (
  main: string,
  env: NodeJS.ProcessEnv,
  fileLimitKib?: number,
): Promise<RunningProcess> => {
  const child: ChildProcess = spawn(...limitedTo(fileLimitKib, [process.execPath, main]), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, SHUTDOWN_WAIT_MS: '0', ADMIN_PORT: '0', ...env },
  });
  // Not `exit`, which may come before the last lines are read: they say why.
  const closed = once(child, 'close') as Promise<[number | null]>;
  const output = child.stdout;
  if (output === null) throw new Error('the process has no standard output');
  const written: string[] = [];
  const lines: Record<string, unknown>[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: output }).on('line', (text) => {
      written.push(text);
      const line = JSON.parse(text) as Record<string, unknown>;
      lines.push(line);
      if (line.message === 'ready') resolve();
    });
    void closed.then(([code]) => reject(new Error(`ended with ${code}: ${written.join('\n')}`)));
  });
  const url = String(lines.find(({ message }) => message === 'listening for operators')?.url);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await closed;
    return code;
  };
  return {
    pid: child.pid ?? 0,
    url,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    end,
    signal: (signal) => void child.kill(signal),
    readiness: async () => (await fetch(`${url}/health/ready`)).json() as ReturnType<RunningProcess['readiness']>,
    text: () => written.join('\n'),
    lines: () => lines,
  };
};
