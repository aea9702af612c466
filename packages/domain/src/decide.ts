import { admittedBy, chooseEdge, couldBeAdmitted, type Edge, edgesAt, granteesHere, granteesOf } from './admission.ts';
import { allowedTransitions } from './allowed-transitions.ts';
import type { CommandName } from './bodies.ts';
import type { Command, CommandOf } from './command.ts';
import { clamped, untimely } from './dating.ts';
import { makeCreation, makeEvent } from './event-data.ts';
import type { OrderEvent } from './events.ts';
import { FACTS, type FactRule } from './facts.ts';
import { factOfCommand } from './facts-by-id.ts';
import { systemOf } from './grants.ts';
import { RULES, type Rule } from './graph.ts';
import type { GuardResult } from './guards/guard.ts';
import { notCarrying, ownCarrier } from './guards/shipment.ts';
import { CREATION_GUARDS, GUARDS } from './guards.ts';
import { ownerOf } from './lifecycle.ts';
import type { Refusal } from './refusal.ts';
import { awaitsCarrier, isFormerCarrier, sees } from './sight.ts';
import type { OrderState } from './state.ts';
import { recordOf, type Status, type System } from './status.ts';

export interface Graph {
  rules: readonly Rule[];
  facts: readonly FactRule[];
}
export const GRAPH: Graph = { rules: RULES, facts: FACTS };

export type Decision =
  /** Append these events (none for a claim's renewal), with these times in their metadata. */
  | {
      outcome: 'accepted';
      events: OrderEvent[];
      system: System;
      recorded_at: string;
      occurred_at: string;
      /** Only where clamping changed what the caller gave. */
      occurred_at_given?: string;
    }
  /** The stream holds this command (or this fact) already: the answer is made from these of its events. */
  | { outcome: 'repeated'; first_version: number; last_version: number }
  | { outcome: 'refused'; refusal: Refusal };

const refused = (refusal: Refusal): Decision => ({ outcome: 'refused', refusal });

/** The stream holds this command already: the answer is made again from what it appended. */
const repeatedCommand = (state: OrderState, command: Command): Decision | null => {
  const done = state.commands.get(command.command_id);
  if (done === undefined) return null;
  if (done.request_hash !== command.request_hash) return refused({ kind: 'key-reused' });
  return { outcome: 'repeated', first_version: done.first_version, last_version: done.last_version };
};

/** The stream holds the fact itself, under its own id, whoever sent it; only who could record it is told so. */
const repeatedFact = (state: OrderState, command: Command, graph: Graph): Decision | null => {
  const fact = factOfCommand(command.command, command.body);
  const recorded = fact === null ? undefined : state.facts.get(fact.key);
  if (fact === null || recorded === undefined) return null;
  if (!couldBeAdmitted(edgesOf(graph), command.command, command.actor)) return null;
  if (command.command === 'RecordCarrierEvent' && ownCarrier(state, command) !== null) return null;
  const { event_version } = recorded;
  if (recorded.fingerprint === fact.fingerprint)
    return { outcome: 'repeated', first_version: event_version, last_version: event_version };
  const text = `event ${event_version} recorded this id with other data`;
  return guardRefused(state, command, graph, { code: 'already-recorded', text });
};

const guardRefused = (
  state: OrderState | null,
  command: Command,
  graph: Graph,
  result: Exclude<GuardResult, null>,
): Decision => {
  if ('invalid' in result) return refused({ kind: 'invalid', errors: result.invalid });
  const { code, text, holder } = result;
  return refused({
    kind: 'guard',
    code,
    text,
    status: state?.status ?? null,
    allowed_transitions: state === null ? [] : allowedTransitions(state, command.actor, graph.rules),
    ...(holder ? { holder } : {}),
  });
};

const NO_EDGE = { hold: 'held', error: 'frozen', stage: 'illegal-transition' } as const;

/** Why the graph has no way from here: the order is frozen, or it never has this edge. */
const noEdge = (state: OrderState, command: Command, graph: Graph): Refusal => {
  const { status } = state;
  // A parcel goes its way whatever the order's status says.
  const isCarrier = couldBeAdmitted(graph.facts, 'RecordCarrierEvent', command.actor);
  return {
    kind: NO_EDGE[recordOf(status).frozen ?? 'stage'],
    status,
    allowed_transitions: allowedTransitions(state, command.actor, graph.rules),
    ...(isCarrier ? { instead: 'RecordCarrierEvent' } : {}),
  };
};

const edgesOf = ({ rules, facts }: Graph): readonly Edge[] => [...rules, ...facts];

