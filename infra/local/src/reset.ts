import { existsSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { OUTSIDE } from './account.ts';
import { ServiceProblem } from './problem.ts';
import { runningInstance } from './single-instance.ts';

/** Removes every order, key and log of this clone, and what was unpacked for it. */
export const reset = async (root: string, sure: boolean): Promise<string> => {
  const data = join(root, '.data');
  if (!existsSync(data)) return 'There is nothing to remove: .data does not exist.';
  const running = runningInstance(join(data, 'start.pid'));
  if (running !== null) throw new ServiceProblem(`npm start is running (process ${running}): stop it first.`);
  if (!sure && !(await confirmed(`Remove ${data} with all orders, keys and logs?`))) return 'Nothing was removed.';
  const postgres = join(data, 'postgres');
  const outside = linkTarget(postgres);
  if (outside?.startsWith(OUTSIDE)) rmSync(outside, { recursive: true });
  rmSync(data, { recursive: true });
  return `${data} is removed.`;
};

const linkTarget = (path: string): string | null => {
  try {
    return readlinkSync(path);
  } catch {
    // Not there or a folder of its own: nothing lies elsewhere.
    return null;
  }
};

const confirmed = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new ServiceProblem(`${question} There is no terminal to ask at: say --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(await terminal.question(`${question} [y/N] `));
  } finally {
    terminal.close();
  }
};
