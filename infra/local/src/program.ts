import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import { ServiceProblem } from './problem.ts';

/** Who is at the terminal: of a person who became root, who it was. */
export const whoAsks = (): string => `${process.env.SUDO_USER ?? userInfo().username}@${hostname()}`;

interface ProgramOptions {
  /** Compiled; of the process that owns the tables. */
  file: string;
  args: readonly string[];
  /** Beside our own environment. */
  env: Readonly<Record<string, string>>;
  report: (line: string) => void;
}

/**
 * Runs a program of one of our processes; what it says of its progress is passed on as it comes.
 * @returns what it printed
 * @throws ServiceProblem with what it said last
 */
export const runProgram = async ({ file, args, env, report }: ProgramOptions): Promise<string> => {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, rest, last] = ['', '', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (last !== '') report(last);
      last = line;
    }
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new ServiceProblem(`${last}${rest}` || `${basename(file)} ended (${code ?? 'killed'}).`);
  for (const line of [last, rest]) if (line !== '') report(line);
  return printed;
};
