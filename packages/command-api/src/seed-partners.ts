import { text } from 'node:stream/consumers';
import { loadConfig } from '@order-ledger/platform/config';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { isLive, type KnownKey, seedPartners } from './partners/seed.ts';
import { migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';

// A program: makes the plans and partners of a fresh installation and prints, as JSON, in `made` those that got a key
// now, in `without` those whose known key is dead and who have no room for another one. The keys can be seen this once; the
// database holds only their hashes. Standard input: a JSON list of the keys that are known, each with its partner_id.
const { DATABASE_URL: connectionString } = loadConfig(settings.pick({ DATABASE_URL: true }), process.env);
const log = createLog({ service: 'seed-partners', destination: process.stderr });
await migrateSchema({ connectionString, log });
const pool = createPool({ connectionString, applicationName: 'seed-partners', name: 'seed', log, searchPath: SCHEMA });
const known = JSON.parse(await text(process.stdin)) as KnownKey[];
const made = await seedPartners(pool, known);
const without: string[] = [];
for (const key of known)
  if (!made.some(({ partner_id }) => partner_id === key.partner_id) && !(await isLive(pool, key)))
    without.push(key.partner_id);
process.stdout.write(`${JSON.stringify({ made, without })}\n`);
await pool.end();
