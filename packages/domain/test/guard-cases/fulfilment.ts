import { ACTORS } from '../actors.ts';
import { journeyTo, walk } from '../journeys.ts';
import { act } from '../specification.ts';
import { caseList } from './case-list.ts';
import { EUR, LARGEST, rub } from './circumstances.ts';

const { cases, check } = caseList();
const making = journeyTo('MANUFACTURING_STARTED');
const failed = journeyTo('MANUFACTURING_FAILED');
const rework = journeyTo('REWORK_REQUIRED');
const packing = journeyTo('PACKAGING_STARTED');

// Making, packing, shipping
check(making, 'CompleteManufacturing', { body: { good_quantity: 9 } }, 'not-enough-made', 'with one piece missing');
check(
  act(making, 'AcceptShortage'),
  'CompleteManufacturing',
  { body: { good_quantity: 9 } },
  'ManufacturingCompleted',
  'with one piece missing that was accepted',
);
const second = walk(failed, 'StartManufacturing');
check(
  second,
  'CompleteManufacturing',
  { body: { good_quantity: 6 } },
  'ManufacturingCompleted',
  'with the good pieces of both attempts',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 7 } },
  'not-enough-made',
  'when pieces were rejected',
);
check(
  walk(rework, 'StartManufacturing'),
  'CompleteManufacturing',
  { body: { good_quantity: 8 } },
  'ManufacturingCompleted',
  'when the rejected pieces were made again',
);
check(making, 'AcceptShortage', { body: { quantity: 9 } }, 'ShortageAccepted', 'of all but one piece');
check(making, 'AcceptShortage', { body: { quantity: 10 } }, 'quantity', 'of everything');
check(making, 'AcceptShortage', { body: { credit: EUR } }, 'currency', 'in another currency');
const credited = act(making, 'AcceptShortage', { body: { quantity: 1, credit: LARGEST } });
check(
  credited,
  'AcceptShortage',
  { body: { quantity: 1, credit: rub(1) } },
  'invalid',
  'beyond what is summed exactly',
);
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
const firstRequest = { shipment_request_id: declined.state?.shipment?.shipment_request_id };
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
