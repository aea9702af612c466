import type pg from 'pg';

/** How a model looks, as upload-api publishes it. */
export interface Preview {
  digest: string;
  /** Null: the caller has it. */
  file: Buffer | null;
}

/** @param had digests of those that need not be read */
export const readPreview = async (
  pool: pg.Pool,
  sha256: string,
  had: readonly string[],
): Promise<Preview | undefined> => {
  const { rows } = await pool.query<Preview>({
    name: 'preview',
    text: `select digest, case when digest = any($2) then null else file end as file
           from upload.preview_view where sha256 = $1`,
    values: [sha256, had],
  });
  return rows[0];
};
