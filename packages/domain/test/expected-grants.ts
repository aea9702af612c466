import type { CommandName } from '@order-ledger/domain/bodies';
import { HOLDABLE_STATUSES, STATUSES, type Status } from '@order-ledger/domain/status';
import type { ActorName } from '@order-ledger/testing/orders/actors';

// Who may send what, where: written by hand from the product's description, not derived from the code's graph.
// Everybody who is not named is refused with 403.

export interface WhoMay {
  command: CommandName;
  /** null: no order yet. */
  in: readonly (Status | null)[];
  /** On hold: the status that was struck and who set the hold. */
  held?: { from: Status; by: ActorName };
  body?: Readonly<Record<string, unknown>>;
  who: readonly ActorName[];
}

const CUSTOMER: readonly ActorName[] = ['store', 'partner'];
const FLOOR: readonly ActorName[] = ['operator', 'packer', 'lead'];
const OF_STORE: readonly ActorName[] = CUSTOMER;
const OF_CRM: readonly ActorName[] = ['crm', 'agent', 'supervisor', 'warehouse'];
const OF_MES: readonly ActorName[] = ['operator', 'packer', 'quality', 'lead'];
const STRIKES_STORE: readonly ActorName[] = ['store', 'ops'];
const STRIKES_CRM: readonly ActorName[] = ['crm', 'manager', 'supervisor', 'ops'];
const STRIKES_MES: readonly ActorName[] = ['pricing', 'manufacturing', 'keeper', 'lead', 'ops'];

const STORE_STATUSES: readonly Status[] = ['INITIATED', 'FILE_UPLOADED', 'SUBMITTED'];
const CRM_STATUSES: readonly Status[] = [
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
  'DELIVERED',
  'RETURN_REQUESTED',
  'RETURNED',
];
const MES_STATUSES: readonly Status[] = [
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'MANUFACTURING_STARTED',
  'MANUFACTURING_FAILED',
  'REWORK_REQUIRED',
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
  'PACKAGING_COMPLETED',
  'WAITING_SHIPMENT_CONFIRMATION',
  'SHIPPED',
];
const UP_TO_PAYMENT: readonly Status[] = [
  ...STORE_STATUSES,
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'WAITING_PAYMENT',
];
const IN_THE_WORKS: readonly Status[] = [
  'MANUFACTURING_STARTED',
  'MANUFACTURING_FAILED',
  'REWORK_REQUIRED',
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
  'PACKAGING_COMPLETED',
  'WAITING_SHIPMENT_CONFIRMATION',
];
const CLAIMABLE: readonly Status[] = ['MANUFACTURING_APPROVED', ...IN_THE_WORKS.slice(0, 5)];
const NOT_FINAL: readonly Status[] = STATUSES.filter((status) => !['CLOSED', 'CANCELLED', 'REJECTED'].includes(status));

const ownersWord = (command: CommandName): WhoMay[] => [
  { command, in: STORE_STATUSES, who: OF_STORE },
  { command, in: CRM_STATUSES, who: OF_CRM },
  { command, in: MES_STATUSES, who: OF_MES },
  { command, in: ['ON_HOLD'], held: { from: 'SUBMITTED', by: 'agent' }, who: OF_CRM },
  { command, in: ['ON_HOLD'], held: { from: 'SUBMITTED', by: 'lead' }, who: OF_MES },
  { command, in: ['ERROR'], who: OF_MES },
];

