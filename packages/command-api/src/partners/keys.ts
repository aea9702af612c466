import { createHash, randomBytes } from 'node:crypto';
import { secretDigest } from '@order-ledger/platform/http/partner-keys';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { recordChange } from '../keys/changes.ts';

/** What a key may be used for. A route that names none of these is closed to partners. */
export const PARTNER_SCOPES = ['orders:write', 'orders:read', 'uploads:write'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** One to use and one to change over to. */
export const LIVE_KEYS = 2;

/** What may be known of a key. */
export interface PartnerKey {
  key_id: string;
  partner_id: string;
  scopes: PartnerScope[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}
export type IssuedKey = PartnerKey & {
  /** Null where the request had issued it before: it was shown then. */
  api_key: string | null;
};

const COLUMNS = 'key_id, partner_id, scopes, created_at, expires_at, revoked_at';
export const IS_LIVE = 'revoked_at is null and (expires_at is null or expires_at > now())';

/** Why a key is not issued or revoked. */
export class PartnerKeyError extends Error {
  override readonly name = 'PartnerKeyError';
  readonly reason: 'unknown-partner' | 'unknown-key' | 'too-many-keys' | 'ended' | 'reused';

  constructor(reason: PartnerKeyError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Issue {
  partner_id: string;
  /** All if absent. */
  scopes?: readonly PartnerScope[] | undefined;
  /** Never if absent. */
  expires_at?: Date | undefined;
  changed_by: string;
  /** Names the request, so that its repetition issues no second key. */
  request_id?: string;
}

const hashOf = ({ partner_id, scopes, expires_at }: Issue): string =>
  createHash('sha256')
    .update(JSON.stringify([partner_id, scopes ?? null, expires_at?.toISOString() ?? null]))
    .digest('hex');

const unknownPartner = (partnerId: string): PartnerKeyError =>
  new PartnerKeyError('unknown-partner', `There is no partner ${partnerId}.`);

type Client = Pick<pg.Pool, 'query'>;

const keysOf = async (client: Client, partnerId: string): Promise<PartnerKey[]> =>
  (
    await client.query<PartnerKey>(
      `select ${COLUMNS} from partner_key where partner_id = $1 order by created_at, key_id`,
      [partnerId],
    )
  ).rows;

/** What the same request has issued before. */
const issuedBefore = async (client: Client, issue: Issue): Promise<IssuedKey | undefined> => {
  if (issue.request_id === undefined) return undefined;
  const { rows } = await client.query<PartnerKey & { request_hash: string }>(
    `select ${COLUMNS}, request_hash from partner_key where request_id = $1`,
    [issue.request_id],
  );
  if (rows[0] === undefined) return undefined;
  const { request_hash, ...key } = rows[0];
  if (request_hash !== hashOf(issue)) throw new PartnerKeyError('reused', 'This request issued another key.');
  return { ...key, api_key: null };
};

/**
 * Makes a new key of a partner and returns it, the only time that it can be seen.
 * @throws PartnerKeyError
 */
export const issueKey = (pool: pg.Pool, issue: Issue): Promise<IssuedKey> => {
  const { partner_id, scopes = PARTNER_SCOPES, expires_at, changed_by, request_id } = issue;
  const keyId = randomBytes(9).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return inTransaction(pool, async (client) => {
    const partner = await client.query('select 1 from partner where partner_id = $1 for update', [partner_id]);
    if (partner.rowCount === 0) throw unknownPartner(partner_id);
    const before = await issuedBefore(client, issue);
    if (before !== undefined) return before;
    if (expires_at !== undefined && expires_at <= new Date())
      throw new PartnerKeyError('ended', 'A key that is issued ends in the future.');
    const { rows: live } = await client.query<{ key_id: string }>(
      `select key_id from partner_key where partner_id = $1 and ${IS_LIVE} order by created_at`,
      [partner_id],
    );
    if (live.length >= LIVE_KEYS)
      throw new PartnerKeyError(
        'too-many-keys',
        `${partner_id} has ${LIVE_KEYS} live keys and may have no more: revoke one of ${live.map(({ key_id }) => key_id).join(', ')} first.`,
      );
    const { rows } = await client.query<PartnerKey>(
      `insert into partner_key (key_id, partner_id, secret_sha256, scopes, expires_at, request_id, request_hash)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [keyId, partner_id, secretDigest(secret), scopes, expires_at ?? null, request_id ?? null, hashOf(issue)],
    );
    await recordChange(client, { changed_by, action: 'partner issue', key_id: keyId, partner_id });
    return { ...(rows[0] as PartnerKey), api_key: `pk_${keyId}_${secret}` };
  });
};

/** @throws PartnerKeyError where there is no such partner */
export const listKeys = async (pool: pg.Pool, partnerId: string): Promise<PartnerKey[]> => {
  const keys = await keysOf(pool, partnerId);
  if (keys.length > 0) return keys;
  const { rowCount } = await pool.query('select 1 from partner where partner_id = $1', [partnerId]);
  if (rowCount === 0) throw unknownPartner(partnerId);
  return keys;
};

/** All partners' */
export const listAllKeys = async (pool: pg.Pool): Promise<PartnerKey[]> =>
  (await pool.query<PartnerKey>(`select ${COLUMNS} from partner_key order by partner_id, created_at, key_id`)).rows;

interface Revocation {
  key_id: string;
  /** Whose it must be; anybody's if absent. */
  partner_id?: string;
  changed_by: string;
}

/**
 * Ends a key at once; revoking it again changes nothing.
 * @returns whether it was live until now
 * @throws PartnerKeyError where there is no such key
 */
export const revokeKey = (
  pool: pg.Pool,
  { key_id, partner_id, changed_by }: Revocation,
): Promise<{ key: PartnerKey; revoked: boolean }> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<PartnerKey>(
      `select ${COLUMNS} from partner_key where key_id = $1 and partner_id = coalesce($2, partner_id) for update`,
      [key_id, partner_id ?? null],
    );
    const key = rows[0];
    if (key === undefined)
      throw new PartnerKeyError(
        'unknown-key',
        `There is no key ${key_id}${partner_id === undefined ? '' : ` of ${partner_id}`}.`,
      );
    if (key.revoked_at !== null) return { key, revoked: false };
    const { rows: changed } = await client.query<PartnerKey>(
      `update partner_key set revoked_at = now() where key_id = $1 returning ${COLUMNS}`,
      [key_id],
    );
    await recordChange(client, { changed_by, action: 'partner revoke', key_id, partner_id: key.partner_id });
    return { key: changed[0] as PartnerKey, revoked: true };
  });
