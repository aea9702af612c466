import type { Scope } from '@order-ledger/domain/sight';
import { type Page, pageOf } from './keyset.ts';
import type { ListRequest } from './list-form.ts';
import { listParts } from './list-orders.ts';
import { planName } from './plan-names.ts';
import type { Reader } from './reader.ts';
import { SERVER } from './row-version.ts';

/** An order of a list by its key alone: whoever has its row in this version need not read it. */
export interface ListedKey {
  readonly order_id: string;
  readonly row_version: string;
  readonly list_key: readonly string[];
}

/** Statements with equal text share a plan whatever the page's length: keys are cheap, and some more are read. */
const LENGTHS_OF = 50;
const lengthFor = (limit: number): number => Math.ceil(limit / LENGTHS_OF) * LENGTHS_OF + 1;

/**
 * The keys of a page as one text, a line each: made into rows, they cost Node five times as much. `order_id`, the last
 * column of every key, stands in front, the row's version behind it.
 */
export const listKeysStatement = (
  schema: string,
  scope: Scope,
  request: ListRequest,
): { text: string; values: unknown[] } => {
  const { keys, names, order, parameters } = listParts(schema, scope, request, {
    most: () => String(lengthFor(request.limit)),
    beside: ['o.xmin as row_version'],
  });
  const fields = ['order_id', 'row_version', ...names.filter((name) => name !== 'order_id')];
  const line = fields.map((name) => `k.${name}::text`).join(" || '|' || ");
  const text = `select ${SERVER} as server, string_agg(${line}, E'\\n') as keys
    from (select * from (${keys}) k order by ${order.replaceAll('o.', 'k.')} limit ${lengthFor(request.limit)}) k`;
  return { text, values: parameters.values };
};

const keyOf = (line: string, server: string): ListedKey => {
  const [order_id = '', version, ...key] = line.split('|');
  return { order_id, row_version: `${version}@${server}`, list_key: [...key, order_id] };
};

/** One page of a list as it is now, by its keys. */
export const listKeys = async (
  { pool, schema }: Reader,
  scope: Scope,
  request: ListRequest,
): Promise<Page<ListedKey>> => {
  const statement = listKeysStatement(schema, scope, request);
  const { rows } = await pool.query<{ server: string; keys: string | null }>({
    ...planName(statement.text),
    ...statement,
  });
  const { server = '', keys = null } = rows[0] ?? {};
  const lines = keys === null ? [] : keys.split('\n').slice(0, request.limit + 1);
  return pageOf(
    lines.map((line) => keyOf(line, server)),
    request.limit,
    request.place,
  );
};
