import type { CommandName } from '@order-ledger/domain/bodies';
import type { Known } from '../known.ts';
import { ACCOUNTS, type Account, type Who } from './who.ts';

export interface Uploaded {
  upload_id: string;
  sha256: string;
}

/** The moment in which a body is filled in. */
export interface Moment {
  known: Known;
  account: Account;
  /** The last upload of this order. */
  upload: Uploaded | null;
  /** A reference that was not used before, such as `payment-qrtvwx-12-1`. */
  fresh: (what: string) => string;
  /** How events name this part. */
  subject: (who: Who) => string;
  /** Milliseconds of the epoch. */
  now: number;
}

/** The carrier that the carrier's token of npm start speaks for. */
export const CARRIER = 'cdek';
const DAY_MS = 86_400_000;
const PARCEL = { weight: 420, length: 200_000, width: 150_000, height: 100_000 };

const money = (known: Known, amount: number) => ({ amount, currency: known.quote?.currency ?? 'RUB' });
/** What is due before production; after that the rest. */
const payable = ({ quote, paid, credits }: Known): number =>
  quote === null ? 0 : quote.due > paid ? quote.due - paid : quote.amount - credits - paid;
const owedPieces = ({ quantity, shortage, good, rejected }: Known): number => quantity - shortage - good + rejected;
const token = ({ fence_token }: Known) => (fence_token === null ? {} : { fence_token });
const shipmentRequest = ({ shipment_request_id }: Known) => ({ shipment_request_id });
const upload = ({ upload: uploaded }: Moment) => ({ ...uploaded });

/** What each command's sender usually says; a step of a life changes single fields. */
export const BODIES: Readonly<Record<CommandName, (moment: Moment) => Record<string, unknown>>> = {
  InitiateOrder: ({ account, fresh }) => ({
    customer_ref: fresh('клиент'),
    channel: ACCOUNTS[account] === null ? 'ONLINE_STORE' : 'API',
    external_ref: fresh('ЗК № '),
  }),
  AttachModel: upload,
  SubmitOrder: ({ fresh }) => ({
    material: 'PLA',
    process: 'FDM',
    quantity: 2,
    delivery: { method: 'CARRIER', address_ref: fresh('address') },
  }),
  ReviseOrder: () => ({}),
  StartPriceCalculation: () => ({}),
  CompletePriceCalculation: () => ({}),
  RejectOrder: () => ({}),
  RestartPriceCalculation: ({ known }) => ({
    attempt: known.price_attempt + 1,
    job_id: known.price_job_id,
    spec_version: known.spec_version,
    lane: 'SHORT',
    estimate_s: { p50: 30, p95: 120 },
    reason: 'WORKER_CRASHED',
  }),
  RequestPriceRecalculation: () => ({ reason: 'CUSTOMER_ASKED' }),
  AcceptQuote: ({ known }) => ({ quote_version: known.quote?.quote_version }),
  ApproveManufacturing: () => ({}),
  RecordPayment: ({ known, fresh }) => ({
    payment_id: fresh('#'),
    amount: money(known, payable(known)),
    method: 'CARD',
  }),
  RecordRefund: ({ known, fresh }) => ({
    refund_id: fresh('refund'),
    amount: money(known, known.paid),
    reason: known.status === 'CANCELLED' ? 'CANCELLED' : 'RETURNED',
  }),
  PlanProduction: () => ({}),
  ClaimOrder: () => ({}),
  RenewClaim: ({ known }) => token(known),
  ReleaseClaim: ({ known }) => ({ ...token(known), reason: 'SHIFT_END' }),
  ReassignClaim: ({ subject }) => ({ to_operator: subject('rival'), reason: 'WRONG_SKILL' }),
  ExpireClaim: ({ known }) => token(known),
  StartManufacturing: ({ known }) => ({ ...token(known), machine_id: 'fdm-4' }),
  FailManufacturing: ({ known }) => ({ ...token(known), defect: 'WARPING', good_quantity: 0, scrap_quantity: 1 }),
  CompleteManufacturing: ({ known }) => ({ ...token(known), good_quantity: owedPieces(known), scrap_quantity: 0 }),
  RequireRework: () => ({
    defect: 'SURFACE',
    rejected_quantity: 1,
    instruction: 'Sand the upper face and print the rejected piece again.',
  }),
  AcceptShortage: ({ known }) => ({
    quantity: 1,
    credit: money(known, Math.floor((known.quote?.amount ?? 0) / known.quantity)),
  }),
  StartPackaging: () => ({}),
  CompletePackaging: ({ known }) => ({ ...token(known), parcels: known.pickup ? [] : [PARCEL] }),
  RequestShipment: ({ fresh }) => ({ carrier: CARRIER, shipment_request_id: fresh('shipment') }),
  ShipOrder: () => ({ handover: 'OWN_COURIER' }),
  ConfirmShipment: ({ known, fresh }) => ({ ...shipmentRequest(known), tracking_number: fresh('track') }),
  DeclineShipment: ({ known }) => ({ ...shipmentRequest(known), reason: 'PACKAGING' }),
  ConfirmDelivery: ({ fresh }) => ({ proof_of_delivery_id: fresh('proof') }),
  RecordCarrierEvent: ({ fresh }) => ({
    carrier: CARRIER,
    carrier_event_id: fresh('carrier-event'),
    kind: 'IN_TRANSIT',
  }),
  CloseOrder: () => ({}),
  RequestReturn: () => ({ reason: 'NOT_AS_ORDERED' }),
  ReceiveReturn: () => ({ condition: 'USED' }),
  DeclineReturn: () => ({ reason: 'CUSTOMER_WITHDREW' }),
  CancelOrder: () => ({ reason: 'CUSTOMER_ASKED' }),
  RequestCancellation: () => ({ reason: 'CHANGED_MIND' }),
  DeclineCancellation: () => ({ reason: 'CUSTOMER_WITHDREW' }),
  HoldOrder: ({ fresh }) => ({ hold_id: fresh('hold'), reason: 'CUSTOMER_ASKED' }),
  ResumeOrder: ({ known }) => ({ hold_id: known.open_holds[0] }),
  ReportError: ({ fresh }) => ({
    code: 'INTEGRATION_FAILED',
    detail: 'The machine log of this order cannot be read.',
    trace_id: fresh('trace'),
  }),
  ResolveError: () => ({ incident_note: 'The log was restored from its copy; the work goes on.' }),
  ChangeDueDate: ({ now }) => ({ due_at: new Date(now + 10 * DAY_MS).toISOString(), reason: 'CUSTOMER_ASKED' }),
  ChangePriority: () => ({ priority: 'HIGH', reason: 'DELAY' }),
  AddNote: () => ({ note: 'The customer asks to be told before the parcel leaves.' }),
  RecordCorrection: ({ known }) => ({ corrects_event_version: known.event_version, reason: 'WRONG_TIME' }),
  EraseCustomerData: ({ fresh }) => ({ request_ref: fresh('erasure') }),
};
