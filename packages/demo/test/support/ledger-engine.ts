import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Refusal } from '@order-ledger/domain/refusal';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Engine } from './stage.ts';

const codeOf = (refusal: Refusal): string => (refusal.kind === 'guard' ? refusal.code : refusal.kind);

/** A real ledger behind the stage. */
export const ledgerEngine = (ledger: Ledger): Engine => ({
  execute: async ({ body, request_hash, context, ...command }) => {
    const outcome = await ledger.execute({
      ...command,
      correlation_id: command.order_id,
      causation_id: command.command_id,
      prepare: async () => ({ body: body as never, request_hash, context }),
    });
    return outcome.outcome === 'refused'
      ? { outcome: 'refused', code: codeOf(outcome.refusal) }
      : { outcome: 'done', repeated: outcome.repeated, events: outcome.events };
  },
  events: async (orderId) => {
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readOrder(orderId)) events.push(event);
    return events;
  },
  now: Date.now,
  until: async () => {
    throw new Error('nobody waits for a quote to expire here');
  },
});
