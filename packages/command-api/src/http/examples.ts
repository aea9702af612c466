import type { CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import type { EventType } from '@order-ledger/domain/events';
import type { Grantee } from '@order-ledger/domain/grants';
import { changesStatus } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';
import { EXAMPLE } from '@order-ledger/platform/http/openapi';
import type { z } from 'zod';

interface CommandExample<Name extends CommandName> {
  /** The command whose example came before on the same order; null: this one makes the order. */
  readonly after: CommandName | null;
  readonly as: Grantee;
  readonly body: z.input<(typeof REQUEST_BODIES)[Name]>;
  readonly status: Status;
  readonly events: readonly EventType[];
  readonly fence_token?: number;
  /** Of a renewal. */
  readonly expires_at?: string;
}

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const JOB = '1b4e28ba-2fa1-51d2-883f-0016d3cca427';
const PRICE = { amount: 129_900, currency: 'RUB' };
const ESTIMATE = { p50: 40, p95: 90.5 };
const TRACKING = 'DPD-0881204';

/**
 * One example of every command. Each follows on another one's, so that they are lives of an order, and a test plays them
 * all as they stand.
 */
// biome-ignore format: one command a line reads as the table that it is
export const EXAMPLES: { readonly [Name in CommandName]: CommandExample<Name> } = {
  InitiateOrder: { after: null, as: 'store.service', body: { customer_ref: 'customer-17', channel: 'ONLINE_STORE', external_ref: 'shop-118', priority: 'HIGH', due_at: '2031-03-20T12:00:00Z' }, status: 'INITIATED', events: ['OrderInitiated'] },
  AttachModel: { after: 'InitiateOrder', as: 'store.service', body: { upload_id: '6a3f0c1e-58a7-4c36-9a30-0d8a4d1c6f20', sha256: SHA256, unit: 'MM' }, status: 'FILE_UPLOADED', events: ['ModelFileUploaded'] },
  SubmitOrder: { after: 'AttachModel', as: 'store.service', body: { material: 'PLA', process: 'FDM', quantity: 10, finishing: 'SANDED', delivery: { method: 'CARRIER', address_ref: 'address-5' } }, status: 'SUBMITTED', events: ['OrderSubmitted'] },
  StartPriceCalculation: { after: 'SubmitOrder', as: 'pricing.worker', body: { attempt: 1, job_id: JOB, spec_version: 3, lane: 'SHORT', estimate_s: ESTIMATE, cached: false }, status: 'PRICE_CALCULATION_STARTED', events: ['PriceCalculationStarted'] },
  CompletePriceCalculation: { after: 'StartPriceCalculation', as: 'pricing.worker', body: { attempt: 1, job_id: JOB, price: PRICE, breakdown: [{ line: 'material', amount: { amount: 139_900, currency: 'RUB' } }, { line: 'discount', amount: { amount: -10_000, currency: 'RUB' } }], tariff_version: 'tariff-3', engine_version: 'engine-1', machine_seconds: 5_400, measures: { volume: 8_000, area: 2_400.125, bounding_box: [20_000, 20_000, 20_000] } }, status: 'PRICE_CALCULATED', events: ['PriceCalculated'] },
  RejectOrder: { after: 'StartPriceCalculation', as: 'pricing.worker', body: { attempt: 1, job_id: JOB, reason: 'NOT_WATERTIGHT', faults: [{ code: 'OPEN_EDGE', count: 3, faces: [1, 2, 7] }] }, status: 'REJECTED', events: ['OrderRejected'] },
  RestartPriceCalculation: { after: 'StartPriceCalculation', as: 'pricing.worker', body: { attempt: 2, job_id: JOB, spec_version: 3, lane: 'SHORT', estimate_s: ESTIMATE, reason: 'LEASE_LOST' }, status: 'PRICE_CALCULATION_STARTED', events: ['PriceCalculationRestarted'] },
  ReviseOrder: { after: 'CompletePriceCalculation', as: 'store.service', body: { quantity: 12 }, status: 'SUBMITTED', events: ['OrderRevised'] },
  RequestPriceRecalculation: { after: 'CompletePriceCalculation', as: 'store.service', body: { reason: 'CUSTOMER_ASKED' }, status: 'PRICE_CALCULATED', events: ['PriceRecalculationRequested'] },
  AcceptQuote: { after: 'CompletePriceCalculation', as: 'store.service', body: { quote_version: 5 }, status: 'WAITING_PAYMENT', events: ['QuoteAccepted'] },
  RecordPayment: { after: 'AcceptQuote', as: 'crm.service', body: { payment_id: 'payment-881', amount: PRICE, method: 'CARD' }, status: 'WAITING_PAYMENT', events: ['PaymentRecorded'] },
  RecordRefund: { after: 'RecordPayment', as: 'crm.service', body: { refund_id: 'refund-12', amount: { amount: 5_000, currency: 'RUB' }, reason: 'GOODWILL' }, status: 'WAITING_PAYMENT', events: ['PaymentRefunded'] },
  ApproveManufacturing: { after: 'RecordPayment', as: 'crm.agent', body: {}, status: 'MANUFACTURING_APPROVED', events: ['ManufacturingApproved'] },
  PlanProduction: { after: 'ApproveManufacturing', as: 'manufacturing.worker', body: { work_centre: 'fdm-1', machine_seconds: 5_400, start_at: '2031-03-03T06:00:00Z', finish_at: '2031-03-03T07:30:00Z' }, status: 'MANUFACTURING_APPROVED', events: ['ProductionPlanned'] },
  ClaimOrder: { after: 'PlanProduction', as: 'mes.operator', body: {}, status: 'MANUFACTURING_APPROVED', events: ['OrderClaimed'], fence_token: 1 },
  RenewClaim: { after: 'ClaimOrder', as: 'mes.operator', body: { fence_token: 1 }, status: 'MANUFACTURING_APPROVED', events: [], fence_token: 1, expires_at: '2031-03-03T06:30:00.000Z' },
  ReleaseClaim: { after: 'ClaimOrder', as: 'mes.operator', body: { fence_token: 1, reason: 'SHIFT_END' }, status: 'MANUFACTURING_APPROVED', events: ['ClaimReleased'] },
  ReassignClaim: { after: 'ClaimOrder', as: 'mes.lead', body: { to_operator: 'sub:olga', reason: 'WRONG_SKILL' }, status: 'MANUFACTURING_APPROVED', events: ['ClaimReassigned'], fence_token: 2 },
  ExpireClaim: { after: 'ClaimOrder', as: 'claim.keeper', body: { fence_token: 1 }, status: 'MANUFACTURING_APPROVED', events: ['ClaimExpired'] },
  StartManufacturing: { after: 'RenewClaim', as: 'mes.operator', body: { fence_token: 1, machine_id: 'prusa-4' }, status: 'MANUFACTURING_STARTED', events: ['ManufacturingStarted'] },
  FailManufacturing: { after: 'StartManufacturing', as: 'mes.operator', body: { fence_token: 1, defect: 'WARPING', good_quantity: 4, scrap_quantity: 2 }, status: 'MANUFACTURING_FAILED', events: ['ManufacturingFailed'] },
  RequireRework: { after: 'FailManufacturing', as: 'mes.quality', body: { defect: 'SURFACE', rejected_quantity: 2, instruction: 'Sand the upper side of both again.' }, status: 'REWORK_REQUIRED', events: ['ReworkRequired'] },
  AcceptShortage: { after: 'FailManufacturing', as: 'crm.agent', body: { quantity: 2, credit: { amount: 25_980, currency: 'RUB' } }, status: 'MANUFACTURING_FAILED', events: ['ShortageAccepted'] },
  CompleteManufacturing: { after: 'StartManufacturing', as: 'mes.operator', body: { fence_token: 1, good_quantity: 10, scrap_quantity: 1 }, status: 'MANUFACTURING_COMPLETED', events: ['ManufacturingCompleted'] },
  RecordCorrection: { after: 'CompleteManufacturing', as: 'mes.lead', body: { corrects_event_version: 12, reason: 'WRONG_VALUE', scrap_quantity: 2 }, status: 'MANUFACTURING_COMPLETED', events: ['CorrectionRecorded'] },
  StartPackaging: { after: 'CompleteManufacturing', as: 'mes.packer', body: {}, status: 'PACKAGING_STARTED', events: ['PackagingStarted'], fence_token: 2 },
  CompletePackaging: { after: 'StartPackaging', as: 'mes.packer', body: { fence_token: 2, parcels: [{ weight: 420, length: 200_000, width: 150_000, height: 100_000 }] }, status: 'PACKAGING_COMPLETED', events: ['PackagingCompleted'] },
  ShipOrder: { after: 'CompletePackaging', as: 'mes.packer', body: { handover: 'OWN_COURIER' }, status: 'SHIPPED', events: ['OrderShipped'] },
  RequestShipment: { after: 'CompletePackaging', as: 'mes.packer', body: { carrier: 'dpd', shipment_request_id: 'shipment-40' }, status: 'WAITING_SHIPMENT_CONFIRMATION', events: ['ShipmentRequested'] },
  DeclineShipment: { after: 'RequestShipment', as: 'carrier.adapter', body: { shipment_request_id: 'shipment-40', reason: 'WEIGHT' }, status: 'PACKAGING_COMPLETED', events: ['ShipmentDeclined'] },
  ConfirmShipment: { after: 'RequestShipment', as: 'carrier.adapter', body: { shipment_request_id: 'shipment-40', tracking_number: TRACKING }, status: 'SHIPPED', events: ['OrderShipped'] },
  RecordCarrierEvent: { after: 'ConfirmShipment', as: 'carrier.adapter', body: { carrier: 'dpd', carrier_event_id: 'dpd-77120', kind: 'IN_TRANSIT', shipment_request_id: 'shipment-40' }, status: 'SHIPPED', events: ['CarrierEventRecorded'] },
  ConfirmDelivery: { after: 'RecordCarrierEvent', as: 'carrier.adapter', body: { proof_of_delivery_id: 'proof-8', tracking_number: TRACKING }, status: 'DELIVERED', events: ['OrderDelivered'] },
  CloseOrder: { after: 'ConfirmDelivery', as: 'crm.agent', body: {}, status: 'CLOSED', events: ['OrderClosed'] },
  RequestReturn: { after: 'ConfirmDelivery', as: 'store.service', body: { reason: 'NOT_AS_ORDERED' }, status: 'RETURN_REQUESTED', events: ['ReturnRequested'] },
  ReceiveReturn: { after: 'RequestReturn', as: 'crm.warehouse', body: { condition: 'USED' }, status: 'RETURNED', events: ['OrderReturned'] },
  DeclineReturn: { after: 'RequestReturn', as: 'crm.agent', body: { reason: 'CUSTOMER_WITHDREW' }, status: 'DELIVERED', events: ['ReturnDeclined'] },
  CancelOrder: { after: 'SubmitOrder', as: 'crm.agent', body: { reason: 'CUSTOMER_ASKED' }, status: 'CANCELLED', events: ['OrderCancelled'] },
  RequestCancellation: { after: 'AcceptQuote', as: 'store.service', body: { reason: 'TOO_SLOW' }, status: 'WAITING_PAYMENT', events: ['CancellationRequested'] },
  DeclineCancellation: { after: 'RequestCancellation', as: 'crm.agent', body: { reason: 'CUSTOMER_WITHDREW' }, status: 'WAITING_PAYMENT', events: ['CancellationDeclined'] },
  HoldOrder: { after: 'SubmitOrder', as: 'crm.agent', body: { hold_id: 'hold-3', reason: 'PAYMENT_RISK' }, status: 'ON_HOLD', events: ['OrderPutOnHold'] },
  ResumeOrder: { after: 'HoldOrder', as: 'crm.agent', body: { hold_id: 'hold-3' }, status: 'SUBMITTED', events: ['OrderResumed'] },
  ReportError: { after: 'SubmitOrder', as: 'ops', body: { code: 'INTEGRATION_FAILED', detail: 'The model store has answered 500 for an hour.', trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' }, status: 'ERROR', events: ['OrderErrored'] },
  ResolveError: { after: 'ReportError', as: 'ops', body: { incident_note: 'The model store is back; the price can be calculated.' }, status: 'SUBMITTED', events: ['ErrorResolved'] },
  ChangeDueDate: { after: 'SubmitOrder', as: 'store.service', body: { due_at: '2031-03-25T12:00:00Z', reason: 'CUSTOMER_ASKED' }, status: 'SUBMITTED', events: ['DueDateChanged'] },
  ChangePriority: { after: 'AcceptQuote', as: 'crm.agent', body: { priority: 'URGENT', reason: 'DELAY' }, status: 'WAITING_PAYMENT', events: ['PriorityChanged'] },
  AddNote: { after: 'AcceptQuote', as: 'crm.agent', body: { note: 'The customer pays by Friday.' }, status: 'WAITING_PAYMENT', events: ['NoteAdded'] },
  EraseCustomerData: { after: 'CloseOrder', as: 'admin', body: { request_ref: 'erasure-3' }, status: 'CLOSED', events: ['CustomerDataErased'] },
};

/** How the order stands after an example, by its versions; before the first of them there is none. */
export const versionsAfter = (command: CommandName | null): { event_version: number; status_version: number } => {
  if (command === null) return { event_version: 0, status_version: 0 };
  const { after, events } = EXAMPLES[command];
  const before = versionsAfter(after);
  return {
    event_version: before.event_version + events.length,
    status_version: before.status_version + events.filter(changesStatus).length,
  };
};

/** The command and all whose examples came before it on the same order, in their order. */
export const lifeTo = (command: CommandName): CommandName[] => {
  const { after } = EXAMPLES[command];
  return after === null ? [command] : [...lifeTo(after), command];
};

/** What the example's request is answered with. */
export const exampleAnswer = (command: CommandName): Readonly<Record<string, unknown>> => {
  const { after, status, events, fence_token, expires_at } = EXAMPLES[command];
  return {
    order_id: EXAMPLE.orderId,
    status,
    ...versionsAfter(command),
    correlation_id: EXAMPLE.correlationId,
    events: events.map((type, at) => ({
      id: EXAMPLE.eventId,
      type,
      event_version: versionsAfter(after).event_version + at + 1,
    })),
    ...(fence_token === undefined ? {} : { fence_token }),
    ...(expires_at === undefined ? {} : { expires_at }),
  };
};
