import { loadConfig } from '@order-ledger/platform/config';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { seedPartners } from './partners/seed.ts';
import { migrateSchema, SCHEMA } from './schema.ts';
import { settings } from './settings.ts';

// A program: makes the plans and partners of a fresh installation and prints, as one JSON array, those that got a key
// now. The keys can be seen this once; the database holds only their hashes. Arguments: the partners whose key is known.
const { DATABASE_URL: connectionString } = loadConfig(settings.pick({ DATABASE_URL: true }), process.env);
const log = createLog({ service: 'seed-partners', destination: process.stderr });
await migrateSchema({ connectionString, log });
const pool = createPool({ connectionString, applicationName: 'seed-partners', name: 'seed', log, searchPath: SCHEMA });
process.stdout.write(`${JSON.stringify(await seedPartners(pool, process.argv.slice(2)))}\n`);
await pool.end();
