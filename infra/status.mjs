#!/usr/bin/env node
// npm run status: whether the system is well, on one screen.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run status [-- --json] [--watch] [--process NAME=URL]

Looks at everything at once, each with a limit of seconds, so it answers whatever is frozen: every process with its port,
its checks and what their codes mean, the services, how far each follower is behind the ledger, parked orders, dead
letters, calculations that wait, orders that no worker knows of, the disk.

  --json               one JSON object
  --watch              again every 5 s until Ctrl-C
  --process NAME=URL   where a process answers its operators, if not on this machine and on the port that npm start gives
                       it; may be given again, also for several instances of one process

It looks at what npm start runs here, and at the servers that are named as for npm start: DATABASE_URL (an account that
may read every schema), EVENTSTORE_URL, REDIS_URL, AMQP_URL (an account that may read the queues).

Exit code 0: all is well. 1: there is something to look at. 2: the command line is wrong.
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap();
  const { program } = await import('../packages/status/dist/program.js');
  return program(ROOT, args);
});
// What is frozen would keep it.
process.exit();
