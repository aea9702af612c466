import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { stateAfter } from '@order-ledger/ledger/follow/checkpoint';
import { faultText } from '@order-ledger/platform/fault-text';
import { inTransaction } from '@order-ledger/platform/postgres';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { CALL, currentTraceparent, inSpan } from '@order-ledger/platform/telemetry';
import { type FirstPageList, listsShowing, OUTLINE } from '@order-ledger/read-model/first-pages/lists';
import { sortOut } from '@order-ledger/read-model/folding/continuity';
import { type Changes, foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { ParkedOrder } from '@order-ledger/read-model/rows';
import type { Batch } from './batcher.ts';
import type { Committed, Parked, TablesOptions } from './committed.ts';
import { fillGaps } from './gaps.ts';
import type { KnownRows } from './known-rows.ts';
import { metrics } from './metrics.ts';
import { notifyReaders } from './notify.ts';
import { correctedOrders, outlinesOf } from './outlines.ts';
import { isAboutData } from './poison.ts';
import { readableEvents } from './readable-events.ts';
import { proveTables, refusedOrders } from './trial.ts';

const WRITE_ATTRIBUTES = { [attribute.dbSystemName]: 'postgresql', [attribute.dbOperationName]: 'COMMIT' };

/** What OpenTelemetry keeps of a span's links. */
const MOST_LINKS = 128;

/** In a batch that Postgres refuses the refused orders are looked for among so many events at a time. */
const PIECE = 100;

/**
 * The returned function writes a batch into the tables, in one transaction with the checkpoint. It rejects if nothing
 * of the batch was kept: then reading starts again from the checkpoint.
 */
export const createBatchCommit = (
  options: TablesOptions,
  parked: Parked,
  known: KnownRows,
  onCommitted: (changes: Changes) => void,
): ((batch: Batch) => Promise<Committed>) => {
  const { pool, writer, ledger, checkpoint, log } = options;
  const store = async (
    changes: Changes,
    parking: readonly ParkedOrder[],
    to: Batch,
    lists: readonly FirstPageList[],
  ) => {
    const next = stateAfter(checkpoint.current(), { events: to.received, position: to.position });
    const began = performance.now();
    const written = known.writing(changes.rows, parking);
    await inSpan(
      'write read model',
      WRITE_ATTRIBUTES,
      () =>
        inTransaction(pool, async (client) => {
          // First, so that a replaced owner waits for no lock and writes nothing, and so that the events of two
          // transactions get their cursors in the sequence of the commits.
          await checkpoint.advance(client, next);
          await writer.store(client, changes);
          await writer.park(client, parking);
          await writer.outline(client, outlinesOf(parking, to.received));
          await writer.askForRetry(client, correctedOrders(parked.orders, parking, to.received));
          if (to.received.length === 0 || next.position === null) return;
          if (options.keepsFirstPages) await writer.markDirty(client, lists, next.position.commit);
          await notifyReaders(client, next.position.commit, currentTraceparent());
        }),
      CALL,
    );
    checkpoint.committed(next);
    written();
    metrics.commitSeconds.observe({}, (performance.now() - began) / 1000);
  };

  const settle = (applied: number, parking: readonly ParkedOrder[]): void => {
    for (const { order_id, event_version, reason, detail } of parking) {
      if (!parked.orders.has(order_id)) parked.open += 1;
      parked.orders.add(order_id);
      metrics.parkings.inc({ reason });
      log.error('parked an order: its later events are skipped', {
        order_id,
        event_version,
        reason,
        problems: [detail],
      });
    }
    metrics.events.inc({ outcome: 'applied' }, applied);
  };

  const commit = async (batch: Batch): Promise<Committed> => {
    const readable = readableEvents(batch.received, parked.orders);
    const touched = [...new Set(readable.events.map(({ event }) => event.metadata.order_id))].sort();
    const rows = await known.load(touched);
    const versions = new Map([...rows].map(([order_id, { event_version }]) => [order_id, event_version]));
    const sorted = sortOut(versions, parked.orders, readable.events);
    const filled = await fillGaps(ledger, sorted, log);

    const parking: ParkedOrder[] = [...readable.parking, ...filled.parking];
    let proven = false;
    /** Proves that the orders to be parked are at fault themselves, however many there are: the tables take others. */
    const prove = async (): Promise<void> => {
      if (!proven) await proveTables(pool, writer);
      proven = true;
    };
    for (let events = filled.events; ; ) {
      const { changes, faults } = foldBatch(rows, events);
      const unfoldable = faults.map(
        ({ order_id, event_version, error }): ParkedOrder => ({
          order_id,
          event_version,
          reason: 'not-foldable',
          detail: faultText(error),
        }),
      );
      const all = earliestOf([...parking, ...unfoldable]);
      if (all.length > 0) await prove();
      const lists = [
        ...new Set(
          changes.rows.flatMap((row) =>
            listsShowing(row, ...[rows.get(row.order_id)].filter((old) => old !== undefined)),
          ),
        ),
        ...all.flatMap(({ order_id }) => listsShowing(rows.get(order_id) ?? OUTLINE)),
      ];
      try {
        await store(changes, all, batch, lists);
        settle(changes.timeline.length, all);
        onCommitted(changes);
        metrics.events.inc({ outcome: 'duplicate' }, sorted.duplicates);
        metrics.events.inc({ outcome: 'parked' }, sorted.parked + readable.parked);
        return { lists };
      } catch (error) {
        if (!isAboutData(error)) throw error;
        if (batch.received.length > PIECE) return commitPieces(batch);
        await prove();
        const refused = await refusedOrders(pool, writer, rows, events);
        // The fault has passed meanwhile, say because a constraint was removed; if not, the next run meets it again.
        if (refused.length === 0) throw error;
        parking.push(...refused);
        events = before(events, refused);
      }
    }
  };

  /**
   * The search for refused orders takes time: the checkpoint moves piece by piece, so that nothing is searched twice.
   */
  const commitPieces = async (batch: Batch): Promise<Committed> => {
    const lists = new Set<FirstPageList>();
    for (let from = 0; from < batch.received.length; from += PIECE) {
      const received = batch.received.slice(from, from + PIECE);
      const isLast = from + PIECE >= batch.received.length;
      const position = isLast ? batch.position : (received.at(-1)?.position ?? null);
      for (const list of (await commit({ ...batch, received, position })).lists) lists.add(list);
    }
    return { lists: [...lists] };
  };

  return (batch) =>
    // The position alone moves once a second: nobody looks for that.
    inSpan(
      'project batch',
      { [attribute.batchEvents]: batch.received.length, [attribute.batchReason]: batch.reason },
      async () => {
        metrics.batchEvents.observe({ flush_reason: batch.reason }, batch.received.length);
        return { ...(await commit(batch)), follows: currentTraceparent() };
      },
      { parent: null, links: traceparents(batch), unrecorded: batch.received.length === 0 },
    );
};

/** One entry an order, at the first event that is left out. */
const earliestOf = (parking: readonly ParkedOrder[]): ParkedOrder[] => {
  const byOrder = new Map<string, ParkedOrder>();
  for (const each of parking) {
    const known = byOrder.get(each.order_id);
    if (known === undefined || each.event_version < known.event_version) byOrder.set(each.order_id, each);
  }
  return [...byOrder.values()];
};

/** The events without those of the refused orders from the refused one on. */
const before = (events: readonly ReadEvent[], refused: readonly ParkedOrder[]): readonly ReadEvent[] => {
  const from = new Map(refused.map(({ order_id, event_version }) => [order_id, event_version]));
  return events.filter(
    ({ event: { metadata } }) => metadata.event_version < (from.get(metadata.order_id) ?? Number.POSITIVE_INFINITY),
  );
};

const traceparents = ({ received }: Batch): (string | undefined)[] =>
  [...new Set(received.map(({ event }: { event: RecordedEvent | null }) => event?.metadata.traceparent))].slice(
    0,
    MOST_LINKS,
  );
