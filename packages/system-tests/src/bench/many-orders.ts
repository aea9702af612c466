import type pg from 'pg';
import { progress } from './program.ts';

/** Apart, so that no two copies of an order look alike on a page. */
const APART_S = 37;
const SCHEMA = 'read_model_1';

interface Column {
  readonly name: string;
  readonly type: string;
}

const EARLIER = `make_interval(secs => copy * ${APART_S})`;
const copied = ({ name, type }: Column): string => {
  if (type === 'uuid')
    return `overlay(overlay(md5(${name}::text || '-' || copy) placing '8' from 13) placing '8' from 17)::uuid`;
  if (type === 'timestamp with time zone') return `${name} - ${EARLIER}`;
  if (name === 'sort_key') return `sort_key - copy * ${APART_S}000000::bigint`;
  if (name === 'external_ref') return `external_ref || '-' || copy`;
  return name;
};

/**
 * Copies the rows of whole lives until there are so many orders: what lists read, and nothing else. Millions are only
 * in reach where the indexes are made behind the rows.
 *
 * @param from how many copies of the first orders are there already
 * @returns how many orders there are
 */
export const fillOrderRows = async (
  pool: pg.Pool,
  { lives, from, orders }: { lives: number; from: number; orders: number },
): Promise<number> => {
  const { rows: columns } = await pool.query<Column>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $1 and table_name = 'order_row' and is_generated = 'NEVER' order by ordinal_position`,
    [SCHEMA],
  );
  const { rows: indexes } = await pool.query<{ name: string; made_by: string }>(
    `select indexname as name, indexdef as made_by from pg_indexes
     where schemaname = $1 and tablename = 'order_row' and indexname <> 'order_row_pkey'`,
    [SCHEMA],
  );
  const copies = Math.ceil(orders / lives) - 1;
  progress(`filling order_row up to ${lives * (copies + 1)} orders …`);
  for (const { name } of indexes) await pool.query(`drop index ${SCHEMA}.${name}`);
  // Ids have no order: their index would be written again a page for each row.
  await pool.query(`alter table ${SCHEMA}.order_row drop constraint order_row_pkey`);
  await pool.query(
    `insert into ${SCHEMA}.order_row (${columns.map(({ name }) => name).join(', ')})
     select ${columns.map(copied).join(', ')}
     from (select o.* from ${SCHEMA}.order_row o where exists (
       select from ${SCHEMA}.order_timeline t where t.order_id = o.order_id)) o
     cross join generate_series($1::bigint, $2::bigint) copy`,
    [from + 1, copies],
  );
  progress('making the indexes …');
  await pool.query(`alter table ${SCHEMA}.order_row add primary key (order_id)`);
  for (const { made_by } of indexes) await pool.query(made_by);
  await pool.query(`vacuum (analyze) ${SCHEMA}.order_row`);
  return copies;
};
