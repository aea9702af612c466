import { couldBeAdmitted, reasonsOf } from './admission.ts';
import { COMMAND_NAMES, type CommandName } from './bodies.ts';
import type { Asked } from './command.ts';
import { whyNot } from './decide.ts';
import { edgesAt, edgesFor, edgesOf, GRAPH } from './edges.ts';
import type { Actor, Grantee } from './grants.ts';
import { targetsOf } from './graph.ts';
import {
  claimed,
  currentClaim,
  holdsClaim,
  holdsClaimOrEndsIt,
  holdsClaimOrInspects,
  holdsClaimOrLeads,
  notClaimedByAnother,
  unclaimed,
} from './guards/claim.ts';
import type { Guard } from './guards/guard.ts';
import { duePaid, nothingPaid, settled } from './guards/money.ts';
import { quoteValid, quoteValidOrAccepted, recalculationDue } from './guards/price.ts';
import { firstReturnAfterClosing } from './guards/return.ts';
import { repackOnlyAfterDecline } from './guards/shipment.ts';
import { guardRefused } from './legality.ts';
import { whoMay } from './next-steps.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState } from './state.ts';
import type { Status } from './status.ts';

/** They look at nothing of a body but the claim's fence token: what they refuse now, they refuse whatever is sent. */
const STANDING: ReadonlySet<Guard> = new Set([
  ...[claimed, currentClaim, holdsClaim, holdsClaimOrEndsIt, holdsClaimOrInspects, holdsClaimOrLeads],
  ...[notClaimedByAnother, unclaimed, duePaid, nothingPaid, settled],
  ...[quoteValid, quoteValidOrAccepted, recalculationDue, firstReturnAfterClosing, repackOnlyAfterDecline],
]);

/**
 * Why a command would be refused whatever its body says; null: it depends on the body. Beside the graph those guards
 * are asked that look at the order, the caller and the time alone.
 */
export const obstacleTo = (state: OrderState, command: CommandName, actor: Actor, now: string): Refusal | null => {
  const refusal = whyNot(state, { command, actor, body: null });
  if (refusal !== null) return refusal;
  const body = state.claim === null ? {} : { fence_token: state.claim.fence_token };
  const asked = { command, actor, body, occurred_at: now, recorded_at: now, context: {} } as Asked;
  for (const guard of edgesAt(edgesOf(GRAPH), command, state.status)[0]?.guards ?? []) {
    const result = STANDING.has(guard) ? guard(state, asked) : null;
    if (result !== null) return guardRefused(state, asked, GRAPH, result);
  }
  return null;
};

/** A command that an actor could be granted, as it stands with an order. */
export interface Prospect {
  readonly command: CommandName;
  /** The status it leads to from here; null: it changes none, or has no way from here. */
  readonly to: Status | null;
  /** null: it may be sent. */
  readonly obstacle: Refusal | null;
  /** Who may send it now, by the graph; each alone. */
  readonly by: readonly Grantee[];
  /** The reasons that this actor may give; null: any that the body has. */
  readonly reasons: readonly string[] | null;
  /** In which statuses the graph has it. */
  readonly from: readonly Status[];
}

const targetFrom = (state: OrderState, command: CommandName): Status | null => {
  const rule = GRAPH.rules.find((each) => each.command === command && each.from.includes(state.status as never));
  if (rule === undefined) return null;
  return typeof rule.to === 'string' ? rule.to : (state[rule.to.stored] ?? targetsOf(rule)[0] ?? null);
};

/** Every command about an order that some order would take of this actor, with what stands in its way here. */
export const prospectsOf = (state: OrderState, actor: Actor, now: string): Prospect[] => {
  const edges = edgesOf(GRAPH);
  return COMMAND_NAMES.filter(
    (command) =>
      couldBeAdmitted(edges, command, actor) &&
      edgesFor(edges, command).some(({ from, event }) => event !== null && !from.includes(null as never)),
  ).map((command) => ({
    command,
    to: targetFrom(state, command),
    obstacle: obstacleTo(state, command, actor, now),
    by: whoMay(state, command),
    reasons: reasonsOf(edgesAt(edges, command, state.status), state, actor),
    from: [...new Set(edgesFor(edges, command).flatMap(({ from }) => from.filter((each) => each !== null)))],
  }));
};
