import type { Ledger } from '@order-ledger/ledger/ledger';
import { listParked } from '@order-ledger/repairs/parked-orders';
import { CHECKPOINTS } from '@order-ledger/status/followers';
import type { PrivateSystem } from '../private-system.ts';
import { controlBroker } from './dependency-faults.ts';

/** The followers that have not reached this position of the ledger yet. */
export const behind = async ({ database }: PrivateSystem, position: bigint): Promise<string[]> => {
  const { rows } = await database.query<{ follower: string; commit_position: string | null }>(CHECKPOINTS);
  return rows.filter(({ commit_position }) => BigInt(commit_position ?? 0) < position).map(({ follower }) => follower);
};

/** Where the ledger ends. */
export const endOf = async (ledger: Ledger): Promise<bigint> => (await ledger.tail())?.position.commit ?? 0n;

/** Work that was done twice: an attempt priced again, an approval planned again. */
const DOUBLED = `
  select order_id, type, count(*)::int as times from read_model_1.order_timeline
  where type in ('PriceCalculated', 'ProductionPlanned') group by order_id, type, data->>'attempt' having count(*) > 1`;

/** Orders that were parked, and messages in a queue of dead letters. */
export const leftOut = async (system: PrivateSystem): Promise<string[]> => {
  const parked = await listParked(system.database);
  const listed = await controlBroker(system, 'list_queues', 'name', 'messages', '--formatter', 'json');
  const queues = JSON.parse(listed) as { name: string; messages: number }[];
  return [
    ...parked.map(({ process, order_id, reason }) => `${process} has parked ${order_id}: ${reason}`),
    ...queues
      .filter(({ name, messages }) => name.endsWith('.dlq') && messages > 0)
      .map(({ name, messages }) => `${messages} dead letters in ${name}`),
  ];
};

/** What should not be in the end: what was left out, and work that was done twice. */
export const leftBehind = async (system: PrivateSystem): Promise<string[]> => {
  const doubled = await system.database.query<{ order_id: string; type: string; times: number }>(DOUBLED);
  return [
    ...(await leftOut(system)),
    ...doubled.rows.map(({ order_id, type, times }) => `${type} of ${order_id} stands there ${times} times`),
  ];
};
