import type { Command } from '@order-ledger/domain/command';
import { decide } from '@order-ledger/domain/decide';
import { GRAPH, type Graph } from '@order-ledger/domain/edges';
import { after, noOrder, type Order, verdict } from '@order-ledger/testing/orders/specification';
import type { Account } from '../../src/scenario/who.ts';
import { type Engine, stagedWorld } from './stage.ts';

/** The domain alone, without any process; a second passes with every command. */
export const pureWorld = (account: Account, graph: Graph = GRAPH) => {
  let order: Order = { ...noOrder(), now: Date.parse('2026-12-01T08:00:00.000Z') };
  const engine: Engine = {
    execute: async (staged) => {
      order = { ...order, order_id: staged.order_id, now: order.now + 1_000 };
      const at = new Date(order.now).toISOString();
      const ids = { correlation_id: order.order_id, causation_id: order.order_id };
      const command = { ...staged, ...ids, occurred_at: at, recorded_at: at } as Command;
      const decision = decide(order.state, command, graph);
      if (decision.outcome === 'refused') return { outcome: 'refused', code: verdict(decision) };
      const first = order.events.length;
      order = after(order, command, decision);
      return decision.outcome === 'repeated'
        ? {
            outcome: 'done',
            repeated: true,
            events: order.events.slice(decision.first_version - 1, decision.last_version),
          }
        : { outcome: 'done', repeated: false, events: order.events.slice(first) };
    },
    events: async () => order.events,
    now: () => order.now,
    until: async (moment) => {
      order = { ...order, now: Math.max(order.now, moment) };
    },
  };
  return { world: stagedWorld(account, engine), order: () => order };
};
