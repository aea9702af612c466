import { createHash, randomUUID } from 'node:crypto';
import { COMMAND_BODIES, type CommandName } from '@order-ledger/domain/bodies';
import type { OrderState } from '@order-ledger/domain/state';
import type { Status } from '@order-ledger/domain/status';
import type { ExecuteRequest } from '@order-ledger/ledger/execute';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { WAYS } from '@order-ledger/testing/orders/journeys';
import { CONTEXT, RIGHTFUL } from '@order-ledger/testing/orders/rightful';

/** Each order as its last command here left it. */
const states = new Map<string, OrderState>();

/** A command to an order as its rightful caller would send it in the order's present state. */
export const act = async (
  ledger: Ledger,
  orderId: string,
  name: CommandName,
  over: Record<string, unknown> = {},
  occurred_at = new Date().toISOString(),
): Promise<void> => {
  const state = states.get(orderId) ?? null;
  const rightful = RIGHTFUL[name](state);
  const body = COMMAND_BODIES[name].parse({ ...rightful.body, ...over });
  const request = {
    command: name,
    command_id: randomUUID(),
    order_id: orderId,
    actor: ACTORS[rightful.as],
    occurred_at,
    correlation_id: `correlation-${orderId}`,
    causation_id: 'cause-1',
    prepare: async () => ({
      body,
      request_hash: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
      context: { ...CONTEXT, ...rightful.context },
    }),
  } as ExecuteRequest;
  const outcome = await ledger.execute(request);
  if (outcome.outcome === 'refused') throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
  states.set(orderId, outcome.after);
};

/** An order in this status, brought there by real commands. */
export const bring = async (ledger: Ledger, status: Status, orderId: string = randomUUID()): Promise<string> => {
  const [from, ...steps] = WAYS[status];
  if (from !== null) await bring(ledger, from, orderId);
  for (const step of steps) {
    if (typeof step === 'string') await act(ledger, orderId, step);
    else await act(ledger, orderId, step[0], { ...step[1].body });
  }
  return orderId;
};
