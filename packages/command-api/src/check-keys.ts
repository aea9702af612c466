import { timingSafeEqual } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { loadConfig } from '@order-ledger/platform/config';
import { secretDigest } from '@order-ledger/platform/http/partner-keys';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { type KeyRow, opens } from './free-text/subject-keys.ts';
import { openKeyFile } from './free-text/wrapping-keys.ts';
import { PARTNER_KEY_VIEW } from './partners/key-view.ts';
import { SCHEMA } from './schema.ts';
import { settings } from './settings.ts';
import type { Subject } from './subject.ts';

// A program: holds keys and tables against each other after a restore. Standard input: a JSON list of partner_id and
// api_key, those that somebody has. It prints counts and the partners' names, never a key.
const config = loadConfig(settings.pick({ DATABASE_URL: true, FREE_TEXT_KEY_FILE: true }), process.env);
const log = createLog({ service: 'check-keys', destination: process.stderr });
const pool = createPool({
  connectionString: config.DATABASE_URL,
  applicationName: 'check-keys',
  name: 'check',
  log,
  searchPath: SCHEMA,
});
const wrappingKeys = await openKeyFile(config.FREE_TEXT_KEY_FILE);
// What is restored may be older than its columns are.
const { rows: subjects } = await pool.query<Subject & KeyRow>(
  `select owner, customer_ref, generation, wrapped_key, to_jsonb(s) ->> 'wrapped_by' as wrapped_by
   from subject_key s where wrapped_key is not null`,
);
const opened = await Promise.all(subjects.map((row) => opens(wrappingKeys, row, row)));
const { rows: partners } = await pool.query<{
  partner_id: string;
  key_id: string | null;
  secret_sha256: Buffer | null;
}>(
  `select partner_id, key_id, secret_sha256 from partner left join ${PARTNER_KEY_VIEW} using (partner_id) where active`,
);
const isLive = (apiKey: string): boolean => {
  const [, keyId, secret = ''] = /^pk_([0-9a-f]+)_(.+)$/.exec(apiKey) ?? [];
  const stored = partners.find(({ key_id }) => key_id === keyId)?.secret_sha256 ?? null;
  return stored !== null && timingSafeEqual(stored, secretDigest(secret));
};
const atHand = JSON.parse(await text(process.stdin)) as { partner_id: string; api_key: string }[];
const report = {
  subject_keys: subjects.length,
  unopened: opened.filter((is) => !is).length,
  without_key: [...new Set(partners.filter(({ key_id }) => key_id === null).map(({ partner_id }) => partner_id))],
  dead: atHand.filter(({ api_key }) => !isLive(api_key)).map(({ partner_id }) => partner_id),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
await pool.end();
