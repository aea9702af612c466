#!/usr/bin/env node
// npm run stuck: which orders stand still, and why.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run stuck [-- ORDER] [--verdict V] [--stage STATUS] [--since TIME] [--limit N] [--json]

Shows each active order that is past its limit, the longest past first: a verdict, what it rests on, what helps, and who
may do what. It asks the ledger, the tables of every process, RabbitMQ and the processes themselves, each with a limit of
seconds; who gives no answer is named.

  ORDER, --order ID    this order, whether it is past its limit or not
  --verdict V          only these: ledger-away, read-side-behind, parked, in-error, on-hold, process-away,
                       dependency-away, dead-letter, event-late, event-missing, job-missing, in-queue, work-slow,
                       waiting-for-carrier, waiting-for-person, unknown
  --stage STATUS       only of this status
  --since TIME         only those that reached their limit from then on
  --limit N            orders that are shown (50)
  --limits LIMITS      seconds in a status, as SUBMITTED=120,ON_HOLD=3600,SYSTEM=30 (what the system itself has to do);
                       a figure alone is for all that are not named. Else STUCK_LIMITS, else how long 95 % of the orders
                       stay there, else a default
  --json               one JSON object
  --process NAME=URL   where a process answers its operators, as for npm run status; may be given again

It works on what npm start runs here, or on servers that you name as for npm start: DATABASE_URL (an account that may
read every schema), EVENTSTORE_URL, AMQP_URL. The verdicts and what to do: docs/operations.md, "An order stands still".

Exit code 0: nothing stands still. 1: something does, or the order is not known. 2: the command line is wrong.
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap(() => undefined);
  const { stuckProgram } = await import('../packages/incident/dist/stuck-program.js');
  return stuckProgram(ROOT, args);
});
// What is frozen would keep it.
process.exit();
