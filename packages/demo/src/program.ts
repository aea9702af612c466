import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createLog, type Log } from '@order-ledger/platform/log';
import { DemoProblem, readCredentials } from './credentials.ts';
import { showProgress } from './progress.ts';
import { demonstration } from './run.ts';
import { LIVES } from './scenario/lives.ts';
import { isWell } from './summary.ts';
import { summaryText } from './summary-text.ts';

/** Where npm start of this clone writes them. */
const CREDENTIALS = fileURLToPath(new URL('../../../.data/credentials.json', import.meta.url));

const OPTIONS = {
  orders: { type: 'string', default: '60' },
  concurrency: { type: 'string', default: '12' },
  patience: { type: 'string', default: '180' },
  settle: { type: 'string', default: '60' },
  credentials: { type: 'string', default: CREDENTIALS },
  json: { type: 'boolean', default: false },
  lives: { type: 'boolean', default: false },
  'when-empty': { type: 'boolean', default: false },
} as const;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new DemoProblem(`${(error as Error).message}\nnpm run demo -- --help shows what there is.`);
  }
};

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new DemoProblem(`--${name} is a whole number from 1 on, not "${text}".`);
};

const listLives = (): string =>
  LIVES.map(({ name, share, account, ends, title }) =>
    [name.padEnd(20), String(share).padStart(2), account.padEnd(12), ends.padEnd(9), title].join('  '),
  ).join('\n');

const isEmpty = async (eventStore: string, log: Log): Promise<boolean> => {
  const ledger = openLedger({ connectionString: eventStore, log });
  try {
    return (await ledger.tail()) === null;
  } finally {
    await ledger.close();
  }
};

const played = async (args: string[]): Promise<number> => {
  const options = parsed(args);
  if (options.lives) {
    process.stdout.write(`${listLives()}\n`);
    return 0;
  }
  const orders = whole('orders', options.orders);
  const concurrency = whole('concurrency', options.concurrency);
  const patienceMs = whole('patience', options.patience) * 1_000;
  const settleMs = whole('settle', options.settle) * 1_000;
  const credentials = await readCredentials(options.credentials);
  const log = createLog({ service: 'demo', destination: process.stderr, level: 'error' });
  if (options['when-empty'] && !(await isEmpty(credentials.addresses.event_store, log))) {
    process.stderr.write('There are orders already, so the demonstration is not played (npm run demo plays it).\n');
    return 0;
  }
  const { run, progress } = demonstration({ credentials, orders, concurrency, patienceMs, settleMs, log });
  // With --json the standard output is for the object alone.
  const display = showProgress(options.json ? process.stderr : process.stdout, progress);
  const summary = await run().finally(() => display.stop());
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
  return isWell(summary) ? 0 : 1;
};

/** Runs the demonstration as the command line says; the exit code. Everything that goes wrong is told here. */
export const program = async (args: string[]): Promise<number> => {
  // The client of the event store names an IP address to TLS, and Node would warn of it across the display.
  process.noDeprecation = true;
  try {
    return await played(args);
  } catch (error) {
    const told = error instanceof DemoProblem ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${told}\n`);
    return 1;
  }
};
