import type { CommandName } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';

// What every command comes to in every status when its rightful caller sends it to an order that came there by the
// plain way (test/journeys.ts). Written by hand from the product's description, not derived from the code's graph.

type Row = Readonly<Partial<Record<CommandName, string>>>;

const IN_EVERY_STATUS: Row = {
  RecordPayment: 'PaymentRecorded',
  RecordRefund: 'PaymentRefunded',
  RecordCarrierEvent: 'CarrierEventRecorded',
  AddNote: 'NoteAdded',
  RecordCorrection: 'CorrectionRecorded',
  EraseCustomerData: 'CustomerDataErased',
};
const NOT_FINAL: Row = {
  ...IN_EVERY_STATUS,
  RequestCancellation: 'CancellationRequested',
  DeclineCancellation: 'CancellationDeclined',
  ChangeDueDate: 'DueDateChanged',
  ChangePriority: 'PriorityChanged',
};
const RUNNING: Row = { ...NOT_FINAL, ReportError: 'OrderErrored' };
const WORK: Row = { ...RUNNING, HoldOrder: 'OrderPutOnHold', CancelOrder: 'OrderCancelled' };
const UNCLAIMED: Row = {
  ClaimOrder: 'OrderClaimed',
  RenewClaim: 'not-claimed',
  ReleaseClaim: 'not-claimed',
  ReassignClaim: 'not-claimed',
  ExpireClaim: 'not-claimed',
};
const CLAIMED: Row = {
  ClaimOrder: 'claimed',
  RenewClaim: 'nothing',
  ReleaseClaim: 'ClaimReleased',
  ReassignClaim: 'ClaimReassigned',
  ExpireClaim: 'ClaimExpired',
};

/** Where the plain way has not asked a carrier yet: there the order does not exist for any. */
const BEFORE_A_CARRIER: readonly Status[] = [
  'INITIATED',
  'FILE_UPLOADED',
  'SUBMITTED',
  'PRICE_CALCULATION_STARTED',
  'PRICE_CALCULATED',
  'REJECTED',
  'WAITING_PAYMENT',
  'MANUFACTURING_APPROVED',
  'MANUFACTURING_STARTED',
  'MANUFACTURING_FAILED',
  'REWORK_REQUIRED',
  'MANUFACTURING_COMPLETED',
  'PACKAGING_STARTED',
  'PACKAGING_COMPLETED',
  'CANCELLED',
  'ON_HOLD',
  'ERROR',
];
const CARRIERS_COMMANDS: readonly CommandName[] = [
  'RecordCarrierEvent',
  'ConfirmShipment',
  'DeclineShipment',
  'ConfirmDelivery',
];

/** But for the word on a parcel that waits for a carrier. */
export const hiddenFromCarriers = (status: Status, name: CommandName): boolean =>
  BEFORE_A_CARRIER.includes(status) && !(status === 'PACKAGING_COMPLETED' && name === 'RecordCarrierEvent');

/** What a command comes to that its rightful caller sends. */
export const expectedOf = (status: Status, name: CommandName): string =>
  CARRIERS_COMMANDS.includes(name) && hiddenFromCarriers(status, name)
    ? 'unknown-order'
    : (EXPECTED[status][name] ?? OTHERWISE(status));

/** A command that a row does not name answers this code. */
const OTHERWISE = (status: Status): string =>
  status === 'ON_HOLD' ? 'held' : status === 'ERROR' ? 'frozen' : 'illegal-transition';

