import { type Actor, carries, isRole } from '@order-ledger/domain/grants';
import type { Caller } from '@order-ledger/platform/http/authenticate';

/** The caller as events name it. Roles that the domain does not know are left out: they grant nothing here. */
export const actorOf = (caller: Caller): Actor => {
  if (caller.kind === 'partner') return { id: caller.id, kind: 'partner', roles: [], partner_id: caller.id };
  const { id, kind, carrier } = caller;
  return { id, kind, roles: caller.roles.filter(isRole), ...(carrier === undefined ? {} : { carrier }) };
};

/** The store acts for one customer at a time, and its events say for whom. */
export const namesCustomer = (actor: Actor): boolean => carries(actor, 'store.service');
