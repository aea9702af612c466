import { type Actor, carries, ROLE_NAMES, type Role } from './grants.ts';
import type { OrderState } from './state.ts';

/** A part of the orders: one partner's, those without a partner, those whose shipment was asked of a carrier. */
export type ScopePart = { partner_id: string } | { house: true } | { carrier: string };

/** Which orders exist for whom. No part at all: none. */
export type Scope = 'everything' | readonly ScopePart[];

/** `carrier`: of the carrier that the token names. */
export type Sight = 'everything' | 'house' | 'carrier';

export const SIGHT: Readonly<Record<Role, Sight>> = {
  'store.service': 'house',
  'crm.service': 'everything',
  'crm.agent': 'everything',
  'crm.supervisor': 'everything',
  'crm.warehouse': 'everything',
  'mes.operator': 'everything',
  'mes.packer': 'everything',
  'mes.quality': 'everything',
  'mes.lead': 'everything',
  'carrier.adapter': 'carrier',
  'pricing.worker': 'everything',
  'manufacturing.worker': 'everything',
  'claim.keeper': 'everything',
  'process.manager': 'everything',
  ops: 'everything',
  analyst: 'everything',
  admin: 'everything',
};

/** The orders that a caller sees: a partner its own, a token what the roles that it carries see together. */
export const sightOf = (actor: Actor): Scope => {
  if (actor.kind === 'partner') return actor.partner_id === undefined ? [] : [{ partner_id: actor.partner_id }];
  const sights = new Set(ROLE_NAMES.filter((role) => carries(actor, role)).map((role) => SIGHT[role]));
  if (sights.has('everything')) return 'everything';
  const { carrier } = actor;
  return [
    ...(sights.has('house') ? [{ house: true } as const] : []),
    ...(sights.has('carrier') && carrier !== undefined ? [{ carrier }] : []),
  ];
};

const lies = (order: OrderState, part: ScopePart): boolean => {
  if ('partner_id' in part) return order.partner_id === part.partner_id;
  if ('house' in part) return order.partner_id === null;
  const asked = [...order.shipment_requests.values()];
  return asked.length === 0 ? order.specification?.delivery?.method === 'CARRIER' : asked.includes(part.carrier);
};

/**
 * Whether this order exists for who sends it a command. A carrier's word may come before the carrier was asked, so until
 * somebody is, every order that a carrier is to deliver exists for all carriers here; to be read it must have been asked.
 */
export const sees = (actor: Actor, order: OrderState): boolean => {
  const scope = sightOf(actor);
  return scope === 'everything' || scope.some((part) => lies(order, part));
};
