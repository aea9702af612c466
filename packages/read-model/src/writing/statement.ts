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

/** Of one table: its statement, and its rows among the changes. */
export interface Part<Given> {
  readonly text: string;
  readonly values: (given: Given) => unknown[];
}

export const part = <Given, Row>(
  { text, values }: Pick<Statement<Row>, 'text' | 'values'>,
  rowsOf: (given: Given) => readonly Row[],
): Part<Given> => ({ text, values: (given) => values(rowsOf(given)) });

/**
 * One statement that writes into several tables. A batch at the tail has few rows, and what it costs is the number of its
 * statements. None of these tables depends on another one.
 */
export const together = <Given>(...parts: readonly Part<Given>[]) => {
  let parameters = 0;
  const numbered = ({ text }: Part<Given>): string => {
    const before = parameters;
    return text.replaceAll(/\$(\d+)/g, (_parameter, number: string) => {
      parameters = Math.max(parameters, before + Number(number));
      return `$${before + Number(number)}`;
    });
  };
  const tables = parts.map((each, index) => `table_${index} as (${numbered(each)})`);
  return {
    text: `with ${tables.join(',\n')} select`,
    values: (given: Given): unknown[] => parts.flatMap(({ values }) => values(given)),
  };
};