const forbidden = (
  state: OrderState,
  { command, body }: { command: CommandName; body: Command['body'] | null },
  graph: Graph,
): Refusal => {
  const edges = edgesOf(graph);
  const here = edgesAt(edges, command, state.status);
  const grantees =
    here.length > 0 ? granteesHere(here, state, body) : granteesOf(edges.filter((edge) => edge.command === command));
  return { kind: 'forbidden', owner: ownerOf(state), grantees };
};

/**
 * Why somebody may not send a command whatever it says: for him there is no such order, or his roles never grant it. Who
 * is refused so learns nothing else, so this comes before all that is wrong with the request.
 */
export const barred = (
  state: OrderState | null,
  { command, actor }: Pick<Command, 'command' | 'actor'>,
  graph: Graph = GRAPH,
): Refusal | null => {
  const could = couldBeAdmitted(edgesOf(graph), command, actor);
  if (state === null) {
    if (command !== 'InitiateOrder') return { kind: 'unknown-order' };
    const grantees = granteesOf(graph.rules.filter((rule) => rule.command === command));
    return could ? null : { kind: 'forbidden', owner: 'store', grantees };
  }
  if (!sees(actor, state, command)) return { kind: 'unknown-order' };
  return could || isFormerCarrier(actor, state) ? null : forbidden(state, { command, body: null }, graph);
};

/**
 * A former carrier is told what it has done before, and of the order as it is now nothing but that it is not its
 * business: neither a status, nor a version, nor what could be done.
 */
const refusedToFormerCarrier = (state: OrderState, { command, actor }: Command): Decision | null => {
  const early = command === 'RecordCarrierEvent' && awaitsCarrier(state);
  if (early || !isFormerCarrier(actor, state)) return null;
  return refused({ kind: 'guard', ...notCarrying(actor), status: null, allowed_transitions: [] });
};

const precondition = (state: OrderState, command: Command): Refusal | null => {
  const expected = command.precondition;
  if (expected.kind === 'none') return null;
  if (expected.kind === 'missing') return { kind: 'precondition-required' };
  const { event_version, status_version } = state;
  const met =
    expected.kind === 'event_version' ? expected.versions.includes(event_version) : expected.version === status_version;
  return met ? null : { kind: 'precondition-failed', event_version, status_version };
};

const accepted = (state: OrderState | null, command: Command, edge: Edge, events: OrderEvent[]): Decision => {
  const grantee = admittedBy(edge, state, command.actor, command.body);
  if (grantee === null) throw new Error(`${command.command} was accepted without a grant`);
  const { recorded_at, occurred_at, occurred_at_given } = command;
  const times = { recorded_at, occurred_at, ...(occurred_at_given === undefined ? {} : { occurred_at_given }) };
  return { outcome: 'accepted', events, system: systemOf(grantee), ...times };
};

const askGuards = (edge: Edge, state: OrderState, command: Command): GuardResult => {
  for (const name of edge.guards) {
    const guard = GUARDS[name];
    if (guard === undefined) throw new Error(`the graph names an unknown guard: ${name}`);
    const result = guard(state, command);
    if (result !== null) return result;
  }
  return null;
};

const create = (command: CommandOf<'InitiateOrder'>, graph: Graph): Decision => {
  const edge = edgesAt(graph.rules, 'InitiateOrder', null)[0];
  if (edge === undefined || admittedBy(edge, null, command.actor, command.body) === null) {
    return refused({
      kind: 'forbidden',
      owner: 'store',
      grantees: granteesOf(graph.rules.filter((rule) => rule.command === 'InitiateOrder')),
    });
  }
  for (const name of edge.guards) {
    const result = CREATION_GUARDS[name]?.(command) ?? null;
    if (result !== null) return guardRefused(null, command, graph, result);
  }
  return accepted(null, command, edge, [makeCreation(command)]);
};

/**
 * Two commands may append two events, each of them legal by itself: a price from the cache (start, then its result) and
 * a delivery that was faster than the shipping paper (shipped, then delivered). This is the command behind the second.
 */
const secondStep = (state: OrderState, command: Command): { state: OrderState; command: Command } | null => {
  if (command.command === 'StartPriceCalculation' && command.body.result !== undefined) {
    const { attempt, job_id, result } = command.body;
    const started: OrderState = {
      ...state,
      status: 'PRICE_CALCULATION_STARTED',
      price_attempt: attempt,
      price_job_id: job_id,
    };
    const body = { attempt, ...result };
    return 'price' in body
      ? { state: started, command: { ...command, command: 'CompletePriceCalculation', body } }
      : { state: started, command: { ...command, command: 'RejectOrder', body } };
  }
  return null;
};

const FASTER_THAN_THE_PAPER: Status = 'WAITING_SHIPMENT_CONFIRMATION';

