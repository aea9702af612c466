import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * What tells a process from another one that has its number later: when it began, counted by this run of the system.
 * Null where there is no such process.
 */
const markOf = (pid: number): string | null => {
  try {
    // Behind the name, which may hold anything, `began` is the 20th field.
    const began = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
    return `${began}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return null;
  }
};

/**
 * The pid of the `npm start` that works on this data, or null. A file left behind by a killed one does not count, whoever
 * has its number now.
 */
export const runningInstance = (pidFile: string): number | null => {
  if (!existsSync(pidFile)) return null;
  const [pid = '', mark] = readFileSync(pidFile, 'utf8').trim().split('\n');
  return mark !== undefined && markOf(Number(pid)) === mark ? Number(pid) : null;
};

export const claimInstance = (pidFile: string): void =>
  writeFileSync(pidFile, `${process.pid}\n${markOf(process.pid)}\n`, { mode: 0o600 });
export const releaseInstance = (pidFile: string): void => rmSync(pidFile, { force: true });
