#!/usr/bin/env node
// npm start: installs what is missing and runs the whole system on this machine until Ctrl-C.
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm start [-- --empty | --services-only]

Installs what is missing, starts private instances of the backing services and every process of order-ledger, and
stays in the foreground until Ctrl-C. Data, logs and credentials lie in .data (npm run reset removes them). On an empty
ledger it plays the demonstration: 60 orders from the store to delivery (npm run demo -- --help).

  --empty          leave an empty ledger empty
  --services-only  the backing services alone, with every role and schema: for repairs, backups and restores

A process that is not ready after 90 s is named with the checks that fail, and waited for; everything else stays.

A server that the environment names is used instead of a private one:
  EVENTSTORE_URL   esdb://user:password@host:2113?tls=true
  DATABASE_URL     postgres://user:password@host/postgres (an account that may create databases and roles)
  REDIS_URL        redis://:password@host:6379
  AMQP_URL         amqp://user:password@host:5672
`;

const report = (line) => process.stderr.write(`${line}\n`);

const optionsIn = (args) => {
  const unknown = args.find((argument) => argument !== '--empty' && argument !== '--services-only');
  if (unknown !== undefined) throw new Problem(`npm start does not know ${unknown}: npm start -- --help`);
  return { demonstrate: !args.includes('--empty'), servicesOnly: args.includes('--services-only') };
};

await main(async () => {
  if (process.argv.includes('--help')) return void process.stdout.write(HELP);
  const untilStopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(`${signal}: stopping.`));
  });
  const { servicesOnly, demonstrate } = optionsIn(process.argv.slice(2));
  bootstrap(report);
  const { start } = await import('./local/dist/start.js');
  await start({ root: ROOT, report, demonstrate, servicesOnly, untilStopped });
});
