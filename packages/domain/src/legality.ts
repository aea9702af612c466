import { admittedBy, chooseEdge, couldBeAdmitted, granteesHere, granteesOf } from './admission.ts';
import { allowedTransitions } from './allowed-transitions.ts';
import type { CommandName } from './bodies.ts';
import type { Asked, AskedOf } from './command.ts';
import { creationIn, edgesAt, edgesFor, edgesOf, GRAPH, type Graph, type OrderEdge } from './edges.ts';
import type { Actor, Grantee } from './grants.ts';
import { targetsOf } from './graph.ts';
import type { GuardResult } from './guards/guard.ts';
import { notCarrying } from './guards/shipment.ts';
import { ownerOf } from './lifecycle.ts';
import type { Refusal } from './refusal.ts';
import { awaitsCarrier, isFormerCarrier, sees } from './sight.ts';
import type { OrderState } from './state.ts';
import { recordOf } from './status.ts';

/** A command whose body is not known yet: guards look into bodies, so none is asked. */
export interface Wish {
  command: CommandName;
  actor: Actor;
  body: null;
}

export const guardRefused = (
  state: OrderState | null,
  { actor }: Pick<Asked, 'actor'>,
  graph: Graph,
  result: Exclude<GuardResult, null>,
): Refusal => {
  if ('invalid' in result) return { kind: 'invalid', errors: result.invalid };
  const { code, text, holder } = result;
  return {
    kind: 'guard',
    code,
    text,
    status: state?.status ?? null,
    allowed_transitions: state === null ? [] : allowedTransitions(state, actor, graph.rules),
    ...(holder ? { holder } : {}),
  };
};

const NO_EDGE = { hold: 'held', error: 'frozen', stage: 'illegal-transition' } as const;

/** Why the graph has no way from here: the order is frozen, or it never has this edge. */
const noEdge = (state: OrderState, actor: Actor, graph: Graph): Refusal => {
  const { status } = state;
  // A parcel goes its way whatever the order's status says.
  const isCarrier = couldBeAdmitted(graph.facts, 'RecordCarrierEvent', actor);
  return {
    kind: NO_EDGE[recordOf(status).frozen ?? 'stage'],
    status,
    allowed_transitions: allowedTransitions(state, actor, graph.rules),
    ...(isCarrier ? { instead: 'RecordCarrierEvent' } : {}),
  };
};

const forbidden = (
  state: OrderState,
  { command, body }: { command: CommandName; body: Asked['body'] | null },
  graph: Graph,
): Refusal => {
  const edges = edgesOf(graph);
  const here = edgesAt(edges, command, state.status);
  const grantees = here.length > 0 ? granteesHere(here, state, body) : granteesOf(edgesFor(edges, command));
  return { kind: 'forbidden', owner: ownerOf(state), grantees };
};

/** A full order still takes what advances or ends it, and facts that are true whatever anybody decides. */
const full = (state: OrderState, actor: Actor, graph: Graph, event_limit: number): Refusal => {
  const open = graph.rules.filter((rule) => rule.untilFull !== true);
  return {
    kind: 'order-full',
    event_limit,
    status: state.status,
    allowed_transitions: allowedTransitions(state, actor, open),
  };
};

/**
 * Why a caller may not send a command, whatever it says: the order does not exist for him, or his roles never grant it.
 * This refusal must tell him nothing else, so it comes before all that is wrong with the request.
 */
export const barred = (
  state: OrderState | null,
  { command, actor }: Pick<Asked, 'command' | 'actor'>,
  graph: Graph = GRAPH,
): Refusal | null => {
  const could = couldBeAdmitted(edgesOf(graph), command, actor);
  if (state === null) {
    if (command !== 'InitiateOrder') return { kind: 'unknown-order' };
    const grantees = granteesOf(edgesFor(graph.rules, command));
    return could ? null : { kind: 'forbidden', owner: 'store', grantees };
  }
  if (!sees(actor, state, command)) return { kind: 'unknown-order' };
  return could || isFormerCarrier(actor, state) ? null : forbidden(state, { command, body: null }, graph);
};

/**
 * A former carrier gets its earlier answers again, and learns of the present order only that it is not its business: no
 * status, no version, no edges.
 */
export const refusedToFormerCarrier = (
  state: OrderState,
  { command, actor }: Pick<Asked, 'command' | 'actor'>,
): Refusal | null => {
  const early = command === 'RecordCarrierEvent' && awaitsCarrier(state);
  if (early || !isFormerCarrier(actor, state)) return null;
  return { kind: 'guard', ...notCarrying(actor), status: null, allowed_transitions: [] };
};

/** One edge on the way, with the state and the command that its guards are asked about. */
export interface Step {
  edge: OrderEdge;
  state: OrderState;
  asked: Asked;
}
/** A step that the graph may lack, of a command whose body may be unknown. */
interface Sought {
  edge: OrderEdge | undefined;
  state: OrderState;
  asked: Asked | Wish;
}
const isStep = (sought: Sought): sought is Step => sought.edge !== undefined && sought.asked.body !== null;

