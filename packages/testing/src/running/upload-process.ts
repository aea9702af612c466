import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { issuer } from '../tokens.ts';

const PACKAGE = fileURLToPath(new URL('../../../upload-api', import.meta.url));

let built: Promise<unknown> | undefined;

/** Node 20 reads no TypeScript, and the inspection is a process of its own: the tests run what is built. */
export const buildUploadApi = async (): Promise<void> => {
  built ??= promisify(execFile)('npx', ['tsc', '-b', PACKAGE]);
  await built;
};

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'upload-api-'));
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

export interface UploadProcess {
  url: string;
  /** Of its port for operators. */
  adminUrl: string;
  /** What it has logged. */
  text(): string;
  lines(): Record<string, unknown>[];
  /** SIGTERM and the exit code, or another signal. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartOptions {
  database: string;
  folder: string;
  jwks: string;
  env?: Record<string, string>;
  /** No file may become larger; a full disk for those who may not mount one. */
  fileLimitKib?: number;
}

export const startUploadProcess = async (options: StartOptions): Promise<UploadProcess> => {
  const { database, folder, jwks, env = {}, fileLimitKib } = options;
  const command = [process.execPath, join(PACKAGE, 'dist/main.js')];
  const [program = '', ...args] =
    fileLimitKib === undefined
      ? command
      : ['bash', '-c', `trap '' XFSZ; ulimit -f ${fileLimitKib}; exec "$@"`, 'bash', ...command];
  const child: ChildProcess = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      ADMIN_PORT: '0',
      DATABASE_URL: database,
      UPLOAD_FOLDER: folder,
      JWKS: jwks,
      JWT_ISSUER: issuer,
      SHUTDOWN_WAIT_MS: '0',
      SWEEP_S: '0.2',
      QUICK_ANSWER_MS: '20000',
      ...env,
    },
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const written: string[] = [];
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      written.push(line);
      if (lines().at(-1)?.message === 'ready') resolve();
    });
    void closed.then(([code]) => reject(new Error(`upload-api exited with ${code}: ${written.join('\n')}`)));
  });
  const urlOf = (said: string) => String(lines().find(({ message }) => message === said)?.url);
  return {
    url: urlOf('listening'),
    adminUrl: urlOf('listening for operators'),
    text: () => written.join('\n'),
    lines,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return (await closed)[0];
    },
  };
};
