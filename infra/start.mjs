#!/usr/bin/env node
// npm start: installs what is missing and runs the whole system on this machine until Ctrl-C.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm start [-- --empty]

Installs what is missing, starts private instances of the backing services and every process of order-ledger, and
stays in the foreground until Ctrl-C. Data, logs and credentials lie in .data (npm run reset removes them). On an empty
ledger it plays the demonstration: 60 orders from the store to delivery (npm run demo -- --help).

  --empty          leave an empty ledger empty

A server that the environment names is used instead of a private one:
  EVENTSTORE_URL   esdb://user:password@host:2113?tls=true
  DATABASE_URL     postgres://user:password@host/postgres (an account that may create databases and roles)
  REDIS_URL        redis://:password@host:6379
  AMQP_URL         amqp://user:password@host:5672
`;

const report = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  if (process.argv.includes('--help')) return void process.stdout.write(HELP);
  const untilStopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(`${signal}: stopping.`));
  });
  bootstrap(report);
  const { start } = await import('./local/dist/start.js');
  await start({ root: ROOT, report, demonstrate: !process.argv.includes('--empty'), untilStopped });
});
