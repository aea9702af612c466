import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { flush } from './checksums.ts';
import type { Step } from './progress.ts';

/**
 * In this order: a file that is sealed while it is copied is found in its new place afterwards. Rows know more files
 * than are here only where an upload has expired meanwhile.
 */
const FOLDERS = ['incoming', 'models'];

interface CopiedFiles {
  files: number;
  bytes: number;
}

/** Copies the files of uploads; those in `models` are named by their hash and never change. */
export const copyUploads = async (from: string, to: string, step: Step): Promise<CopiedFiles> => {
  const copied = { files: 0, bytes: 0 };
  for (const folder of FOLDERS) {
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
    if (!existsSync(join(from, folder))) continue;
    for (const name of await readdir(join(from, folder))) {
      const target = join(to, folder, name);
      const found = await copyFile(join(from, folder, name), target, constants.COPYFILE_FICLONE).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      );
      if (!found) continue;
      await flush(target);
      const { size } = await stat(target);
      copied.files += 1;
      copied.bytes += size;
      step.add(size);
    }
    await flush(join(to, folder));
  }
  return copied;
};

/** Uploads whose row says that a model lies there, and whose file does not. */
export const missingFiles = async (client: pg.Client, folder: string): Promise<string[]> => {
  const { rows } = await client.query<{ upload_id: string; sha256: string }>(
    "select upload_id, sha256 from upload.upload where state = 'VALID'",
  );
  return rows.filter(({ sha256 }) => !existsSync(join(folder, 'models', sha256))).map(({ upload_id }) => upload_id);
};
