import { clock } from '@order-ledger/platform/clock';
import type { Ledger } from '../ledger.ts';
import { EVENT_STORE } from '../server/server-clock.ts';
import type { CheckpointState } from './checkpoint.ts';

/**
 * For how long a checkpoint has been behind, milliseconds: the age of the first event that it has not passed; 0 where it
 * has passed all. The ledger is asked by reads of its own: a subscription that is dead looks like one that is at the tail.
 */
export const lagOf = async (
  ledger: Pick<Ledger, 'tail' | 'oldestAbove'>,
  { position, lastEvent }: CheckpointState,
): Promise<number> => {
  const newest = await ledger.tail(position);
  if (newest === null) return 0;
  // Behind an event, because not every event store reads on from a position at which none stands.
  const { created } = (await ledger.oldestAbove(lastEvent?.position ?? position)) ?? newest;
  return created === null ? 0 : Math.max(0, clock.now() - clock.when(EVENT_STORE, created.getTime()));
};
