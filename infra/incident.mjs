#!/usr/bin/env node
// npm run incident: everything about one order, in a file.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run incident -- ORDER [--out DIR] [--json] [--logs DIR] [--traces DIR] [--process NAME=URL]

Puts everything about an order into one file: its events with the state after each, jobs, messages, dead letters, spans,
the lines of all logs, which programs run, and the verdict of npm run stuck. As JSON, and as one page that opens in a
browser without a network. Masked: no texts, no references of other systems, nothing that may be personal. Where a source
gives no answer the file says which.

  --out DIR            where the two files are put (.data/incidents)
  --json               prints the JSON and writes no file
  --logs DIR           where the logs are (.data/logs)
  --traces DIR         where the spans are kept (.data/traces)
  --process NAME=URL   where a process answers its operators, as for npm run status; may be given again

It works on what npm start runs here, or on servers that you name as for npm start: DATABASE_URL (an account that may
read every schema), EVENTSTORE_URL, AMQP_URL. STUCK_LIMITS: as for npm run stuck.

Exit code 0: the files are made. 1: there is no such order, or nothing runs. 2: the command line is wrong.
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap(() => undefined);
  const { incidentProgram } = await import('../packages/incident/dist/incident-program.js');
  return incidentProgram(ROOT, args);
});
// What is frozen would keep it.
process.exit();
