import type { CommandPath, Order, Priority } from '../api/shapes.ts';

/** Who is offered what on the board. The APIs decide; this keeps what could only be refused from being offered. */
const CLAIMANTS = ['mes.operator', 'mes.packer', 'mes.lead'];
// An operator may hold for two reasons only; the order's own page offers him those.
const HOLDERS = ['crm.agent', 'mes.lead'];
const SCHEDULERS = ['mes.lead', 'crm.agent', 'crm.supervisor'];

const some = (roles: readonly string[], needed: readonly string[]): boolean =>
  needed.some((role) => roles.includes(role));

export const mayClaim = (roles: readonly string[]): boolean => some(roles, CLAIMANTS);
export const mayHold = (roles: readonly string[]): boolean => some(roles, HOLDERS);
export const maySchedule = (roles: readonly string[]): boolean => some(roles, SCHEDULERS);

export const CLAIM = '/v1/orders/{order_id}/claim' satisfies CommandPath;
export const NEXT = '/v1/shop-floor/next' satisfies CommandPath;
export const HOLD = '/v1/orders/{order_id}/commands/hold-order' satisfies CommandPath;
export const PRIORITY = '/v1/orders/{order_id}/commands/change-priority' satisfies CommandPath;

/** A deed for several orders at once is one command for each: each is accepted or refused by itself. */
export type SeveralDeed = { kind: 'claim' } | { kind: 'hold' } | { kind: 'priority'; priority: Priority };

export const isMine = (order: Order, me: string): boolean => order.claim?.operator === me;
