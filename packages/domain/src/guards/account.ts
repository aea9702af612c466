import type { Asked } from '../command.ts';
import { carries } from '../grants.ts';
import { bodyOf, type CreationGuard, type Guard, type GuardResult, gathered, invalid, no } from './guard.ts';

export const accountUsable: CreationGuard = (command) => {
  const account = gathered(command, 'account');
  if (account === null || !account.active) return no('account-inactive', 'the account is not active');
  return account.quota_left ? null : no('quota-exhausted', "the month's quota of orders is used up");
};

export const accountActive: Guard = (_state, command) =>
  gathered(command, 'account')?.active ? null : no('account-inactive', 'the account is not active');

/** Urgent orders come first, so a partner needs a plan that allows them. The house knows its own urgency. */
const urgencyAgreed = (command: Asked): GuardResult =>
  command.actor.kind !== 'partner' ||
  bodyOf<{ priority: string }>(command).priority !== 'URGENT' ||
  gathered(command, 'account')?.urgent === true
    ? null
    : no('urgent-not-agreed', 'the plan of this account has no URGENT orders: ask for HIGH');

export const urgentOrderAgreed: CreationGuard = (command) => urgencyAgreed(command);
export const urgentChangeAgreed: Guard = (_state, command) => urgencyAgreed(command);

export const creationConsistent: CreationGuard = ({ actor, body }) => {
  const agent = carries(actor, 'crm.agent');
  if ((body.channel === 'CRM') !== agent)
    return invalid('/channel', 'CRM is the channel of the CRM agents, and theirs only');
  if (actor.kind === 'partner' && body.channel !== 'API')
    return invalid('/channel', "must be API, the channel of partners' keys");
  // A remake is held against the order that it remakes, so there the partner is known.
  if (body.partner_id !== undefined && actor.kind !== 'service' && body.remake_of_order_id === undefined)
    return invalid('/partner_id', 'only a service names a partner, but for a remake: a key tells its own');
  if (body.remake_of_order_id !== undefined && !agent)
    return invalid('/remake_of_order_id', 'only a CRM agent orders a remake, because a remake is free of charge');
  return null;
};
