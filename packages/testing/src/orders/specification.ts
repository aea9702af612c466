import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { type Body, COMMAND_BODIES, type CommandName } from '@order-ledger/domain/bodies';
import type { Command, Context, Precondition } from '@order-ledger/domain/command';
import { type Decision, decide } from '@order-ledger/domain/decide';
import { GRAPH, type Graph } from '@order-ledger/domain/edges';
import type { EventType } from '@order-ledger/domain/events';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { recordedEvent } from '@order-ledger/domain/recorded-event';
import { sortedForm } from '@order-ledger/domain/sorted-form';
import { stamp } from '@order-ledger/domain/stamp';
import type { OrderState } from '@order-ledger/domain/state';
import { ACTORS, type ActorName } from './actors.ts';
import { CONTEXT, RIGHTFUL } from './rightful.ts';

/** An order in a test: its events so far, their fold, and what time it is. A value: to act on it makes a new one. */
export interface Order {
  readonly order_id: string;
  readonly events: readonly RecordedEvent[];
  readonly state: OrderState | null;
  /** Milliseconds of the epoch; one minute passes with every command. */
  readonly now: number;
}

/** How a command is sent; what is left out is as its rightful caller would send it in the order's present state. */
export interface Sending<Name extends CommandName = CommandName> {
  as?: ActorName | Actor;
  /** Replaces single fields of the rightful body; `undefined` takes a field away. */
  body?: { [Field in keyof Body<Name>]?: Body<Name>[Field] | undefined };
  context?: Context;
  /** Seconds that pass before the command; default 60. */
  after?: number;
  /** Seconds by which occurred_at lies before (after, if negative) the time of the record; default 0. */
  ago?: number;
  /** Makes the command id: the same key is the same command. Default: a new one. */
  key?: string;
  precondition?: Precondition;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A UUID (version 5 in form) that follows from its name. */
export const uuidOf = (name: string): string => {
  const hex = sha256(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** An order that does not exist yet: the first command is InitiateOrder. */
export const noOrder = (name = 'order', start = '2026-03-02T08:00:00.000Z'): Order => ({
  order_id: uuidOf(name),
  events: [],
  state: null,
  now: Date.parse(start),
});

/** An order whose stream is these events; its clock stands at the last record. */
export const orderOf = (events: readonly RecordedEvent[]): Order => {
  const last = events.at(-1);
  if (last === undefined) return noOrder();
  return { order_id: last.metadata.order_id, events, state: fold(events), now: Date.parse(last.metadata.recorded_at) };
};

const timestamp = (ms: number): string => new Date(ms).toISOString();

/** The command as it reaches `decide`, its body checked against its schema. */
export const commandFor = <Name extends CommandName>(
  order: Order,
  name: Name,
  sending: Sending<Name> = {},
): Command => {
  const rightful = RIGHTFUL[name](order.state);
  const actor = sending.as ?? rightful.as;
  const given = { ...rightful.body, ...sending.body };
  const body = COMMAND_BODIES[name].parse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  const recorded = order.now + (sending.after ?? 60) * 1000;
  const key = sending.key ?? `${order.order_id} ${order.events.length} ${name} ${sortedForm([actor, body, recorded])}`;
  return {
    command: name,
    command_id: uuidOf(`command ${key}`),
    order_id: order.order_id,
    actor: typeof actor === 'string' ? ACTORS[actor] : actor,
    occurred_at: timestamp(recorded - (sending.ago ?? 0) * 1000),
    recorded_at: timestamp(recorded),
    correlation_id: uuidOf(`correlation ${order.order_id}`),
    causation_id: uuidOf(`cause ${key}`),
    request_hash: sha256(sortedForm([name, order.order_id, body])),
    precondition: sending.precondition ?? { kind: 'none' },
    body,
    context: { ...CONTEXT, ...rightful.context, ...sending.context },
  } as Command;
};

/** The order after an accepted command. Events go through the door that stored ones come in by. */
export const after = (order: Order, command: Command, decision: Decision): Order => {
  if (decision.outcome !== 'accepted') return order;
  let hash = order.state?.last_hash ?? '0'.repeat(64);
  const appended = stamp(order.state, command, decision).map(({ type, data, metadata }) => {
    // A chain as the ledger makes one, though not of its bytes: the canonical form is the ledger's.
    hash = sha256(hash + sortedForm({ type, data, metadata }));
    return recordedEvent(type, data, { ...metadata, hash });
  });
  return {
    ...order,
    events: [...order.events, ...appended],
    state: fold(appended, order.state),
    now: Date.parse(decision.recorded_at),
  };
};

/** What a decision comes to, in one word: event types joined by " + ", "nothing", "repeated", or the refusal's code. */
export const verdict = (decision: Decision): string => {
  if (decision.outcome === 'repeated') return 'repeated';
  if (decision.outcome === 'accepted') return decision.events.map((event) => event.type).join(' + ') || 'nothing';
  return decision.refusal.kind === 'guard' ? decision.refusal.code : decision.refusal.kind;
};

/** The order after a command that must be accepted: what a test takes for granted. */
export const act = <Name extends CommandName>(order: Order, name: Name, sending: Sending<Name> = {}): Order => {
  const command = commandFor(order, name, sending);
  const decision = decide(order.state, command);
  if (decision.outcome !== 'accepted') {
    const from = order.state?.status ?? 'no order';
    throw new Error(`${name} in ${from}: ${verdict(decision)} ${JSON.stringify(decision)}`);
  }
  return after(order, command, decision);
};

/** One expectation as data, so that the same cases can be held against the graph and against its mutants. */
export interface Case {
  title: string;
  order: Order;
  command: Command;
  expected: string;
}

export const caseOf = <Name extends CommandName>(
  title: string,
  order: Order,
  name: Name,
  sending: Sending<Name>,
  expected: string,
): Case => ({ title, order, command: commandFor(order, name, sending), expected });

/** The verdict of a case; "admitted" stands for every answer but 403 and 404 where that is all that the case asks. */
export const outcomeOf = ({ order, command, expected }: Case, graph: Graph = GRAPH): string => {
  const outcome = verdict(decide(order.state, command, graph));
  return expected === 'admitted' && outcome !== 'forbidden' && outcome !== 'unknown-order' ? 'admitted' : outcome;
};

/** given(order).when(command, …).then(events) or .thenRefused(code) or .thenRepeats(events). */
export const given = (order: Order) => ({
  when: <Name extends CommandName>(name: Name, sending: Sending<Name> = {}) => {
    const command = commandFor(order, name, sending);
    const decision = decide(order.state, command);
    const result = after(order, command, decision);
    return {
      decision,
      /** The order afterwards. */
      order: result,
      // biome-ignore lint/suspicious/noThenProperty: the third word of a specification; nobody awaits it
      then: (...types: EventType[]): Order => {
        expect(verdict(decision)).toBe(types.join(' + ') || 'nothing');
        return result;
      },
      /** The data of the last event hold these fields. */
      thenData: (data: object): Order => {
        expect(result.events.at(-1)?.data).toMatchObject(data);
        expect(decision.outcome).toBe('accepted');
        return result;
      },
      thenRefused: (code: string, detail: object = {}): void => {
        expect(verdict(decision)).toBe(code);
        expect(decision).toMatchObject({ outcome: 'refused', refusal: detail });
      },
      /** The command was done before: the answer is made from these events, and nothing is appended. */
      thenRepeats: (first_version: number, last_version = first_version): void => {
        expect(decision).toEqual({ outcome: 'repeated', first_version, last_version });
        expect(result).toBe(order);
      },
    };
  },
});
