import { expect, it } from '@jest/globals';
import { type Columns, unnested } from '@order-ledger/read-model/writing/columns';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';

interface Row {
  text: string | null;
  list: readonly string[];
  fields: object | null;
  number: number | null;
  flag: boolean;
}
const COLUMNS: Columns<Row> = { text: 'text', list: 'text list', fields: 'jsonb', number: 'bigint', flag: 'boolean' };

const ODD = ['', ' ', 'NULL', 'null', '"', '\\', '\\"', '{a,b}', ',', "'", 'two\nlines\t', 'é😀', '\\\\x', '$1', '('];

it('brings every text into the table as it is, whatever it is made of', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const rows: Row[] = ODD.map((text, index) => ({
    text,
    list: [text, ...ODD.slice(0, index)],
    fields: { [text]: [text, null] },
    number: index === 0 ? null : -index,
    flag: index % 2 === 0,
  }));
  rows.push({ text: null, list: [], fields: null, number: null, flag: false });
  const { select, values } = unnested(COLUMNS);
  const read = await client.query({
    text: `select text, list, fields, number::integer as number, flag from (${select}) as given`,
    values: values(rows),
  });
  expect(read.rows).toEqual(rows);
  await client.end();
  await database.drop();
});
