import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type OwnedCheckpoint, stateAfter } from '@order-ledger/ledger/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { followAsOwner, type OwnedFollower } from '@order-ledger/ledger/owned-follower';
import type { Delivery } from '@order-ledger/ledger/subscribe';
import type { Log } from '@order-ledger/platform/log';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';

/** After each of these an order may want something else of the pricing than before; each comes by a message too. */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'OrderSubmitted',
  'OrderRevised',
  'PriceRecalculationRequested',
  'OrderCancelled',
  'OrderPutOnHold',
  'OrderResumed',
  'OrderErrored',
  'ErrorResolved',
]);

const SEE = {
  name: 'see-orders',
  text: `
    insert into known_order as k (order_id, seen_version)
    select * from unnest($1::uuid[], $2::integer[])
    on conflict (order_id) do update set seen_version = excluded.seen_version, seen_at = now()
      where k.seen_version < excluded.seen_version`,
};

export interface LedgerFollowerOptions {
  pool: pg.Pool;
  connectionString: string;
  ledger: Ledger;
  log: Log;
  signal: AbortSignal;
  standstillMs?: number;
}

/**
 * Keeps a note of the last turn of each order as the ledger has it, so that an order whose message was lost is missed: the
 * broker may lose its disk, the ledger may not. One of all instances follows.
 */
export const followLedger = (options: LedgerFollowerOptions): OwnedFollower => {
  const { pool, connectionString, ledger, log, signal, standstillMs } = options;
  const take = async (checkpoint: OwnedCheckpoint, delivery: Delivery<RecordedEvent>): Promise<void> => {
    const last = new Map<string, number>();
    for (const { event } of delivery.events)
      if (event !== null && TURNS.has(event.type)) last.set(event.metadata.order_id, event.metadata.event_version);
    const to = stateAfter(checkpoint.current(), delivery);
    await inTransaction(pool, async (client) => {
      if (last.size > 0) await client.query({ ...SEE, values: [[...last.keys()], [...last.values()]] });
      await checkpoint.advance(client, to);
    });
    checkpoint.committed(to);
  };

  return followAsOwner({
    name: 'turns@1',
    process: 'pricing-worker',
    ...{ connectionString, pool, ledger, log, signal, standstillMs },
    follow: (checkpoint, until) =>
      ledger.subscribe({
        name: 'pricing-worker',
        from: checkpoint.current(),
        signal: until,
        handler: (delivery) => take(checkpoint, delivery),
      }).done,
  });
};
