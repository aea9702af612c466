import { type Actor, carries, ROLE_NAMES, type Role } from '@order-ledger/domain/grants';
import type { OrderState } from '@order-ledger/domain/state';

export type Sight = (actor: Actor, order: OrderState) => boolean;

const everything: Sight = () => true;

const withoutPartner: Sight = (_actor, order) => order.partner_id === null;

/** The orders whose shipment it was asked for; before anybody was asked, all that a carrier is to deliver. */
const ofItsCarrier: Sight = (actor, order) => {
  if (actor.carrier === undefined) return false;
  const asked = [...order.shipment_requests.values()];
  return asked.length === 0
    ? order.specification?.delivery?.method === 'CARRIER'
    : asked.some((carrier) => carrier === actor.carrier);
};

/** Which orders exist for whom; a role that is not here sees none. */
export const SIGHT: Readonly<Record<Role, Sight>> = {
  'store.service': withoutPartner,
  'crm.service': everything,
  'crm.agent': everything,
  'crm.supervisor': everything,
  'crm.warehouse': everything,
  'mes.operator': everything,
  'mes.packer': everything,
  'mes.quality': everything,
  'mes.lead': everything,
  'carrier.adapter': ofItsCarrier,
  'pricing.worker': everything,
  'manufacturing.worker': everything,
  'claim.keeper': everything,
  'process.manager': everything,
  ops: everything,
  analyst: everything,
  admin: everything,
};

/** False: for this caller there is no such order. A partner sees its own; a role counts only where it is carried. */
export const sees: Sight = (actor, order) =>
  actor.kind === 'partner'
    ? actor.partner_id !== undefined && actor.partner_id === order.partner_id
    : ROLE_NAMES.some((role) => carries(actor, role) && SIGHT[role](actor, order));
