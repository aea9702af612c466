import { noOrder } from '../specification.ts';
import { caseList } from './case-list.ts';
import { account, REMAKE } from './circumstances.ts';

const { cases, check } = caseList();

// The account
check(noOrder(), 'InitiateOrder', { context: account({ active: false }) }, 'account-inactive', 'for a closed account');
check(noOrder(), 'InitiateOrder', { context: account({ quota_left: false }) }, 'quota-exhausted', 'over the quota');
check(noOrder(), 'InitiateOrder', { as: 'agent' }, 'invalid', 'by an agent in the name of the store');
check(noOrder(), 'InitiateOrder', { as: 'agent', body: { channel: 'CRM' } }, 'OrderInitiated', 'by an agent');
check(noOrder(), 'InitiateOrder', { body: { channel: 'CRM' } }, 'invalid', 'by the store in the name of the CRM');
const forPartner = { partner_id: 'acme' };
check(noOrder(), 'InitiateOrder', { body: forPartner }, 'OrderInitiated', 'by a service for a partner');
check(noOrder(), 'InitiateOrder', { as: 'partner', body: forPartner }, 'invalid', 'by a partner that names itself');
check(
  noOrder(),
  'InitiateOrder',
  { as: 'agent', body: { ...forPartner, channel: 'CRM' } },
  'invalid',
  'by a person for a partner',
);
check(noOrder(), 'InitiateOrder', { body: REMAKE }, 'invalid', 'of a remake by the store');
check(
  noOrder(),
  'InitiateOrder',
  { as: 'agent', body: { ...REMAKE, channel: 'CRM' } },
  'OrderInitiated',
  'of a remake by an agent',
);

export const ACCOUNT_CASES = cases;
