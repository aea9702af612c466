import { type Actor, carries, isRole } from '@order-ledger/domain/grants';
import { code } from '@order-ledger/domain/values';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';

/**
 * The caller as events name it. Roles that the domain does not know are left out: they grant nothing here.
 * @throws ProblemError 401 where a token's subject could not stand in an event
 */
export const actorOf = (caller: Caller): Actor => {
  if (caller.kind === 'partner') return { id: caller.id, kind: 'partner', roles: [], partner_id: caller.id };
  if (!code.safeParse(caller.id).success) {
    throw new ProblemError(401, 'token-claim', "The token's sub must be 1 to 100 characters of A–Z a–z 0–9 . _ : / -.");
  }
  const { id, kind, carrier } = caller;
  return { id, kind, roles: caller.roles.filter(isRole), ...(carrier === undefined ? {} : { carrier }) };
};

/** The store acts for one customer at a time, and its events say for whom. */
export const namesCustomer = (actor: Actor): boolean => carries(actor, 'store.service');
