import { couldBeAdmitted } from './admission.ts';
import type { Asked, Command } from './command.ts';
import { clamped, untimely } from './dating.ts';
import { edgesOf, GRAPH, type Graph } from './edges.ts';
import { makeCreation, makeEvent } from './event-data.ts';
import type { OrderEvent } from './events.ts';
import { factOfCommand } from './facts-by-id.ts';
import { type Grantee, systemOf } from './grants.ts';
import { ownCarrier } from './guards/shipment.ts';
import { barred, guardRefused, refusedToFormerCarrier, type Wish, wayIn, wayOf } from './legality.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState } from './state.ts';
import type { System } from './status.ts';

/** Append these events (none for a claim's renewal), with these times in their metadata. */
interface Accepted {
  outcome: 'accepted';
  events: OrderEvent[];
  system: System;
  recorded_at: string;
  occurred_at: string;
  /** Only where clamping changed what the caller gave. */
  occurred_at_given?: string;
}
/** The stream holds this command (or this fact) already: the answer is made from these of its events. */
interface Repeated {
  outcome: 'repeated';
  first_version: number;
  last_version: number;
}
interface Refused {
  outcome: 'refused';
  refusal: Refusal;
}
export type Decision = Accepted | Repeated | Refused;

const refused = (refusal: Refusal): Refused => ({ outcome: 'refused', refusal });

/** The stream holds this command already: the answer is made again from what it appended. */
const repeatedCommand = (state: OrderState, command: Command): Decision | null => {
  const done = state.commands.get(command.command_id);
  if (done === undefined) return null;
  if (done.request_hash !== command.request_hash) return refused({ kind: 'key-reused' });
  return { outcome: 'repeated', first_version: done.first_version, last_version: done.last_version };
};

/** The stream holds the fact itself, under its own id, whoever sent it; only who could record it is told so. */
const repeatedFact = (state: OrderState, command: Asked, graph: Graph): Refused | Repeated | null => {
  const fact = factOfCommand(command.command, command.body);
  const recorded = fact === null ? undefined : state.facts.get(fact.key);
  if (fact === null || recorded === undefined) return null;
  if (!couldBeAdmitted(edgesOf(graph), command.command, command.actor)) return null;
  if (command.command === 'RecordCarrierEvent' && ownCarrier(state, command) !== null) return null;
  const { event_version } = recorded;
  if (recorded.fingerprint === fact.fingerprint)
    return { outcome: 'repeated', first_version: event_version, last_version: event_version };
  const text = `event ${event_version} recorded this id with other data`;
  return refused(guardRefused(state, command, graph, { code: 'already-recorded', text }));
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

/** What can be said of a command before its times and its precondition: it may not be sent, or is done already. */
const beforehand = (state: OrderState | null, asked: Asked | Wish, graph: Graph): Refused | Repeated | null => {
  const bar = barred(state, asked, graph);
  if (bar !== null) return refused(bar);
  if (state === null) return null;
  const recorded = asked.body === null ? null : repeatedFact(state, asked, graph);
  if (recorded?.outcome === 'repeated') return recorded;
  const former = refusedToFormerCarrier(state, asked);
  return former === null ? recorded : refused(former);
};

const accepted = (grantee: Grantee, { recorded_at, occurred_at, occurred_at_given }: Command, events: OrderEvent[]) =>
  ({
    outcome: 'accepted',
    events,
    system: systemOf(grantee),
    recorded_at,
    occurred_at,
    ...(occurred_at_given === undefined ? {} : { occurred_at_given }),
  }) as const;

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
  const before = repeated ?? beforehand(state, command, graph);
  if (before !== null) return before;
  const wrongTime = untimely(command);
  if (wrongTime !== null) return refused(wrongTime);
  const unmet = state === null ? null : precondition(state, command);
  if (unmet !== null) return refused(unmet);

  const timely = clamped(state, command);
  if (state === null) {
    if (timely.command !== 'InitiateOrder') return refused({ kind: 'unknown-order' });
    const way = wayIn(timely, graph);
    return 'refusal' in way ? refused(way.refusal) : accepted(way.grantee, timely, [makeCreation(timely)]);
  }
  const way = wayOf(state, timely, graph, eventLimit);
  if ('refusal' in way) return refused(way.refusal);
  const events = way.steps.flatMap((step) =>
    step.edge.event === null ? [] : [makeEvent(step.edge.event, step.state, step.asked)],
  );
  return accepted(way.grantee, timely, events);
};

const refusalIn = (way: object | { refusal: Refusal }): Refusal | null => ('refusal' in way ? way.refusal : null);

/**
 * Why a command cannot be taken now; null: it can, or is recorded. The same checks as `decide` makes, except those of
 * the sending: id, times and precondition. Any code that must know whether something is legal asks this.
 */
export const whyNot = (
  state: OrderState | null,
  asked: Asked | Wish,
  graph: Graph = GRAPH,
  eventLimit = Number.POSITIVE_INFINITY,
): Refusal | null => {
  const before = beforehand(state, asked, graph);
  if (before !== null) return before.outcome === 'refused' ? before.refusal : null;
  if (state !== null) return refusalIn(wayOf(state, asked, graph, eventLimit));
  return asked.command === 'InitiateOrder' && asked.body !== null ? refusalIn(wayIn(asked, graph)) : null;
};
