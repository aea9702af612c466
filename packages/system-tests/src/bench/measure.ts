import { readFileSync } from 'node:fs';

/** Kernel ticks of /proc are 10 ms on every Linux that Node runs on (USER_HZ). */
const TICK_MS = 10;

/** Processor time of a process so far, of all its threads, in ms. */
export const processorMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/** Resident memory of a process, in bytes. */
export const memoryOf = (pid: number): number => {
  const [, kB] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB) * 1024;
};

export const sortedUp = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
export const percentile = (numbers: readonly number[], p: number): number =>
  sortedUp(numbers)[Math.floor(((numbers.length - 1) * p) / 100)] ?? Number.NaN;
export const median = (numbers: readonly number[]): number => percentile(numbers, 50);
export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

export interface Turn {
  /** Work that was done. */
  readonly count: number;
  readonly seconds: number;
  /** Of each piece, ms. */
  readonly latencies: readonly number[];
  /** Processor time that each of the watched processes took meanwhile, ms. */
  readonly processor: Readonly<Record<string, number>>;
}

/**
 * Does one thing again and again, several at once, for a time; what is under way at its end is waited for and counted.
 *
 * @param pids processes whose time is taken, by name
 */
export const drive = async (
  piece: (worker: number) => Promise<unknown>,
  { inFlight, seconds, pids }: { inFlight: number; seconds: number; pids: Readonly<Record<string, number>> },
): Promise<Turn> => {
  const latencies: number[] = [];
  const before = Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)] as const);
  const began = performance.now();
  const worker = async (number: number): Promise<void> => {
    while (performance.now() - began < seconds * 1_000) {
      const from = performance.now();
      await piece(number);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, number) => worker(number)));
  return {
    count: latencies.length,
    seconds: (performance.now() - began) / 1_000,
    latencies,
    processor: Object.fromEntries(before.map(([name, ms]) => [name, processorMs(pids[name] ?? 0) - ms])),
  };
};

export const rateOf = ({ count, seconds }: Turn): number => count / seconds;
export const costOf = ({ count, processor }: Turn, name: string): number => (processor[name] ?? 0) / count;
