import type { Actor } from './grants.ts';
import type { OrderState } from './state.ts';

/**
 * Which orders exist for a caller; any other is unknown to it, not forbidden. A partner reaches its own, the store those
 * without a partner, a carrier those that no other carrier alone was asked to ship. Roles are the grants' concern here;
 * the doors, which tell a caller without any nothing at all, ask `sight` before.
 */
export const reaches = (actor: Actor, state: OrderState): boolean => {
  if (actor.kind === 'partner') return actor.partner_id !== undefined && actor.partner_id === state.partner_id;
  const onlyTheStore = actor.roles.length > 0 && actor.roles.every((role) => role === 'store.service');
  if (onlyTheStore && state.partner_id !== null) return false;
  const asked = [...state.shipment_requests.values()];
  return actor.carrier === undefined || asked.length === 0 || asked.includes(actor.carrier);
};
