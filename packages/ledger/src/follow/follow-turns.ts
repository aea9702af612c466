import type { EventType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { ClientBase } from 'pg';
import type { Delivery } from '../subscribing/subscribe.ts';
import { type OwnedCheckpoint, stateAfter } from './checkpoint.ts';
import { type LateCheckpoint, lateCheckpoint } from './late-checkpoint.ts';
import { followAsOwner, type OwnedFollower, type OwnedFollowerOptions } from './owned-follower.ts';
import { createRuns, GATHER_MS } from './runs.ts';

export interface TurnsOptions extends Omit<OwnedFollowerOptions, 'follow' | 'waits' | 'isFinal'> {
  /** Events after which the process may have something else to do for an order; each also comes by a message. */
  readonly turns: ReadonlySet<EventType>;
  /** Notes the last turn of each order in a delivery, inside the transaction that moves the checkpoint. */
  readonly note: (client: ClientBase, last: readonly RecordedEvent[]) => Promise<unknown>;
}

/**
 * For a process that takes messages: it also follows the ledger and notes the turns of its orders, so that an order
 * whose message was lost is found. The broker may lose its disk, the ledger may not. One of all instances follows.
 */
export const followTurns = ({ turns, note, ...owned }: TurnsOptions): OwnedFollower => {
  const { pool, ledger, log, process } = owned;
  const take = async (checkpoint: LateCheckpoint, delivery: Delivery<RecordedEvent>): Promise<void> => {
    const last = new Map<string, RecordedEvent>();
    for (const { event } of delivery.events)
      if (event !== null && turns.has(event.type)) last.set(event.metadata.order_id, event);
    const to = stateAfter(checkpoint.current(), delivery);
    if (last.size > 0) await checkpoint.keep(to, (client) => note(client, [...last.values()]));
    else checkpoint.pass(to);
  };

  const runs = createRuns({
    ...{ name: process, ledger, log, gatherMs: GATHER_MS },
    begin: (owned: OwnedCheckpoint) => {
      const checkpoint = lateCheckpoint(pool, owned, process);
      return {
        take: (delivery) => take(checkpoint, delivery),
        beside: [checkpoint.settling],
        drain: checkpoint.drain,
      };
    },
  });
  return followAsOwner({ ...owned, follow: runs.follow });
};
