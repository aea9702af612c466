import type pg from 'pg';

/** Where a statement reads: a pool, and the schema of the live version whose tables it names. */
export interface Reader {
  pool: pg.Pool;
  /** Such as `read_model_1`; only ever made by `versionSchema`, for it becomes part of statements. */
  schema: string;
}

/** Names of ours, such as statuses, as a list within a statement: what an index or a plan must see is no parameter. */
export const inSql = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Collects the values of a statement that is put together from parts, and gives each its place. */
export interface Parameters {
  readonly values: unknown[];
  /** The placeholder of a value, such as `$3`. */
  add(value: unknown): string;
}

export const createParameters = (): Parameters => {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
};
