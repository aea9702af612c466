import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Subject } from '../subject.ts';
import { KEY_BYTES, type WrappingKeys } from './wrapping-keys.ts';
import { WrongKeyError } from './wrong-key.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; nonce, tag and ciphertext in one. `about` is authenticated, not kept. */
export const seal = (key: Buffer, plain: Buffer, about: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

/** @throws when the key, `about` or any byte is another than at sealing */
export const unseal = (key: Buffer, sealed: Buffer, about: string): Buffer => {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
};

/** The two keys that follow from a subject's random key. */
interface TextKeys {
  generation: number;
  hmac: Buffer;
  encryption: Buffer;
}

const derive = (secret: Buffer, generation: number): TextKeys => {
  const key = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `order-ledger free text ${purpose}`, KEY_BYTES));
  return { generation, hmac: key('hmac'), encryption: key('encryption') };
};

export interface SubjectKeys {
  /** The subject's live keys; made where there are none. */
  live(subject: Subject): Promise<TextKeys>;
  /** The keys of one generation, or null once they are destroyed. */
  ofGeneration(subject: Subject, generation: number): Promise<TextKeys | null>;
  /** Destroys the keys that the subject has now, once for each event that asks for it. */
  destroy(subject: Subject, eventId: string): Promise<void>;
}

/** A subject's key, as it is stored. */
export interface KeyRow {
  generation: number;
  wrapped_key: Buffer;
  /** Null: by the first key that there was. */
  wrapped_by: string | null;
}

const about = ({ owner, customer_ref }: Subject, generation: number): string =>
  `subject key\n${owner}\n${customer_ref}\n${generation}`;

export const wrap = (key: Buffer, secret: Buffer, subject: Subject, generation: number): Buffer =>
  seal(key, secret, about(subject, generation));

/** The subject's own key, by the one that has wrapped it. @throws WrongKeyError where that is not at hand */
export const unwrap = async (keys: WrappingKeys, subject: Subject, row: KeyRow): Promise<Buffer> => {
  const named = row.wrapped_by === null ? undefined : await keys.find(row.wrapped_by);
  if (row.wrapped_by !== null && named === undefined) throw new WrongKeyError();
  for (const key of named === undefined ? keys.all.values() : [named]) {
    try {
      return unseal(key, row.wrapped_key, about(subject, row.generation));
    } catch {
      // What cannot be authenticated was sealed with another key, or changed.
    }
  }
  throw new WrongKeyError();
};

/** Whether one of the wrapping keys is the one that a subject's key was wrapped with. */
export const opens = (keys: WrappingKeys, subject: Subject, row: KeyRow): Promise<boolean> =>
  unwrap(keys, subject, row).then(
    () => true,
    (error: unknown) => {
      if (error instanceof WrongKeyError) return false;
      throw error;
    },
  );

/** @param checkKey throws where the wrapping keys are not those that are in use: nothing is read or made with them */
export const createSubjectKeys = (
  pool: pg.Pool,
  keys: WrappingKeys,
  checkKey: () => Promise<void> = async () => undefined,
): SubjectKeys => {
  const textKeys = async (subject: Subject, row: KeyRow): Promise<TextKeys> =>
    derive(await unwrap(keys, subject, row), row.generation);

  const findLive = async ({ owner, customer_ref }: Subject): Promise<KeyRow | undefined> => {
    const { rows } = await pool.query<KeyRow>(
      `select generation, wrapped_key, wrapped_by from subject_key
       where owner = $1 and customer_ref = $2 and wrapped_key is not null`,
      [owner, customer_ref],
    );
    return rows[0];
  };

  const make = async (subject: Subject): Promise<void> => {
    const { owner, customer_ref } = subject;
    const { rows } = await pool.query<{ next: number }>(
      `select coalesce(max(generation), 0) + 1 as next from subject_key where owner = $1 and customer_ref = $2`,
      [owner, customer_ref],
    );
    const generation = rows[0]?.next ?? 1;
    const { rows: current } = await pool.query<{ key_id: string }>(
      "select key_id from wrapping_key where state = 'current'",
    );
    const keyId = current[0]?.key_id ?? '';
    const key = await keys.find(keyId);
    if (key === undefined) throw new WrongKeyError();
    // If two make a generation at once, one is kept and both use it. None is kept if another wrapping key has become
    // current meanwhile: nothing is wrapped by a key that is being replaced.
    await pool.query(
      `insert into subject_key (owner, customer_ref, generation, wrapped_key, wrapped_by)
       select $1, $2, $3, $4, key_id from wrapping_key where key_id = $5 and state = 'current' for share
       on conflict do nothing`,
      [owner, customer_ref, generation, wrap(key, randomBytes(KEY_BYTES), subject, generation), keyId],
    );
  };

  return {
    live: async (subject) => {
      await checkKey();
      // More than one round only where an erasure comes between making and reading.
      for (let round = 0; round < 5; round += 1) {
        const row = await findLive(subject);
        if (row !== undefined) return await textKeys(subject, row);
        await make(subject);
      }
      throw new Error('the keys of a subject were destroyed again and again while they were made');
    },
    ofGeneration: async (subject, generation) => {
      await checkKey();
      const { rows } = await pool.query<KeyRow>(
        `select generation, wrapped_key, wrapped_by from subject_key
         where owner = $1 and customer_ref = $2 and generation = $3 and wrapped_key is not null`,
        [subject.owner, subject.customer_ref, generation],
      );
      return rows[0] === undefined ? null : await textKeys(subject, rows[0]);
    },
    destroy: async ({ owner, customer_ref }, eventId) => {
      // One statement: a repetition of the erasure must not destroy a key that was made after it.
      await pool.query(
        `with applied as (
           insert into erasure (event_id, owner, customer_ref) values ($1, $2, $3) on conflict do nothing returning 1
         )
         update subject_key set wrapped_key = null
         where owner = $2 and customer_ref = $3 and exists (select 1 from applied)`,
        [eventId, owner, customer_ref],
      );
    },
  };
};
