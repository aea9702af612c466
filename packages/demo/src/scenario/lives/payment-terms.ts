import { isRefused, type Life, sends, until } from '../steps.ts';
import { CLOSED, DELIVERED, HANDED_OVER, MADE, PACKED, priced } from '../usual-steps.ts';

/** Partners who do not pay everything before the production. */
export const PAYMENT_TERMS: readonly Life[] = [
  {
    name: 'invoice',
    title: 'a partner on invoice: the agent approves at once, the money comes after the delivery',
    account: 'invoice',
    share: 4,
    ends: 'CLOSED',
    steps: [
      ...priced('wally', { quantity: 10 }),
      sends('agent', 'ApproveManufacturing'),
      ...MADE,
      ...PACKED,
      ...HANDED_OVER,
      DELIVERED,
      isRefused('agent', 'CloseOrder', 'not-settled'),
      sends('crm', 'RecordPayment', { method: 'INVOICE' }),
      CLOSED,
    ],
  },
  {
    name: 'deposit',
    title: 'a partner who pays 30 % before the production and the rest after the delivery',
    account: 'deposit',
    share: 3,
    ends: 'CLOSED',
    steps: [
      ...priced('case', { material: 'RESIN', process: 'SLA' }),
      sends('customer', 'AcceptQuote'),
      isRefused('agent', 'ApproveManufacturing', 'payment-missing'),
      sends('crm', 'RecordPayment', { method: 'BANK' }),
      until('MANUFACTURING_APPROVED'),
      ...MADE,
      ...PACKED,
      ...HANDED_OVER,
      DELIVERED,
      sends('crm', 'RecordPayment', { method: 'BANK' }),
      CLOSED,
    ],
  },
];
