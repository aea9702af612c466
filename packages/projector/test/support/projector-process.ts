import { programOf } from '@order-ledger/platform/own-program';
import { startProcess } from '@order-ledger/testing/processes/child';

const MAIN = programOf('projector');

export interface ProjectorProcess {
  readonly pid: number;
  get(path: string): Promise<{ status: number; body: Record<string, unknown>; text: string }>;
  /** Resolves with the exit code, null after SIGKILL. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built process on a free port and waits until it has begun. */
export const startProjectorProcess = async (environment: NodeJS.ProcessEnv): Promise<ProjectorProcess> => {
  const { pid, url, end } = await startProcess(MAIN, environment);
  return {
    pid,
    get: async (path) => {
      const response = await fetch(`${url}${path}`);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, body: isJson ? JSON.parse(text) : {}, text };
    },
    kill: end,
  };
};
