import type { Asked } from '../command.ts';
import { carries } from '../grants.ts';
import type { OrderState } from '../state.ts';
import { bodyOf, type Guard, type GuardResult, no } from './guard.ts';

const tokenOf = (command: Asked): number | undefined => bodyOf<{ fence_token: number }>(command).fence_token;

const staleToken = (state: OrderState, token: number | undefined): GuardResult =>
  no(
    'stale-fence-token',
    `the fence token is ${token ?? 'absent'}, the claim's is ${state.claim?.fence_token ?? 'gone'}: claim again or send the current one`,
  );

const notHolder = (state: OrderState): GuardResult =>
  state.claim === null
    ? no('not-claimed', 'nobody holds the claim of this order: claim it first')
    : { code: 'not-claim-holder', text: `the claim is held by ${state.claim.operator}`, holder: state.claim };

const heldBy = (holder: NonNullable<OrderState['claim']>): GuardResult => ({
  code: 'claimed',
  text: `the order is claimed by ${holder.operator}`,
  holder,
});

/** The token that is sent must be the claim's; where nobody holds it none may be sent. */
const tokenFits = (state: OrderState, command: Asked): GuardResult => {
  const token = tokenOf(command);
  return token === state.claim?.fence_token ? null : staleToken(state, token);
};

const isHolder = (state: OrderState, command: Asked): boolean => state.claim?.operator === command.actor.id;

export const holdsClaim: Guard = (state, command) =>
  isHolder(state, command) ? tokenFits(state, command) : notHolder(state);

/** A lead may act without the claim; while somebody holds it he must show that he knows of that claim. */
export const holdsClaimOrLeads: Guard = (state, command) =>
  carries(command.actor, 'mes.lead') ? tokenFits(state, command) : holdsClaim(state, command);

/** Quality inspects what others hold, so its word needs no token; one that it sends must be current. */
export const holdsClaimOrInspects: Guard = (state, command) => {
  if (isHolder(state, command) || !carries(command.actor, 'mes.quality')) return holdsClaimOrLeads(state, command);
  return tokenOf(command) === undefined ? null : tokenFits(state, command);
};

export const unclaimed: Guard = (state) => (state.claim === null ? null : heldBy(state.claim));

export const notClaimedByAnother: Guard = (state, command) =>
  state.claim === null || isHolder(state, command) ? null : heldBy(state.claim);

export const claimed: Guard = (state) => (state.claim === null ? notHolder(state) : null);

export const anotherOperator: Guard = (state, command) =>
  state.claim?.operator === bodyOf<{ to_operator: string }>(command).to_operator
    ? no('same-operator', 'that operator holds the claim already')
    : null;

export const currentClaim: Guard = (state, command) =>
  state.claim === null ? notHolder(state) : tokenFits(state, command);

export const holdsClaimOrEndsIt: Guard = (state, command) =>
  carries(command.actor, 'mes.lead') || carries(command.actor, 'claim.keeper') ? null : holdsClaim(state, command);
