import type pg from 'pg';

/** Who did what to which key; never the key. */
interface KeyChange {
  changed_by: string;
  /** Such as `partner issue`. */
  action: string;
  key_id: string;
  partner_id?: string;
}

/** In the transaction of the change where there is one, before it where there is none: what is not recorded is not done. */
export const recordChange = async (
  database: Pick<pg.Pool, 'query'>,
  { changed_by, action, key_id, partner_id }: KeyChange,
): Promise<void> => {
  await database.query('insert into key_change (changed_by, action, key_id, partner_id) values ($1, $2, $3, $4)', [
    changed_by,
    action,
    key_id,
    partner_id ?? null,
  ]);
};

type RecordedChange = Omit<KeyChange, 'partner_id'> & { changed_at: Date; partner_id: string | null };

/** The newest first. */
export const changesOf = async (database: Pick<pg.Pool, 'query'>, most: number): Promise<RecordedChange[]> => {
  const { rows } = await database.query<RecordedChange>(
    'select changed_at, changed_by, action, key_id, partner_id from key_change order by change_id desc limit $1',
    [most],
  );
  return rows;
};
