import { Worker } from 'node:worker_threads';
import type { LogEntry } from '@order-ledger/diagnosis/incident/incident';
import { programOf } from '@order-ledger/platform/own-program';
import { type Answer, isKnown, within } from '@order-ledger/platform/within';

export interface FilesAsked {
  readonly orderId: string;
  readonly logFolder: string | undefined;
  readonly spanFolder: string | undefined;
}

export interface FilesTold {
  readonly logs: Answer<readonly LogEntry[]>;
  readonly spans: Answer<readonly object[]>;
}

const THREAD = programOf('query-api', { file: 'stuck/incident-files' });
/** Of the thread: for all lines and spans that are found, and the largest file unpacked. */
const MEMORY_MB = 512;
const LIMIT_MS = 60_000;

const readOnce = async (asked: FilesAsked): Promise<FilesTold> => {
  const thread = new Worker(THREAD, { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  const answer = await within(
    new Promise<FilesTold>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread that reads the files has ended')));
    }),
    LIMIT_MS,
  );
  void thread.terminate();
  return isKnown(answer) ? answer.is : { logs: answer, spans: answer };
};

/** What logs and spans hold of an order. One order at a time: the others are told to ask again. */
export const createFileReading = (): ((asked: FilesAsked) => Promise<FilesTold>) => {
  let busy = false;
  return async (asked) => {
    const late = { unknown: "another order's logs and spans are being read: ask again" };
    if (busy) return { logs: late, spans: late };
    busy = true;
    try {
      return await readOnce(asked);
    } finally {
      busy = false;
    }
  };
};
