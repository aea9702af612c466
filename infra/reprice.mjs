#!/usr/bin/env node
// npm run reprice: calculates a price that was given again, as it was then and as it would be now.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run reprice -- ORDER [--attempt N]

Shows the last price of an order, or that of attempt N, beside the same price calculated again and the price of now, line
by line:

  then         what the ledger holds: price, lines, engine and tariff
  again        by the engine and the tariff of then, from the model's file
  now          by the present engine and the tariff in force, for the same model and parameters
  difference   now less then

Former engines are part of this build. Where one is not, or the model's file is not here, the price is calculated from
what that engine measured then, which is kept; if that is gone too, it says what to do. It writes nothing. A large model
takes as long as its calculation took.

It works on what npm start runs here; while that does not run, it starts its servers for as long as it takes. Other
systems are named as for npm start: DATABASE_URL, EVENTSTORE_URL, UPLOAD_FOLDER. Exit code 0: the price of then came out
again; 1: it did not, or it could not be calculated, and it says why.
`;

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { attempt: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(HELP);
  const report = (line) => process.stderr.write(`${line}\n`);
  bootstrap(report);
  const { repriceCommandOf, runReprice } = await import('./local/dist/reprice.js');
  const { withSource } = await import('../packages/backup/dist/servers.js');
  const command = repriceCommandOf(positionals, values.attempt);
  const run = ({ postgres, eventStore, uploads }) => runReprice({ root: ROOT, postgres, eventStore, uploads }, command);
  process.exitCode = await withSource(ROOT, report, run);
});
// What was broken off waits for servers that are stopped by now.
process.exit();
