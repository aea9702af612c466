import { expect, it } from '@jest/globals';
import { PAGES as SERVED } from '@order-ledger/query-api/dashboard/page-routes';
import { ORDER_PATH, PAGES } from '../src/app/pages.ts';

it('every page can be opened by its address, and the server has no address without a page', () => {
  const own = [
    ...Object.values(PAGES).map(({ path }) => path),
    ORDER_PATH.replace('$orderId', ':order_id'),
    '/sign-in',
  ];
  expect(own.sort()).toEqual([...SERVED].sort());
});
