import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { type Migration, migrate } from '@order-ledger/platform/migrate';
import { keepingLog } from '@order-ledger/testing/lines';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import pg from 'pg';
import { marksOfStatus } from '../../read-model/src/migrations/marks-of-status.ts';
import { PROJECTED } from '../../read-model/src/schema.ts';
import { catalogueOf, notOnlyAdded } from './support/catalogue.ts';
import { SCHEMAS } from './support/schemas.ts';

const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Of each step: what builds that do not know it would miss or fail on. */
const takenByEach = async (schema: string, migrations: readonly Migration[]): Promise<Record<string, string[]>> => {
  const taken: Record<string, string[]> = {};
  const inOrder = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, { name }] of inOrder.entries()) {
    const before = await catalogueOf(pool, schema);
    await migrate({ connectionString: database.url, schema, migrations: inOrder.slice(0, index + 1), log });
    taken[name] = notOnlyAdded(before, await catalogueOf(pool, schema));
  }
  return taken;
};

/** What a step takes away that builds before it read without, only more slowly; why stands beside the step. */
const REPLACED: Readonly<Record<string, readonly unknown[]>> = {
  '010-span-index': [expect.stringMatching(/^lost order_span: CREATE INDEX order_span_during /)],
};

describe('the migrations of every schema', () => {
  it('are all looked at here', () => {
    const owned = PROCESSES.map(({ schema }) => schema).filter((schema) => schema !== 'query_api');
    expect(Object.keys(SCHEMAS).sort()).toEqual([...owned, PROJECTED.schema].sort());
  });

  it.each(Object.entries(SCHEMAS))(
    'only add, so that the builds before go on working: %s',
    async (schema, migrations) => {
      const taken = await takenByEach(schema, migrations);
      expect(Object.keys(taken)).toHaveLength(migrations.length);
      for (const { name, needs } of migrations) {
        // A contract says which step a build must know; that step lies before it.
        if (needs === undefined) expect({ [name]: taken[name] }).toEqual({ [name]: REPLACED[name] ?? [] });
        else expect(migrations.filter((other) => other.name === needs && needs < name)).toHaveLength(1);
      }
    },
  );
});

/** All that a step says to Postgres, in one sum. */
const sumOf = async ({ up, needs }: Migration): Promise<string> => {
  const said: unknown[] = needs === undefined ? [] : [needs];
  const raw = async (...statement: unknown[]) => void said.push(statement);
  await up({ raw } as unknown as Parameters<Migration['up']>[0]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
};

describe('the text of a step', () => {
  const written = JSON.parse(readFileSync(new URL('./fixtures/migrations.json', import.meta.url), 'utf8')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;

  it.each(Object.entries(SCHEMAS))(
    'is never changed: databases have it behind them. A new step is written down in fixtures/migrations.json: %s',
    async (schema, migrations) => {
      const sums = await Promise.all(migrations.map(async (step) => [step.name, await sumOf(step)] as const));
      expect(Object.fromEntries(sums)).toEqual(written[schema]);
    },
  );

  it('of a status that comes later follows from its name alone', async () => {
    // Any status will do: which of them come later, the graph says.
    const step = marksOfStatus('RETURN_REQUESTED');
    expect([step.name, await sumOf(step)]).toEqual([
      'status-return-requested',
      '4b6c3f384faa20109c3ed28dac0143e20e4825ce37b55c7125012a9ded0cee73',
    ]);
  });
});

describe('a step', () => {
  const before = `
    create table maker (maker text primary key);
    create table article (
      name text not null, size integer check (size > 0), weight integer default 1, maker text references maker
    );
    create index article_size on article (size);
    create unique index article_name on article (name);
    create view shelf as select name, size from article`;
  const takenBy = async (statement: string): Promise<string[]> => {
    const schema = `shop_${crypto.randomUUID().slice(0, 8)}`;
    const step = (name: string, text: string): Migration => ({ name, up: async (knex) => void (await knex.raw(text)) });
    return Object.values(await takenByEach(schema, [step('001', before), step('002', statement)]))[1] ?? [];
  };

  it.each([
    ['a table', 'create table box (box text primary key, maker text references maker on delete cascade)'],
    ['a column', 'alter table article add column colour text'],
    [
      'a column with a value for rows that do not name it',
      "alter table article add column colour text not null default 'red'",
    ],
    ['a numbering', 'alter table article add column number bigint generated always as identity'],
    [
      'a check of new columns alone',
      'alter table article add column low integer, add column high integer, add check (low < high)',
    ],
    [
      'a unique index over a new column',
      'alter table article add column code text; create unique index on article (code)',
    ],
    [
      'a unique index over what is numbered',
      'alter table article add column number bigserial; create unique index on article (number)',
    ],
    ['an index', 'create index on article (weight)'],
    ['a column of a view', 'create or replace view shelf as select name, size, weight from article'],
  ])('may add %s', async (_, statement) => {
    expect(await takenBy(statement)).toEqual([]);
  });

  it.each([
    ['a table', 'drop table article cascade'],
    ['a column', 'alter table article drop column weight'],
    ['a column’s name', 'alter table article rename column weight to mass'],
    ['a column’s type', 'alter table article alter column weight type bigint'],
    ['a default', 'alter table article alter column weight drop default'],
    ['a unique index that an insert names', 'drop index article_name'],
    ['an index', 'drop index article_size'],
    ['a column of a view', 'drop view shelf; create view shelf as select name from article'],
    ['a view’s place', 'drop view shelf; create table shelf (name text, size integer)'],
  ])('may not take away %s', async (_, statement) => {
    expect(await takenBy(statement)).toContainEqual(expect.stringMatching(/^lost /));
  });

  it.each([
    ['a value in a new column', 'alter table article add column colour text not null'],
    ['a value in an old column', 'alter table article alter column size set not null'],
    ['more of an old column', 'alter table article add check (size < 100)'],
    ['that old columns fit new ones', 'alter table article add column low integer, add check (low < size)'],
    ['that rows differ', 'create unique index on article (size)'],
    [
      'that rows differ in what all are given',
      'alter table article add column code text default 1; create unique index on article (code)',
    ],
    ['that expressions differ', 'create unique index on article (lower(name))'],
    ['a row elsewhere', 'alter table article add foreign key (name) references maker'],
    ['that what is there stays', 'create table box (maker text references maker)'],
    [
      'the consent of a trigger',
      'create function no() returns trigger language plpgsql as $$ begin return null; end $$; create trigger no before insert on article for each row execute function no()',
    ],
    ['the consent of a policy', 'alter table article enable row level security'],
  ])('may not demand %s', async (_, statement) => {
    expect(await takenBy(statement)).toContainEqual(expect.stringMatching(/^demanded /));
  });
});
