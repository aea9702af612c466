import { type ReadStream, statfsSync } from 'node:fs';
import { access, chmod, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';

/** Codes of a disk, a quota or a file-size limit that is used up. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export const errorCode = (error: unknown): string | undefined =>
  isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const isOutOfSpace = (error: unknown): boolean => NO_SPACE.has(errorCode(error) ?? '');

/**
 * The bytes of uploads: `incoming/<upload_id>` while they are received and inspected, `models/<sha256>` once sealed.
 * Both lie on one file system, so that sealing is a rename.
 */
export interface UploadFolder {
  /** Where arriving bytes go. */
  readonly incoming: string;
  /** Rejects when this process cannot write here. */
  check(): Promise<void>;
  /** Bytes that a process without privileges may still write. */
  freeBytes(): number;
  incomingPath(uploadId: string): string;
  /** Null: no such file. */
  incomingBytes(uploadId: string): Promise<number | null>;
  /** Ids of all files that have come in, with the time of their last change. */
  incomingFiles(): Promise<{ uploadId: string; changedAt: Date }[]>;
  /** Makes what has come in safe against a power cut. */
  flush(uploadId: string): Promise<void>;
  discard(uploadId: string): Promise<void>;
  /** Moves a file to its sealed place; the content is the name, so one that lies there already is the same. */
  seal(uploadId: string, sha256: string): Promise<void>;
  modelPath(sha256: string): string;
  /** For an upload whose file a crash left sealed: makes its place safe. False: it is not there. */
  isSealed(sha256: string): Promise<boolean>;
  /** Null: no such model. */
  openModel(sha256: string): Promise<{ bytes: number; stream: ReadStream } | null>;
}

const flushPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Runs `look` and gives null for a file that is not there. */
const ifThere = async <T>(look: () => Promise<T>): Promise<T | null> => {
  try {
    return await look();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
};

export const openUploadFolder = async (path: string): Promise<UploadFolder> => {
  const incoming = join(path, 'incoming');
  const models = join(path, 'models');
  for (const folder of [incoming, models]) await mkdir(folder, { recursive: true, mode: 0o700 });
  await flushPath(path);

  const incomingPath = (uploadId: string): string => join(incoming, uploadId);
  const modelPath = (sha256: string): string => join(models, sha256);
  return {
    incoming,
    incomingPath,
    modelPath,
    check: async () => {
      for (const folder of [incoming, models]) await access(folder, constants.W_OK);
    },
    freeBytes: () => {
      const { bavail, bsize } = statfsSync(path);
      return bavail * bsize;
    },
    incomingBytes: async (uploadId) => (await ifThere(() => stat(incomingPath(uploadId))))?.size ?? null,
    incomingFiles: async () => {
      const names = await readdir(incoming);
      const files = names.map(async (uploadId) => {
        const file = await ifThere(() => stat(incomingPath(uploadId)));
        return file === null ? [] : [{ uploadId, changedAt: file.mtime }];
      });
      return (await Promise.all(files)).flat();
    },
    flush: async (uploadId) => {
      await flushPath(incomingPath(uploadId));
      await flushPath(incoming);
    },
    discard: (uploadId) => rm(incomingPath(uploadId), { force: true }),
    seal: async (uploadId, sha256) => {
      await chmod(incomingPath(uploadId), 0o400);
      await flushPath(incomingPath(uploadId));
      await rename(incomingPath(uploadId), modelPath(sha256));
      await flushPath(models);
      await flushPath(incoming);
    },
    isSealed: async (sha256) => {
      if ((await ifThere(() => stat(modelPath(sha256)))) === null) return false;
      await flushPath(models);
      return true;
    },
    openModel: async (sha256) => {
      const handle = await ifThere(() => open(modelPath(sha256), 'r'));
      if (handle === null) return null;
      const { size } = await handle.stat();
      return { bytes: size, stream: handle.createReadStream() };
    },
  };
};
