import type pg from 'pg';

/** One thing that a statement of an older build may lean on, or must comply with. */
interface Fact {
  /** The same in two catalogues when nothing about it has changed. */
  key: string;
  table: string;
  /** Of the table; empty where it concerns the table as a whole, or more than columns. */
  columns: readonly string[];
  /**
   * Whether statements that knew nothing of it comply by themselves, as long as it concerns new columns alone:
   * `offer` always, `filled` because a new row's columns say so, `demand` never.
   */
  kind: 'offer' | 'filled' | 'demand';
}

export type Catalogue = readonly Fact[];

/** Without the migrations' own book-keeping. */
const TABLES = `
  select c.oid, c.relname::text as "table", c.relkind::text as kind, c.relrowsecurity as guarded
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm') and c.relname not like 'migration%'`;

const FACTS = `
  with tables as (${TABLES}), columns as (
    select t.oid, t."table", t.kind, a.attnum, a.attname::text as name, a.attnotnull as demanded,
      format_type(a.atttypid, a.atttypmod) as type,
      case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as value
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  ), named as (
    select oid, attnum, name, value from columns
  )
  select "table", 'row security' as key, '{}'::text[] as columns, 'demand' as kind from tables where guarded
  union all
  select "table", 'kind ' || kind, '{}', 'offer' from tables
  union all
  select "table", name || ' ' || type, array[name], 'offer' from columns
  union all
  select "table", name || ' is ' || value, array[name], 'offer' from columns where value is not null
  union all
  select "table", name || ' not null', array[name], case when value is null then 'demand' else 'filled' end
  from columns where demanded
  union all
  select t."table", pg_get_constraintdef(c.oid),
    array(select name from named where oid = t.oid and attnum = any(c.conkey)),
    case when c.contype = 'c' then 'filled'
      when exists (select from named where oid = t.oid and attnum = any(c.conkey) and value is not null) then 'demand'
      else 'filled' end
  from tables t join pg_constraint c on c.conrelid = t.oid and c.contype in ('c', 'f', 'p', 'u', 'x')
  union all
  -- Of who refers to a table: its rows cannot be taken away any more.
  select t."table", 'referred to by ' || c.conname, '{}', 'demand'
  from tables t join pg_constraint c on c.confrelid = t.oid and c.confdeltype not in ('c', 'n', 'd')
  union all
  select t."table", pg_get_indexdef(i.indexrelid),
    array(select name from named where oid = t.oid and attnum = any(i.indkey::int2[])),
    case when not i.indisunique or exists (
        select from named
        where oid = t.oid and attnum = any(i.indkey::int2[]) and (value = 'identity' or value like 'nextval(%')
      ) then 'offer'
      when 0 = any(i.indkey::int2[])
        or exists (select from named where oid = t.oid and attnum = any(i.indkey::int2[]) and value is not null)
        then 'demand'
      else 'filled' end
  from tables t join pg_index i on i.indrelid = t.oid
  union all
  select t."table", pg_get_triggerdef(g.oid), '{}', 'demand'
  from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal`;

export const catalogueOf = async (database: pg.Pool, schema: string): Promise<Catalogue> =>
  (await database.query<Fact>(FACTS, [schema])).rows;

/** What an older build misses, or fails on, after a step: nothing where the step only adds. */
export const notOnlyAdded = (before: Catalogue, after: Catalogue): string[] => {
  const of = ({ table, key }: Fact): string => `${table}: ${key}`;
  const [was, is] = [new Set(before.map(of)), new Set(after.map(of))];
  const tables = new Set(before.map(({ table }) => table));
  const columns = new Set(before.flatMap(({ table, columns }) => columns.map((name) => `${table}.${name}`)));
  const lost = before.filter((fact) => !is.has(of(fact))).map((fact) => `lost ${of(fact)}`);
  const demanded = after.filter((fact) => {
    if (was.has(of(fact)) || !tables.has(fact.table) || fact.kind === 'offer') return false;
    const ofNewColumns = fact.columns.length > 0 && fact.columns.every((name) => !columns.has(`${fact.table}.${name}`));
    return fact.kind === 'demand' || !ofNewColumns;
  });
  return [...lost, ...demanded.map((fact) => `demanded ${of(fact)}`)].sort();
};
