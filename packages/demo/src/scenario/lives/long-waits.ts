import { catches, insists, isRefused, type Life, OUTLASTS_QUOTE, sends, until, untilEvent, uploads } from '../steps.ts';
import { CLOSED, DELIVERED, HANDED_OVER, MADE, ordered, PACKED, priced } from '../usual-steps.ts';

/** A machine may be so fast that the calculation is over before anybody has seen it: then another ring is measured. */
const CALCULATING = catches('PRICE_CALCULATION_STARTED', 'PRICE_CALCULATED', [
  uploads('new-ring'),
  sends('customer', 'ReviseOrder', ({ upload }) => ({ ...upload })),
]);

/** What takes longest: these lives wait for a calculation under way, or for a quote to run out. */
export const LONG_WAITS: readonly Life[] = [
  {
    name: 'worker-lost',
    title: 'the price is restarted in the middle of a long calculation',
    account: 'house',
    share: 1,
    ends: 'CANCELLED',
    steps: [
      ...ordered('new-ring', { orientation: 'BEST' }),
      CALCULATING,
      // It may also be over while this is on its way.
      insists(sends('pricing', 'RestartPriceCalculation'), 'illegal-transition', [CALCULATING]),
      until('PRICE_CALCULATED'),
      sends('customer', 'CancelOrder', { reason: 'OTHER' }),
    ],
  },
  {
    name: 'expired-quote',
    title: 'a quote of 5 s runs out, is calculated again and accepted in time',
    account: 'short-quotes',
    share: 3,
    ends: 'CLOSED',
    steps: [
      ...priced('cube'),
      OUTLASTS_QUOTE,
      isRefused('customer', 'AcceptQuote', 'quote-expired'),
      sends('customer', 'RequestPriceRecalculation', { reason: 'EXPIRED' }),
      untilEvent('PriceCalculated'),
      insists(sends('customer', 'AcceptQuote'), 'quote-expired', [
        sends('customer', 'RequestPriceRecalculation', { reason: 'EXPIRED' }),
        untilEvent('PriceCalculated'),
      ]),
      sends('crm', 'RecordPayment'),
      until('MANUFACTURING_APPROVED'),
      ...MADE,
      ...PACKED,
      ...HANDED_OVER,
      DELIVERED,
      CLOSED,
    ],
  },
];
