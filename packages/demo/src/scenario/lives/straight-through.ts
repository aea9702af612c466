import { isRefused, type Life, sends, until, untilEvent, uploads } from '../steps.ts';
import { CLOSED, DELIVERED, HANDED_OVER, MADE, PACKED, PAID, priced } from '../usual-steps.ts';

/** From the model to the closing without a detour. */
export const STRAIGHT_THROUGH: readonly Life[] = [
  {
    name: 'plain',
    title: 'an order of the store from the model to the closing',
    account: 'house',
    share: 5,
    ends: 'CLOSED',
    steps: [
      ...priced('wally'),
      isRefused('customer', 'SubmitOrder', 'illegal-transition'),
      ...PAID,
      untilEvent('ProductionPlanned'),
      isRefused('packer', 'StartPackaging', 'illegal-transition'),
      ...MADE,
      ...PACKED,
      ...HANDED_OVER,
      DELIVERED,
      CLOSED,
    ],
  },
  {
    name: 'double-clicks',
    title: 'every button is pressed twice, and everything happens once',
    account: 'prepaid',
    share: 4,
    ends: 'CLOSED',
    steps: [
      uploads('case'),
      sends('customer', 'InitiateOrder', {}, 'twice-at-once'),
      sends('customer', 'AttachModel', {}, 'again-later'),
      sends('customer', 'SubmitOrder', { material: 'PA12', process: 'SLS', quantity: 4 }, 'twice-at-once'),
      isRefused('customer', 'SubmitOrder', 'key-reused', { change: { quantity: 5 }, reusesKey: true }),
      until('PRICE_CALCULATED'),
      sends('customer', 'AcceptQuote', {}, 'twice-at-once'),
      sends('crm', 'RecordPayment', {}, 'again-with-a-new-key'),
      until('MANUFACTURING_APPROVED'),
      sends('operator', 'ClaimOrder', {}, 'twice-at-once'),
      sends('operator', 'StartManufacturing', {}, 'twice-at-once'),
      sends('operator', 'CompleteManufacturing', {}, 'twice-at-once'),
      sends('packer', 'StartPackaging', {}, 'again-later'),
      sends('packer', 'CompletePackaging', {}, 'twice-at-once'),
      sends('packer', 'RequestShipment', {}, 'again-later'),
      sends('carrier', 'ConfirmShipment', {}, 'twice-at-once'),
      sends('carrier', 'RecordCarrierEvent', {}, 'again-with-a-new-key'),
      sends('carrier', 'ConfirmDelivery', {}, 'again-later'),
      CLOSED,
    ],
  },
];
