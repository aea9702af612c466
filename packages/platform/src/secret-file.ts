import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

const flush = (path: string): void => {
  const opened = openSync(path, 'r');
  fsyncSync(opened);
  closeSync(opened);
};

/**
 * Whole or not at all, and on the disk when it returns: what depends on it comes afterwards. Readable for whom the one
 * before was, for its owner alone where there was none.
 */
export const writeSecret = (file: string, content: string | Uint8Array): void => {
  const next = `${file}.new`;
  writeFileSync(next, content, { mode: 0o600 });
  if (existsSync(file)) {
    const { mode, uid, gid } = statSync(file);
    if (process.getuid?.() === 0) chownSync(next, uid, gid);
    chmodSync(next, mode);
  }
  flush(next);
  renameSync(next, file);
  flush(dirname(file));
};

export const writeSecretJson = (file: string, value: unknown): void =>
  writeSecret(file, `${JSON.stringify(value, null, 2)}\n`);