/** The result that comes with a cached price, as the command that would report it, and the order at that time. */
const cachedPrice = (state: OrderState, asked: AskedOf<'StartPriceCalculation'>) => {
  const { result, ...start } = asked.body;
  if (result === undefined) return null;
  const { attempt, job_id } = start;
  const status = 'PRICE_CALCULATION_STARTED' as const;
  const started: OrderState = { ...state, status, price_attempt: attempt, price_job_id: job_id };
  const body = { attempt, ...result };
  const told: Asked =
    'price' in body
      ? { ...asked, command: 'CompletePriceCalculation', body }
      : { ...asked, command: 'RejectOrder', body };
  return { state: started, asked: told };
};

/** The shipping paper that comes after its delivery, as the carrier would have confirmed it. */
const latePaper = ({ shipment }: OrderState, asked: Asked | Wish): Asked | Wish => {
  const tracking_number = asked.command === 'ConfirmDelivery' ? asked.body?.tracking_number : undefined;
  const body = { shipment_request_id: shipment?.shipment_request_id, tracking_number };
  return { ...asked, command: 'ConfirmShipment', body: asked.body === null ? null : body } as Asked | Wish;
};

/** The edges of a delivery where the order is not shipped yet; none where the graph leads no such way. */
const unshipped = (state: OrderState, asked: Asked | Wish, graph: Graph): Sought[] => {
  const edges = edgesOf(graph);
  const paper = latePaper(state, asked);
  const [shipping] = edgesAt(graph.rules, paper.command, state.status);
  const status = shipping !== undefined && 'to' in shipping ? targetsOf(shipping)[0] : undefined;
  const delivery = status === undefined ? undefined : edgesAt(edges, asked.command, status)[0];
  if (status === undefined || delivery === undefined) return [];
  return [
    { edge: shipping, state, asked: paper },
    { edge: delivery, state: { ...state, status }, asked },
  ];
};

/**
 * The edges that a command would take: one, but for two commands that may append two events, each of them legal by
 * itself: a price from the cache (start, then its result) and a delivery that was faster than the shipping paper
 * (shipped, then delivered).
 */
const stepsOf = (state: OrderState, asked: Asked | Wish, graph: Graph): Sought[] => {
  const edges = edgesOf(graph);
  const own = { edge: chooseEdge(edgesAt(edges, asked.command, state.status), state, asked), state, asked };
  if (asked.command === 'ConfirmDelivery' && own.edge === undefined) {
    const both = unshipped(state, asked, graph);
    if (both.length > 0) return both;
  }
  if (asked.command !== 'StartPriceCalculation' || asked.body === null) return [own];
  const cached = cachedPrice(state, asked);
  if (cached === null) return [own];
  return [own, { ...cached, edge: edgesAt(edges, cached.asked.command, cached.state.status)[0] }];
};

const askGuards = ({ edge, state, asked }: Step): GuardResult => {
  for (const guard of edge.guards) {
    const result = guard(state, asked);
    if (result !== null) return result;
  }
  return null;
};

/** By whose grant, and over which edges. */
export interface Way {
  grantee: Grantee;
  steps: readonly Step[];
}

/** The way that a command takes from this state, or why it has none. */
export const wayOf = (
  state: OrderState,
  asked: Asked | Wish,
  graph: Graph,
  eventLimit: number,
): Way | { refusal: Refusal } => {
  const { command, actor, body } = asked;
  const sought = stepsOf(state, asked, graph);
  const edge = sought.find((step) => step.asked.command === command)?.edge;
  const grantee = edge === undefined ? null : admittedBy(edge, state, actor, body);
  if (edge === undefined ? !couldBeAdmitted(edgesOf(graph), command, actor) : grantee === null)
    return { refusal: forbidden(state, asked, graph) };
  if (grantee === null || sought.some((step) => step.edge === undefined))
    return { refusal: noEdge(state, actor, graph) };
  if (state.event_version >= eventLimit && sought.some((step) => step.edge?.untilFull === true))
    return { refusal: full(state, actor, graph, eventLimit) };
  const steps = sought.filter(isStep);
  for (const step of steps) {
    const result = askGuards(step);
    if (result !== null) return { refusal: guardRefused(state, asked, graph, result) };
  }
  return { grantee, steps };
};

/** By whose grant an order would be created, or why it would not be. */
export const wayIn = (asked: AskedOf<'InitiateOrder'>, graph: Graph): Pick<Way, 'grantee'> | { refusal: Refusal } => {
  const edge = creationIn(graph);
  const grantee = edge === undefined ? null : admittedBy(edge, null, asked.actor, asked.body);
  if (edge === undefined || grantee === null) {
    const grantees = granteesOf(edgesFor(graph.rules, asked.command));
    return { refusal: { kind: 'forbidden', owner: 'store', grantees } };
  }
  for (const guard of edge.guards) {
    const result = guard(asked);
    if (result !== null) return { refusal: guardRefused(null, asked, graph, result) };
  }
  return { grantee };
};
