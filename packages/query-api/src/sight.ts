import { type Actor, carries, ROLE_NAMES, type Role } from '@order-ledger/domain/grants';
import type { Scope, ScopePart } from '@order-ledger/read-model/reading/scope';

type SightOfRole = (actor: Actor) => Scope;

const everything: SightOfRole = () => 'everything';
const house: SightOfRole = () => [{ house: true }];
const ofItsCarrier: SightOfRole = ({ carrier }) => (carrier === undefined ? [] : [{ carrier }]);

/** Which orders exist for whom; a role that is not here sees none. */
export const SIGHT: Readonly<Record<Role, SightOfRole>> = {
  'store.service': house,
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

/** The orders that a caller sees: a partner its own, a token what its roles see together. */
export const sightOf = (actor: Actor): Scope => {
  if (actor.kind === 'partner') return actor.partner_id === undefined ? [] : [{ partner_id: actor.partner_id }];
  const scopes = ROLE_NAMES.filter((role) => carries(actor, role)).map((role) => SIGHT[role](actor));
  if (scopes.includes('everything')) return 'everything';
  return scopes.flatMap((scope): readonly ScopePart[] => (scope === 'everything' ? [] : scope));
};

/**
 * How much of an order is shown: `staff` all of it; `partner` and `carrier` what their tables of presentation name.
 */
export type Audience = 'staff' | 'partner' | 'carrier';

/** The house's own systems see whole orders; who is a stranger to some of what he sees is treated as one to all. */
export const audienceOf = (scope: Scope): Audience => {
  if (scope === 'everything' || scope.every((part) => 'house' in part)) return 'staff';
  return scope.some((part) => 'carrier' in part) ? 'carrier' : 'partner';
};