const deliverUnshipped = (state: OrderState, command: CommandOf<'ConfirmDelivery'>, graph: Graph): Decision | null => {
  const shipping = edgesAt(graph.rules, 'ConfirmShipment', FASTER_THAN_THE_PAPER)[0];
  const delivery = edgesAt(graph.rules, 'ConfirmDelivery', 'SHIPPED')[0];
  if (state.status !== FASTER_THAN_THE_PAPER || shipping === undefined || delivery === undefined) return null;
  if (admittedBy(delivery, state, command.actor, command.body) === null) return null;
  const result = askGuards(delivery, state, command);
  if (result !== null) return guardRefused(state, command, graph, result);
  const { tracking_number } = command.body;
  const shipped: OrderEvent = {
    type: 'OrderShipped',
    data: {
      handover: 'CARRIER',
      ...(state.shipment === null ? {} : { shipment_request_id: state.shipment.shipment_request_id }),
      ...(tracking_number === undefined ? {} : { tracking_number }),
    },
  };
  return accepted(state, command, delivery, [shipped, makeEvent('OrderDelivered', state, command)]);
};

/** What a full order still takes leads it on or ends it, or is true of it whatever anybody decides. */
const full = (state: OrderState, command: Command, graph: Graph, event_limit: number): Refusal => {
  const open = graph.rules.filter((rule) => rule.untilFull !== true);
  const allowed_transitions = allowedTransitions(state, command.actor, open);
  return { kind: 'order-full', event_limit, status: state.status, allowed_transitions };
};

const takeEdge = (state: OrderState, command: Command, edge: Edge, graph: Graph, eventLimit: number): Decision => {
  if (edge.untilFull === true && state.event_version >= eventLimit)
    return refused(full(state, command, graph, eventLimit));
  const result = askGuards(edge, state, command);
  if (result !== null) return guardRefused(state, command, graph, result);
  const events = edge.event === null ? [] : [makeEvent(edge.event, state, command)];
  const second = secondStep(state, command);
  if (second !== null) {
    const next = edgesAt(graph.rules, second.command.command, second.state.status)[0];
    if (next === undefined) return refused(noEdge(state, command, graph));
    const refusal = askGuards(next, second.state, second.command);
    if (refusal !== null) return guardRefused(state, command, graph, refusal);
    events.push(makeEvent(next.event as OrderEvent['type'], second.state, second.command));
  }
  return accepted(state, command, edge, events);
};

const decideOnOrder = (state: OrderState, command: Command, graph: Graph, eventLimit: number): Decision => {
  const edges = edgesOf(graph);
  const here = edgesAt(edges, command.command, state.status);
  const edge = chooseEdge(here, state, command);
  if (command.command === 'ConfirmDelivery') {
    const delivered = deliverUnshipped(state, command, graph);
    if (delivered !== null) return delivered;
  }
  const admitted =
    edge === undefined
      ? couldBeAdmitted(edges, command.command, command.actor)
      : admittedBy(edge, state, command.actor, command.body) !== null;
  if (!admitted) return refused(forbidden(state, command, graph));
  return edge === undefined
    ? refused(noEdge(state, command, graph))
    : takeEdge(state, command, edge, graph, eventLimit);
};

/**
 * Decides a command on an order's state: which events to append, whether it was done before, or why not.
 * Pure: time, ids and what lies outside come in with the command. The order of the checks is the API's: repetition,
 * unknown order, a role that never grants it, times, precondition, grant here, frozen or held, graph, full, guard.
 *
 * @param state the fold of the order's stream, null when there is none
 * @param graph the rules to decide by; tests pass mutants to prove that they see
 * @param eventLimit events from which on an order takes only what is needed to finish it
 */
export const decide = (
  state: OrderState | null,
  command: Command,
  graph: Graph = GRAPH,
  eventLimit = Number.POSITIVE_INFINITY,
): Decision => {
  const repeated = state === null ? null : repeatedCommand(state, command);
  if (repeated !== null) return repeated;
  const bar = barred(state, command, graph);
  if (bar !== null) return refused(bar);
  const recorded = state === null ? null : repeatedFact(state, command, graph);
  if (recorded?.outcome === 'repeated') return recorded;
  const former = state === null ? null : refusedToFormerCarrier(state, command);
  if (former !== null) return former;
  if (recorded !== null) return recorded;
  const wrongTime = untimely(command);
  if (wrongTime !== null) return refused(wrongTime);
  const unmet = state === null ? null : precondition(state, command);
  if (unmet !== null) return refused(unmet);

  const timely = clamped(state, command);
  if (state !== null) return decideOnOrder(state, timely, graph, eventLimit);
  return timely.command === 'InitiateOrder' ? create(timely, graph) : refused({ kind: 'unknown-order' });
};
