import { createHmac } from 'node:crypto';
import type { TextReference } from '@order-ledger/domain/values';
import type pg from 'pg';
import type { Subject } from '../subject.ts';
import { type SubjectKeys, seal, unseal } from './subject-keys.ts';

/** Which text: the command that brought it, and the field of its body. */
interface TextPlace {
  command_id: string;
  order_id: string;
  field: string;
}

/** Who reads a text of which event, by which request. */
export interface Reading {
  reader: string;
  order_id: string;
  event_version: number;
  correlation_id: string;
}

export interface FreeTexts {
  /** Encrypts and writes the texts of one command, before its event is appended; the same again changes nothing. */
  write(
    subject: Subject,
    place: Omit<TextPlace, 'field'>,
    texts: Record<string, string>,
  ): Promise<Record<string, TextReference>>;
  /** True when a text of this command was written under keys that are destroyed: its hash means nothing any more. */
  erased(commandId: string): Promise<boolean>;
  /** Decrypts one text; the reading is recorded first. Null: erased, or there is none. */
  read(reference: TextReference, reading: Reading): Promise<string | null>;
}

interface TextRow {
  owner: string;
  customer_ref: string;
  generation: number;
  ciphertext: Buffer;
}

const referenceTo = (commandId: string, field: string): string => `${commandId}/${field}`;
const about = (commandId: string, field: string): string => `${commandId}\n${field}`;

export const createFreeTexts = (pool: pg.Pool, keys: SubjectKeys): FreeTexts => ({
  write: async (subject, { command_id, order_id }, texts) => {
    const fields = Object.entries(texts);
    if (fields.length === 0) return {};
    const { generation, hmac: hmacKey, encryption } = await keys.live(subject);
    const written: Record<string, TextReference> = {};
    for (const [field, text] of fields) {
      const hmac = createHmac('sha256', hmacKey).update(text).digest('hex');
      const ciphertext = seal(encryption, Buffer.from(text), about(command_id, field));
      await pool.query(
        `insert into free_text (command_id, field, hmac, order_id, owner, customer_ref, generation, ciphertext)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [command_id, field, hmac, order_id, subject.owner, subject.customer_ref, generation, ciphertext],
      );
      written[field] = { ref: referenceTo(command_id, field), hmac };
    }
    return written;
  },

  erased: async (commandId) => {
    const { rowCount } = await pool.query(
      `select 1 from free_text join subject_key using (owner, customer_ref, generation)
       where command_id = $1 and wrapped_key is null limit 1`,
      [commandId],
    );
    return rowCount === 1;
  },

  read: async ({ ref, hmac }, { reader, order_id, event_version, correlation_id }) => {
    const [commandId = '', field = ''] = ref.split('/');
    const { rows } = await pool.query<TextRow>(
      `select owner, customer_ref, generation, ciphertext from free_text
       where command_id = $1 and field = $2 and hmac = $3`,
      [commandId, field, hmac],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const textKeys = await keys.ofGeneration(row, row.generation);
    if (textKeys === null) return null;
    await pool.query(
      `insert into free_text_reading (command_id, field, reader, order_id, event_version, correlation_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [commandId, field, reader, order_id, event_version, correlation_id],
    );
    return unseal(textKeys.encryption, row.ciphertext, about(commandId, field)).toString();
  },
});
