import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { requireDiskSpace } from '@order-ledger/local/disk-space';
import { closedToOthers } from '@order-ledger/local/own-data';
import { ServiceProblem } from '@order-ledger/local/problem';
import { filesBelow, flush, sizeOf, writeChecksums } from './checksums.ts';
import { postgresTool } from './commands.ts';
import { copyLedger } from './event-store.ts';
import { copyKeys } from './keys.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { dumpPostgres } from './postgres.ts';
import { type Report, step } from './progress.ts';
import type { Source } from './servers.ts';
import { copyUploads } from './uploads.ts';

/** Names in a backup. */
export const POSTGRES_DUMP = 'postgres.dump';
export const UPLOADS = 'uploads';
export const LEDGER = 'ledger';

/** Beside the backup, until somebody takes it elsewhere. */
export const keysBeside = (folder: string): string => `${resolve(folder)}.keys`;

const newFolder = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new ServiceProblem(`${folder} is not empty: name a new folder for the backup.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};

const versionOf = (root: string): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/**
 * Copies a running system. PostgreSQL comes before the ledger: the ledger is then newer, and the tables only have to
 * catch up. The files of uploads come between the two: every row finds its file and every event its row, except for
 * what was written meanwhile. The keys go to a folder of their own.
 */
export const backup = (source: Source, to: string, keysFolder: string, report: Report): Promise<Manifest> =>
  closedToOthers(() => copy(source, to, keysFolder, report));

const copy = async (source: Source, to: string, keysFolder: string, report: Report): Promise<Manifest> => {
  const folder = resolve(to);
  const keys = resolve(keysFolder);
  if (`${keys}${sep}`.startsWith(`${folder}${sep}`))
    throw new ServiceProblem(`The keys must lie apart from the backup, and ${keys} is in it.`);
  newFolder(folder);
  newFolder(keys);
  const ledgerBytes = source.eventFolder === null ? 0 : await sizeOf(source.eventFolder);
  requireDiskSpace(folder, ledgerBytes + (await sizeOf(source.uploads)));
  const began = Date.now();
  copyKeys(source.keys, keys);
  const tool = postgresTool(source.unpacked, report);
  const postgres = await step(report, 'PostgreSQL', (counted) =>
    dumpPostgres(source.postgres, join(folder, POSTGRES_DUMP), tool, counted),
  );
  const free_text_key = copyKeys(source.keys, keys);
  const uploads = await step(report, 'Uploads', (counted) =>
    copyUploads(source.uploads, join(folder, UPLOADS), counted),
  );
  mkdirSync(join(folder, LEDGER), { mode: 0o700 });
  const ledger = await step(report, 'Ledger', (counted) =>
    copyLedger(source.root, { folder: source.eventFolder, address: source.eventStore }, join(folder, LEDGER), counted),
  );
  const manifest: Omit<Manifest, 'format'> = {
    version: versionOf(source.root),
    began_at: new Date(began).toISOString(),
    finished_at: new Date().toISOString(),
    postgres,
    ledger,
    uploads,
    free_text_key,
  };
  await writeManifest(folder, manifest);
  await step(report, 'Checksums', (counted) => writeChecksums(folder, counted));
  for (const file of await filesBelow(keys)) await flush(join(keys, file));
  return { format: 1, ...manifest };
};
