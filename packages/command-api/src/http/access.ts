import type { CommandName } from '@order-ledger/domain/bodies';
import { isRole, OWNER_ROLES, type Role } from '@order-ledger/domain/grants';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Method } from '@order-ledger/platform/http/route';
import type { RequestHandler } from 'express';
import type { PartnerScope } from '../partners/keys.ts';

/**
 * Who may come to a route, before the order and the domain are asked.
 * `partners`: the scope that a partner's key must have; null: the route is closed to partners.
 * `tokens`: a token needs a role that is known here, and which command a role may send is the domain's table of grants;
 * or it needs the role `admin`, one that reads texts, or one that mends.
 * `orders`: `own` — orders that the caller does not see do not exist for it; `new` — the route makes one; `next` — it
 * finds one; `none` — it is about no order.
 */
export interface Access {
  partners: PartnerScope | null;
  tokens: 'known-role' | 'admin-alone' | 'text-readers' | 'menders';
  orders: 'own' | 'new' | 'next' | 'none';
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

/** Every route of commands: with those below all that need a credential. What is not here is refused. */
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

const admins = { partners: null, tokens: 'admin-alone', orders: 'none' } as const;

export interface KeyRoute {
  method: Method;
  path: string;
  does: 'issue' | 'list' | 'revoke';
  access: Access;
}

/** Partners' keys, by who administers them. */
export const KEY_ROUTES: readonly KeyRoute[] = [
  { method: 'POST', path: '/v1/partners/:partner_id/keys', does: 'issue', access: admins },
  { method: 'GET', path: '/v1/partners/:partner_id/keys', does: 'list', access: admins },
  { method: 'DELETE', path: '/v1/partners/:partner_id/keys/:key_id', does: 'revoke', access: admins },
];

/** Of staff: whoever writes notes, who mends what went wrong, and who answers for personal data. */
export const TEXT_READERS: readonly Role[] = [...Object.values(OWNER_ROLES).flat().filter(isRole), 'ops', 'admin'];
export const isTextReader = (role: string): boolean => (TEXT_READERS as readonly string[]).includes(role);

export const TEXT_ROUTE = {
  method: 'GET',
  path: '/v1/orders/:order_id/events/:event_version/texts',
  access: { partners: 'orders:read', tokens: 'text-readers', orders: 'own' },
} as const satisfies { method: Method; path: string; access: Access };

/** Of staff: who keeps the system running. */
export const MENDERS: readonly Role[] = ['ops', 'admin'];

/** Asks for a retry of an order that a process has parked. */
export const RETRY_ROUTE = {
  method: 'POST',
  path: '/v1/orders/:order_id/retry',
  access: { partners: null, tokens: 'menders', orders: 'own' },
} as const satisfies { method: Method; path: string; access: Access };

const refused = (detail: string): ProblemError => new ProblemError(403, 'route-forbidden', detail);

/** Refuses callers whom a route is closed to. */
export const admit =
  ({ partners, tokens }: Access): RequestHandler =>
  (_request, response, next) => {
    const caller = callerOf(response);
    if (caller.kind === 'partner') {
      if (partners === null) throw refused('This is not for partners.');
      if (!caller.scopes.includes(partners)) throw refused(`The key lacks the scope ${partners}.`);
    } else if (!caller.roles.some(isRole)) {
      throw refused('The token has no role that is known here.');
    } else if (tokens === 'admin-alone' && !caller.roles.includes('admin')) {
      throw refused('This is for the role admin.');
    } else if (tokens === 'text-readers' && !caller.roles.some(isTextReader)) {
      throw refused(`This is for the roles ${TEXT_READERS.join(', ')}.`);
    } else if (tokens === 'menders' && !caller.roles.some((role) => (MENDERS as readonly string[]).includes(role))) {
      throw refused(`This is for the roles ${MENDERS.join(', ')}.`);
    }
    next();
  };
