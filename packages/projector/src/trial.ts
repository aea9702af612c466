import { faultText } from '@order-ledger/platform/fault-text';
import { type Changes, foldBatch } from '@order-ledger/read-model/folding/fold-batch';
import type { ReadEvent } from '@order-ledger/read-model/folding/read-event';
import type { OrderRow, ParkedOrder } from '@order-ledger/read-model/rows';
import type { Writer } from '@order-ledger/read-model/writing/writer';
import type pg from 'pg';
import { knownGoodChanges } from './known-good.ts';
import { isAboutData, SystemicError } from './poison.ts';

/** Why changes cannot be stored, if they are at fault themselves; null if they can be. Nothing of them is kept. */
type Refusal = (changes: Changes) => Promise<unknown>;

/** Stores and takes back, as often as `work` likes, in one transaction. */
const inTrial = async <Result>(
  pool: pg.Pool,
  writer: Pick<Writer, 'store'>,
  work: (refusal: Refusal) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  // A connection that breaks between two statements says so by an event alone; the next statement fails.
  const onError = (): void => undefined;
  client.on('error', onError);
  const refusal: Refusal = async (changes) => {
    await client.query('savepoint trial');
    try {
      await writer.store(client, changes);
      return null;
    } catch (error) {
      if (!isAboutData(error)) throw error;
      return error;
    } finally {
      await client.query('rollback to savepoint trial; release savepoint trial');
    }
  };
  try {
    await client.query('begin');
    return await work(refusal);
  } finally {
    const broken = await client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    );
    client.off('error', onError);
    client.release(broken);
  }
};

/** @throws SystemicError when the tables refuse a known good order too: then it is not the events */
export const proveTables = (pool: pg.Pool, writer: Pick<Writer, 'store'>): Promise<void> =>
  inTrial(pool, writer, async (refusal) => {
    const refused = await refusal(knownGoodChanges());
    if (refused !== null)
      throw new SystemicError('the tables refuse a known good order too: nothing is parked for it', { cause: refused });
  });

/**
 * The orders whose events Postgres refuses, each from its first refused event on, among events that it refuses together.
 * Halves that it takes are not looked into, so that one bad order among thousands is found by some twenty trials, and
 * where every other order is bad it takes about one trial an order.
 */
export const refusedOrders = (
  pool: pg.Pool,
  writer: Pick<Writer, 'store'>,
  rows: ReadonlyMap<string, OrderRow>,
  events: readonly ReadEvent[],
): Promise<ParkedOrder[]> =>
  inTrial(pool, writer, async (refusal) => {
    const refused = (some: readonly ReadEvent[]) => refusal(foldBatch(rows, some).changes);

    const parkedFrom = async (ofOrder: readonly ReadEvent[], error: unknown): Promise<ParkedOrder> => {
      const index = await firstFailing(
        ofOrder.length,
        async (count) => (await refused(ofOrder.slice(0, count))) !== null,
      );
      const { order_id, event_version } = (ofOrder[index] as ReadEvent).event.metadata;
      return { order_id, event_version, reason: 'not-storable', detail: faultText(error) };
    };

    /** @param known that these are refused together: where the first half is taken, it is the second that is not */
    const search = async (orders: readonly (readonly ReadEvent[])[], known: boolean): Promise<ParkedOrder[]> => {
      const [only] = orders;
      if (only === undefined) return [];
      if (orders.length === 1 || !known) {
        const error = await refused(orders.flat());
        if (error === null) return [];
        if (orders.length === 1) return [await parkedFrom(only, error)];
      }
      const middle = Math.ceil(orders.length / 2);
      const first = await search(orders.slice(0, middle), false);
      return [...first, ...(await search(orders.slice(middle), first.length === 0))];
    };
    return search(byOrder(events), true);
  });

const byOrder = (events: readonly ReadEvent[]): ReadEvent[][] => {
  const orders = new Map<string, ReadEvent[]>();
  for (const read of events) {
    const { order_id } = read.event.metadata;
    const known = orders.get(order_id);
    if (known === undefined) orders.set(order_id, [read]);
    else known.push(read);
  }
  return [...orders.values()];
};

/**
 * The first item without which everything before it succeeds: the least n such that the first n + 1 items fail. About
 * log2 of their number of trials.
 *
 * @param fails whether the first `count` items fail; they all do, and none does not
 */
const firstFailing = async (length: number, fails: (count: number) => Promise<boolean>): Promise<number> => {
  let good = 0;
  let bad = length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await fails(middle)) bad = middle;
    else good = middle;
  }
  return bad - 1;
};
