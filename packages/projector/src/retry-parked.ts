import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventId } from '@order-ledger/ledger/identity';
import { faultText } from '@order-ledger/platform/fault-text';
import { inTransaction } from '@order-ledger/platform/postgres';
import { type FirstPageList, listsShowing, OUTLINE } from '@order-ledger/read-model/first-pages/lists';
import { foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { OrderRow, ParkedOrder } from '@order-ledger/read-model/rows';
import type { Retried } from '@order-ledger/read-model/writing/park-orders';
import type { Committed, Parked, TablesOptions } from './committed.ts';
import { readMissing } from './gaps.ts';
import { notifyReaders } from './notify.ts';
import { creationIn } from './outlines.ts';
import { isAboutData } from './poison.ts';
import { refusedOrders } from './trial.ts';

/**
 * Retries parked orders: folds them from where their rows are to the end of their streams. What the subscription has
 * yet to deliver of that is then a repetition. `parked` loses the orders that are complete again. One that still cannot
 * be shown is closed if an operator has asked for it, or has corrected the event that it is parked for.
 */
export const retryParkedOrders = async (options: TablesOptions, parked: Parked): Promise<Committed> => {
  const { log, pool, writer } = options;
  const lists = new Set<FirstPageList>();
  const toRetry = await writer.toRetry(pool);
  for (const retried of toRetry) {
    const { order_id } = retried;
    const outcome = await retry(options, order_id);
    if ('parked' in outcome) {
      const kept = await keep(options, retried, outcome);
      for (const list of kept.lists) lists.add(list);
      const { reason, event_version } = outcome.parked;
      const text = kept.closed ? 'closed a parked order' : 'retried a parked order: it stays parked';
      log.warn(text, { order_id, event_version, reason });
      continue;
    }
    parked.orders.delete(order_id);
    for (const list of outcome.lists) lists.add(list);
    log.info('retried a parked order: it is complete again', { order_id });
  }
  if (toRetry.length > 0) parked.open = await writer.countOpen(pool);
  return { lists: [...lists] };
};

/** Why an order stays parked, with what of its stream could be read. */
interface StillParked {
  readonly parked: ParkedOrder;
  readonly before: OrderRow | undefined;
  readonly events: readonly RecordedEvent[];
}

const keep = async (
  { pool, writer, checkpoint, keepsFirstPages }: TablesOptions,
  { order_id, parked_at, asked, close_asked, is_rowless }: Retried,
  { parked, before, events }: StillParked,
): Promise<{ lists: readonly FirstPageList[]; closed: boolean }> => {
  const correction = events.find(
    ({ type, data }) => type === 'CorrectionRecorded' && data.corrects_event_version === parked.event_version,
  );
  const closed =
    correction !== undefined || close_asked ? { version: correction?.metadata.event_version ?? null } : null;
  const state = checkpoint.current();
  const lists = listsShowing(before ?? OUTLINE);
  await inTransaction(pool, async (client) => {
    // Moves nothing, but fails where another instance owns the tables by now.
    await checkpoint.advance(client, state);
    if (is_rowless) {
      const first = creationIn(events[0]);
      const recorded_at = first?.metadata.recorded_at ?? parked_at.toISOString();
      await writer.outline(client, [{ order_id, reason: parked.reason, recorded_at, first }]);
    }
    await writer.keepParked(client, { ...parked, asked, closed });
    if (keepsFirstPages && state.position !== null) await writer.markDirty(client, lists, state.position.commit);
  });
  return { lists, closed: closed !== null };
};

const retry = async (
  { pool, writer, ledger, checkpoint, keepsFirstPages }: TablesOptions,
  order_id: string,
): Promise<StillParked | Committed> => {
  const rows = await writer.load(pool, [order_id]);
  const before = rows.get(order_id);
  const from_version = (before?.event_version ?? 0) + 1;
  const rest = await readMissing(ledger, { order_id, from_version, to_version: Number.POSITIVE_INFINITY });
  if ('fault' in rest) {
    const parked: ParkedOrder = { order_id, event_version: from_version, reason: 'unreadable', detail: rest.fault };
    return { parked, before, events: [] };
  }
  const { events } = rest;
  const state = checkpoint.current();
  // Their own positions are not known here. Readers find them as new events by their cursors.
  const position = state.position ?? { commit: 0n, prepare: 0n };
  const read = events.map((event) => ({ event, id: eventId(event.metadata.hash), position }));
  const { changes, faults } = foldBatch(rows, read);
  const [fault] = faults;
  if (fault !== undefined) {
    const { event_version, error } = fault;
    return {
      parked: { order_id, event_version, reason: 'not-foldable', detail: faultText(error) },
      ...{ before, events },
    };
  }
  const lists = listsShowing(...[before ?? OUTLINE, changes.rows[0]].filter((row) => row !== undefined));
  try {
    await inTransaction(pool, async (client) => {
      // Moves nothing, but locks the row, as every transaction that adds events does before it gets their cursors; and
      // fails if another instance owns the checkpoint by now.
      await checkpoint.advance(client, state);
      await writer.removeOutline(client, order_id);
      await writer.store(client, changes);
      await writer.unpark(client, order_id);
      if (keepsFirstPages) await writer.markDirty(client, lists, position.commit);
      await notifyReaders(client, position.commit, undefined);
    });
  } catch (error) {
    if (!isAboutData(error)) throw error;
    const [refused] = await refusedOrders(pool, writer, rows, read);
    const parked: ParkedOrder = refused ?? {
      ...{ order_id, event_version: from_version, reason: 'not-storable', detail: faultText(error) },
    };
    return { parked, before, events };
  }
  return { lists };
};
