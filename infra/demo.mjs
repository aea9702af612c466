#!/usr/bin/env node
// npm run demo: plays orders against the system that npm start runs, and compares what comes of it.
import { bootstrap, main } from './bootstrap.mjs';

const HELP = `npm run demo -- [--orders N] [--json]

Plays the store, the CRM, operators, packers and the carrier against the system that npm start runs, over its HTTP
interfaces: models are uploaded, priced, ordered, made, packed, shipped, returned and cancelled, with real STL files.
60 orders go over every rule of the order's graph and every fact. At the end the demonstration compares the records:
what it was answered, what the ledger holds, what the query API shows and what its stream told.

  --orders N          how many orders (60). Below the number of lives not every rule can be walked, and none is missed;
                      above it the lives come again by their shares
  --json              prints the summary as one JSON object, on the last line of the standard output
  --when-empty        does nothing where the ledger has an order already
  --lives             prints the lives that orders are given, with their share of 60, and does nothing else
  --concurrency N     how many orders are under way at the same time (12)
  --patience S        seconds that an order waits for what the system is to do, such as its price (180)
  --settle S          seconds that the read side may be behind the ledger in the end (60)
  --credentials FILE  where npm start has put tokens, keys and addresses (.data/credentials.json)

Exit code 0: every order went its way and the records agree. 1: an expectation failed; the summary names it, with
the order's id. Run it as often as you like: each run makes new orders.

First time:
  npm start           in one terminal, until it says "order-ledger is ready"
  npm run demo        in another
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap();
  const { program } = await import('../packages/demo/dist/program.js');
  return program(args);
});
