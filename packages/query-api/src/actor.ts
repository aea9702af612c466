import { type Actor, isRole } from '@order-ledger/domain/grants';
import type { Caller } from '@order-ledger/platform/http/authenticate';

/** The caller as the domain's grants know it. Roles that the domain does not know are left out: they grant nothing. */
export const actorOf = (caller: Caller): Actor => {
  if (caller.kind === 'partner') return { id: caller.id, kind: 'partner', roles: [], partner_id: caller.id };
  const { id, kind, carrier } = caller;
  return { id, kind, roles: caller.roles.filter(isRole), ...(carrier === undefined ? {} : { carrier }) };
};
