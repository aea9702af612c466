import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { recordChange } from '../keys/changes.ts';
import type { Subject } from '../subject.ts';
import { holdersOf } from './held-keys.ts';
import { createKeyCheck } from './key-check.ts';
import { type KeyRow, unwrap, wrap } from './subject-keys.ts';
import { KEY_BYTES, type WrappingKeys, wrappingKeyId } from './wrapping-keys.ts';
import { WrongKeyError } from './wrong-key.ts';

/** Why a rotation cannot go on, and what to do. */
export class RotationError extends Error {
  override readonly name = 'RotationError';
}

export interface RotationOptions {
  pool: pg.Pool;
  /** Those of the file. */
  keys: WrappingKeys;
  /** Replaces the file whole: from when it returns, these are what everybody reads. */
  writeKeys(keys: readonly Buffer[]): void;
  changed_by: string;
  report(line: string): void;
  /** Milliseconds that instances of command-api have to take the new key. */
  limitMs?: number;
  /** Keys that one statement wraps again. */
  batch?: number;
}

const HELD_WITHIN_MS = 60_000;
const ASK_AGAIN_MS = 500;
const BATCH = 500;
/** Number of the lock that only one rotation holds at a time: any number that no other lock has. */
const LOCK = 7_304_113;

type State = 'coming' | 'current' | 'leaving' | 'gone';
type States = Partial<Record<State, string>>;

/** Of those that are gone the newest. */
const statesOf = async (pool: pg.Pool): Promise<States> => {
  const { rows } = await pool.query<{ key_id: string; state: State }>(
    'select key_id, state from wrapping_key order by since',
  );
  return Object.fromEntries(rows.map(({ key_id, state }) => [state, key_id]));
};

const isKnown = async (pool: pg.Pool, keyId: string): Promise<boolean> =>
  (await pool.query('select from wrapping_key where key_id = $1', [keyId])).rowCount === 1;

/** The next key: that of a rotation that broke off, or a new one. It is in the file before any table names it. */
const bring = async (options: RotationOptions, states: States): Promise<string> => {
  const { pool, keys, writeKeys, changed_by, report } = options;
  if (states.coming !== undefined && keys.all.has(states.coming)) {
    report(`An earlier rotation to ${states.coming} was interrupted; continuing it.`);
    return states.coming;
  }
  // Nothing is wrapped by a key that has not become the current one.
  if (states.coming !== undefined) await pool.query("delete from wrapping_key where state = 'coming'");
  let key: Buffer | undefined;
  for (const [keyId, held] of keys.all) if (!(await isKnown(pool, keyId))) key = held;
  key ??= randomBytes(KEY_BYTES);
  const keyId = wrappingKeyId(key);
  const current = keys.all.get(states.current ?? '');
  if (current === undefined) throw new WrongKeyError();
  writeKeys([current, key]);
  await keys.readAgain();
  await inTransaction(pool, async (client) => {
    await recordChange(client, { changed_by, action: 'free-text publish', key_id: keyId });
    await client.query("insert into wrapping_key (key_id, state) values ($1, 'coming')", [keyId]);
  });
  report(`${keyId} is in the file beside ${states.current}.`);
  return keyId;
};

/** Whoever reads texts must hold the key before the first subject's key is wrapped by it. */
const heldByAll = async ({ pool, limitMs = HELD_WITHIN_MS, report }: RotationOptions, keyId: string): Promise<void> => {
  for (const deadline = Date.now() + limitMs; ; await sleep(ASK_AGAIN_MS)) {
    const holders = await holdersOf(pool, keyId);
    const without = holders.filter(({ holds }) => !holds).map(({ instance }) => instance);
    if (without.length === 0)
      return report(
        holders.length === 0
          ? 'No instance of command-api is running: each reads the file at its start.'
          : `Every running instance of command-api has it: ${holders.length}.`,
      );
    if (Date.now() > deadline)
      throw new RotationError(
        `Nothing is rewrapped yet, because not every instance of command-api has the new key: ${without.join('; ')}. ` +
          'Bring FREE_TEXT_KEY_FILE to each; nothing is refused meanwhile. Then run the same command again.',
      );
  }
};

/** After its commit nothing is wrapped by the former key, even by a process that has not read the new file. */
const makeCurrent = ({ pool, changed_by }: RotationOptions, keyId: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    await recordChange(client, { changed_by, action: 'free-text rotate', key_id: keyId });
    await client.query("update wrapping_key set state = 'leaving', since = now() where state = 'current'");
    await client.query("update wrapping_key set state = 'current', since = now() where key_id = $1", [keyId]);
  });

const TO_DO = 'wrapped_key is not null and wrapped_by is distinct from $1';
type Row = Subject & KeyRow;

const countLeft = async (client: Pick<pg.Pool, 'query'>, keyId: string): Promise<number> =>
  Number(
    (await client.query<{ count: string }>(`select count(*) from subject_key where ${TO_DO}`, [keyId])).rows[0]?.count,
  );

