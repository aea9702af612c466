import { type Body, COMMAND_BODIES, type CommandName } from '@order-ledger/domain/bodies';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import type { Status } from '@order-ledger/domain/status';
import { callerOf, commandId, newOrderId, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { ACTORS } from './actors.ts';
import { WAYS } from './journeys.ts';
import { CONTEXT, RIGHTFUL, TERMS } from './rightful.ts';

const HMACS = {
  note: 'b'.repeat(64),
  incident_note: 'b'.repeat(64),
  detail: 'b'.repeat(64),
  instruction: 'b'.repeat(64),
};

/** Orders that live in a real ledger: each command as its rightful caller would send it in the order's present state. */
export const createOrders = (ledger: Ledger, houseTerms: object = {}) => {
  const send = async <Name extends CommandName>(
    orderId: string | null,
    name: Name,
    changes: Partial<Body<Name>> = {},
    occurred_at?: string,
  ) => {
    const key = crypto.randomUUID();
    const before = orderId === null ? null : await ledger.load(orderId);
    const actor = ACTORS[RIGHTFUL[name](before).as];
    const order_id = orderId ?? newOrderId(callerOf(actor), key);
    return ledger.execute({
      command: name,
      command_id: commandId(callerOf(actor), order_id, key),
      order_id,
      actor,
      correlation_id: `correlation-${order_id}`,
      causation_id: `request-${key}`,
      ...(occurred_at === undefined ? {} : { occurred_at }),
      prepare: async (state) => {
        const rightful = RIGHTFUL[name](state);
        const body = COMMAND_BODIES[name].parse({ ...rightful.body, ...changes }) as Body<Name>;
        const account = { active: true, quota_left: true, terms: { ...TERMS, ...houseTerms } };
        const context = { ...CONTEXT, account, ...rightful.context };
        return { body, request_hash: requestHash(name, order_id, body, HMACS), context };
      },
    });
  };

  /** As `send`, for a command that must be accepted; resolves to the order after it. */
  const act = async <Name extends CommandName>(
    orderId: string | null,
    name: Name,
    changes: Partial<Body<Name>> = {},
    occurred_at?: string,
  ): Promise<OrderState> => {
    const outcome = await send(orderId, name, changes, occurred_at);
    if (outcome.outcome === 'refused') throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
    return outcome.after;
  };

  /** A manager that runs may be faster: the order is approved either way. */
  const approve = async (orderId: string): Promise<void> => {
    const outcome = await send(orderId, 'ApproveManufacturing');
    const status = outcome.outcome === 'refused' ? outcome.state?.status : outcome.after.status;
    if (status !== 'MANUFACTURING_APPROVED') throw new Error(`the order is ${status}, not approved`);
  };

  /** Makes an order and brings it into a status, by commands alone: what a reaction of ours would do must not be waited for. */
  const bring = async (status: Status): Promise<string> => {
    const [from, ...steps] = WAYS[status];
    if (from === null) return (await act(null, 'InitiateOrder')).order_id;
    const orderId = await bring(from);
    for (const step of steps) {
      if (step === 'ApproveManufacturing') await approve(orderId);
      else if (typeof step === 'string') await act(orderId, step);
      else await act(orderId, step[0], step[1].body as object);
    }
    return orderId;
  };

  const events = async (orderId: string): Promise<RecordedEvent[]> => {
    const all: RecordedEvent[] = [];
    for await (const event of ledger.readOrder(orderId)) all.push(event);
    return all;
  };
  const types = async (orderId: string): Promise<string[]> => (await events(orderId)).map(({ type }) => type);
  const count = async (orderId: string, type: RecordedEvent['type']): Promise<number> =>
    (await types(orderId)).filter((other) => other === type).length;

  return { send, act, bring, events, types, count };
};

export type Orders = ReturnType<typeof createOrders>;