const EXPECTED: Readonly<Record<Status, Row>> = {
  INITIATED: { ...RUNNING, AttachModel: 'ModelFileUploaded', CancelOrder: 'OrderCancelled' },
  FILE_UPLOADED: {
    ...RUNNING,
    AttachModel: 'ModelFileReplaced',
    SubmitOrder: 'OrderSubmitted',
    CancelOrder: 'OrderCancelled',
  },
  SUBMITTED: { ...WORK, StartPriceCalculation: 'PriceCalculationStarted' },
  PRICE_CALCULATION_STARTED: {
    ...WORK,
    CompletePriceCalculation: 'PriceCalculated',
    RejectOrder: 'OrderRejected',
    RestartPriceCalculation: 'PriceCalculationRestarted',
  },
  PRICE_CALCULATED: {
    ...WORK,
    ReviseOrder: 'OrderRevised',
    StartPriceCalculation: 'not-due-for-recalculation',
    RequestPriceRecalculation: 'PriceRecalculationRequested',
    AcceptQuote: 'QuoteAccepted',
    ApproveManufacturing: 'payment-missing',
  },
  REJECTED: IN_EVERY_STATUS,
  WAITING_PAYMENT: {
    ...WORK,
    StartPriceCalculation: 'not-due-for-recalculation',
    RequestPriceRecalculation: 'PriceRecalculationRequested',
    ApproveManufacturing: 'payment-missing',
  },
  MANUFACTURING_APPROVED: {
    ...WORK,
    ...UNCLAIMED,
    StartManufacturing: 'not-claimed',
    PlanProduction: 'ProductionPlanned',
  },
  MANUFACTURING_STARTED: {
    ...WORK,
    ...CLAIMED,
    FailManufacturing: 'ManufacturingFailed',
    CompleteManufacturing: 'ManufacturingCompleted',
    PlanProduction: 'ProductionPlanned',
    AcceptShortage: 'ShortageAccepted',
  },
  MANUFACTURING_FAILED: {
    ...WORK,
    ...CLAIMED,
    StartManufacturing: 'ManufacturingStarted',
    RequireRework: 'ReworkRequired',
    PlanProduction: 'ProductionPlanned',
    AcceptShortage: 'ShortageAccepted',
  },
  REWORK_REQUIRED: {
    ...WORK,
    ...CLAIMED,
    StartManufacturing: 'ManufacturingStarted',
    PlanProduction: 'ProductionPlanned',
    AcceptShortage: 'ShortageAccepted',
  },
  MANUFACTURING_COMPLETED: {
    ...WORK,
    ...UNCLAIMED,
    RequireRework: 'ReworkRequired',
    StartPackaging: 'PackagingStarted',
  },
  PACKAGING_STARTED: {
    ...WORK,
    ...CLAIMED,
    RequireRework: 'ReworkRequired',
    CompletePackaging: 'PackagingCompleted',
  },
  PACKAGING_COMPLETED: {
    ...WORK,
    StartPackaging: 'repack-not-due',
    RequestShipment: 'ShipmentRequested',
    ShipOrder: 'OrderShipped',
  },
  WAITING_SHIPMENT_CONFIRMATION: {
    ...WORK,
    ConfirmShipment: 'OrderShipped',
    DeclineShipment: 'ShipmentDeclined',
    ConfirmDelivery: 'OrderShipped + OrderDelivered',
  },
  SHIPPED: { ...RUNNING, ConfirmDelivery: 'OrderDelivered', RequestReturn: 'ReturnRequested' },
  DELIVERED: { ...RUNNING, CloseOrder: 'OrderClosed', RequestReturn: 'ReturnRequested' },
  CLOSED: { ...IN_EVERY_STATUS, RequestReturn: 'ReturnRequested' },
  CANCELLED: IN_EVERY_STATUS,
  RETURN_REQUESTED: { ...RUNNING, ReceiveReturn: 'OrderReturned', DeclineReturn: 'ReturnDeclined' },
  RETURNED: { ...RUNNING, CloseOrder: 'OrderClosed' },
  ON_HOLD: {
    ...RUNNING,
    HoldOrder: 'HoldAdded',
    ResumeOrder: 'OrderResumed',
    CancelOrder: 'OrderCancelled',
    ReleaseClaim: 'ClaimReleased',
    ExpireClaim: 'ClaimExpired',
  },
  ERROR: {
    ...NOT_FINAL,
    ResolveError: 'ErrorResolved',
    CancelOrder: 'OrderCancelled',
    ReleaseClaim: 'ClaimReleased',
    ExpireClaim: 'ClaimExpired',
  },
};