/** The next ones after a place; those that the key wraps already are skipped. */
const nextRows = async (pool: pg.Pool, keyId: string, behind: Row | undefined, most: number): Promise<Row[]> =>
  (
    await pool.query<Row>(
      `select owner, customer_ref, generation, wrapped_key, wrapped_by from subject_key
       where ${TO_DO} and (owner, customer_ref, generation) > ($2, $3, $4)
       order by owner, customer_ref, generation limit $5`,
      [keyId, behind?.owner ?? '', behind?.customer_ref ?? '', behind?.generation ?? 0, most],
    )
  ).rows;

/** A key that was destroyed meanwhile stays destroyed. */
const wrapAnew = async (pool: pg.Pool, keys: WrappingKeys, key: Buffer, rows: readonly Row[]): Promise<number> => {
  const done: (Row & { anew: Buffer })[] = [];
  for (const row of rows) {
    const secret = await unwrap(keys, row, row).catch((error: unknown) => {
      if (error instanceof WrongKeyError) return undefined;
      throw error;
    });
    if (secret !== undefined) done.push({ ...row, anew: wrap(key, secret, row, row.generation) });
  }
  const { rowCount } = await pool.query(
    `update subject_key s set wrapped_key = n.anew, wrapped_by = $1
     from unnest($2::text[], $3::text[], $4::integer[], $5::bytea[], $6::bytea[])
       as n (owner, customer_ref, generation, before, anew)
     where s.owner = n.owner and s.customer_ref = n.customer_ref and s.generation = n.generation and s.wrapped_key = n.before`,
    [
      wrappingKeyId(key),
      done.map(({ owner }) => owner),
      done.map(({ customer_ref }) => customer_ref),
      done.map(({ generation }) => generation),
      done.map(({ wrapped_key }) => wrapped_key),
      done.map(({ anew }) => anew),
    ],
  );
  return rowCount ?? 0;
};

const wrapAllAnew = async ({ pool, keys, report, batch = BATCH }: RotationOptions, keyId: string): Promise<void> => {
  const key = keys.all.get(keyId);
  if (key === undefined) throw new WrongKeyError();
  const all = await countLeft(pool, keyId);
  let changed = 0;
  let behind: Row | undefined;
  for (;;) {
    const rows = await nextRows(pool, keyId, behind, batch);
    if (rows.length === 0) break;
    changed += await wrapAnew(pool, keys, key, rows);
    behind = rows.at(-1);
    report(`${changed} of ${all} subjects' keys are rewrapped.`);
  }
};

/** The former key is removed only when nothing needs it. */
const takeAway = (options: RotationOptions, current: string, leaving: string): Promise<void> =>
  inTransaction(options.pool, async (client) => {
    const left = await countLeft(client, current);
    if (left > 0)
      throw new RotationError(
        `${left} subjects' keys are opened by neither key, so ${leaving} stays beside ${current}: see whether another ` +
          'FREE_TEXT_KEY_FILE has wrapped them. All others are rewrapped; nothing is refused. Then run the same command again.',
      );
    await recordChange(client, { changed_by: options.changed_by, action: 'free-text retire', key_id: leaving });
    await client.query("update wrapping_key set state = 'gone', since = now() where state = 'leaving'");
  });

const rotateLocked = async (options: RotationOptions): Promise<string> => {
  const { pool, keys, writeKeys, report } = options;
  const leaveAlone = (keyId: string): void =>
    writeKeys([...keys.all].filter(([each]) => each === keyId).map(([, key]) => key));
  await createKeyCheck(pool, keys)();
  let states = await statesOf(pool);
  if (states.leaving === undefined && states.coming === undefined && keys.all.has(states.gone ?? '')) {
    leaveAlone(states.current ?? '');
    report(
      `An earlier rotation was interrupted at its end: removed ${states.gone} from the file. Nothing else was left.`,
    );
    return states.current ?? '';
  }
  if (states.leaving === undefined) {
    const coming = await bring(options, states);
    await heldByAll(options, coming);
    await makeCurrent(options, coming);
    states = await statesOf(pool);
  } else report(`An earlier rotation to ${states.current} was interrupted; continuing it.`);
  const { current = '', leaving = '' } = states;
  await wrapAllAnew(options, current);
  await takeAway(options, current, leaving);
  leaveAlone(current);
  report(`${current} wraps every subject's key; ${leaving} is removed.`);
  return current;
};

/**
 * Wraps the subjects' keys with another key. After each step every text can be read and stored, so it may break off
 * anywhere, and the next call continues.
 * @returns the name of the key
 */
export const rotateWrappingKey = async (options: RotationOptions): Promise<string> => {
  const client = await options.pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]?.mine !== true) throw new RotationError('Another rotation is running on this database: wait for it.');
    return await rotateLocked(options);
  } finally {
    // The lock goes with the connection, whatever state that is in.
    client.release(true);
  }
};
