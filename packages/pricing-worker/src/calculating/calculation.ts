import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, readFile, writeFile } from 'node:fs/promises';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import { programOf } from '@order-ledger/platform/own-program';
import type { Progress } from '../jobs/lease.ts';
import type { CalculationMessage, CalculationOrder } from './calculation-message.ts';
import type { MeasureResult } from './result.ts';

// Built, also where this file is not: a process is started from JavaScript.
const CHILD = programOf('pricing-worker', { file: 'calculating/calculation-child' });

const LOOK_AT_MEMORY_MS = 100;
/** The first that the kernel ends when memory is short. */
const OOM_SCORE = '1000';
const PAGE_BYTES = 4_096;

interface CalculationOptions extends Omit<CalculationOrder, 'parent'> {
  /** Given over: it is closed at the end. */
  model: FileHandle;
  memoryMb: number;
  limitMs: number;
  log: Log;
  onProgress: (progress: Progress) => void;
  /** Ends the calculation at once. */
  signal: AbortSignal;
}

type Calculated =
  | { outcome: 'measured'; result: MeasureResult }
  /** It ended by itself, by somebody else or for its memory. */
  | { outcome: 'died'; cause: 'memory' | 'killed' | 'failed'; detail: string }
  | { outcome: 'over-limit' }
  /** The signal came, or somebody told all processes here to end. */
  | { outcome: 'stopped' };

/** What a service manager or a terminal sends to the worker and its children alike: no death of the calculation itself. */
const TOLD_TO_END: ReadonlySet<NodeJS.Signals | null> = new Set<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Measures a model in a process of its own, which knows none of our secrets. */
export const calculate = async (options: CalculationOptions): Promise<Calculated> => {
  const { model, memoryMb, limitMs, log, onProgress, signal, unit, orientation, process: profile } = options;
  const order: CalculationOrder = { unit, orientation, process: profile, parent: process.pid };
  const child = fork(CHILD, [JSON.stringify(order)], {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', model.fd],
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  // A process that could not be started says so before anybody waits for its end.
  ended.catch(() => undefined);
  await model.close();
  await giveUpFirst(child, log);
  log.info('calculation begins', { pid: child.pid });

  let last: CalculationMessage | undefined;
  child.on('message', (message) => {
    last = message as CalculationMessage;
    if (last.kind === 'progress') onProgress({ phase: last.phase, percent: last.percent });
  });
  let ending: 'memory' | 'over-limit' | 'stopped' | undefined;
  const end = (why: typeof ending) => {
    ending ??= why;
    child.kill('SIGKILL');
  };
  const stop = () => end('stopped');
  const leave = onAbort(signal, stop);
  const limit = setTimeout(() => end('over-limit'), limitMs);
  const watch = setInterval(() => {
    void residentBytes(child).then((bytes) => bytes > memoryMb * 1_048_576 && end('memory'));
  }, LOOK_AT_MEMORY_MS);
  try {
    const [code, killedBy] = await ended;
    if (last?.kind === 'measured') return { outcome: 'measured', result: last.result };
    if (ending === 'stopped' || ending === 'over-limit') return { outcome: ending };
    if (ending === 'memory') return { outcome: 'died', cause: 'memory', detail: `it took more than ${memoryMb} MB` };
    if (TOLD_TO_END.has(killedBy)) return { outcome: 'stopped' };
    if (last?.kind === 'failed') return { outcome: 'died', cause: 'failed', detail: `it failed with ${last.reason}` };
    const detail = killedBy === null ? `it ended with exit code ${code}` : `it was ended by ${killedBy}`;
    return { outcome: 'died', cause: killedBy === null ? 'failed' : 'killed', detail };
  } finally {
    clearTimeout(limit);
    clearInterval(watch);
    leave();
  }
};

/** A child that has ended already needs it no more; elsewhere than on Linux there is no such file. */
const giveUpFirst = async ({ pid }: ChildProcess, log: Log): Promise<void> => {
  try {
    await writeFile(`/proc/${pid}/oom_score_adj`, OOM_SCORE);
  } catch (error) {
    log.debug('could not set which process the kernel kills first when memory runs out', { pid, error });
  }
};

/** 0 where it cannot be told: the process has ended, or this is not Linux and the limit of V8's heap is all there is. */
const residentBytes = async ({ pid }: ChildProcess): Promise<number> => {
  try {
    const [, resident = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0;
  }
};
