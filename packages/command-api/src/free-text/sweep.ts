import type { Ledger } from '@order-ledger/ledger/ledger';
import type pg from 'pg';

const BATCH = 200;

interface Unsettled {
  command_id: string;
  order_id: string;
  field: string;
  hmac: string;
}

/** Whether an event of the order refers to this text. */
const isReferredTo = async (ledger: Ledger, text: Unsettled): Promise<boolean> => {
  const done = (await ledger.load(text.order_id))?.commands.get(text.command_id);
  if (done === undefined) return false;
  const { first_version: fromVersion, last_version: toVersion } = done;
  for await (const event of ledger.readOrder(text.order_id, { fromVersion, toVersion })) {
    const data: Record<string, unknown> = event.data;
    const reference = data[text.field];
    if (reference !== null && typeof reference === 'object' && 'hmac' in reference && reference.hmac === text.hmac) {
      return true;
    }
  }
  return false;
};

/**
 * Deletes the texts that were written a day ago or earlier and whose command came to nothing; those that an event refers
 * to are marked, so that they are not looked up again. Returns how many were deleted.
 */
export const sweepTexts = async (pool: pg.Pool, ledger: Ledger, olderThanMs = 86_400_000): Promise<number> => {
  const { rows } = await pool.query<Unsettled>(
    `select command_id, order_id, field, hmac from free_text
     where not in_ledger and written_at < now() - $1 * interval '1 millisecond' order by written_at limit $2`,
    [olderThanMs, BATCH],
  );
  let deleted = 0;
  for (const text of rows) {
    const place = [text.command_id, text.field, text.hmac];
    if (await isReferredTo(ledger, text)) {
      await pool.query(
        'update free_text set in_ledger = true where command_id = $1 and field = $2 and hmac = $3',
        place,
      );
    } else {
      await pool.query('delete from free_text where command_id = $1 and field = $2 and hmac = $3', place);
      deleted += 1;
    }
  }
  return deleted;
};
