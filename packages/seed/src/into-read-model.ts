import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventId } from '@order-ledger/ledger/identity';
import { inTransaction } from '@order-ledger/platform/postgres';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import { createWriter } from '@order-ledger/read-model/writing/writer';
import type pg from 'pg';
import { historyOf } from './history.ts';
import { bornAt, type Seeding } from './into-ledger.ts';

/** Orders whose lives are folded one by one; all others are copies of these, at other times. */
const MOST_PATTERNS = 5_000;
const ORDERS_OF_BATCH = 100;
/** Copies are so many seconds apart, so that no two orders of a page look alike. */
const APART_S = 37;

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
}

const TABLES = ['order_row', 'order_timeline', 'order_span', 'stage_interval', 'order_mark'] as const;

/**
 * Fills the tables alone, with rows that no event stands behind: for measuring how they are read. The lives of some
 * thousand orders are folded as the projector does it, and the database copies their rows: other ids, times a little
 * earlier. What lies within JSON keeps its times.
 *
 * @param schema of the version that is read
 */
export const seedReadModel = async (
  pool: pg.Pool,
  schema: string,
  seeding: Seeding,
  mostPatterns = MOST_PATTERNS,
): Promise<number> => {
  const { orders, seen } = seeding;
  const patterns = Math.min(orders, mostPatterns);
  const ids = await foldPatterns(pool, schema, { ...seeding, orders: patterns });
  let made = patterns;
  seen(made, 0);
  const columns = await columnsOf(pool, schema);
  for (let copy = 1; made < orders; copy += 1) {
    const chosen = ids.slice(0, Math.min(orders - made, ids.length));
    await inTransaction(pool, async (client) => {
      for (const table of TABLES) await client.query(copyOf(schema, table, columns), [chosen, copy]);
    });
    made += chosen.length;
    seen(made, 0);
  }
  const factor = orders / patterns;
  await pool.query(
    `update ${schema}.status_flow set count = round(count * $1::numeric), dwell_ms = round(dwell_ms * $1::numeric)`,
    [factor],
  );
  await pool.query(`analyze ${TABLES.map((table) => `${schema}.${table}`).join(', ')}`);
  return made;
};

const foldPatterns = async (pool: pg.Pool, schema: string, seeding: Seeding): Promise<string[]> => {
  const writer = createWriter(schema);
  const { rows } = await pool.query<{ last: string }>(
    `select coalesce(max(position_commit), 0)::text as last from ${schema}.order_timeline`,
  );
  let position = BigInt(rows[0]?.last ?? 0);
  const read = (event: RecordedEvent): ReadEvent => {
    position += 1n;
    return { event, id: eventId(event.metadata.hash), position: { commit: position, prepare: position } };
  };
  const ids: string[] = [];
  for (let number = 0; number < seeding.orders; number += ORDERS_OF_BATCH) {
    const lives = Array.from({ length: Math.min(ORDERS_OF_BATCH, seeding.orders - number) }, (_, index) =>
      historyOf({
        seed: seeding.seed,
        number: number + index,
        from: bornAt(seeding, number + index),
        until: seeding.until,
      }),
    );
    ids.push(...lives.flatMap(([first]) => (first === undefined ? [] : [first.metadata.order_id])));
    const { changes, faults } = foldBatch(new Map(), lives.flat().map(read));
    if (faults[0] !== undefined) throw faults[0].error;
    await inTransaction(pool, (client) => writer.store(client, changes));
    seeding.seen(ids.length, 0);
  }
  return ids;
};

const columnsOf = async (pool: pg.Pool, schema: string): Promise<readonly Column[]> => {
  const { rows } = await pool.query<Column>(
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = $1 and is_generated = 'NEVER' and column_name <> 'cursor' order by ordinal_position`,
    [schema],
  );
  return rows;
};

const EARLIER = `make_interval(secs => $2::integer * ${APART_S})`;

/** What a copy has in a column: ids of its own, times that are earlier, and all else as it is. */
const copied = ({ column_name: name, data_type: type }: Column): string => {
  // Of version 8, the one for numbers of one's own: other texts of 32 digits are no ids to whoever checks them.
  if (type === 'uuid')
    return `overlay(overlay(md5(${name}::text || $2::integer) placing '8' from 13) placing '8' from 17)::uuid`;
  if (type === 'timestamp with time zone') return `${name} - ${EARLIER}`;
  if (type === 'tstzrange') return `tstzrange(lower(${name}) - ${EARLIER}, upper(${name}) - ${EARLIER})`;
  // Microseconds of the creation.
  if (name === 'sort_key') return `${name} - $2::bigint * ${APART_S}000000`;
  if (name === 'external_ref') return `${name} || '-' || $2::integer`;
  return name;
};

const copyOf = (schema: string, table: string, columns: readonly Column[]): string => {
  const own = columns.filter(({ table_name }) => table_name === table);
  return `insert into ${schema}.${table} (${own.map(({ column_name }) => column_name).join(', ')})
    select ${own.map(copied).join(', ')} from ${schema}.${table} where order_id = any($1::uuid[])`;
};
