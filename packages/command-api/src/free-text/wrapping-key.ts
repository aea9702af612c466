import type pg from 'pg';
import type { Subject } from '../subject.ts';
import { opensWith } from './subject-keys.ts';

/** The wrapping key is not the one that the subjects' keys were wrapped with: stored texts cannot be read. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';
  readonly code = 'wrong-key';

  constructor() {
    super(
      'FREE_TEXT_KEY_FILE does not hold the key that the stored texts were written under: put the right one back. ' +
        'No text is read or written meanwhile, so that none comes under the wrong one',
    );
  }
}

/** What was right is asked again so often, milliseconds: a database may be restored under a process that runs. */
const RIGHT_FOR_MS = 60_000;

/**
 * Throws WrongKeyError where the oldest key of a subject that is left was wrapped with another one. The oldest, because
 * a wrong key may have wrapped newer ones.
 */
export const createKeyCheck = (pool: pg.Pool, wrappingKey: Buffer): (() => Promise<void>) => {
  let rightAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - rightAt < RIGHT_FOR_MS) return;
    const { rows } = await pool.query<Subject & { generation: number; wrapped_key: Buffer }>(
      `select owner, customer_ref, generation, wrapped_key from subject_key
       where wrapped_key is not null order by created_at limit 1`,
    );
    if (rows.some((row) => !opensWith(wrappingKey, row, row))) throw new WrongKeyError();
    rightAt = performance.now();
  };
};
