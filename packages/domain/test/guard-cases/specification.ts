import { journeyTo, partnersOrder } from '@order-ledger/testing/orders/journeys';
import { caseList } from './case-list.ts';
import { upload } from './circumstances.ts';

const { cases, check } = caseList();

// The model and the specification
for (const [status, name] of [
  ['INITIATED', 'AttachModel'],
  ['FILE_UPLOADED', 'AttachModel'],
  ['PRICE_CALCULATED', 'ReviseOrder'],
] as const) {
  const order = journeyTo(status);
  const body = { upload_id: 'upload-9', sha256: 'a'.repeat(64), unit: 'INCH' } as const;
  const where = `in ${status}`;
  check(order, name, { body, context: { upload: null } }, 'unknown-upload', `${where} of an upload that is not there`);
  check(
    order,
    name,
    { body, context: upload({ owner: 'partner:acme' }) },
    'unknown-upload',
    `${where} of another owner's upload`,
  );
  check(order, name, { body, context: upload({ complete: false }) }, 'upload-unusable', `${where} of half an upload`);
  check(order, name, { body, context: upload({ valid: false }) }, 'upload-unusable', `${where} of what is no model`);
  check(
    order,
    name,
    { body, context: upload({ sha256: 'c'.repeat(64) }) },
    'upload-unusable',
    `${where} of other bytes`,
  );
}
check(
  partnersOrder(),
  'AttachModel',
  { context: upload({ owner: 'house' }) },
  'unknown-upload',
  "of the house's upload to a partner's order",
);
check(partnersOrder(), 'AttachModel', {}, 'ModelFileUploaded', "of a partner's own upload");
for (const [status, name, event] of [
  ['FILE_UPLOADED', 'SubmitOrder', 'OrderSubmitted'],
  ['PRICE_CALCULATED', 'ReviseOrder', 'OrderRevised'],
] as const) {
  const order = journeyTo(status);
  check(order, name, { body: { material: 'GOLD' } }, 'invalid', 'in a material that is not offered');
  check(order, name, { body: { process: 'SLS' } }, 'invalid', 'by a process that does not do the material');
  check(order, name, { body: { finishing: 'POLISHED' } }, 'invalid', 'with a finishing that is not offered');
  check(order, name, { body: { finishing: 'SANDED' } }, event, 'with a finishing that is offered');
  check(order, name, { body: { infill: 20 } }, 'invalid', 'with an infill that is not offered');
  check(order, name, { body: { infill: 30 } }, event, 'with an infill that is offered');
  check(order, name, { body: { material: 'PA12', process: 'SLS', infill: 30 } }, 'invalid', 'hollow where it is solid');
  check(order, name, { body: { material: 'PA12', process: 'SLS', infill: 100 } }, event, 'solid where all is solid');
  check(order, name, { body: { material: 'PA12', process: 'SLS' } }, event, 'in another material by its process');
}
const priced = journeyTo('PRICE_CALCULATED');
const delivery = { method: 'CARRIER', address_ref: 'address-5' } as const;
check(priced, 'ReviseOrder', { body: { quantity: 10, delivery } }, 'nothing-changed', 'to what it is');
check(priced, 'ReviseOrder', { body: { quantity: 10, infill: 100 } }, 'nothing-changed', 'to solid, which it is');
check(
  priced,
  'ReviseOrder',
  { body: { quantity: undefined, delivery: { ...delivery, address_ref: 'address-6' } } },
  'OrderRevised',
  'to another address',
);
const sameFile = { quantity: undefined, upload_id: 'upload-9', sha256: 'a'.repeat(64) };
check(priced, 'ReviseOrder', { body: sameFile }, 'nothing-changed', 'to another upload of the same file');
check(priced, 'ReviseOrder', { body: { ...sameFile, unit: 'CM' } }, 'OrderRevised', 'to the same file in another unit');

export const SPECIFICATION_CASES = cases;
