import { statfsSync } from 'node:fs';
import { ServiceProblem } from './problem.ts';

/**
 * An empty system takes about 100 MB (PostgreSQL's cluster and its write-ahead log, mostly); below three times that a
 * first day of orders could end with a full disk. RabbitMQ stops taking messages at 100 MB.
 */
const NEEDED_BYTES = 300_000_000;

/** @throws ServiceProblem that says how much there is and how much is needed */
export const requireDiskSpace = (folder: string, neededBytes: number = NEEDED_BYTES): void => {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  throw new ServiceProblem(
    `The disk of ${folder} has ${Math.round(free / 1e6)} MB left; order-ledger needs ${Math.round(neededBytes / 1e6)} MB. ` +
      'Free some space, or clone it to a larger disk.',
  );
};
