import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The pid of the `npm start` that works on this data, or null. A file left behind by a killed one does not count. */
export const runningInstance = (pidFile: string): number | null => {
  if (!existsSync(pidFile)) return null;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
};

export const claimInstance = (pidFile: string): void => writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
export const releaseInstance = (pidFile: string): void => rmSync(pidFile, { force: true });
