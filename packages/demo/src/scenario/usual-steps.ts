import type { ModelName } from '../models.ts';
import { type Step, sends, until, uploads } from './steps.ts';

const AS_ASKED = {};
type Specification = NonNullable<Parameters<typeof sends<'SubmitOrder'>>[2]>;

export const ordered = (model: ModelName, specification: Specification = AS_ASKED): Step[] => [
  uploads(model),
  sends('customer', 'InitiateOrder'),
  sends('customer', 'AttachModel'),
  sends('customer', 'SubmitOrder', specification),
];
export const priced = (model: ModelName, specification?: Specification): Step[] => [
  ...ordered(model, specification),
  until('PRICE_CALCULATED'),
];
export const PAID: Step[] = [
  sends('customer', 'AcceptQuote'),
  sends('crm', 'RecordPayment'),
  until('MANUFACTURING_APPROVED'),
];
export const STARTED: Step[] = [sends('operator', 'ClaimOrder'), sends('operator', 'StartManufacturing')];
export const MADE: Step[] = [...STARTED, sends('operator', 'CompleteManufacturing')];
export const PACKED: Step[] = [sends('packer', 'StartPackaging'), sends('packer', 'CompletePackaging')];
export const HANDED_OVER: Step[] = [sends('packer', 'RequestShipment'), sends('carrier', 'ConfirmShipment')];
export const DELIVERED: Step = sends('carrier', 'ConfirmDelivery');
/** Where no carrier was asked: our courier's or the desk's record. */
export const HANDED_TO_CUSTOMER: Step = sends('agent', 'ConfirmDelivery', ({ fresh }) => ({
  proof_of_delivery_id: undefined,
  handover_record_id: fresh('handover'),
}));
/** The process manager closes what is delivered and settled. */
export const CLOSED: Step = until('CLOSED');
