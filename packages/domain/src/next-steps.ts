import type { CommandName } from './bodies.ts';
import { whyNot } from './decide.ts';
import { edgesAt, edgesOf, GRAPH } from './edges.ts';
import { type Actor, type Grantee, ROLE_NAMES, ROLES } from './grants.ts';
import { leaves, RULES } from './graph.ts';
import { carrierAsked } from './sight.ts';
import type { OrderState } from './state.ts';
import type { Status } from './status.ts';

/** What may be done with an order as it is, and by whom. */
export interface NextStep {
  readonly command: CommandName;
  /** The status it leads to; null: it is a fact, and changes none. */
  readonly to: Status | null;
  /** Each of them alone may. */
  readonly by: readonly Grantee[];
}

/** They stop an order: nobody waits for them. */
const STOPPING: readonly CommandName[] = ['HoldOrder', 'ReportError'];

const GRANTEES: readonly Grantee[] = ['partner', ...ROLE_NAMES];

/** Somebody who carries this grant alone, and to whom the order is no stranger. */
const actorOf = (grantee: Grantee, state: OrderState): Actor => {
  if (grantee === 'partner') {
    const { partner_id } = state;
    return { id: 'partner', kind: 'partner', roles: [], ...(partner_id === null ? {} : { partner_id }) };
  }
  const carrier = grantee === 'carrier.adapter' ? carrierAsked(state) : undefined;
  const kind = ROLES[grantee].serviceOnly ? 'service' : 'person';
  return { id: grantee, kind, roles: [grantee], ...(carrier === undefined ? {} : { carrier }) };
};

/**
 * Who may send a command now, by the graph: status, grants and sight. Guards that look into a command's body are not
 * asked.
 */
export const whoMay = (state: OrderState, command: CommandName): Grantee[] =>
  GRANTEES.filter((grantee) => whyNot(state, { command, actor: actorOf(grantee, state), body: null }) === null);

/** Every way on from an order's status that somebody has, those that end it last. */
export const nextSteps = (state: OrderState): NextStep[] =>
  RULES.filter(({ command, ...rule }) => leaves(rule, state.status) && !STOPPING.includes(command))
    .flatMap(({ command, to }): NextStep[] => {
      const target = typeof to === 'string' ? to : state[to.stored];
      const by = whoMay(state, command);
      return target === null || by.length === 0 ? [] : [{ command, to: target, by }];
    })
    .sort((one, other) => Number(one.command === 'CancelOrder') - Number(other.command === 'CancelOrder'));

/** A fact that may be recorded now, as a step; null where nobody may. */
export const factStep = (state: OrderState, command: CommandName): NextStep | null => {
  if (edgesAt(edgesOf(GRAPH), command, state.status).length === 0) return null;
  const by = whoMay(state, command);
  return by.length === 0 ? null : { command, to: null, by };
};

/** Only processes of ours, or a carrier's adapter, carry this grant: no person has it. */
export const isMachine = (grantee: Grantee): boolean => grantee !== 'partner' && ROLES[grantee].serviceOnly;
