import { loadConfig } from '@order-ledger/platform/config';
import { createLog } from '@order-ledger/platform/log';
import { createPool } from '@order-ledger/platform/postgres';
import { writeSecret } from '@order-ledger/platform/secret-file';
import { runTableProgram } from '@order-ledger/platform/table-program';
import { z } from 'zod';
import { RotationError, rotateWrappingKey } from './free-text/rotation.ts';
import { openKeyFile } from './free-text/wrapping-keys.ts';
import { WrongKeyError } from './free-text/wrong-key.ts';
import { changesOf, recordChange } from './keys/changes.ts';
import {
  issueKey,
  listAllKeys,
  listKeys,
  PARTNER_SCOPES,
  type PartnerKey,
  PartnerKeyError,
  revokeKey,
} from './partners/keys.ts';
import { SCHEMA } from './schema.ts';
import { settings } from './settings.ts';

// A program: changes the keys that stand in the tables of command-api, for `npm run keys`. It prints what was asked for;
// its progress, and at last why it went no further, go to standard error.
const DAY_MS = 86_400_000;
const MOST_CHANGES = 100;
const STATEMENT_MS = 600_000;

const config = loadConfig(
  settings.pick({ DATABASE_URL: true, FREE_TEXT_KEY_FILE: true }).extend({ KEYS_CHANGED_BY: z.string().min(1) }),
  process.env,
);
const { KEYS_CHANGED_BY: changed_by, FREE_TEXT_KEY_FILE: keyFile } = config;
const log = createLog({ service: 'keys', level: 'error', destination: process.stderr });
const pool = createPool({
  connectionString: config.DATABASE_URL,
  applicationName: 'keys',
  name: 'keys',
  log,
  searchPath: SCHEMA,
  statementTimeoutMs: STATEMENT_MS,
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const stateOf = ({ revoked_at, expires_at }: PartnerKey): string => {
  if (revoked_at !== null) return `revoked ${revoked_at.toISOString()}`;
  if (expires_at === null) return 'live';
  return expires_at > new Date() ? `live until ${expires_at.toISOString()}` : `ended ${expires_at.toISOString()}`;
};
const lineOf = (key: PartnerKey): string =>
  `${key.key_id}  ${key.partner_id.padEnd(24)}  ${key.scopes.join(',')}  issued ${key.created_at.toISOString()}  ${stateOf(key)}`;

const scope = z.enum(PARTNER_SCOPES);

const issue = async (partner_id: string, scopes: string, days: string): Promise<void> => {
  const { api_key, key_id } = await issueKey(pool, {
    partner_id,
    changed_by,
    scopes: scopes === '' ? undefined : z.array(scope).parse(scopes.split(',')),
    expires_at: days === '' ? undefined : new Date(Date.now() + Number(days) * DAY_MS),
  });
  print(api_key ?? '');
  report(`${key_id} of ${partner_id} is taken by every process from now on. The key is shown this once.`);
};

const COMMANDS: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  issue: (partnerId = '', scopes = '', days = '') => issue(partnerId, scopes, days),
  list: async (partnerId = '') => {
    for (const key of partnerId === '' ? await listAllKeys(pool) : await listKeys(pool, partnerId)) print(lineOf(key));
  },
  revoke: async (key_id = '') => print(lineOf((await revokeKey(pool, { key_id, changed_by })).key)),
  'free-text': async () => {
    const keys = await openKeyFile(keyFile);
    const writeKeys = (all: readonly Buffer[]): void => writeSecret(keyFile, Buffer.concat(all));
    print(await rotateWrappingKey({ pool, keys, writeKeys, changed_by, report }));
  },
  record: (action = '', key_id = '') => recordChange(pool, { changed_by, action, key_id }),
  log: async () => {
    for (const change of await changesOf(pool, MOST_CHANGES))
      print(
        `${change.changed_at.toISOString()}  ${change.changed_by}  ${change.action}  ${change.key_id}  ${change.partner_id ?? ''}`.trimEnd(),
      );
  },
};

await runTableProgram({
  commands: COMMANDS,
  told: [PartnerKeyError, RotationError, WrongKeyError],
  owner: 'command-api',
  pool,
});
