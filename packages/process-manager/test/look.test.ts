import { expect, it } from '@jest/globals';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { keepingLog } from '@order-ledger/testing/lines';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { TERMS } from '@order-ledger/testing/orders/rightful';
import { act, noOrder, type Order } from '@order-ledger/testing/orders/specification';
import type { CarrierEvent } from '../src/carrier-events.ts';
import { lookAt } from '../src/look.ts';
import { rememberHistories } from '../src/order-history.ts';

/** A ledger that holds this order and takes nothing. */
const holding = ({ events }: Order): Pick<Ledger, 'readOrder' | 'execute'> => ({
  async *readOrder() {
    yield* events;
  },
  execute: async ({ command }) => {
    throw new Error(`${command} was sent`);
  },
});

it('tells once of a carrier event that asks for what the circumstances of the order forbid, and sends nothing', async () => {
  // Long ago by any clock.
  const born = act(noOrder('long ago', '2001-03-02T08:00:00.000Z'), 'InitiateOrder', {
    context: { account: { active: true, quota_left: true, terms: { ...TERMS, payment: 'INVOICE' } } },
  });
  const delivered = journeyTo('DELIVERED', born);
  const unsettled = act(delivered, 'RecordRefund');
  const order = act(unsettled, 'RecordCarrierEvent', { body: { kind: 'REFUSED' } });
  const { log, lines } = keepingLog();
  const ledger = holding(order);
  const limits = { quoteExpiryS: 60, unpaidExpiryS: 60, draftExpiryS: 0 };
  const options = { ledger, memory: rememberHistories(ledger), log, limits };
  await lookAt(options, order.order_id, [order.events.at(-1) as CarrierEvent]);
  await lookAt(options, order.order_id);
  expect(
    lines().map(({ message, kind, command, code, order_id }) => ({ message, kind, command, code, order_id })),
  ).toEqual([
    {
      message: 'not now',
      kind: 'REFUSED',
      command: 'RequestReturn',
      code: 'return-window-closed',
      order_id: order.order_id,
    },
  ]);
});
