import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { ServiceProblem } from '../problem.ts';

/** What a command that changes keys has to work with. */
export interface KeyCommand {
  /** The folder `.data`. */
  data: string;
  report: (line: string) => void;
  /** Keeps in the database who does what to which key, before it is done. */
  record(action: string, keyId: string): Promise<void>;
}

export interface Database {
  /** Of the workspace. */
  root: string;
  /** Address of the database, for an account that may write the schema of command-api. */
  postgres: string;
  freeTextKeyFile: string;
}

/** Who is at the terminal: of a person who became root, who it was. */
const whoAsks = (): string => `${process.env.SUDO_USER ?? userInfo().username}@${hostname()}`;

/**
 * Runs command-api's own program for keys, which owns the tables; what it says of its progress is passed on as it comes.
 * @returns what it printed
 * @throws ServiceProblem with what it said last
 */
export const keyProgram = async (
  { root, postgres, freeTextKeyFile }: Database,
  args: readonly string[],
  report: (line: string) => void,
): Promise<string> => {
  const child = spawn(process.execPath, [join(root, 'packages/command-api/dist/keys-program.js'), ...args], {
    env: {
      ...process.env,
      DATABASE_URL: postgres,
      FREE_TEXT_KEY_FILE: freeTextKeyFile,
      KEYS_CHANGED_BY: whoAsks(),
    },
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
  if (code !== 0) throw new ServiceProblem(`${last}${rest}` || `The program for keys ended (${code ?? 'killed'}).`);
  for (const line of [last, rest]) if (line !== '') report(line);
  return printed;
};

export const recordBy =
  (database: Database): KeyCommand['record'] =>
  async (action, keyId) =>
    void (await keyProgram(database, ['record', action, keyId], () => undefined));
