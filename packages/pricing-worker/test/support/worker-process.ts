import { programOf } from '@order-ledger/platform/own-program';
import { type RunningProcess, startProcess } from '@order-ledger/testing/processes/child';
import { childPreload } from '@order-ledger/testing/processes/child-preload';

const MAIN = programOf('pricing-worker');

export interface WorkerProcess extends Omit<RunningProcess, 'end'> {
  /** Sends the signal; for one that ends it, resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Short times, so that a test sees in seconds what takes a minute in earnest. */
const QUICK = {
  LEASE_MS: '1500',
  HEARTBEAT_MS: '300',
  RECONCILE_MS: '500',
  OVERLOOKED_AFTER_MS: '700',
  INFRA_RETRY_MS: '50',
};

/** The process as it runs in earnest, built beforehand; its calculations stop before their first step while the file is there. */
export const startWorkerProcess = async (holdFile: string, env: Record<string, string>): Promise<WorkerProcess> => {
  const stopWhileHeld = new URL('stop-while-held.mjs', import.meta.url);
  stopWhileHeld.searchParams.set('held', holdFile);
  const preload = childPreload(stopWhileHeld);
  const running = await startProcess(MAIN, {
    ...{ ...QUICK, ...env, ...preload },
    NODE_OPTIONS: [preload.NODE_OPTIONS, env.NODE_OPTIONS].join(' '),
  });
  return { ...running, end: (signal = 'SIGTERM') => running.end(signal) };
};
