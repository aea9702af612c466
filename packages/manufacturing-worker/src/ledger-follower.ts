import type { EventType } from '@order-ledger/domain/events';
import { followTurns, type TurnsOptions } from '@order-ledger/ledger/follow/follow-turns';
import type { OwnedFollower } from '@order-ledger/ledger/follow/owned-follower';

/** After an approval a plan is to be made; after a cancellation machine time may have to be given back. */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'ManufacturingApproved',
  'ProductionPlanned',
  'OrderCancelled',
]);

const FORGET = { name: 'forget-awaited', text: 'delete from awaited_order where order_id = any($1::uuid[])' };

// A planned order needs nothing. A cancelled one needs something only if it has machine time, or may have.
const AWAIT = {
  name: 'await-orders',
  text: `
    insert into awaited_order (order_id, turn, event_version, look_at)
    select order_id, turn, event_version, now() + make_interval(secs => $4)
    from unnest($1::uuid[], $2::text[], $3::integer[]) as seen (order_id, turn, event_version)
    where turn = 'ManufacturingApproved' or turn = 'OrderCancelled' and exists (
      select from plan where plan.order_id = seen.order_id and state <> 'RELEASED')`,
};

export interface LedgerFollowerOptions extends Omit<TurnsOptions, 'name' | 'process' | 'turns' | 'note'> {
  /** How long a message may be on its way until its order is looked at without it. */
  readonly overlookedAfterMs: number;
}

/** Notes, from the ledger, every order that must be planned or must give its machine time back. */
export const followLedger = ({ overlookedAfterMs, ...options }: LedgerFollowerOptions): OwnedFollower =>
  followTurns({
    ...options,
    name: 'turns@1',
    process: 'manufacturing-worker',
    turns: TURNS,
    note: async (client, last) => {
      const ids = last.map(({ metadata }) => metadata.order_id);
      const versions = last.map(({ metadata }) => metadata.event_version);
      await client.query({ ...FORGET, values: [ids] });
      const values = [ids, last.map(({ type }) => type), versions, overlookedAfterMs / 1_000];
      await client.query({ ...AWAIT, values });
    },
  });
