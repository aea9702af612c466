#!/usr/bin/env node
// npm run keys: changes the keys of a system at work.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run keys -- signing rotate | signing list | signing retire KID
npm run keys -- partner issue PARTNER [--scopes LIST] [--days N] | partner list [PARTNER] | partner revoke KEYID
npm run keys -- cursor rotate | cursor retire
npm run keys -- free-text rotate
npm run keys -- log

Changes keys while the system runs; no lawful caller is refused at any moment. Each command says what it does and what
to do next; one that broke off continues when it is called again. The database records who changed which key: log.

  signing rotate    another key signs tokens; the former one is published until the last of its tokens has ended
  signing retire    removes a key that no longer signs: its tokens are refused within seconds (for a leaked key)
  partner issue     prints a new API key, this once; a partner has two live ones at most
  partner revoke    ends a key with the next request
  cursor rotate     another secret signs cursors; those of the one before are taken until the next rotation
  cursor retire     refuses those of the one before
  free-text rotate  wraps every key of texts again, with another key; the former one is removed at the end
  log               the last changes: when, who, what, which key

  --scopes LIST     what the key may do, separated by commas: orders:write,orders:read,uploads:write (all)
  --days N          when it ends by itself (never)

It works on what npm start runs here; while that does not run, it starts the services for as long as it takes. Other
systems are named as for npm start: DATABASE_URL (an account that may write the schema command_api), FREE_TEXT_KEY_FILE,
CURSOR_SECRET_FILE. Tokens of other systems are signed by whoever issues them: docs/security.md.
`;

const report = (line) => process.stderr.write(`${line}\n`);

const daysIn = (days) => {
  if (days === undefined || /^[1-9]\d{0,4}$/.test(days)) return days;
  throw new Problem(`--days ${days} is no number of days from 1 to 99999.`);
};
const SCOPES = ['orders:write', 'orders:read', 'uploads:write'];
const scopesIn = (scopes) => {
  const unknown = scopes?.split(',').filter((scope) => !SCOPES.includes(scope)) ?? [];
  if (unknown.length === 0) return scopes;
  throw new Problem(`--scopes: ${unknown.join(', ')} is none of ${SCOPES.join(', ')}.`);
};

/** Those that run here: while npm start does, they stand beside the tokens. */
const interfaces = (data, isRunning) => {
  const file = join(data, 'credentials.json');
  if (!isRunning || !existsSync(file)) return [];
  const { addresses } = JSON.parse(readFileSync(file, 'utf8'));
  return [addresses.command_api, addresses.query_api, addresses.upload_api];
};

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scopes: { type: 'string' }, days: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (positionals.length === 0) throw new Problem(`Say what to do.\n\n${HELP}`);
  const more = { scopes: scopesIn(values.scopes), days: daysIn(values.days) };
  bootstrap(report);
  const { commandOf, runKeys } = await import('./local/dist/keys/run.js');
  const { runningInstance } = await import('./local/dist/single-instance.js');
  const { withSource } = await import('../packages/backup/dist/servers.js');
  commandOf(positionals);
  const data = join(ROOT, '.data');
  mkdirSync(data, { recursive: true });
  const urls = interfaces(data, runningInstance(join(data, 'start.pid')) !== null);
  const print = (text) => process.stdout.write(text);
  const run = ({ postgres, keys }) =>
    runKeys({ root: ROOT, data, postgres, freeTextKeyFile: keys.freeTextKey, urls, report, print }, positionals, more);
  await withSource(ROOT, report, run, ['postgres']);
});
// What was broken off waits for servers that are stopped by now.
process.exit();
