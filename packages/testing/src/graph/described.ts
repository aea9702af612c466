import type { CommandName } from '@order-ledger/domain/bodies';
import type { EventType } from '@order-ledger/domain/events';
import type { Status } from '@order-ledger/domain/status';
import type { ActorName } from '../orders/actors.ts';

// The graph as the product's description has it, written out by hand once more: the code's graph is compared with it.
// Nothing here is derived from the code's graph. Whatever else tests know of statuses, commands and grants is derived
// from here.

/** Who may send a command; everybody else is refused with 403. */
export interface Senders {
  /** Everywhere where the command is taken, if not said. */
  in?: readonly (Status | null)[];
  /** On hold: the status before, and who set the hold. */
  held?: { from: Status; by: ActorName };
  body?: Readonly<Record<string, unknown>>;
  who: readonly ActorName[];
}

interface Edge {
  command: CommandName;
  /** null: no order yet. */
  from: readonly (Status | null)[];
  by: readonly Senders[];
}

interface DescribedRule extends Edge {
  id: string;
  to: readonly Status[];
  event: EventType;
}

interface DescribedFact extends Edge {
  /** null: nothing is recorded. */
  event: EventType | null;
}

const OWNERS = {
  INITIATED: 'store',
  FILE_UPLOADED: 'store',
  SUBMITTED: 'store',
  PRICE_CALCULATION_STARTED: 'MES',
  PRICE_CALCULATED: 'MES',
  REJECTED: 'MES',
  WAITING_PAYMENT: 'CRM',
  MANUFACTURING_APPROVED: 'CRM',
  MANUFACTURING_STARTED: 'MES',
  MANUFACTURING_FAILED: 'MES',
  REWORK_REQUIRED: 'MES',
  MANUFACTURING_COMPLETED: 'MES',
  PACKAGING_STARTED: 'MES',
  PACKAGING_COMPLETED: 'MES',
  WAITING_SHIPMENT_CONFIRMATION: 'MES',
  SHIPPED: 'MES',
  DELIVERED: 'CRM',
  CLOSED: 'CRM',
  CANCELLED: 'CRM',
  RETURN_REQUESTED: 'CRM',
  RETURNED: 'CRM',
  ON_HOLD: 'who set it: CRM or MES',
  ERROR: 'in: owner of the status it struck; out: CRM',
} as const satisfies Record<Status, string>;
const STATUSES = Object.keys(OWNERS) as Status[];
const FINAL: readonly Status[] = ['CLOSED', 'CANCELLED', 'REJECTED'];
const NOT_FINAL = STATUSES.filter((status) => !FINAL.includes(status));

