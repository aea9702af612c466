import type { ClientBase } from 'pg';

/** A named prepared statement that writes any number of rows. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly values: (rows: readonly Row[]) => unknown[];
}

/** Rows that were written; nothing is sent for none. */
export const write = async <Row>(
  client: ClientBase,
  { name, text, values }: Statement<Row>,
  rows: readonly Row[],
): Promise<number> =>
  rows.length === 0 ? 0 : ((await client.query({ name, text, values: values(rows) })).rowCount ?? 0);
