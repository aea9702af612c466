import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface ProjectorProcess {
  readonly pid: number;
  get(path: string): Promise<{ status: number; body: Record<string, unknown>; text: string }>;
  /** Resolves with the exit code, null after SIGKILL. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built process on a free port and waits until it has begun. */
export const startProjectorProcess = async (environment: NodeJS.ProcessEnv): Promise<ProjectorProcess> => {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ADMIN_PORT: '0', SHUTDOWN_WAIT_MS: '0', ...environment },
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const output = child.stdout;
  if (output === null) throw new Error('the process has no standard output');
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    let listening = '';
    createInterface({ input: output }).on('line', (text) => {
      lines.push(text);
      const line = JSON.parse(text) as { message?: string; url?: string };
      if (line.message === 'listening for operators') listening = String(line.url);
      if (line.message === 'ready') resolve(listening);
    });
    child.once('exit', (code) => reject(new Error(`the projector ended with ${code}: ${lines.join('\n')}`)));
  });
  return {
    pid: child.pid ?? 0,
    get: async (path) => {
      const response = await fetch(`${url}${path}`);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, body: isJson ? JSON.parse(text) : {}, text };
    },
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
};
