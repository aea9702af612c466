import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { ALL, OF_EVENTS, ORDER_COLUMNS, type OrderColumn, SPAN_COLUMNS } from '@order-ledger/read-model/order-columns';
import { migrateReadModel } from '@order-ledger/read-model/schema';
import type { ColumnType } from '@order-ledger/read-model/writing/columns';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';

const { log } = keepingLog();
const checkpointTable = 'create table checkpoint (name text primary key)';
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

const emptyDatabase = async (): Promise<{ url: string; client: pg.Client }> => {
  const { url, drop } = await createTestDatabase();
  undo.push(drop);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  undo.push(() => client.end());
  return { url, client };
};

it('makes both schemas once, whichever of several instances comes first, and points readers at the version [I4]', async () => {
  const { url, client } = await emptyDatabase();
  const migrate = () => migrateReadModel({ connectionString: url, log, checkpointTable });
  await Promise.all([migrate(), migrate(), migrate()]);
  await migrate();
  expect((await client.query('select version from read_model.live_version')).rows).toEqual([{ version: 1 }]);
  const tables = await client.query(
    "select table_name from information_schema.tables where table_schema = 'read_model_1' and table_name not like 'migration%' order by 1",
  );
  expect(tables.rows.map(({ table_name }) => table_name)).toEqual([
    'dirty_list',
    'heartbeat',
    'order_mark',
    'order_parked',
    'order_row',
    'order_span',
    'order_timeline',
    'stage_interval',
    'status_flow',
  ]);
});

it('lets the named roles read every table and write none, and says which role is missing', async () => {
  const { url, client } = await emptyDatabase();
  const role = `reader_${randomUUID().slice(0, 8)}`;
  const migrate = (readerRoles: string[]) =>
    migrateReadModel({ connectionString: url, log, checkpointTable, readerRoles });
  await expect(migrate([role])).rejects.toThrow(`no such role in Postgres: ${role}`);
  await client.query(`create role ${role}`);
  undo.push(async () => void (await client.query(`reset role; drop owned by ${role}; drop role ${role}`)));
  await migrate([role]);
  await client.query(`set role ${role}`);
  for (const table of ['read_model.live_version', 'read_model.checkpoint', 'read_model_1.order_row'])
    await client.query(`select * from ${table}`);
  await expect(client.query('delete from read_model_1.order_row')).rejects.toThrow('permission denied');
});

/** What the catalogue calls a column of this type; a due date is never null, because `infinity` stands for none. */
const CATALOGUED: Readonly<Record<ColumnType, string>> = {
  uuid: 'uuid',
  text: 'text',
  smallint: 'smallint',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  timestamptz: 'timestamp with time zone',
  'open timestamptz': 'timestamp with time zone',
  jsonb: 'jsonb',
  'text list': 'ARRAY',
  tstzrange: 'tstzrange',
};
const asCatalogued = (name: OrderColumn) => {
  const { type, lacks } = ORDER_COLUMNS[name];
  const nullable = lacks !== 'nothing' && type !== 'open timestamptz';
  return `${name} ${CATALOGUED[type]}${nullable ? '' : ' not null'}`;
};

it('has migrated every column of an order to where it is written and read, and no other one', async () => {
  const { url, client } = await emptyDatabase();
  await migrateReadModel({ connectionString: url, log, checkpointTable });
  const columnsOf = async (table: string): Promise<string[]> => {
    const { rows } = await client.query<{ told: string }>(
      `select concat_ws(' ', column_name, data_type, case is_nullable when 'NO' then 'not null' end) as told
       from information_schema.columns
       where table_schema = 'read_model_1' and table_name = $1 and is_generated = 'NEVER' order by 1`,
      [table],
    );
    return rows.map(({ told }) => told);
  };
  expect(await columnsOf('order_row')).toEqual(ALL.map(asCatalogued).sort());
  expect(await columnsOf('order_span')).toEqual(
    [...SPAN_COLUMNS.map(asCatalogued), 'during tstzrange not null'].sort(),
  );
  expect(await columnsOf('order_timeline')).toEqual(expect.arrayContaining(OF_EVENTS.map(asCatalogued)));
});
