#!/usr/bin/env node
// npm run backup: copies a running system to a folder.
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run backup -- DIR [--keys FOLDER]

Copies what cannot be rebuilt, from a running system: PostgreSQL (partners, plans, keys' hashes, texts, uploads,
measures, tariffs, work centres), then the files of uploads, then the ledger. DIR must be new or empty. It gets a
manifest.json (versions, moments, positions) and, last, SHA256SUMS: without that file a backup is not finished.

  --keys FOLDER    where the key that wraps the keys of free texts goes, and partners.json (DIR.keys). Move it
                   elsewhere: who has both can read the texts

It copies what npm start runs here; while that does not run, it starts the services for as long as it takes. Other
systems are named as for npm start: DATABASE_URL (an account that may read everything), EVENTSTORE_URL, UPLOAD_FOLDER,
FREE_TEXT_KEY_FILE. npm run restore -- DIR puts it back; docs/operations.md has what that takes and what is lost.
`;

const report = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(HELP);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Problem(`Name one folder.\n\n${HELP}`);
  bootstrap(report);
  const { backup, keysBeside } = await import('../packages/backup/dist/backup.js');
  const { withSource } = await import('../packages/backup/dist/servers.js');
  const began = performance.now();
  const keys = values.keys ?? keysBeside(folder);
  const { ledger, postgres } = await withSource(ROOT, report, (source) => backup(source, folder, keys, report));
  // Files are copied as they are; a restore counts the events of orders alone.
  const counted = ledger.form === 'files' ? "records, some of them the event store's own" : 'events';
  report(
    `Backed up in ${((performance.now() - began) / 1000).toFixed(1)} s: ${ledger.events} ${counted}, the ledger as of ${ledger.taken_at},`,
  );
  report(`PostgreSQL as of ${postgres.taken_at}. The keys are in ${keys}: keep them apart from ${folder}.`);
});
// What was broken off waits for servers that are stopped by now.
process.exit();
