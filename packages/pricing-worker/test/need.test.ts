import { expect, it } from '@jest/globals';
import { STATUSES, type Status } from '@order-ledger/domain/status';
import { erroredFrom, heldFrom, journeyTo } from '@order-ledger/testing/orders/journeys';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import { needOf } from '../src/orders/need.ts';

const needIn = (order: Order) => (order.state === null ? null : needOf(order.state));

it('wants a calculation of what is submitted, a result of what is begun, and nothing elsewhere', () => {
  const kinds = Object.fromEntries(STATUSES.map((status) => [status, needIn(journeyTo(status))?.kind]));
  const wanting: Partial<Record<Status, string>> = {
    SUBMITTED: 'start',
    PRICE_CALCULATION_STARTED: 'result',
    ON_HOLD: 'frozen',
    ERROR: 'frozen',
  };
  expect(kinds).toEqual(Object.fromEntries(STATUSES.map((status) => [status, wanting[status] ?? 'none'])));
});

it('wants another price once it is asked for, and not where money was paid', () => {
  for (const status of ['PRICE_CALCULATED', 'WAITING_PAYMENT'] as const) {
    const asked = act(journeyTo(status), 'RequestPriceRecalculation');
    expect(needIn(asked)).toEqual({ kind: 'start', attempt: 2, spec_version: asked.state?.spec_version });
    expect(needIn(act(asked, 'RecordPayment'))).toEqual({ kind: 'none', cancelled: false });
  }
});

it('waits while the order is held or in error, and knows a cancellation', () => {
  expect(needIn(heldFrom('PRICE_CALCULATION_STARTED'))).toEqual({ kind: 'frozen', by: 'ON_HOLD' });
  expect(needIn(erroredFrom('SUBMITTED'))).toEqual({ kind: 'frozen', by: 'ERROR' });
  expect(needIn(journeyTo('CANCELLED'))).toEqual({ kind: 'none', cancelled: true });
});
