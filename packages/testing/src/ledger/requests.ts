import { randomUUID } from 'node:crypto';
import type { Actor } from '@order-ledger/domain/grants';
import type { ExecuteRequest, Outcome } from '@order-ledger/ledger/appending/execute';
import { callerOf, commandId, newOrderId, requestHash } from '@order-ledger/ledger/identity';

export const PARTNER: Actor = { id: 'acme', kind: 'partner', roles: [], partner_id: 'acme' };

/** Of an order's creation. */
export const CONTEXT = {
  account: {
    active: true,
    quota_left: true,
    terms: {
      payment: 'PREPAID',
      deposit_percent: 0,
      currency: 'RUB',
      quote_validity_s: 3600,
      return_window_s: 3600,
      warranty_s: 3600,
    },
  },
} as const;

/** A partner's creation of an order. */
export const initiate = (key: string = randomUUID()): ExecuteRequest<'InitiateOrder'> => {
  const order_id = newOrderId(callerOf(PARTNER), key);
  const body = { customer_ref: 'customer-1', channel: 'API', priority: 'NORMAL' } as const;
  return {
    command: 'InitiateOrder',
    command_id: commandId(callerOf(PARTNER), order_id, key),
    order_id,
    actor: PARTNER,
    correlation_id: `correlation-${key}`,
    causation_id: `request-${key}`,
    prepare: async () => ({ body, request_hash: requestHash('InitiateOrder', order_id, body), context: CONTEXT }),
  };
};

/** A note of the order's partner; `ref` tells its text. */
export const addNote = (order_id: string, key: string = randomUUID(), ref = key): ExecuteRequest<'AddNote'> => {
  const hmac = ref
    .replaceAll(/[^0-9a-f]/g, '')
    .padEnd(64, '0')
    .slice(0, 64);
  const body = { note: { ref, hmac } };
  return {
    command: 'AddNote',
    command_id: commandId(callerOf(PARTNER), order_id, key),
    order_id,
    actor: PARTNER,
    correlation_id: `correlation-${key}`,
    causation_id: `request-${key}`,
    prepare: async () => ({
      body,
      request_hash: requestHash('AddNote', order_id, { note: ref }, { note: hmac }),
      context: {},
    }),
  };
};

export type Done = Extract<Outcome, { outcome: 'done' }>;
export const isDone = (outcome: Outcome): Done => {
  if (outcome.outcome !== 'done') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
};

export const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};
