import type { ClientBase } from 'pg';
import { cursorSequence } from '../schema.ts';

/**
 * Continues the cursors from the present time, in microseconds: far above all earlier ones, because there is less than
 * one event a microsecond. So cursors of transactions that a failover or a restored backup lost are never used again:
 * for a reader with such a cursor all later events come after it.
 */
export const beginCursors = (schema: string) => async (client: ClientBase) => {
  const sequence = cursorSequence(schema);
  await client.query(
    `select setval('${sequence}', present.cursor)
     from ${sequence} last, (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as cursor) present
     where last.last_value < present.cursor`,
  );
};
