import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';
import { rub, withTerms } from './circumstances.ts';

const { cases, check } = caseList();
const packing = journeyTo('PACKAGING_STARTED');

const making = journeyTo('MANUFACTURING_STARTED');
const credited = act(making, 'AcceptShortage', { body: { quantity: 1, credit: rub(29_900) } });
check(credited, 'AcceptShortage', { body: { credit: rub(100_000) } }, 'ShortageAccepted', 'for all that it costs');
check(credited, 'AcceptShortage', { body: { credit: rub(100_001) } }, 'credit-beyond-price', 'for more than that');
const free = journeyTo('MANUFACTURING_STARTED', withTerms({ payment: 'NO_CHARGE' }));
check(
  free,
  'AcceptShortage',
  { body: { credit: rub(1) } },
  'credit-beyond-price',
  'for money where nothing is charged',
);
check(free, 'AcceptShortage', { body: { credit: rub(0) } }, 'ShortageAccepted', 'for nothing where nothing is charged');

// Packing, shipping
const completed = journeyTo('MANUFACTURING_COMPLETED');
const packers = act(completed, 'ClaimOrder', { as: 'packer' });
check(packers, 'StartPackaging', {}, 'PackagingStarted', 'by the packer who claimed it');
check(packers, 'StartPackaging', { as: { ...ACTORS.packer, id: 'sub:paul' } }, 'claimed', 'by another packer');
const packed = journeyTo('PACKAGING_COMPLETED');
const declined = act(journeyTo('WAITING_SHIPMENT_CONFIRMATION'), 'DeclineShipment');
check(declined, 'StartPackaging', {}, 'PackagingStarted', 'again after the carrier declined');
const repacked = walk(declined, 'StartPackaging', 'CompletePackaging');
check(repacked, 'StartPackaging', {}, 'repack-not-due', 'a third time without a new decline');
check(packing, 'CompletePackaging', { body: { parcels: undefined } }, 'parcels', 'without parcels');
const pickup = act(journeyTo('FILE_UPLOADED'), 'SubmitOrder', { body: { delivery: { method: 'PICKUP' } } });
const pickupPacking = walk(
  pickup,
  'StartPriceCalculation',
  'CompletePriceCalculation',
  'AcceptQuote',
  'RecordPayment',
  'ApproveManufacturing',
  'ClaimOrder',
  'StartManufacturing',
  'CompleteManufacturing',
  'StartPackaging',
);
check(
  pickupPacking,
  'CompletePackaging',
  { body: { parcels: undefined } },
  'PackagingCompleted',
  'for pick-up without parcels',
);
check(pickupPacking, 'CompletePackaging', {}, 'parcels', 'for pick-up with parcels');
check(packed, 'RequestShipment', { body: { carrier: 'pony' } }, 'invalid', 'by a carrier that is not configured');
const firstRequest = { shipment_request_id: [...(declined.state?.shipment_requests.keys() ?? [])][0] };
check(
  repacked,
  'RequestShipment',
  { body: firstRequest },
  'shipment-request-reused',
  'under the id of a declined request',
);
check(repacked, 'RequestShipment', {}, 'ShipmentRequested', 'under a new id after a decline');
const requested = act(repacked, 'RequestShipment');
check(requested, 'ConfirmShipment', { body: firstRequest }, 'other-shipment-request', 'of the declined request');
check(requested, 'DeclineShipment', { body: firstRequest }, 'other-shipment-request', 'of the declined request');
check(
  packed,
  'RecordCarrierEvent',
  { body: { carrier: 'cdek' } },
  'invalid',
  "of another carrier than the credential's",
);

export const FULFILMENT_CASES = cases;
