import type { CommandName } from './bodies.ts';
import { type Edge, edgesFor, type OrderEdge } from './edges.ts';
import { type Actor, carries, ERROR_REPORTERS, type Grantee, HOLD_SIDES, OWNER_ROLES } from './grants.ts';
import { type Grant, type GrantedBy, HOLD_SETTERS } from './graph.ts';
import { ownerOf } from './lifecycle.ts';
import type { OrderState } from './state.ts';
import { CANCELLED_BY_AGENT, type Status } from './status.ts';

/** null: not sent yet; the question is what the caller could send. */
type Body = Readonly<Record<string, unknown>> | null;

const HOLD_RELEASERS: readonly Grantee[] = ['mes.lead', 'crm.supervisor'];
const all = (grantees: readonly Grantee[]): Grant[] => grantees.map((to) => ({ to }));

/** The grants of an edge for this order: relations are looked up in its state. */
const grantsOf = (by: GrantedBy, state: OrderState | null, body: Body): readonly Grant[] => {
  if (typeof by !== 'string') return by;
  if (state === null) return [];
  switch (by) {
    case 'error-reporters':
      return all([...ERROR_REPORTERS[ownerOf(state)], 'ops']);
    case 'status-owner':
      return all(OWNER_ROLES[ownerOf(state)]);
    case 'cancel-while-held':
      return all([
        (CANCELLED_BY_AGENT as readonly (Status | null)[]).includes(state.held_from) ? 'crm.agent' : 'crm.supervisor',
      ]);
    case 'hold-side': {
      // A hold that is not there is the guard's to refuse, so whoever could release one of this order passes here.
      const named = state.holds.filter((hold) => hold.hold_id === body?.hold_id);
      const asked = named.length > 0 ? named : state.holds.filter((hold) => hold.open);
      return all([...asked.flatMap((hold) => HOLD_SIDES[hold.side]), ...HOLD_RELEASERS]);
    }
  }
};

/** Everybody whom an edge could admit in some order: who is not among them gets 403 whatever the status. */
const everyGrantee = (by: GrantedBy): readonly Grantee[] => {
  if (typeof by !== 'string') return by.map((grant) => grant.to);
  switch (by) {
    case 'error-reporters':
      return [...Object.values(ERROR_REPORTERS).flat(), 'ops'];
    case 'status-owner':
      return Object.values(OWNER_ROLES).flat();
    case 'cancel-while-held':
      return ['crm.agent', 'crm.supervisor'];
    case 'hold-side':
      return [...HOLD_SETTERS.map((grant) => grant.to), ...HOLD_RELEASERS];
  }
};

const holdsIn = ({ from }: Grant, state: OrderState | null): boolean =>
  from === undefined || (state !== null && from.includes(state.status));

const peopleOnly = (edge: Edge): boolean => 'peopleOnly' in edge && edge.peopleOnly === true;

/**
 * The grant by which an actor may take this edge, or null. The first that fits in "who may" admits, and its system is
 * the one that the event names. `body` null: reasons are not asked (for `allowed_transitions`).
 */
export const admittedBy = (edge: Edge, state: OrderState | null, actor: Actor, body: Body): Grantee | null => {
  if (peopleOnly(edge) && actor.kind !== 'person') return null;
  const fitting = grantsOf(edge.by, state, body).find(
    (grant) =>
      carries(actor, grant.to) &&
      holdsIn(grant, state) &&
      (grant.reasons === undefined || body === null || grant.reasons.includes(String(body.reason))),
  );
  return fitting?.to ?? null;
};

/** The reasons that an actor may give when he takes one of these edges in this order; null: any that the body has. */
export const reasonsOf = (edges: readonly Edge[], state: OrderState, actor: Actor): readonly string[] | null => {
  const his = edges
    .flatMap((edge) => grantsOf(edge.by, state, null))
    .filter((grant) => carries(actor, grant.to) && holdsIn(grant, state));
  const reasons = his.flatMap((grant) => grant.reasons ?? []);
  return reasons.length === 0 || his.some((grant) => grant.reasons === undefined) ? null : [...new Set(reasons)];
};

/** True when some edge of this command could admit the actor in some status. */
export const couldBeAdmitted = (edges: readonly Edge[], command: CommandName, actor: Actor): boolean =>
  edgesFor(edges, command).some((edge) => everyGrantee(edge.by).some((grantee) => carries(actor, grantee)));

/** Of a hold's two edges the one that fits: the last open hold resumes the order, another is only released. */
export const chooseEdge = (
  edges: readonly OrderEdge[],
  state: OrderState,
  { command, body }: { command: CommandName; body: Body },
): OrderEdge | undefined => {
  if (command !== 'ResumeOrder') return edges[0];
  const others = state.holds.some((hold) => hold.open && hold.hold_id !== body?.hold_id);
  return edges.find((edge) => edge.event === (others ? 'HoldReleased' : 'OrderResumed'));
};

/** Whom these edges could admit in some order, for the text of a 403. */
export const granteesOf = (edges: readonly Edge[]): Grantee[] => [
  ...new Set(edges.flatMap((edge) => everyGrantee(edge.by))),
];

/** Whom these edges admit in this order: nobody is sent to a role that is refused here too. */
export const granteesHere = (edges: readonly Edge[], state: OrderState, body: Body): Grantee[] => [
  ...new Set(
    edges
      .flatMap((edge) => grantsOf(edge.by, state, body).filter((grant) => holdsIn(grant, state)))
      .map(({ to }) => to),
  ),
];