const BEFORE_THE_WORKS: readonly Status[] = [
  'INITIATED',
  'FILE_UPLOADED',
  'SUBMITTED',
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
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
const HOLDABLE = [...BEFORE_THE_WORKS, ...IN_THE_WORKS].filter(
  (status) => !['INITIATED', 'FILE_UPLOADED'].includes(status),
);
const FAILABLE = NOT_FINAL.filter((status) => status !== 'ERROR');
const IN_PRODUCTION: readonly Status[] = ['MANUFACTURING_STARTED', 'MANUFACTURING_FAILED', 'REWORK_REQUIRED'];
const CLAIMABLE: readonly Status[] = [
  'MANUFACTURING_APPROVED',
  ...IN_PRODUCTION,
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
];
/** A claim outlives a hold and an error. */
const CLAIMED: readonly Status[] = [...CLAIMABLE, 'ON_HOLD', 'ERROR'];

const CUSTOMER: readonly ActorName[] = ['store', 'partner'];
const FLOOR: readonly ActorName[] = ['operator', 'packer', 'lead'];
const OF_CRM: readonly ActorName[] = ['crm', 'agent', 'supervisor', 'warehouse'];
const OF_MES: readonly ActorName[] = ['operator', 'packer', 'quality', 'lead'];
const MONEY: readonly ActorName[] = ['crm', 'agent', 'supervisor'];

const BY_CRM = { from: 'SUBMITTED', by: 'agent' } as const;
const BY_MES = { from: 'SUBMITTED', by: 'lead' } as const;
/** By the owner of the status where that continues, and of the one before a hold. */
const byOwner = (store: readonly ActorName[], crm: readonly ActorName[], mes: readonly ActorName[]): Senders[] => [
  ...Object.entries({ store, CRM: crm, MES: mes }).map(([owner, who]) => ({
    in: NOT_FINAL.filter((status) => OWNERS[status] === owner),
    who,
  })),
  { in: ['ON_HOLD'], held: BY_CRM, who: crm },
  { in: ['ON_HOLD'], held: BY_MES, who: mes },
];
const OWNERS_WORD: readonly Senders[] = [...byOwner(CUSTOMER, OF_CRM, OF_MES), { in: ['ERROR'], who: OF_MES }];
const REPORTERS = byOwner(
  ['store', 'ops'],
  ['crm', 'manager', 'supervisor', 'ops'],
  ['pricing', 'manufacturing', 'keeper', 'lead', 'ops'],
);
const RETURNERS: readonly Senders[] = [
  ...(['REFUSED_AT_DOOR', 'RETURN_TO_SENDER'] as const).map((reason) => ({
    body: { reason },
    who: [...CUSTOMER, 'agent', 'carrier', 'manager'] as const,
  })),
  { in: ['SHIPPED'], body: { reason: 'LOST_IN_TRANSIT' }, who: [...CUSTOMER, 'agent', 'manager'] },
  { in: ['DELIVERED'], body: { reason: 'NOT_AS_ORDERED' }, who: [...CUSTOMER, 'agent'] },
];
const CANCELLERS: readonly Senders[] = [
  { in: BEFORE_THE_WORKS.slice(0, -1), who: [...CUSTOMER, 'agent'] },
  { in: ['MANUFACTURING_APPROVED'], who: ['agent'] },
  { in: ['PRICE_CALCULATED'], body: { reason: 'EXPIRED' }, who: [...CUSTOMER, 'agent', 'manager'] },
];
const HOLDERS: readonly Senders[] = [
  { who: ['agent', 'lead'] },
  ...(['MACHINE_DOWN', 'QUALITY'] as const).map((reason) => ({
    in: ['MANUFACTURING_STARTED'] as const,
    body: { reason },
    who: ['agent', 'lead', 'operator'] as const,
  })),
];
const RESUMERS: readonly Senders[] = [
  { held: BY_CRM, who: ['agent', 'lead', 'supervisor'] },
  { held: BY_MES, who: ['operator', 'lead', 'supervisor'] },
];

// biome-ignore format: one rule a line reads as the table that it is
const RULES: readonly DescribedRule[] = [
  { id: 'T01', command: 'InitiateOrder', from: [null], to: ['INITIATED'], event: 'OrderInitiated', by: [{ who: [...CUSTOMER, 'agent'] }] },
  { id: 'T02', command: 'AttachModel', from: ['INITIATED'], to: ['FILE_UPLOADED'], event: 'ModelFileUploaded', by: [{ who: CUSTOMER }] },
  { id: 'T03', command: 'SubmitOrder', from: ['FILE_UPLOADED'], to: ['SUBMITTED'], event: 'OrderSubmitted', by: [{ who: CUSTOMER }] },
  { id: 'T04', command: 'StartPriceCalculation', from: ['SUBMITTED'], to: ['PRICE_CALCULATION_STARTED'], event: 'PriceCalculationStarted', by: [{ who: ['pricing'] }] },
  { id: 'T05', command: 'CompletePriceCalculation', from: ['PRICE_CALCULATION_STARTED'], to: ['PRICE_CALCULATED'], event: 'PriceCalculated', by: [{ who: ['pricing'] }] },
  { id: 'T06', command: 'RejectOrder', from: ['PRICE_CALCULATION_STARTED'], to: ['REJECTED'], event: 'OrderRejected', by: [{ who: ['pricing'] }] },
  { id: 'T07', command: 'ReviseOrder', from: ['PRICE_CALCULATED'], to: ['SUBMITTED'], event: 'OrderRevised', by: [{ who: CUSTOMER }] },
  { id: 'T08', command: 'StartPriceCalculation', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], to: ['PRICE_CALCULATION_STARTED'], event: 'PriceCalculationStarted', by: [{ who: ['pricing'] }] },
  { id: 'T09', command: 'AcceptQuote', from: ['PRICE_CALCULATED'], to: ['WAITING_PAYMENT'], event: 'QuoteAccepted', by: [{ who: [...CUSTOMER, 'agent'] }] },
  { id: 'T10', command: 'ApproveManufacturing', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], to: ['MANUFACTURING_APPROVED'], event: 'ManufacturingApproved', by: [{ in: ['PRICE_CALCULATED'], who: ['agent'] }, { in: ['WAITING_PAYMENT'], who: ['agent', 'manager'] }] },
  { id: 'T11', command: 'StartManufacturing', from: ['MANUFACTURING_APPROVED'], to: ['MANUFACTURING_STARTED'], event: 'ManufacturingStarted', by: [{ who: ['operator'] }] },
  { id: 'T12', command: 'StartManufacturing', from: ['MANUFACTURING_FAILED', 'REWORK_REQUIRED'], to: ['MANUFACTURING_STARTED'], event: 'ManufacturingStarted', by: [{ who: ['operator', 'lead'] }] },
  { id: 'T13', command: 'FailManufacturing', from: ['MANUFACTURING_STARTED'], to: ['MANUFACTURING_FAILED'], event: 'ManufacturingFailed', by: [{ who: FLOOR }] },
  { id: 'T14', command: 'CompleteManufacturing', from: ['MANUFACTURING_STARTED'], to: ['MANUFACTURING_COMPLETED'], event: 'ManufacturingCompleted', by: [{ who: FLOOR }] },
  { id: 'T15', command: 'RequireRework', from: ['MANUFACTURING_FAILED', 'MANUFACTURING_COMPLETED', 'PACKAGING_STARTED'], to: ['REWORK_REQUIRED'], event: 'ReworkRequired', by: [{ who: [...FLOOR, 'quality'] }] },
  { id: 'T16', command: 'StartPackaging', from: ['MANUFACTURING_COMPLETED', 'PACKAGING_COMPLETED'], to: ['PACKAGING_STARTED'], event: 'PackagingStarted', by: [{ who: ['packer'] }] },
  { id: 'T17', command: 'CompletePackaging', from: ['PACKAGING_STARTED'], to: ['PACKAGING_COMPLETED'], event: 'PackagingCompleted', by: [{ who: FLOOR }] },
  { id: 'T18', command: 'RequestShipment', from: ['PACKAGING_COMPLETED'], to: ['WAITING_SHIPMENT_CONFIRMATION'], event: 'ShipmentRequested', by: [{ who: ['packer', 'manager'] }] },
  { id: 'T19', command: 'ShipOrder', from: ['PACKAGING_COMPLETED'], to: ['SHIPPED'], event: 'OrderShipped', by: [{ who: ['packer'] }] },
  { id: 'T20', command: 'ConfirmShipment', from: ['WAITING_SHIPMENT_CONFIRMATION'], to: ['SHIPPED'], event: 'OrderShipped', by: [{ who: ['carrier', 'lead', 'manager'] }] },
  { id: 'T21', command: 'DeclineShipment', from: ['WAITING_SHIPMENT_CONFIRMATION'], to: ['PACKAGING_COMPLETED'], event: 'ShipmentDeclined', by: [{ who: ['carrier', 'lead', 'manager'] }] },
  { id: 'T22', command: 'ConfirmDelivery', from: ['SHIPPED'], to: ['DELIVERED'], event: 'OrderDelivered', by: [{ in: ['SHIPPED', 'WAITING_SHIPMENT_CONFIRMATION'], who: ['carrier', 'agent', 'manager'] }] },
  { id: 'T23', command: 'CloseOrder', from: ['DELIVERED'], to: ['CLOSED'], event: 'OrderClosed', by: [{ who: ['manager', 'agent'] }] },
  { id: 'T24', command: 'RequestReturn', from: ['SHIPPED', 'DELIVERED', 'CLOSED'], to: ['RETURN_REQUESTED'], event: 'ReturnRequested', by: RETURNERS },
  { id: 'T25', command: 'ReceiveReturn', from: ['RETURN_REQUESTED'], to: ['RETURNED'], event: 'OrderReturned', by: [{ who: ['warehouse'] }] },
  { id: 'T26', command: 'DeclineReturn', from: ['RETURN_REQUESTED'], to: ['SHIPPED', 'DELIVERED', 'CLOSED'], event: 'ReturnDeclined', by: [{ who: ['agent'] }] },
  { id: 'T27', command: 'CloseOrder', from: ['RETURNED'], to: ['CLOSED'], event: 'OrderClosed', by: [{ who: ['agent'] }] },
  { id: 'T28', command: 'CancelOrder', from: BEFORE_THE_WORKS, to: ['CANCELLED'], event: 'OrderCancelled', by: CANCELLERS },
  { id: 'T29', command: 'CancelOrder', from: IN_THE_WORKS, to: ['CANCELLED'], event: 'OrderCancelled', by: [{ who: ['supervisor'] }] },
  { id: 'T30', command: 'HoldOrder', from: HOLDABLE, to: ['ON_HOLD'], event: 'OrderPutOnHold', by: HOLDERS },
  { id: 'T31', command: 'ResumeOrder', from: ['ON_HOLD'], to: HOLDABLE, event: 'OrderResumed', by: RESUMERS },
  { id: 'T32', command: 'CancelOrder', from: ['ON_HOLD'], to: ['CANCELLED'], event: 'OrderCancelled', by: [{ held: BY_CRM, who: ['agent'] }, { held: { from: 'MANUFACTURING_STARTED', by: 'agent' }, who: ['supervisor'] }] },
  { id: 'T33', command: 'ReportError', from: FAILABLE, to: ['ERROR'], event: 'OrderErrored', by: REPORTERS },
  { id: 'T34', command: 'ResolveError', from: ['ERROR'], to: FAILABLE, event: 'ErrorResolved', by: [{ who: ['ops', 'supervisor'] }] },
  { id: 'T35', command: 'CancelOrder', from: ['ERROR'], to: ['CANCELLED'], event: 'OrderCancelled', by: [{ who: ['supervisor'] }] },
];

