import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder } from '@order-ledger/ledger/order-fault';
import type { Log } from '@order-ledger/platform/log';
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

/** Whether it was deleted. */
const settle = async (pool: pg.Pool, ledger: Ledger, text: Unsettled): Promise<boolean> => {
  const referredTo = await isReferredTo(ledger, text);
  const change = referredTo ? 'update free_text set in_ledger = true' : 'delete from free_text';
  await pool.query(`${change} where command_id = $1 and field = $2 and hmac = $3`, [
    text.command_id,
    text.field,
    text.hmac,
  ]);
  return !referredTo;
};

/**
 * Deletes the texts that were written a day ago or earlier and whose command came to nothing; those that an event refers
 * to are marked, so that they are not looked up again, and those of an order that cannot be read are kept. Returns how
 * many were deleted.
 */
export const sweepTexts = async (
  pool: pg.Pool,
  ledger: Ledger,
  log: Log,
  olderThanMs = 86_400_000,
): Promise<number> => {
  const atFault = new Set<string>();
  for (let deleted = 0; ; ) {
    const { rows } = await pool.query<Unsettled>(
      `select command_id, order_id, field, hmac from free_text
       where not in_ledger and written_at < now() - $1 * interval '1 millisecond' and order_id <> all ($2)
       order by written_at limit $3`,
      [olderThanMs, [...atFault], BATCH],
    );
    if (rows.length === 0) return deleted;
    for (const text of rows) {
      if (atFault.has(text.order_id)) continue;
      try {
        if (await settle(pool, ledger, text)) deleted += 1;
      } catch (error) {
        if (!isFaultOfOrder(error)) throw error;
        log.error('kept the texts of an order that cannot be read', { order_id: text.order_id, error });
        atFault.add(text.order_id);
      }
    }
  }
};
