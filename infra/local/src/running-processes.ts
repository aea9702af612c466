import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that an `npm start` of this data runs, and where it answers operators. */
export interface RunningProcess {
  readonly name: string;
  readonly adminPort: number;
  /** Null: not started yet. */
  readonly pid: number | null;
}

const processesFile = (data: string): string => join(data, 'processes.json');

/** Null where none runs. */
export const runningProcesses = (data: string): readonly RunningProcess[] | null =>
  existsSync(processesFile(data)) ? JSON.parse(readFileSync(processesFile(data), 'utf8')) : null;

interface ProcessesNote {
  started(name: string, pid: number): void;
  remove(): void;
}

/** Writes down for others who look which processes run, and under which pid as each is started again. */
export const noteProcesses = (data: string, processes: readonly Omit<RunningProcess, 'pid'>[]): ProcessesNote => {
  const file = processesFile(data);
  mkdirSync(data, { recursive: true });
  let known: readonly RunningProcess[] = processes.map(({ name, adminPort }) => ({ name, adminPort, pid: null }));
  // Whoever reads meanwhile finds a whole file.
  const write = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(known, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    started: (name, pid) => {
      known = known.map((one) => (one.name === name ? { ...one, pid } : one));
      write();
    },
    remove: () => rmSync(file, { force: true }),
  };
};

/** Whether a signal holds the process: it keeps its connections and answers nobody until SIGCONT. */
export const isHeld = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('T') === true;
  } catch {
    // It has ended meanwhile.
    return false;
  }
};

/** What a person may do about a process that a signal holds; null: none does. */
export const heldAdvice = (pid: number): string | null =>
  isHeld(pid) ? `it is stopped by a signal: kill -CONT ${pid} resumes it` : null;

/** What a person may do about a process that listens and does not answer in time. */
export const adviceFor = (pid: number): string =>
  heldAdvice(pid) ?? `npm start restarts it if it goes on; kill -KILL ${pid} does so at once`;
