import type { CommandName } from '@order-ledger/domain/bodies';
import type { Precondition } from '@order-ledger/domain/command';
import { untimely } from '@order-ledger/domain/decide';
import type { Actor } from '@order-ledger/domain/grants';
import type { Refusal } from '@order-ledger/domain/refusal';
import { sees } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import type { ExecuteRequest, Outcome } from '@order-ledger/ledger/execute';
import { commandId, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { namesCustomer } from './actor.ts';
import { gatherContext, type Surroundings } from './decision-context.ts';
import type { FreeTexts } from './free-text/texts.ts';
import { domainBody, type FieldError, type ReadBody } from './request-body.ts';
import { ownerOfPartner, type Subject, subjectOf } from './subject.ts';

export interface OrderCommand {
  name: CommandName;
  order_id: string;
  /** The name that ids are made of: `partner:<id>` or `sub:<subject>`. */
  caller: string;
  actor: Actor;
  key: string;
  precondition: Precondition;
  body: ReadBody | { errors: FieldError[] };
  correlation_id: string;
}

export interface OrderCommands {
  /** Runs a command as its caller: what he may not see does not exist, then everything else in the order of the checks. */
  run(command: OrderCommand): Promise<Outcome>;
  /** Why the command cannot be dated so; null when it can. */
  untimely(command: Pick<OrderCommand, 'actor' | 'body'>): Refusal | null;
  /** True when the order exists for this caller. */
  visible(orderId: string, actor: Actor): Promise<boolean>;
}

interface Parts {
  ledger: Ledger;
  texts: FreeTexts;
  around: Surroundings;
  /** How far back people and partners may date what they send, seconds. */
  backdatingLimitS: number;
}

const subjectFor = (state: OrderState | null, actor: Actor, fields: Record<string, unknown>): Subject =>
  state !== null
    ? subjectOf(state)
    : {
        owner: ownerOfPartner(actor.partner_id ?? (typeof fields.partner_id === 'string' ? fields.partner_id : null)),
        customer_ref: String(fields.customer_ref),
      };

export const createOrderCommands = ({ ledger, texts, around, backdatingLimitS }: Parts): OrderCommands => {
  /** The store's events name the customer for whom it acts. */
  const acting = async ({ name, actor, order_id, body }: OrderCommand): Promise<Actor> => {
    if (!namesCustomer(actor)) return actor;
    const named = name === 'InitiateOrder' && 'fields' in body ? body.fields.customer_ref : undefined;
    const on_behalf_of = typeof named === 'string' ? named : (await ledger.load(order_id))?.customer_ref;
    return on_behalf_of === undefined ? actor : { ...actor, on_behalf_of };
  };

  const prepare = async (
    command: OrderCommand & { command_id: string },
    state: OrderState | null,
  ): Promise<Awaited<ReturnType<ExecuteRequest['prepare']>>> => {
    const { name, order_id, actor, body, command_id } = command;
    const refused = (refusal: Refusal) => ({ refusal });
    if (name !== 'InitiateOrder' && (state === null || !sees(actor, state))) return refused({ kind: 'unknown-order' });
    if ('errors' in body) return refused({ kind: 'invalid', errors: body.errors });

    const references = await texts.write(subjectFor(state, actor, body.fields), { command_id, order_id }, body.texts);
    const hmacs = Object.fromEntries(Object.entries(references).map(([field, { hmac }]) => [field, hmac]));
    const done = state?.commands.get(command_id);
    // The hash of an erased text cannot be made again, so a repetition of its command is taken for what it says it is.
    const incomparable = done !== undefined && Object.keys(references).length > 0 && (await texts.erased(command_id));
    return {
      body: domainBody(name, body, references),
      request_hash: incomparable ? done.request_hash : requestHash(name, order_id, body.received, hmacs),
      // A repetition is answered from its events alone, whatever is out of reach now.
      context: done === undefined ? await gatherContext(around, name, { state, actor, body: body.fields }) : {},
    };
  };

  /** Services bring in what happened long ago, such as the orders of an older system; whoever they act for. */
  const dating = ({ actor, body }: Pick<OrderCommand, 'actor' | 'body'>) => ({
    ...('errors' in body || body.occurred_at === undefined ? {} : { occurred_at: body.occurred_at }),
    ...(actor.kind === 'service' ? {} : { age_limit_s: backdatingLimitS }),
  });

  return {
    untimely: (command) => {
      const now = new Date().toISOString();
      return untimely({ occurred_at: now, recorded_at: now, ...dating(command) });
    },
    visible: async (orderId, actor) => {
      const state = await ledger.load(orderId);
      return state !== null && sees(actor, state);
    },
    run: async (given) => {
      const command = {
        ...given,
        actor: await acting(given),
        command_id: commandId(given.caller, given.order_id, given.key),
      };
      const { name, command_id, order_id, actor, precondition, correlation_id } = command;
      return ledger.execute({
        command: name,
        command_id,
        order_id,
        actor,
        precondition,
        correlation_id,
        causation_id: command_id,
        ...dating(command),
        prepare: (state) => prepare(command, state),
      });
    },
  };
};
