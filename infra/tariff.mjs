#!/usr/bin/env node
// npm run tariff: which tariffs there are, which one is in force, and who put it there.
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run tariff -- list
npm run tariff -- show [VERSION]
npm run tariff -- add FILE
npm run tariff -- activate VERSION
npm run tariff -- diff VERSION VERSION
npm run tariff -- log

A tariff says what can be ordered and what it costs. One is in force: orders are taken by it and priced by it. It is
changed while the system runs, in four steps:

  npm run -s tariff -- show > tariff.json   the one in force, to begin with
                                            change it; give it a tariff_version of its own
  npm run tariff -- add tariff.json         is checked and kept, and changes nothing yet
  npm run tariff -- diff 2026-11 2026-12    what will be different, a line for each figure
  npm run tariff -- activate 2026-12        is in force in every process within seconds, without a restart

  list       all tariffs, and which one is in force
  show       one of them, or the one in force, as a file of JSON
  add        a version is never changed: other content needs another version
  activate   a former one too, to go back. Prices that were given stay; an order without a price gets that of the
             tariff in force when it is priced, or is rejected as MATERIAL_UNAVAILABLE if that no longer has it
  log        the last changes: when, who, what

Amounts are integers in the minor unit of the currency, shares are parts per million; packages/pricing/src/tariff.ts
says what each figure may be, and a new material is planned once a work centre can make it. It works on what npm start
runs here; while that does not run, it starts PostgreSQL for as long as it takes. Other systems are named as for
npm start: DATABASE_URL, an account that may write the schema pricing. Exit code 0: done; 1: it could not be done, and
it says why.
`;

const report = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help) return void process.stdout.write(HELP);
  if (positionals.length === 0) throw new Problem(`Say what to do.\n\n${HELP}`);
  bootstrap(report);
  const { runTariff, tariffCommandOf } = await import('./local/dist/tariff.js');
  const { withSource } = await import('../packages/backup/dist/servers.js');
  tariffCommandOf(positionals);
  const print = (text) => process.stdout.write(text);
  const run = ({ postgres }) => runTariff({ root: ROOT, postgres, report, print }, positionals);
  await withSource(ROOT, report, run, ['postgres']);
});
// What was broken off waits for servers that are stopped by now.
process.exit();
