import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Subject } from '../subject.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

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
export interface TextKeys {
  generation: number;
  hmac: Buffer;
  encryption: Buffer;
}

const derive = (secret: Buffer, generation: number): TextKeys => {
  const key = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `order-ledger free text ${purpose}`, KEY_BYTES));
  return { generation, hmac: key('hmac'), encryption: key('encryption') };
};

/**
 * Reads the wrapping key: 32 raw bytes in a file that is backed up apart from the database.
 * @throws when the file has another length
 */
export const readWrappingKey = async (path: string): Promise<Buffer> => {
  const key = await readFile(path);
  if (key.length === KEY_BYTES) return key;
  throw new Error(
    `${path} holds ${key.length} bytes, not ${KEY_BYTES}: make it with "head -c ${KEY_BYTES} /dev/urandom"`,
  );
};

export interface SubjectKeys {
  /** The subject's live keys; made where there are none. */
  live(subject: Subject): Promise<TextKeys>;
  /** The keys of one generation, or null once they are destroyed. */
  ofGeneration(subject: Subject, generation: number): Promise<TextKeys | null>;
  /** Destroys the keys that the subject has now, once for each event that asks for it. */
  destroy(subject: Subject, eventId: string): Promise<void>;
}

interface KeyRow {
  generation: number;
  wrapped_key: Buffer;
}

const about = ({ owner, customer_ref }: Subject, generation: number): string =>
  `subject key\n${owner}\n${customer_ref}\n${generation}`;

/** Whether the wrapping key is the one that a subject's key was wrapped with. */
export const opensWith = (wrappingKey: Buffer, subject: Subject, { generation, wrapped_key }: KeyRow): boolean => {
  try {
    unseal(wrappingKey, wrapped_key, about(subject, generation));
    return true;
  } catch {
    // What cannot be authenticated was sealed with another key, or changed.
    return false;
  }
};

/** @param checkKey throws where the wrapping key is not the one that is in use: nothing is read or made with it */
export const createSubjectKeys = (
  pool: pg.Pool,
  wrappingKey: Buffer,
  checkKey: () => Promise<void> = async () => undefined,
): SubjectKeys => {
  const unwrap = (subject: Subject, row: KeyRow): TextKeys =>
    derive(unseal(wrappingKey, row.wrapped_key, about(subject, row.generation)), row.generation);

  const findLive = async ({ owner, customer_ref }: Subject): Promise<KeyRow | undefined> => {
    const { rows } = await pool.query<KeyRow>(
      `select generation, wrapped_key from subject_key
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
    // Of two that make a generation at once one is kept, and both go on with that one.
    await pool.query(
      `insert into subject_key (owner, customer_ref, generation, wrapped_key) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [owner, customer_ref, generation, seal(wrappingKey, randomBytes(KEY_BYTES), about(subject, generation))],
    );
  };

  return {
    live: async (subject) => {
      await checkKey();
      // More than one round only where an erasure comes between making and reading.
      for (let round = 0; round < 5; round += 1) {
        const row = await findLive(subject);
        if (row !== undefined) return unwrap(subject, row);
        await make(subject);
      }
      throw new Error('the keys of a subject are destroyed as fast as they are made');
    },
    ofGeneration: async (subject, generation) => {
      await checkKey();
      const { rows } = await pool.query<KeyRow>(
        `select generation, wrapped_key from subject_key
         where owner = $1 and customer_ref = $2 and generation = $3 and wrapped_key is not null`,
        [subject.owner, subject.customer_ref, generation],
      );
      return rows[0] === undefined ? null : unwrap(subject, rows[0]);
    },
    destroy: async ({ owner, customer_ref }, eventId) => {
      // One statement: a key that was made after the erasure was applied must not fall to its repetition.
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
