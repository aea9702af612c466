import type { CommandName } from './bodies.ts';
import { type Actor, carries, ROLE_NAMES, type Role } from './grants.ts';
import type { OrderState } from './state.ts';

/** A part of the orders: one partner's, those without a partner, those whose shipment was asked of a carrier. */
type ScopePart = { partner_id: string } | { house: true } | { carrier: string };

/** Which orders exist for whom. No part at all: none. */
export type Scope = 'everything' | readonly ScopePart[];

/** `carrier`: of the carrier that the token names. */
type Sight = 'everything' | 'house' | 'carrier';

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
  return [...order.shipment_requests.values()].includes(part.carrier);
};

/** Who was asked last, and has declined or not: the parcel is its business until another is asked. */
export const carrierAsked = ({ shipment_requests }: OrderState): string | undefined =>
  [...shipment_requests.values()].at(-1);

/** The packer may ask by telephone: then the carrier's word comes before the paper, from whichever carrier it will be. */
export const awaitsCarrier = ({ stage, specification, shipment }: OrderState): boolean =>
  stage === 'PACKAGING_COMPLETED' && specification?.delivery?.method === 'CARRIER' && shipment === null;

/**
 * Whether this order exists for a caller; one that does not is unknown to him, not forbidden. For a carrier it exists
 * from when it was asked to carry it; before that, it may only report on a parcel that waits for a carrier.
 */
export const sees = (actor: Actor, order: OrderState, command?: CommandName): boolean => {
  const scope = sightOf(actor);
  if (scope === 'everything' || scope.some((part) => lies(order, part))) return true;
  return command === 'RecordCarrierEvent' && awaitsCarrier(order) && scope.some((part) => 'carrier' in part);
};

/** Another carrier was asked since: what the order has come to is no longer this one's business. */
export const isFormerCarrier = (actor: Actor, order: OrderState): boolean => {
  const scope = sightOf(actor);
  if (scope === 'everything') return false;
  const seenBy = scope.filter((part) => lies(order, part));
  return seenBy.length > 0 && seenBy.every((part) => 'carrier' in part && part.carrier !== carrierAsked(order));
};
