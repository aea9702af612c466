import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programOf } from '@order-ledger/platform/own-program';
import { ServiceProblem } from './problem.ts';

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ATTEMPT = /^[1-9]\d{0,8}$/;

interface RepriceOptions {
  /** Of the workspace. */
  root: string;
  /** Addresses of the servers, and the folder of uploads. */
  postgres: string;
  eventStore: string;
  uploads: string;
}

/** @throws ServiceProblem that says what is missing */
export const repriceCommandOf = (words: readonly string[], attempt: string | undefined): string[] => {
  const [order, ...others] = words;
  if (order === undefined || others.length > 0) throw new ServiceProblem('Name one order by its id.');
  if (!ID.test(order)) throw new ServiceProblem(`"${order}" is no order's id.`);
  if (attempt === undefined) return ['show', order.toLowerCase()];
  if (!ATTEMPT.test(attempt)) throw new ServiceProblem(`"${attempt}" is no attempt: a number from 1.`);
  return ['show', order.toLowerCase(), attempt];
};

/** Runs pricing-worker's own program, which prints what it finds; its exit code is ours. */
export const runReprice = async (
  { root, postgres, eventStore, uploads }: RepriceOptions,
  args: readonly string[],
): Promise<number> => {
  const file = programOf('pricing-worker', { file: 'repricing/program', root });
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, DATABASE_URL: postgres, EVENTSTORE_URL: eventStore, UPLOAD_FOLDER: uploads },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
};
