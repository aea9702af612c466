import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '@order-ledger/platform/own-program';
import { startProcess } from '../processes/child.ts';
import { issuer } from '../tokens.ts';

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'upload-api-'));
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

export interface UploadProcess {
  url: string;
  /** Of its port for operators. */
  adminUrl: string;
  /** What it has logged. */
  text(): string;
  lines(): readonly Record<string, unknown>[];
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

/** Node 20 reads no TypeScript, and the inspection is a process of its own: what is built runs. */
export const startUploadProcess = async (options: StartOptions): Promise<UploadProcess> => {
  const { database, folder, jwks, env = {}, fileLimitKib } = options;
  const settings = {
    PORT: '0',
    DATABASE_URL: database,
    UPLOAD_FOLDER: folder,
    JWKS: jwks,
    JWT_ISSUER: issuer,
    SWEEP_S: '0.2',
    QUICK_ANSWER_MS: '20000',
    ...env,
  };
  const running = await startProcess(programOf('upload-api'), settings, fileLimitKib);
  const { lines, text } = running;
  return {
    url: String(lines().find(({ message }) => message === 'listening')?.url),
    adminUrl: running.url,
    text,
    lines,
    end: (signal = 'SIGTERM') => running.end(signal),
  };
};
