import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrateReadModel, PROJECTED } from '@order-ledger/read-model/schema';
import { spansAt } from '@order-ledger/read-model/span-index';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';

const { schema } = PROJECTED;
const BEGINNING = '2026-01-01T00:00:00Z';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const checkpointTable = 'create table checkpoint (name text primary key)';
  await migrateReadModel({ connectionString: database.url, log: keepingLog().log, checkpointTable });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Spans of orders of their own. `during` may use `n`, which counts from `from` up to `to`. */
const insertSpans = (during: string, from: number, to: number): string => `
  insert into ${schema}.order_span
    (order_id, event_version, status, stage, owner, priority, due_at, sort_key, stage_entered_at, frozen_ms, during)
  select gen_random_uuid(), 1, 'SUBMITTED', 'SUBMITTED', 'MES', 1, timestamptz '${BEGINNING}', n, timestamptz '${BEGINNING}', 0,
    ${during} from generate_series(${from}, ${to}) n order by n`;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
const planOf = async (text: string): Promise<Node> => {
  const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`);
  return (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan;
};

const contained = async (condition: string): Promise<string[]> =>
  (await client.query<{ order_id: string }>(condition)).rows.map(({ order_id }) => order_id).sort();
const bothWays = async (at: string): Promise<[found: string[], contain: string[]]> => {
  const time = `timestamptz '${at}'`;
  return [
    await contained(spansAt(schema, 'order_id', time)),
    await contained(`select order_id from ${schema}.order_span where during @> ${time}`),
  ];
};

it('finds every span that contains a moment, whatever its length, its beginning within and its end not [G3]', async () => {
  // Lengths from a microsecond to centuries, and those at which a class ends, a little less and a little more.
  const lengths = ['1 microsecond', '59.999999 s', '60 s', '60.000001 s', '1 year', '4 years', '300 years'].concat(
    Array.from({ length: 23 }, (_, power) => `${2 ** power} min`),
    Array.from({ length: 23 }, (_, power) => `${2 ** power} min 1 microsecond`),
  );
  const begins = `timestamptz '${BEGINNING}' + (n % 400) * interval '37 hours'`;
  for (const [index, length] of lengths.entries())
    await client.query(
      insertSpans(`tstzrange(${begins}, ${begins} + interval '${length}')`, index * 400, index * 400 + 399),
    );
  await client.query(`analyze ${schema}.order_span`);
  const ends = await client.query<{ at: string }>(
    `select at::text from (
       select lower(during) as at from ${schema}.order_span union select upper(during) from ${schema}.order_span
     ) ends order by md5(at::text) limit 60`,
  );
  let found = 0;
  for (const at of [...ends.rows.map((row) => row.at), '2026-03-03T03:03:03.333333Z', '1999-01-01', '2400-01-01']) {
    const [ours, wanted] = await bothWays(at);
    expect([at, ours]).toEqual([at, wanted]);
    found += ours.length;
  }
  expect(found).toBeGreaterThan(1_000);
});

it.each(['1999-01-01', '2026-02-02', '2026-12-31', '2400-01-01'])(
  'reads only the index, wherever the moment lies: %s [G3] [I3]',
  async (at) => {
    const plan = nodes(await planOf(spansAt(schema, 'order_id, status, stage_entered_at', `timestamptz '${at}'`)));
    const ofSpans = plan.filter((node) => node['Relation Name'] === 'order_span');
    expect(ofSpans.map((node) => node['Index Name'])).toEqual(['order_span_by_length']);
  },
);

it('a state that has ended costs no more to keep after a long history than after a short one [I10]', async () => {
  await client.query(`truncate ${schema}.order_span`);
  const during = `tstzrange(timestamptz '${BEGINNING}' + n * interval '1 min',
    timestamptz '${BEGINNING}' + n * interval '1 min' + (1 + n % 50) * interval '40 min')`;
  const costOf = async (from: number, to: number): Promise<number> => {
    const plan = await planOf(insertSpans(during, from, to));
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  };
  await client.query(insertSpans(during, 0, 4_999));
  const early = await costOf(5_000, 5_999);
  await client.query(insertSpans(during, 6_000, 59_999));
  const late = await costOf(60_000, 60_999);
  expect(late / early).toBeLessThan(1.5);
});
