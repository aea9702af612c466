import { admittedBy } from './admission.ts';
import type { Actor } from './grants.ts';
import { leaves, RULES, type Rule } from './graph.ts';
import type { AllowedTransition } from './refusal.ts';
import type { OrderState } from './state.ts';

/**
 * The edges that this status has for this caller, each with the status it leads to. Guards are not evaluated: an edge
 * that stands here may still be refused for a reason that lies in the order.
 */
export const allowedTransitions = (
  state: OrderState,
  actor: Actor,
  rules: readonly Rule[] = RULES,
): AllowedTransition[] =>
  rules
    .filter((rule) => leaves(rule, state.status) && admittedBy(rule, state, actor, null) !== null)
    .flatMap((rule) => {
      const to = typeof rule.to === 'string' ? rule.to : state[rule.to.stored];
      return to === null ? [] : [{ command: rule.command, to }];
    });
