import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endOrphans, markInstance } from './orphans.ts';
import { ServiceProblem } from './problem.ts';
import { claimInstance, releaseInstance, runningInstance } from './single-instance.ts';

/** Lies in the data while a restore is under way: what is half there must not be started. */
export const unfinishedRestore = (data: string): string => join(data, 'restore-unfinished');

/** What is written meanwhile is closed to all others of the machine. */
export const closedToOthers = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = process.umask(0o077);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
};

/**
 * Works on the data alone: while it does nobody else can, and what a killed one left behind is ended first.
 * @throws ServiceProblem while `npm start` or another command works on it
 */
export const withOwnData = <T>(data: string, report: (line: string) => void, work: () => Promise<T>): Promise<T> =>
  closedToOthers(() => alone(data, report, work));

const alone = async <T>(data: string, report: (line: string) => void, work: () => Promise<T>): Promise<T> => {
  mkdirSync(data, { recursive: true });
  // User postgres passes through to its own folder; what lies beside it is closed to others file by file.
  chmodSync(data, 0o711);
  const pidFile = join(data, 'start.pid');
  const other = runningInstance(pidFile);
  if (other !== null)
    throw new ServiceProblem(
      `npm start is already running here (process ${other}). Stop it with Ctrl-C, or with: kill ${other}`,
    );
  claimInstance(pidFile);
  try {
    markInstance(data);
    const orphans = await endOrphans(data);
    if (orphans > 0) report(`Ended ${orphans} processes that an earlier npm start left behind.`);
    return await work();
  } finally {
    releaseInstance(pidFile);
  }
};

/** @throws ServiceProblem */
export const refuseHalfRestored = (data: string): void => {
  if (existsSync(unfinishedRestore(data)))
    throw new ServiceProblem(
      `A restore into ${data} was interrupted, so only a part is there. Restore again (npm run restore), or remove everything (npm run reset).`,
    );
};
