import { STATUSES } from '@order-ledger/domain/status';
import { partnersOrder } from '@order-ledger/testing/orders/journeys';
import { noOrder } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { account, other, REMAKE } from './circumstances.ts';

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

check(
  noOrder(),
  'InitiateOrder',
  { as: 'agent', body: { ...REMAKE, ...forPartner, channel: 'CRM' }, context: { remade_order: other(forPartner) } },
  'OrderInitiated',
  "of a remake of a partner's order by an agent",
);

// What a partner says of itself
const urgent = { as: 'partner', body: { channel: 'API', priority: 'URGENT' } } as const;
const agreed = { context: account({ urgent: true }) };
const without = { context: account({ urgent: false }) };
check(
  noOrder(),
  'InitiateOrder',
  { ...urgent, ...without },
  'urgent-not-agreed',
  'of an urgent one by a partner without that in its plan',
);
check(noOrder(), 'InitiateOrder', { ...urgent, ...agreed }, 'OrderInitiated', 'of an urgent one by a partner with it');
check(noOrder(), 'InitiateOrder', { body: { priority: 'URGENT' } }, 'OrderInitiated', 'of an urgent one by the house');
for (const channel of ['ONLINE_STORE', 'CRM'] as const)
  check(noOrder(), 'InitiateOrder', { as: 'partner', body: { channel } }, 'invalid', `by a partner as from ${channel}`);
const hurry = { as: 'partner', body: { priority: 'URGENT' } } as const;
check(
  partnersOrder(),
  'ChangePriority',
  { ...hurry, ...without },
  'urgent-not-agreed',
  'by a partner without that in its plan',
);
check(partnersOrder(), 'ChangePriority', { ...hurry, ...agreed }, 'PriorityChanged', 'by a partner with it');
check(partnersOrder(), 'ChangePriority', { as: 'partner', body: { priority: 'HIGH' } }, 'PriorityChanged', 'to HIGH');

// The orders that it names
const remake = { as: 'agent', body: { ...REMAKE, channel: 'CRM' } } as const;
const replacement = { body: { replaces_order_id: REMAKE.remake_of_order_id } } as const;
for (const [sending, key, unknown] of [
  [remake, 'remade_order', 'unknown-remade-order'],
  [replacement, 'replaced_order', 'unknown-replaced-order'],
] as const) {
  check(noOrder(), 'InitiateOrder', { ...sending, context: { [key]: null } }, unknown, 'of one that is not there');
  for (const [changes, whose] of [
    [{ customer_ref: 'customer-18' }, "another customer's"],
    [{ partner_id: 'acme' }, "a partner's"],
  ] as const) {
    const context = { [key]: other({ status: 'REJECTED', ...changes }) };
    check(noOrder(), 'InitiateOrder', { ...sending, context }, unknown, `naming ${whose}`);
  }
}
for (const stage of STATUSES.filter((status) => status !== 'ON_HOLD' && status !== 'ERROR')) {
  const context = { remade_order: other({ stage }), replaced_order: other({ status: stage }) };
  const made = ['SHIPPED', 'DELIVERED', 'CLOSED', 'RETURN_REQUESTED', 'RETURNED'].includes(stage);
  const ended = ['REJECTED', 'CANCELLED'].includes(stage);
  const expected = made ? 'OrderInitiated' : 'remake-not-due';
  check(noOrder(), 'InitiateOrder', { ...remake, context }, expected, `of a remake of one in ${stage}`);
  const replaced = ended ? 'OrderInitiated' : 'replacement-not-due';
  check(noOrder(), 'InitiateOrder', { ...replacement, context }, replaced, `in place of one in ${stage}`);
}
check(
  noOrder(),
  'InitiateOrder',
  { ...remake, context: { remade_order: other({ status: 'ERROR', stage: 'SHIPPED' }) } },
  'OrderInitiated',
  'of a remake of one that failed on its way',
);

export const ACCOUNT_CASES = cases;
