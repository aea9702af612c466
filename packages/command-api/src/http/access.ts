import type { CommandName } from '@order-ledger/domain/bodies';
import { isRole } from '@order-ledger/domain/grants';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Method } from '@order-ledger/platform/http/route';
import type { RequestHandler } from 'express';
import type { PartnerScope } from '../partners/keys.ts';

/**
 * Who may come to a route, before the order and the domain are asked.
 * `partners`: the scope that a partner's key must have; null: the route is closed to partners.
 * `tokens`: a token needs a role that is known here; which command a role may send is the domain's table of grants.
 * `orders`: `own` — orders that the caller does not see do not exist for it; `new` — the route makes one; `next` — it
 * finds one.
 */
export interface Access {
  partners: PartnerScope | null;
  tokens: 'known-role';
  orders: 'own' | 'new' | 'next';
}

export interface CommandRoute {
  method: Method;
  path: string;
  /** `null`: named by the path's last segment. */
  command: CommandName | null;
  access: Access;
}

const customer = { partners: 'orders:write', tokens: 'known-role' } as const;
const shopFloor = { partners: null, tokens: 'known-role' } as const;

/** Every route that needs a credential: what is not here is refused. */
export const COMMAND_ROUTES: readonly CommandRoute[] = [
  { method: 'POST', path: '/v1/orders', command: 'InitiateOrder', access: { ...customer, orders: 'new' } },
  {
    method: 'POST',
    path: '/v1/orders/:order_id/commands/:command',
    command: null,
    access: { ...customer, orders: 'own' },
  },
  {
    method: 'POST',
    path: '/v1/orders/:order_id/claim',
    command: 'ClaimOrder',
    access: { ...shopFloor, orders: 'own' },
  },
  {
    method: 'POST',
    path: '/v1/orders/:order_id/claim/renew',
    command: 'RenewClaim',
    access: { ...shopFloor, orders: 'own' },
  },
  {
    method: 'POST',
    path: '/v1/orders/:order_id/release',
    command: 'ReleaseClaim',
    access: { ...shopFloor, orders: 'own' },
  },
  {
    method: 'POST',
    path: '/v1/orders/:order_id/reassign',
    command: 'ReassignClaim',
    access: { ...shopFloor, orders: 'own' },
  },
  { method: 'POST', path: '/v1/shop-floor/next', command: 'ClaimOrder', access: { ...shopFloor, orders: 'next' } },
];

const refused = (detail: string): ProblemError => new ProblemError(403, 'route-forbidden', detail);

/** Refuses callers whom a route is closed to. */
export const admit =
  ({ partners }: Access): RequestHandler =>
  (_request, response, next) => {
    const caller = callerOf(response);
    if (caller.kind === 'partner') {
      if (partners === null) throw refused('This is not for partners.');
      if (!caller.scopes.includes(partners)) throw refused(`The key lacks the scope ${partners}.`);
    } else if (!caller.roles.some(isRole)) {
      throw refused('The token has no role that is known here.');
    }
    next();
  };
