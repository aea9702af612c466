import { isRole } from '@order-ledger/domain/grants';
import { type Scope, sightOf } from '@order-ledger/domain/sight';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { actorOf } from '../actor.ts';
import { audienceOf } from '../audience.ts';

/**
 * Who may come to a route.
 * `partners`: the scope that a partner's key must have; null: closed to partners.
 * `tokens`: `seeing-some`: whoever sees any orders at all; `but-carriers`: of these no carrier; `seeing-all`: only who
 * sees all orders, because the answer is made of all of them.
 * `orders`: `own`: orders that the caller does not see do not exist in the answer; `all`: nothing is left out.
 */
export type Access =
  | { partners: 'orders:read'; tokens: 'seeing-some' | 'but-carriers'; orders: 'own' }
  | { partners: null; tokens: 'seeing-all'; orders: 'all' };

/** Single orders, lists and the stream of them. */
export const OWN_ORDERS: Access = { partners: 'orders:read', tokens: 'seeing-some', orders: 'own' };
/** What is between the house and who ordered. */
export const OWN_BUSINESS: Access = { partners: 'orders:read', tokens: 'but-carriers', orders: 'own' };
/** Figures over the whole house. */
export const WHOLE_HOUSE: Access = { partners: null, tokens: 'seeing-all', orders: 'all' };

const refused = (detail: string): ProblemError => new ProblemError(403, 'route-forbidden', detail);

/**
 * The orders that the caller sees on a route.
 * @throws ProblemError 403 for a caller whom the route is closed to
 */
export const admit = (access: Access, caller: Caller): Scope => {
  if (caller.kind === 'partner') {
    if (access.partners === null) throw refused('This is not for partners.');
    if (!caller.scopes.includes(access.partners)) throw refused(`The key lacks the scope ${access.partners}.`);
  } else if (!caller.roles.some(isRole)) {
    throw refused('The token has no role that is known here.');
  }
  const scope = sightOf(actorOf(caller));
  if (scope !== 'everything' && scope.length === 0) throw refused('The credential lets no orders be seen.');
  if (access.tokens === 'but-carriers' && audienceOf(scope) === 'carrier') throw refused('This is not for carriers.');
  if (access.tokens === 'seeing-all' && scope !== 'everything') {
    throw refused('This tells of all orders, and the credential lets only some be seen.');
  }
  return scope;
};
