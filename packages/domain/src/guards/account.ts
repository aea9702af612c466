import { carries } from '../grants.ts';
import { type CreationGuard, type Guard, gathered, invalid, no } from './guard.ts';

export const accountUsable: CreationGuard = (command) => {
  const account = gathered(command, 'account');
  if (account === null || !account.active) return no('account-inactive', 'the account is not active');
  return account.quota_left ? null : no('quota-exhausted', "the month's quota of orders is used up");
};

export const accountActive: Guard = (_state, command) =>
  gathered(command, 'account')?.active ? null : no('account-inactive', 'the account is not active');

export const creationConsistent: CreationGuard = ({ actor, body }) => {
  const agent = carries(actor, 'crm.agent');
  if ((body.channel === 'CRM') !== agent)
    return invalid('/channel', 'CRM is the channel of the CRM agents, and theirs only');
  // A remake is held against the order that it remakes, so there the partner is known.
  if (body.partner_id !== undefined && actor.kind !== 'service' && body.remake_of_order_id === undefined)
    return invalid('/partner_id', 'only a service names a partner, but for a remake: a key tells its own');
  if (body.remake_of_order_id !== undefined && !agent)
    return invalid('/remake_of_order_id', 'only a CRM agent orders a remake, because a remake is free of charge');
  return null;
};
