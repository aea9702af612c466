import { resolve } from 'node:path';
import { programOf } from '@order-ledger/platform/own-program';
import { ServiceProblem } from './problem.ts';
import { runProgram, whoAsks } from './program.ts';

/** What `npm run tariff` knows, and the names that each needs; `optional` may be left out. */
const COMMANDS: Readonly<Record<string, { needs: readonly string[]; optional?: 1 }>> = {
  list: { needs: [] },
  show: { needs: ['a VERSION, or none for the one in force'], optional: 1 },
  add: { needs: ['the FILE of a tariff: npm run -s tariff -- show > tariff.json makes one to change'] },
  activate: { needs: ['the VERSION: npm run tariff -- list'] },
  diff: { needs: ['two VERSIONS: npm run tariff -- list', 'the second VERSION: npm run tariff -- list'] },
  log: { needs: [] },
};

/** @throws ServiceProblem that says what there is */
export const tariffCommandOf = (words: readonly string[]): string[] => {
  const [command = '', ...names] = words;
  const known = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (known === undefined)
    throw new ServiceProblem(
      `npm run tariff knows ${Object.keys(COMMANDS).join(', ')}; not "${words.join(' ')}". npm run tariff -- --help`,
    );
  const { needs, optional = 0 } = known;
  const missing = needs[names.length];
  if (missing !== undefined && names.length < needs.length - optional)
    throw new ServiceProblem(`${command}: name ${missing}`);
  if (names.length > needs.length)
    throw new ServiceProblem(`${command} takes nothing more than that: "${names.slice(needs.length).join(' ')}"`);
  return command === 'add' ? [command, resolve(process.env.INIT_CWD ?? '', names[0] ?? '')] : [command, ...names];
};

interface TariffOptions {
  /** Of the workspace. */
  root: string;
  /** Address of the database, for an account that may write the schema of pricing-worker. */
  postgres: string;
  report: (line: string) => void;
  print: (text: string) => void;
}

/** Runs pricing-worker's own program for tariffs, which owns the tables. */
export const runTariff = async (
  { root, postgres, report, print }: TariffOptions,
  words: readonly string[],
): Promise<void> =>
  print(
    await runProgram({
      file: programOf('pricing-worker', { file: 'tariffs/program', root }),
      args: tariffCommandOf(words),
      env: { DATABASE_URL: postgres, TARIFF_CHANGED_BY: whoAsks() },
      report,
    }),
  );