// biome-ignore format: one fact a line reads as the table that it is
const FACTS: readonly DescribedFact[] = [
  { command: 'RecordPayment', from: STATUSES, event: 'PaymentRecorded', by: [{ who: MONEY }] },
  { command: 'RecordRefund', from: STATUSES, event: 'PaymentRefunded', by: [{ who: MONEY }] },
  { command: 'RecordCarrierEvent', from: STATUSES, event: 'CarrierEventRecorded', by: [{ who: ['carrier'] }] },
  { command: 'RequestCancellation', from: NOT_FINAL, event: 'CancellationRequested', by: [{ who: CUSTOMER }] },
  { command: 'DeclineCancellation', from: NOT_FINAL, event: 'CancellationDeclined', by: [{ who: ['agent'] }] },
  { command: 'RequestPriceRecalculation', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], event: 'PriceRecalculationRequested', by: [{ who: [...CUSTOMER, 'agent'] }] },
  { command: 'AttachModel', from: ['FILE_UPLOADED'], event: 'ModelFileReplaced', by: [{ who: CUSTOMER }] },
  { command: 'RestartPriceCalculation', from: ['PRICE_CALCULATION_STARTED'], event: 'PriceCalculationRestarted', by: [{ who: ['pricing'] }] },
  { command: 'ClaimOrder', from: CLAIMABLE, event: 'OrderClaimed', by: [{ who: FLOOR }] },
  { command: 'RenewClaim', from: CLAIMABLE, event: null, by: [{ who: FLOOR }] },
  { command: 'ReleaseClaim', from: CLAIMED, event: 'ClaimReleased', by: [{ who: FLOOR }, { in: ['ON_HOLD'], body: { reason: 'HELD_TOO_LONG' }, who: [...FLOOR, 'keeper'] }] },
  { command: 'ReassignClaim', from: CLAIMABLE, event: 'ClaimReassigned', by: [{ who: ['lead'] }] },
  { command: 'ExpireClaim', from: CLAIMED, event: 'ClaimExpired', by: [{ who: ['keeper'] }] },
  { command: 'PlanProduction', from: ['MANUFACTURING_APPROVED', ...IN_PRODUCTION], event: 'ProductionPlanned', by: [{ who: ['manufacturing'] }] },
  { command: 'AcceptShortage', from: IN_PRODUCTION, event: 'ShortageAccepted', by: [{ who: ['agent'] }] },
  { command: 'HoldOrder', from: ['ON_HOLD'], event: 'HoldAdded', by: HOLDERS.map((one) => ({ ...one, in: ['ON_HOLD'] })) },
  { command: 'ResumeOrder', from: ['ON_HOLD'], event: 'HoldReleased', by: [] },
  { command: 'ChangeDueDate', from: NOT_FINAL, event: 'DueDateChanged', by: OWNERS_WORD },
  { command: 'ChangePriority', from: NOT_FINAL, event: 'PriorityChanged', by: OWNERS_WORD },
  { command: 'AddNote', from: STATUSES, event: 'NoteAdded', by: [...OWNERS_WORD, { in: ['REJECTED'], who: OF_MES }, { in: ['CLOSED', 'CANCELLED'], who: OF_CRM }] },
  { command: 'RecordCorrection', from: STATUSES, event: 'CorrectionRecorded', by: [{ who: ['supervisor', 'lead'] }] },
  { command: 'EraseCustomerData', from: STATUSES, event: 'CustomerDataErased', by: [{ who: ['admin'] }] },
];

export const DESCRIBED = {
  owners: OWNERS as Readonly<Record<string, string>>,
  final: FINAL,
  holdable: HOLDABLE,
  failable: FAILABLE,
  rules: RULES,
  /** Of the same command as a rule in the same status, such as a hold's release: who may is said there. */
  facts: FACTS,
};
