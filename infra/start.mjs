#!/usr/bin/env node
// npm start: installs what is missing and runs the whole system on this machine until Ctrl-C.
import { parseArgs } from 'node:util';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm start [-- OPTIONS], npm run dev [-- OPTIONS]

Installs what is missing, starts private instances of the backing services and every process of order-ledger, and
stays in the foreground until Ctrl-C. Data, logs, traces and credentials are in .data (npm run reset removes them). On an empty
ledger it plays the demonstration: 60 orders from the store to delivery (npm run demo -- --help).

  --empty          leave an empty ledger empty
  --services-only  the backing services alone, with every role and schema: for repairs, backups and restores
  --only NAMES     these processes alone, such as command-api,projector; without a demonstration
  --inspect NAMES  a debugger may attach to these, on the ports that it prints
  --watch          compile what changes, and restart the processes that contain it: npm run dev

It names a process that is not ready after 90 s, with the checks that fail, and waits for it; everything else stays.

A server that the environment names is used instead of a private one:
  EVENTSTORE_URL   esdb://user:password@host:2113?tls=true
  DATABASE_URL     postgres://user:password@host/postgres (an account that may create databases and roles)
  REDIS_URL        redis://:password@host:6379
  AMQP_URL         amqp://user:password@host:5672
`;

const report = (line) => process.stderr.write(`${line}\n`);

const OPTIONS = {
  help: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  'services-only': { type: 'boolean', default: false },
  only: { type: 'string' },
  inspect: { type: 'string' },
  watch: { type: 'boolean', default: false },
};

const optionsIn = (args) => {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    const allowed = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new Problem(`${error.message.split('. ')[0]}: npm start takes ${allowed.join(', ')}`);
  }
};

await main(async () => {
  const { help, empty, 'services-only': servicesOnly, only, inspect, watch } = optionsIn(process.argv.slice(2));
  if (help) return void process.stdout.write(HELP);
  if (servicesOnly && (only !== undefined || inspect !== undefined || watch))
    throw new Problem('--services-only starts no process: it goes with none of --only, --inspect, --watch');
  const untilStopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(`${signal}: stopping.`));
  });
  bootstrap(report);
  const { start } = await import('./local/dist/start.js');
  await start({ root: ROOT, report, demonstrate: !empty, servicesOnly, only, inspect, watch, untilStopped });
});
