#!/usr/bin/env node
// npm run seed: fills a system with the lives of many orders.
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run seed -- --orders N [--months M] [--seed S] [--read-model-only]

Fills a system for trials and measurements: N orders, created evenly over the last M months, each with the life that an
order of its age may have had: most are delivered and closed, some wait, were rejected, expired, failed, came back.

  --orders N           how many
  --months M           over how long (12)
  --seed S             other dice (1). The same seed makes the same orders, so a run that was broken off is gone on with
  --read-model-only    straight into the tables of an empty read model, for measuring how they are read: much faster, and
                       no event stands behind the rows

Without --read-model-only the orders are appended to the ledger, each life in one piece with the times that it tells, and
every process follows them as it follows others: a quote that has run out is cancelled, an order that waits for its price
gets one. It works on what npm start runs here, or on DATABASE_URL and EVENTSTORE_URL.
`;

const report = (line) => process.stderr.write(`${line}\n`);

const wholeNumber = (name, text, least) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Problem(`--${name} is a whole number from ${least} on, not "${text}".`);
  return value;
};

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({
    options: {
      orders: { type: 'string' },
      months: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
      'read-model-only': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (values.orders === undefined) throw new Problem(`Say how many orders.\n\n${HELP}`);
  const options = {
    orders: wholeNumber('orders', values.orders, 1),
    months: wholeNumber('months', values.months, 1),
    seed: wholeNumber('seed', values.seed, 0),
    readModelOnly: values['read-model-only'],
  };
  bootstrap(report);
  const { seed } = await import('../packages/seed/dist/program.js');
  report(await seed({ root: ROOT, report, ...options }));
});
