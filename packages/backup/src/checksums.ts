import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ServiceProblem } from '@order-ledger/local/problem';
import type { Step } from './progress.ts';

/**
 * The list of all files of a backup, as `sha256sum` writes it, so that `sha256sum -c SHA256SUMS` reads it without us. It
 * is written last: a backup without it was broken off.
 */
const CHECKSUMS = 'SHA256SUMS';

export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
};

/** Bytes of all files below a folder; 0 where there is none. */
export const sizeOf = async (folder: string): Promise<number> => {
  if (!existsSync(folder)) return 0;
  const sizes = (await filesBelow(folder)).map(
    (file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

const sha256Of = async (file: string, step?: Step): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    step?.add(chunk.length);
  }
  return hash.digest('hex');
};

export const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
};

/** Reads every file again, from the disk as far as the system allows, and seals the backup. */
export const writeChecksums = async (folder: string, step: Step): Promise<void> => {
  const lines: string[] = [];
  for (const file of await filesBelow(folder)) {
    await flush(join(folder, file));
    lines.push(`${await sha256Of(join(folder, file), step)}  ${file}\n`);
  }
  const list = join(folder, CHECKSUMS);
  await writeFile(`${list}.new`, lines.join(''), { mode: 0o600 });
  await flush(`${list}.new`);
  await rename(`${list}.new`, list);
  await flush(folder);
};

const LINE = /^([0-9a-f]{64}) [ *](.+)$/;
/** Wrong files that are named; there may be thousands. */
const MOST_NAMED = 10;

/** @throws ServiceProblem that names the files that are missing, changed, or none of the backup's */
export const verifyChecksums = async (folder: string, step: Step): Promise<void> => {
  const list = join(folder, CHECKSUMS);
  if (!existsSync(list))
    throw new ServiceProblem(
      existsSync(folder)
        ? `${folder} holds no finished backup: it has no ${CHECKSUMS}, which is written last.`
        : `There is no ${folder}.`,
    );
  const expected = new Map<string, string>();
  for (const line of (await readFile(list, 'utf8')).split('\n')) {
    if (line === '') continue;
    const [, sum, file] = LINE.exec(line) ?? [];
    if (sum === undefined || file === undefined)
      throw new ServiceProblem(`${list} is damaged: "${line.slice(0, 80)}".`);
    expected.set(file, sum);
  }
  const wrong: string[] = [];
  const found = (await filesBelow(folder)).filter((file) => file !== CHECKSUMS);
  for (const file of found) {
    const sum = expected.get(file);
    if (sum === undefined) wrong.push(`${file} is none of the backup's`);
    else if ((await sha256Of(join(folder, file), step)) !== sum) wrong.push(`${file} is changed`);
    expected.delete(file);
  }
  wrong.push(...[...expected.keys()].map((file) => `${file} is missing`));
  if (wrong.length > 0)
    throw new ServiceProblem(
      [
        `The backup ${folder} is damaged; nothing was restored.`,
        ...wrong.slice(0, MOST_NAMED).map((line) => `  ${line}`),
        ...(wrong.length > MOST_NAMED ? [`  and ${wrong.length - MOST_NAMED} more`] : []),
      ].join('\n'),
    );
};
