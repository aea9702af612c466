import type { Ledger } from '@order-ledger/ledger/ledger';
import type { PrivateSystem } from '../private-system.ts';
import { controlBroker } from './dependency-faults.ts';

/** Whoever follows the ledger and keeps how far it has come; a bridge's exchanges each for themselves. */
const CHECKPOINTS = `
  select 'projector' as follower, commit_position from read_model.checkpoint
  union all select 'bridge', commit_position from messaging.checkpoint
  union all select 'process-manager', commit_position from process_manager.checkpoint
  union all select 'pricing-worker', commit_position from pricing.checkpoint
  union all select 'manufacturing-worker', commit_position from production.checkpoint
  union all select 'command-api', commit_position from command_api.checkpoint`;

/** Who has not come to this position of the ledger yet. */
export const behind = async ({ database }: PrivateSystem, position: bigint): Promise<string[]> => {
  const { rows } = await database.query<{ follower: string; commit_position: string | null }>(CHECKPOINTS);
  return rows.filter(({ commit_position }) => BigInt(commit_position ?? 0) < position).map(({ follower }) => follower);
};

/** Where the ledger ends. */
export const endOf = async (ledger: Ledger): Promise<bigint> => (await ledger.tail())?.position.commit ?? 0n;

/** Orders that somebody left out, and has not taken up again. */
const PARKED = `
  select 'read model' as by, order_id, reason from read_model_1.order_parked
  union all select 'bridge', order_id, reason from messaging.parked_order where released_at is null
  union all select 'process-manager', order_id, reason from process_manager.parked_order
  union all select 'pricing-worker', order_id, reason from pricing.parked_order
  union all select 'command-api', order_id, type || ': ' || detail from command_api.parked_event`;

/** Work that was done twice: an attempt priced again, an approval planned again. */
const DOUBLED = `
  select order_id, type, count(*)::int as times from read_model_1.order_timeline
  where type in ('PriceCalculated', 'ProductionPlanned') group by order_id, type, data->>'attempt' having count(*) > 1`;

/** Orders that were parked, and messages in a queue of dead letters. */
export const leftOut = async (system: PrivateSystem): Promise<string[]> => {
  const { rows } = await system.database.query<{ by: string; order_id: string; reason: string }>(PARKED);
  const listed = await controlBroker(system, 'list_queues', 'name', 'messages', '--formatter', 'json');
  const queues = JSON.parse(listed) as { name: string; messages: number }[];
  return [
    ...rows.map(({ by, order_id, reason }) => `${by} has parked ${order_id}: ${reason}`),
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
