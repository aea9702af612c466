import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Every process that is started for a data folder carries its path in this variable. */
const MARK = 'ORDER_LEDGER_INSTANCE';

/** Marks this process and all that it starts. */
export const markInstance = (folder: string): void => {
  process.env[MARK] = folder;
};

/** For the children of a command that works beside an `npm start`, under a folder of its own. */
export const markOf = (folder: string): Record<string, string> => ({ [MARK]: folder });

/** For a child with an environment of its own. */
export const instanceMark = (): Record<string, string> => {
  const folder = process.env[MARK];
  return folder === undefined ? {} : { [MARK]: folder };
};

/** For a child that writes its title over its environment: the mark lies in the folder that it works in. */
export const markFolder = (workingFolder: string): void =>
  writeFileSync(join(workingFolder, MARK), process.env[MARK] ?? '', { mode: 0o600 });

const belongsTo = (folder: string, pid: string): boolean => {
  try {
    if (readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARK}=${folder}`)) return true;
    return readFileSync(`/proc/${pid}/cwd/${MARK}`, 'utf8') === folder;
  } catch {
    // It ended meanwhile, or belongs to somebody else: none of ours.
    return false;
  }
};

const marked = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => belongsTo(folder, pid))
    .map(Number);

const send = (pids: readonly number[], signal: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
};

/** How long an orphan may take for an orderly end, milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Ends what an earlier `npm start` of this folder left behind when it was killed itself, since two PostgreSQL on one data
 * folder would be the end of it; or what the tests of a run left behind. SIGINT, because to PostgreSQL SIGTERM means to
 * wait for its clients.
 *
 * @returns how many there were
 */
export const endOrphans = async (folder: string): Promise<number> => {
  const found = marked(folder);
  send(found, 'SIGINT');
  send(found, 'SIGTERM');
  const deadline = performance.now() + PATIENCE_MS;
  let left = found;
  while (left.length > 0 && performance.now() < deadline) {
    await sleep(100);
    left = marked(folder);
  }
  send(left, 'SIGKILL');
  return found.length;
};
