import { join, resolve } from 'node:path';
import { verifyChecksums } from './checksums.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type Report, step } from './progress.ts';

/** Reads every file of a backup. @throws ServiceProblem where one is missing, changed or too many */
export const verifyBackup = async (from: string, report: Report): Promise<Manifest> => {
  const folder = resolve(from);
  await step(report, 'Verified', (counted) => verifyChecksums(folder, counted));
  return readManifest(join(folder));
};
