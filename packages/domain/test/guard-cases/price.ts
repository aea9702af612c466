import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { CACHED_PRICE, CACHED_REJECTION } from '@order-ledger/testing/orders/rightful';
import { act } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';

const { cases, check } = caseList();
const priced = journeyTo('PRICE_CALCULATED');

// Price runs
const submitted = journeyTo('SUBMITTED');
const calculating = journeyTo('PRICE_CALCULATION_STARTED');
const asked = act(priced, 'RequestPriceRecalculation');
for (const [order, name] of [
  [submitted, 'StartPriceCalculation'],
  [asked, 'StartPriceCalculation'],
  [calculating, 'RestartPriceCalculation'],
] as const) {
  const attempt = (order.state?.price_attempt ?? 0) + 1;
  const where = `in ${order.state?.status}`;
  check(order, name, { body: { attempt: attempt + 1 } }, 'stale-attempt', `${where} one attempt too far`);
  if (attempt > 1)
    check(order, name, { body: { attempt: attempt - 1 } }, 'stale-attempt', `${where} with the attempt before`);
  check(order, name, { body: { spec_version: 1 } }, 'stale-specification', `${where} of another specification`);
}
const otherJob = { job_id: '77777777-7777-5777-8777-777777777777' };
const restarted = act(calculating, 'RestartPriceCalculation');
for (const name of ['CompletePriceCalculation', 'RejectOrder'] as const) {
  check(calculating, name, { body: { attempt: 2 } }, 'stale-attempt', 'of an attempt that was not started');
  check(calculating, name, { body: otherJob }, 'stale-attempt', 'of another job');
  check(restarted, name, { body: { attempt: 1 } }, 'stale-attempt', 'of the attempt before a restart');
}
const revisedOrder = walk(priced, 'ReviseOrder', 'StartPriceCalculation');
check(revisedOrder, 'CompletePriceCalculation', { body: { attempt: 1 } }, 'stale-attempt', 'from before a revision');
check(revisedOrder, 'CompletePriceCalculation', {}, 'PriceCalculated', 'after a revision, its second attempt');
const bill = (amount: number, currency = 'RUB') => ({
  price: { amount, currency },
  breakdown: [{ line: 'all', amount: { amount, currency } }],
});
check(calculating, 'CompletePriceCalculation', { body: bill(0) }, 'price-not-positive', 'for nothing');
check(calculating, 'CompletePriceCalculation', { body: bill(1) }, 'PriceCalculated', 'for the least money');
check(calculating, 'CompletePriceCalculation', { body: bill(100, 'EUR') }, 'currency', 'in another currency');
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_PRICE } },
  'PriceCalculationStarted + PriceCalculated',
  'with a price from the cache [D5]',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_REJECTION } },
  'PriceCalculationStarted + OrderRejected',
  'with a rejection from the cache',
);
check(
  asked,
  'StartPriceCalculation',
  { body: { cached: true, result: CACHED_PRICE } },
  'PriceCalculationStarted + PriceCalculated',
  'again, with a price from the cache',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: { ...CACHED_PRICE, ...bill(5, 'EUR') } } },
  'currency',
  'with a cached price in another currency',
);
check(
  submitted,
  'StartPriceCalculation',
  { body: { cached: true, result: { ...CACHED_PRICE, ...bill(0) } } },
  'price-not-positive',
  'with a cached price of nothing',
);

export const PRICE_CASES = cases;
