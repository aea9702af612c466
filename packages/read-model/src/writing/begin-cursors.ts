import type { ClientBase } from 'pg';
import { cursorSequence } from '../schema.ts';

/**
 * Lets the cursors go on from the present time, in microseconds: far above all that were given before, because there is
 * no event a microsecond. So what an owner gave whose last transactions were lost, by a failover or a restored backup, is
 * never given again: a reader who has such a cursor finds all that comes afterwards behind it.
 */
export const beginCursors = (schema: string) => async (client: ClientBase) => {
  const sequence = cursorSequence(schema);
  await client.query(
    `select setval('${sequence}', present.cursor)
     from ${sequence} last, (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as cursor) present
     where last.last_value < present.cursor`,
  );
};
