import { eventId } from '@order-ledger/ledger/identity';
import { faultText } from '@order-ledger/platform/fault-text';
import { inTransaction } from '@order-ledger/platform/postgres';
import { type FirstPageList, listsShowing } from '@order-ledger/read-model/first-pages/lists';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ParkedOrder } from '@order-ledger/read-model/rows';
import type { Committed, CommitterOptions } from './commit-batch.ts';
import { readMissing } from './gaps.ts';
import { notifyReaders } from './notify.ts';
import { isAboutData } from './poison.ts';

/**
 * Folds the orders that are to be tried again from where their rows stand to the end of their streams. What of that the
 * subscription has yet to deliver will be a repetition then. `parked` loses the orders that are complete again.
 */
export const retryParkedOrders = async (options: CommitterOptions, parked: Set<string>): Promise<Committed> => {
  const { pool, writer, log } = options;
  const lists = new Set<FirstPageList>();
  for (const order_id of await writer.toRetry(pool)) {
    const outcome = await retry(options, order_id);
    if ('reason' in outcome) {
      await inTransaction(pool, (client) => writer.keepParked(client, outcome));
      log.warn('a parked order was tried again and stays parked', { order_id, reason: outcome.reason });
      continue;
    }
    parked.delete(order_id);
    for (const list of outcome.lists) lists.add(list);
    log.info('a parked order was tried again and is complete', { order_id });
  }
  return { lists: [...lists] };
};

const retry = async (
  { pool, writer, ledger, checkpoint, keepsFirstPages }: CommitterOptions,
  order_id: string,
): Promise<ParkedOrder | Committed> => {
  const rows = await writer.load(pool, [order_id]);
  const before = rows.get(order_id);
  const from_version = (before?.event_version ?? 0) + 1;
  const rest = await readMissing(ledger, { order_id, from_version, to_version: Number.POSITIVE_INFINITY });
  if ('fault' in rest) return { order_id, event_version: from_version, reason: 'unreadable', detail: rest.fault };

  const state = checkpoint.current();
  // Where they really stand is not known here. Readers meet them as news by their cursors.
  const position = state.position ?? { commit: 0n, prepare: 0n };
  const { changes, faults } = foldBatch(
    rows,
    rest.events.map((event) => ({ event, id: eventId(event.metadata.hash), position })),
  );
  const [fault] = faults;
  if (fault !== undefined)
    return { order_id, event_version: fault.event_version, reason: 'not-foldable', detail: faultText(fault.error) };

  const lists = listsShowing(...[before, changes.rows[0]].filter((row) => row !== undefined));
  try {
    await inTransaction(pool, async (client) => {
      // Moves nothing, but holds the row, as every transaction that adds events does before it gets their cursors; and
      // fails where another instance owns the checkpoint by now.
      await checkpoint.advance(client, state);
      await writer.store(client, changes);
      await writer.unpark(client, order_id);
      if (keepsFirstPages) await writer.markDirty(client, lists, position.commit);
      await notifyReaders(client, position.commit);
    });
  } catch (error) {
    if (!isAboutData(error)) throw error;
    return { order_id, event_version: from_version, reason: 'not-storable', detail: faultText(error) };
  }
  return { lists };
};
