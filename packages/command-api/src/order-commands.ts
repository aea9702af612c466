import type { CommandName } from '@order-ledger/domain/bodies';
import type { Precondition } from '@order-ledger/domain/command';
import { untimely } from '@order-ledger/domain/dating';
import type { Actor } from '@order-ledger/domain/grants';
import { barred } from '@order-ledger/domain/legality';
import type { Refusal } from '@order-ledger/domain/refusal';
import { sees } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import type { ExecuteRequest, Outcome } from '@order-ledger/ledger/appending/execute';
import { commandId, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { clock, timestampNow } from '@order-ledger/platform/clock';
import { namesCustomer } from './actor.ts';
import { type Dependencies, gatherContext } from './decision-context.ts';
import type { FreeTexts } from './free-text/texts.ts';
import { domainBody, type FieldError, type ReadBody } from './request-body.ts';
import { ownerOfPartner, type Subject, subjectOf } from './subject.ts';
import { hidesFault } from './unreadable-orders.ts';

export interface OrderCommand {
  name: CommandName;
  order_id: string;
  /** The name that ids are made of: `partner:<id>` or `sub:<subject>`. */
  caller: string;
  actor: Actor;
  key: string;
  precondition: Precondition;
  /** Read only for who may send the command: what is wrong with it is told to nobody else. */
  body: () => ReadBody | { errors: FieldError[] };
  correlation_id: string;
}

export interface OrderCommands {
  /** Runs a command as its caller: what he may not see does not exist, then everything else in the order of the checks. */
  run(command: OrderCommand): Promise<Outcome>;
  /** Why the command cannot be dated so; null when it can. */
  untimely(command: { actor: Actor; body: ReadBody }): Refusal | null;
  /** Why this caller may not send this command to this order, whatever it says; null when he may. */
  barred(orderId: string, command: Pick<OrderCommand, 'name' | 'actor'>): Promise<Refusal | null>;
}

interface Parts {
  ledger: Ledger;
  texts: FreeTexts;
  around: Dependencies;
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
  const acting = (actor: Actor, state: OrderState | null, { fields }: ReadBody): Actor => {
    if (!namesCustomer(actor)) return actor;
    const on_behalf_of = state === null ? fields.customer_ref : state.customer_ref;
    return typeof on_behalf_of === 'string' ? { ...actor, on_behalf_of } : actor;
  };

  const prepare = async (
    command: OrderCommand & { command_id: string },
    state: OrderState | null,
  ): Promise<Awaited<ReturnType<ExecuteRequest['prepare']>>> => {
    const { name, order_id, actor, command_id } = command;
    const refused = (refusal: Refusal) => ({ refusal });
    const bar = barred(state, { command: name, actor });
    const repeats = state?.commands.has(command_id) ?? false;
    // A caller who has lost the role since, or no longer sees the order, still gets the answer to his own command.
    if (bar !== null && !repeats) return refused(bar);
    const body = command.body();
    if ('errors' in body) return refused({ kind: 'invalid', errors: body.errors });

    const holdsText = Object.keys(body.texts).length > 0;
    const references = holdsText
      ? await texts.write(subjectFor(state, actor, body.fields), { command_id, order_id }, body.texts)
      : {};
    const hmacs = Object.fromEntries(Object.entries(references).map(([field, { hmac }]) => [field, hmac]));
    const done = state?.commands.get(command_id);
    // The hash of an erased text cannot be made again, so a repetition of its command counts as the same request.
    const incomparable = done !== undefined && holdsText && (await texts.erased(command_id));
    const fitting = domainBody(name, body, references);
    const request_hash = incomparable ? done.request_hash : requestHash(name, order_id, body.received, hmacs);
    // A repetition is answered from its events alone, whatever is out of reach now.
    const asked = done === undefined ? gatherContext(around, name, { state, actor, body: body.fields }) : {};
    return {
      context: asked instanceof Promise ? await asked : asked,
      body: fitting,
      request_hash,
      actor: acting(actor, state, body),
      ...(body.occurred_at === undefined ? {} : { occurred_at: body.occurred_at }),
    };
  };

  /** What cannot be read is no more known to somebody who does not see it than what can. */
  const hiddenOr = async (
    error: unknown,
    { name, order_id, actor, command_id }: Pick<OrderCommand, 'name' | 'order_id' | 'actor'> & { command_id?: string },
  ): Promise<Refusal> => {
    const knows = (part: OrderState): boolean =>
      sees(actor, part, name) || (command_id !== undefined && part.commands.has(command_id));
    // The id of an order that somebody makes is made of his own name.
    if (name !== 'InitiateOrder' && (await hidesFault(ledger, error, order_id, actor, knows)))
      return { kind: 'unknown-order' };
    throw error;
  };

  /** Services bring in what happened long ago, such as the orders of an older system; whoever they act for. */
  const ageLimit = (actor: Actor) => (actor.kind === 'service' ? {} : { age_limit_s: backdatingLimitS });

  return {
    untimely: ({ actor, body: { occurred_at } }) => {
      const now = timestampNow();
      const latest_now = new Date(clock.latest()).toISOString();
      return untimely({ occurred_at: occurred_at ?? now, recorded_at: now, latest_now, ...ageLimit(actor) });
    },
    barred: async (order_id, { name, actor }) =>
      ledger.load(order_id).then(
        (state) => barred(state, { command: name, actor }),
        (error: unknown) => hiddenOr(error, { name, order_id, actor }),
      ),
    run: async (given) => {
      const command = { ...given, command_id: commandId(given.caller, given.order_id, given.key) };
      const { name, command_id, order_id, actor, precondition, correlation_id } = command;
      return ledger
        .execute({
          command: name,
          command_id,
          order_id,
          actor,
          precondition,
          correlation_id,
          causation_id: command_id,
          ...ageLimit(actor),
          prepare: (state) => prepare(command, state),
        })
        .catch(async (error: unknown): Promise<Outcome> => {
          return { outcome: 'refused', refusal: await hiddenOr(error, command), state: null };
        });
    },
  };
};
