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

/** The faces of a fault, as the pricing worker publishes them. */
export interface Marks {
  code: string;
  faces: number[];
  corners: number[];
}

/** Of the last measure of an order, where that refused it for something that it has at faces. */
export const readMarks = async (pool: pg.Pool, orderId: string): Promise<Marks[]> => {
  const { rows } = await pool.query<{ marks: Marks[] }>({
    name: 'marks',
    text: 'select marks from pricing.mark_view where order_id = $1',
    values: [orderId],
  });
  return rows[0]?.marks ?? [];
};
