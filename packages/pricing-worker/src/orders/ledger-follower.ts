import type { EventType } from '@order-ledger/domain/events';
import { followTurns, type TurnsOptions } from '@order-ledger/ledger/follow/follow-turns';
import type { OwnedFollower } from '@order-ledger/ledger/follow/owned-follower';

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

export type LedgerFollowerOptions = Omit<TurnsOptions, 'name' | 'process' | 'turns' | 'note'>;

/** Notes the last turn of each order from the ledger, so that an order whose message was lost is found. */
export const followLedger = (options: LedgerFollowerOptions): OwnedFollower =>
  followTurns({
    ...options,
    name: 'turns@1',
    process: 'pricing-worker',
    turns: TURNS,
    note: (client, last) => {
      const ids = last.map(({ metadata }) => metadata.order_id);
      return client.query({ ...SEE, values: [ids, last.map(({ metadata }) => metadata.event_version)] });
    },
  });
