import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ServiceProblem } from '@order-ledger/local/problem';
import { createLog } from '@order-ledger/platform/log';
import { screenOf } from './screen.ts';
import { readStatus, type Status } from './status.ts';
import { namedProcess, type Subject, subjectOf } from './subject.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  process: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Exit codes. */
const WELL = 0;
const TO_LOOK_AT = 1;
const USAGE = 2;
const WATCH_MS = 5_000;

const NOTHING = 'Nothing runs here: npm start';

/** Nobody said where to look, and nobody is there. */
const isNothing = ({ started, isNamed }: Subject, { processes }: Status): boolean =>
  started === null && !isNamed && processes.every(({ silence }) => silence !== null);

/** Clears the terminal. */
const CLEAR = '\u001b[2J\u001b[H';

/** @returns the exit code: 0 all is well, 1 there is something to look at, 2 the command line is wrong */
export const program = async (root: string, args: string[]): Promise<number> => {
  let given: { json: boolean; watch: boolean };
  let look: () => Subject;
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const named = values.process.map(namedProcess);
    given = values;
    look = () => subjectOf(root, process.env, named);
    look();
  } catch (error) {
    const isUsage =
      error instanceof ServiceProblem || /^ERR_PARSE_ARGS/.test(String((error as NodeJS.ErrnoException).code));
    if (!isUsage) throw error;
    process.stderr.write(`${(error as Error).message}\nnpm run status -- --help shows what there is.\n`);
    return USAGE;
  }
  // What its clients meet stands in the answer.
  const log = createLog({ service: 'status', level: 'error', destination: process.stderr });
  for (;;) {
    const subject = look();
    const status = await readStatus({ subject, root, prefix: process.env.AMQP_PREFIX ?? '', log });
    const nothing = isNothing(subject, status);
    const text = given.json ? `${JSON.stringify(status)}\n` : nothing ? `${NOTHING}\n` : screenOf(status);
    process.stdout.write(given.watch && !given.json ? `${CLEAR}${text}` : text);
    if (!given.watch) return status.problems.length === 0 && !nothing ? WELL : TO_LOOK_AT;
    await sleep(WATCH_MS);
  }
};
