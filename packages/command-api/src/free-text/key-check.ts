import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import type { Subject } from '../subject.ts';
import { type KeyRow, opens } from './subject-keys.ts';
import { keptKeys, type WrappingKeys } from './wrapping-keys.ts';
import { WrongKeyError } from './wrong-key.ts';

/** What was right is asked again so often, milliseconds: a database may be restored under a process that runs. */
const RIGHT_FOR_MS = 60_000;

type Client = Pick<pg.Pool, 'query'>;

/** The oldest, because a wrong key may have wrapped newer ones. */
const oldest = async (client: Client): Promise<(Subject & KeyRow) | undefined> =>
  (
    await client.query<Subject & KeyRow>(
      `select owner, customer_ref, generation, wrapped_key, wrapped_by from subject_key
       where wrapped_key is not null order by created_at limit 1`,
    )
  ).rows[0];

/** The keys that subjects' keys are wrapped with: the current one, and the one that it takes the place of. */
const inUse = async (client: Client): Promise<string[]> =>
  (
    await client.query<{ key_id: string }>(
      "select key_id from wrapping_key where state in ('current', 'leaving') order by state for update",
    )
  ).rows.map(({ key_id }) => key_id);

/** The first time, and where nothing is left that is wrapped, the key that is at hand becomes the current one. */
const makeCurrent = (pool: pg.Pool, keys: WrappingKeys): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('lock table wrapping_key in share row exclusive mode');
    // Locked too, so that who wraps with one of them at this moment is seen by the next statement.
    const known = await inUse(client);
    if (known.length > 0 && known.every((keyId) => keys.all.has(keyId))) return;
    const row = await oldest(client);
    if (row !== undefined && known.length > 0) throw new WrongKeyError();
    for (const [keyId, key] of keys.all) {
      if (row !== undefined && !(await opens(keptKeys(key), row, row))) continue;
      await client.query('delete from wrapping_key');
      await client.query("insert into wrapping_key (key_id, state) values ($1, 'current')", [keyId]);
      return;
    }
    throw new WrongKeyError();
  });

/** Throws WrongKeyError where a key that is in use, or the one of the oldest subject's key that is left, is not at hand. */
export const createKeyCheck = (pool: pg.Pool, keys: WrappingKeys): (() => Promise<void>) => {
  let rightAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - rightAt < RIGHT_FOR_MS) return;
    const { rows } = await pool.query<{ key_id: string }>(
      "select key_id from wrapping_key where state in ('current', 'leaving')",
    );
    const found = await Promise.all(rows.map(({ key_id }) => keys.find(key_id)));
    if (rows.length === 0 || found.includes(undefined)) await makeCurrent(pool, keys);
    const row = await oldest(pool);
    if (row !== undefined && !(await opens(keys, row, row))) throw new WrongKeyError();
    rightAt = performance.now();
  };
};
