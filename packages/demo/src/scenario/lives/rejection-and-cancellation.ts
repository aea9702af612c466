import { isRefused, type Life, sends, until } from '../steps.ts';
import { ordered, PAID, priced, STARTED } from '../usual-steps.ts';

/** Orders that end before they are delivered. */
export const REJECTION_AND_CANCELLATION: readonly Life[] = [
  {
    name: 'open-mesh',
    title: 'a model with open edges is refused by the pricing',
    account: 'house',
    share: 2,
    ends: 'REJECTED',
    steps: [
      ...ordered('shark'),
      until('REJECTED'),
      isRefused('customer', 'AcceptQuote', 'illegal-transition', { change: { quote_version: 1 } }),
    ],
  },
  {
    name: 'cancelled-early',
    title: 'the customer asks to cancel, thinks again, and cancels before paying',
    account: 'prepaid',
    share: 2,
    ends: 'CANCELLED',
    steps: [
      ...priced('wally'),
      sends('customer', 'RequestCancellation'),
      sends('agent', 'DeclineCancellation'),
      sends('customer', 'CancelOrder'),
      isRefused('customer', 'AcceptQuote', 'illegal-transition'),
    ],
  },
  {
    name: 'cancelled-late',
    title: 'an order is cancelled in the production, the cost is shared',
    account: 'house',
    share: 1,
    ends: 'CANCELLED',
    steps: [
      ...priced('tray'),
      ...PAID,
      ...STARTED,
      isRefused('customer', 'CancelOrder', 'forbidden'),
      sends('customer', 'RequestCancellation', { reason: 'TOO_SLOW' }),
      isRefused('supervisor', 'CancelOrder', 'cost-decision-missing'),
      sends('supervisor', 'CancelOrder', ({ known }) => ({
        cost_decision: 'SPLIT',
        charge: { amount: Math.floor(known.paid / 2), currency: known.quote?.currency ?? '' },
      })),
      sends('crm', 'RecordRefund', ({ known }) => ({
        amount: { amount: known.paid - Math.floor(known.paid / 2), currency: known.quote?.currency ?? '' },
      })),
    ],
  },
];