export const WHO_MAY: readonly WhoMay[] = [
  { command: 'InitiateOrder', in: [null], who: [...CUSTOMER, 'agent'] },
  { command: 'AttachModel', in: ['INITIATED', 'FILE_UPLOADED'], who: CUSTOMER },
  { command: 'SubmitOrder', in: ['FILE_UPLOADED'], who: CUSTOMER },
  { command: 'StartPriceCalculation', in: ['SUBMITTED', 'PRICE_CALCULATED', 'WAITING_PAYMENT'], who: ['pricing'] },
  { command: 'CompletePriceCalculation', in: ['PRICE_CALCULATION_STARTED'], who: ['pricing'] },
  { command: 'RejectOrder', in: ['PRICE_CALCULATION_STARTED'], who: ['pricing'] },
  { command: 'RestartPriceCalculation', in: ['PRICE_CALCULATION_STARTED'], who: ['pricing'] },
  { command: 'ReviseOrder', in: ['PRICE_CALCULATED'], who: CUSTOMER },
  { command: 'RequestPriceRecalculation', in: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], who: [...CUSTOMER, 'agent'] },
  { command: 'AcceptQuote', in: ['PRICE_CALCULATED'], who: [...CUSTOMER, 'agent'] },
  { command: 'ApproveManufacturing', in: ['PRICE_CALCULATED'], who: ['agent'] },
  { command: 'ApproveManufacturing', in: ['WAITING_PAYMENT'], who: ['agent', 'manager'] },
  { command: 'StartManufacturing', in: ['MANUFACTURING_APPROVED'], who: ['operator'] },
  { command: 'StartManufacturing', in: ['MANUFACTURING_FAILED', 'REWORK_REQUIRED'], who: ['operator', 'lead'] },
  { command: 'FailManufacturing', in: ['MANUFACTURING_STARTED'], who: FLOOR },
  { command: 'CompleteManufacturing', in: ['MANUFACTURING_STARTED'], who: FLOOR },
  {
    command: 'RequireRework',
    in: ['MANUFACTURING_FAILED', 'MANUFACTURING_COMPLETED', 'PACKAGING_STARTED'],
    who: [...FLOOR, 'quality'],
  },
  { command: 'StartPackaging', in: ['MANUFACTURING_COMPLETED', 'PACKAGING_COMPLETED'], who: ['packer'] },
  { command: 'CompletePackaging', in: ['PACKAGING_STARTED'], who: FLOOR },
  { command: 'RequestShipment', in: ['PACKAGING_COMPLETED'], who: ['packer', 'manager'] },
  { command: 'ShipOrder', in: ['PACKAGING_COMPLETED'], who: ['packer'] },
  { command: 'ConfirmShipment', in: ['WAITING_SHIPMENT_CONFIRMATION'], who: ['carrier', 'lead', 'manager'] },
  { command: 'DeclineShipment', in: ['WAITING_SHIPMENT_CONFIRMATION'], who: ['carrier', 'lead', 'manager'] },
  {
    command: 'ConfirmDelivery',
    in: ['SHIPPED', 'WAITING_SHIPMENT_CONFIRMATION'],
    who: ['carrier', 'agent', 'manager'],
  },
  { command: 'CloseOrder', in: ['DELIVERED'], who: ['manager', 'agent'] },
  { command: 'CloseOrder', in: ['RETURNED'], who: ['agent'] },
  ...(['REFUSED_AT_DOOR', 'RETURN_TO_SENDER'] as const).map(
    (reason): WhoMay => ({
      command: 'RequestReturn',
      in: ['SHIPPED', 'DELIVERED', 'CLOSED'],
      body: { reason },
      who: [...CUSTOMER, 'agent', 'carrier', 'manager'],
    }),
  ),
  {
    command: 'RequestReturn',
    in: ['SHIPPED'],
    body: { reason: 'LOST_IN_TRANSIT' },
    who: [...CUSTOMER, 'agent', 'manager'],
  },
  { command: 'RequestReturn', in: ['DELIVERED'], body: { reason: 'NOT_AS_ORDERED' }, who: [...CUSTOMER, 'agent'] },
  { command: 'ReceiveReturn', in: ['RETURN_REQUESTED'], who: ['warehouse'] },
  { command: 'DeclineReturn', in: ['RETURN_REQUESTED'], who: ['agent'] },
  { command: 'CancelOrder', in: UP_TO_PAYMENT, who: [...CUSTOMER, 'agent'] },
  { command: 'CancelOrder', in: ['MANUFACTURING_APPROVED'], who: ['agent'] },
  {
    command: 'CancelOrder',
    in: ['PRICE_CALCULATED'],
    body: { reason: 'EXPIRED' },
    who: [...CUSTOMER, 'agent', 'manager'],
  },
  { command: 'CancelOrder', in: IN_THE_WORKS, who: ['supervisor'] },
  { command: 'CancelOrder', in: ['ON_HOLD'], held: { from: 'SUBMITTED', by: 'agent' }, who: ['agent'] },
  {
    command: 'CancelOrder',
    in: ['ON_HOLD'],
    held: { from: 'MANUFACTURING_STARTED', by: 'agent' },
    who: ['supervisor'],
  },
  { command: 'CancelOrder', in: ['ERROR'], who: ['supervisor'] },
  { command: 'HoldOrder', in: [...HOLDABLE_STATUSES, 'ON_HOLD'], who: ['agent', 'lead'] },
  ...(['MACHINE_DOWN', 'QUALITY'] as const).map(
    (reason): WhoMay => ({
      command: 'HoldOrder',
      in: ['MANUFACTURING_STARTED', 'ON_HOLD'],
      body: { reason },
      who: ['agent', 'lead', 'operator'],
    }),
  ),
  {
    command: 'ResumeOrder',
    in: ['ON_HOLD'],
    held: { from: 'SUBMITTED', by: 'agent' },
    who: ['agent', 'lead', 'supervisor'],
  },
  {
    command: 'ResumeOrder',
    in: ['ON_HOLD'],
    held: { from: 'SUBMITTED', by: 'lead' },
    who: ['operator', 'lead', 'supervisor'],
  },
  { command: 'ReportError', in: STORE_STATUSES, who: STRIKES_STORE },
  { command: 'ReportError', in: CRM_STATUSES, who: STRIKES_CRM },
  { command: 'ReportError', in: MES_STATUSES, who: STRIKES_MES },
  { command: 'ReportError', in: ['ON_HOLD'], held: { from: 'SUBMITTED', by: 'agent' }, who: STRIKES_CRM },
  { command: 'ReportError', in: ['ON_HOLD'], held: { from: 'SUBMITTED', by: 'lead' }, who: STRIKES_MES },
  { command: 'ResolveError', in: ['ERROR'], who: ['ops', 'supervisor'] },
  { command: 'RecordPayment', in: STATUSES, who: ['crm', 'agent', 'supervisor'] },
  { command: 'RecordRefund', in: STATUSES, who: ['crm', 'agent', 'supervisor'] },
  { command: 'RecordCarrierEvent', in: STATUSES, who: ['carrier'] },
  { command: 'RequestCancellation', in: NOT_FINAL, who: CUSTOMER },
  { command: 'DeclineCancellation', in: NOT_FINAL, who: ['agent'] },
  { command: 'ClaimOrder', in: CLAIMABLE, who: FLOOR },
  { command: 'RenewClaim', in: CLAIMABLE, who: FLOOR },
  { command: 'ReleaseClaim', in: [...CLAIMABLE, 'ON_HOLD', 'ERROR'], who: FLOOR },
  { command: 'ReleaseClaim', in: ['ON_HOLD'], body: { reason: 'HELD_TOO_LONG' }, who: [...FLOOR, 'keeper'] },
  { command: 'ReassignClaim', in: CLAIMABLE, who: ['lead'] },
  { command: 'ExpireClaim', in: [...CLAIMABLE, 'ON_HOLD', 'ERROR'], who: ['keeper'] },
  { command: 'PlanProduction', in: CLAIMABLE.slice(0, 4), who: ['manufacturing'] },
  { command: 'AcceptShortage', in: CLAIMABLE.slice(1, 4), who: ['agent'] },
  ...ownersWord('ChangeDueDate'),
  ...ownersWord('ChangePriority'),
  ...ownersWord('AddNote'),
  { command: 'AddNote', in: ['REJECTED'], who: OF_MES },
  { command: 'AddNote', in: ['CLOSED', 'CANCELLED'], who: OF_CRM },
  { command: 'RecordCorrection', in: STATUSES, who: ['supervisor', 'lead'] },
  { command: 'EraseCustomerData', in: STATUSES, who: ['admin'] },
];
