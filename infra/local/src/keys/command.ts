import { programOf } from '@order-ledger/platform/own-program';
import { runProgram, whoAsks } from '../program.ts';

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

/** Runs command-api's own program for keys, which owns the tables. @returns what it printed */
export const keyProgram = (
  { root, postgres, freeTextKeyFile }: Database,
  args: readonly string[],
  report: (line: string) => void,
): Promise<string> =>
  runProgram({
    file: programOf('command-api', { file: 'keys-program', root }),
    args,
    env: { DATABASE_URL: postgres, FREE_TEXT_KEY_FILE: freeTextKeyFile, KEYS_CHANGED_BY: whoAsks() },
    report,
  });

export const recordBy =
  (database: Database): KeyCommand['record'] =>
  async (action, keyId) =>
    void (await keyProgram(database, ['record', action, keyId], () => undefined));
