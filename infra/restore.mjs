#!/usr/bin/env node
// npm run restore: puts back what npm run backup has copied.
import { join } from 'node:path';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run restore -- DIR [--keys FOLDER]
npm run restore -- --ledger-only [DIR]
npm run restore -- --verify-only DIR

Verifies every file of a backup first, then puts it into an empty system: PostgreSQL, uploads, keys, ledger. Everything
else is rebuilt from the ledger when the processes start. At the end it says what is lost: what came between the copies
of PostgreSQL and of the ledger, and orders that had been shown. No process may be running.

  --keys FOLDER    where the keys were kept (DIR.keys)
  --ledger-only    puts back the ledger alone, for tables that are newer, and makes every follower read it from its
                   start. DIR is a backup, or a folder that the event store has copied with --backup. The present
                   private ledger is kept in a folder beside it; a named one must be empty. Without DIR: the event
                   store's own tools have put it back
  --verify-only    verifies, and changes nothing

It restores into .data, or into the servers that are named as for npm start: DATABASE_URL, EVENTSTORE_URL, REDIS_URL,
AMQP_URL, and UPLOAD_FOLDER, FREE_TEXT_KEY_FILE. Then: npm start.
`;

const report = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      'ledger-only': { type: 'boolean' },
      'verify-only': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const [folder, ...more] = positionals;
  if ((folder === undefined && !values['ledger-only']) || more.length > 0)
    throw new Problem(`Name one folder.\n\n${HELP}`);
  bootstrap(report);
  const { verifyBackup } = await import('../packages/backup/dist/verify.js');
  if (values['verify-only']) return void (await verifyBackup(folder, report));
  const { restore, restoreLedger } = await import('../packages/backup/dist/restore.js');
  const { keysBeside } = await import('../packages/backup/dist/backup.js');
  const { placesIn } = await import('../packages/backup/dist/servers.js');
  const { namedServers } = await import('./local/dist/named-servers.js');
  const began = performance.now();
  const places = placesIn(ROOT, join(ROOT, '.data'), await namedServers(report));
  if (values['ledger-only']) await restoreLedger(places, folder ?? null, report);
  else await restore(places, folder, values.keys ?? keysBeside(folder), report);
  report(`Restored in ${((performance.now() - began) / 1000).toFixed(1)} s. Now: npm start`);
});
// What was broken off waits for servers that are stopped by now.
process.exit();
