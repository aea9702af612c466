import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Context, OtherOrder } from '@order-ledger/domain/command';
import { ownerOf } from '@order-ledger/domain/lifecycle';
import { toMake } from '@order-ledger/domain/pieces';
import type { OrderState } from '@order-ledger/domain/state';
import type { Model } from '@order-ledger/domain/values';
import { DESCRIBED } from '../graph/described.ts';
import { ACTORS, type ActorName } from './actors.ts';

/** A command as the one who may send it would send it to an order in this state. */
interface Rightful<Name extends CommandName> {
  as: ActorName;
  body: Body<Name>;
  context?: Context;
}

export const TERMS = {
  payment: 'PREPAID',
  deposit_percent: 0,
  currency: 'RUB',
  quote_validity_s: 14 * 86_400,
  return_window_s: 14 * 86_400,
  warranty_s: 365 * 86_400,
} as const;

export const MODEL_SHA256 = 'a'.repeat(64);
export const TEXT = { ref: 'text/1', hmac: 'b'.repeat(64) };
export const PRICE = { amount: 129_900, currency: 'RUB' };
const MODEL: Model = {
  bytes: 684,
  format: 'STL_BINARY',
  triangles: 12,
  bounding_box: [20_000, 20_000, 20_000],
  warnings: [],
};
const JOB = '1b4e28ba-2fa1-51d2-883f-0016d3cca427';
const PARCEL = { weight: 420, length: 200_000, width: 150_000, height: 100_000 };

/** Another order of the customer that InitiateOrder names below. */
const OTHER: OtherOrder = {
  order_id: '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77',
  partner_id: null,
  customer_ref: 'customer-17',
  status: 'DELIVERED',
  stage: 'DELIVERED',
  remake_of_order_id: null,
};

/** What the shell would gather: an account in good standing, the upload that fits, a small catalogue, two carriers. */
export const CONTEXT: Required<Context> & { upload: object; remade_order: OtherOrder } = {
  account: { active: true, quota_left: true, terms: TERMS, urgent: true },
  upload: { owner: 'house', sha256: MODEL_SHA256, complete: true, valid: true, model: MODEL },
  catalogue: [
    { material: 'PLA', process: 'FDM', finishings: ['SANDED'], infills: [15, 30] },
    { material: 'PA12', process: 'SLS', finishings: [] },
  ],
  carriers: ['dpd', 'cdek'],
  surplus_percent: 10,
  remade_order: OTHER,
  replaced_order: { ...OTHER, status: 'REJECTED', stage: 'REJECTED' },
  remake_order: OTHER,
};

const SPECIFICATION = {
  material: 'PLA',
  process: 'FDM',
  quantity: 10,
  delivery: { method: 'CARRIER', address_ref: 'address-5' },
} as const;

const PRICED = {
  price: PRICE,
  breakdown: [
    { line: 'material', amount: { amount: 139_900, currency: 'RUB' } },
    { line: 'discount', amount: { amount: -10_000, currency: 'RUB' } },
  ],
  tariff_version: 'tariff-3',
  engine_version: 'engine-1',
  machine_seconds: 5400,
  measures: { volume: 8000, area: 2400.125, bounding_box: [20_000, 20_000, 20_000] as [number, number, number] },
};
/** The body of a price's completion without its attempt, as a start with a cached result carries it. */
export const CACHED_PRICE = { job_id: JOB, ...PRICED };
export const CACHED_REJECTION = { job_id: JOB, reason: 'NOT_WATERTIGHT' as const, faults: [] };

type Given = OrderState | null;
const customer = (state: Given): ActorName => (state?.partner_id === ACTORS.partner.partner_id ? 'partner' : 'store');
const uploadOf = (state: Given): Context => ({
  upload: { ...CONTEXT.upload, owner: state?.partner_id ? `partner:${state.partner_id}` : 'house' },
});
const next = (state: Given, what: string): string => `${what}-${(state?.event_version ?? 0) + 1}`;
const token = (state: Given): { fence_token: number } => ({ fence_token: state?.claim?.fence_token ?? 1 });
/** The claim's holder by name, or whoever would hold it. */
const holder = (state: Given, otherwise: ActorName): ActorName =>
  (Object.keys(ACTORS) as ActorName[]).find((name) => ACTORS[name].id === state?.claim?.operator) ?? otherwise;
const ownersPerson = (state: Given): ActorName => {
  if (state === null) return 'store';
  const owner = ownerOf(state);
  return owner === 'store' ? customer(state) : owner === 'CRM' ? 'agent' : 'operator';
};
const missing = (state: Given): number => (state === null ? 10 : toMake(state.pieces));
const shipmentRequest = (state: Given) => ({
  shipment_request_id: state?.shipment?.shipment_request_id ?? 'shipment-0',
});
const priceRun = (state: Given) => ({ attempt: state?.price_attempt || 1, job_id: state?.price_job_id ?? JOB });
const nextRun = (state: Given) => ({
  attempt: (state?.price_attempt ?? 0) + 1,
  job_id: JOB,
  spec_version: state?.spec_version || 1,
  lane: 'SHORT' as const,
  estimate_s: { p50: 40, p95: 90.5 },
});
const BEFORE_THE_WORKS = DESCRIBED.rules.find(({ id }) => id === 'T28')?.from ?? [];

const cancellation = (state: Given): Rightful<'CancelOrder'> => {
  if (BEFORE_THE_WORKS.includes((state?.status === 'ON_HOLD' ? state.held_from : state?.status) ?? null))
    return { as: 'agent', body: { reason: 'CUSTOMER_ASKED' } };
  const cost = { reason: 'CANNOT_PRODUCE', cost_decision: 'COMPANY' } as const;
  return { as: 'supervisor', body: { ...cost, incident_note: TEXT, goods_location: 'SHOP_FLOOR' } };
};

export const RIGHTFUL: { readonly [Name in CommandName]: (state: Given) => Rightful<Name> } = {
  InitiateOrder: () => ({
    as: 'store',
    body: { customer_ref: 'customer-17', channel: 'ONLINE_STORE', priority: 'NORMAL' },
  }),
  AttachModel: (state) => ({
    as: customer(state),
    body: { upload_id: next(state, 'upload'), sha256: MODEL_SHA256, unit: 'MM' },
    context: uploadOf(state),
  }),
  SubmitOrder: (state) => ({ as: customer(state), body: SPECIFICATION }),
  ReviseOrder: (state) => ({ as: customer(state), body: { quantity: 12 }, context: uploadOf(state) }),
  StartPriceCalculation: (state) => ({ as: 'pricing', body: { ...nextRun(state), cached: false } }),
  CompletePriceCalculation: (state) => ({ as: 'pricing', body: { ...priceRun(state), ...PRICED } }),
  RejectOrder: (state) => ({
    as: 'pricing',
    body: { ...priceRun(state), reason: 'NOT_WATERTIGHT', faults: [{ code: 'OPEN_EDGE', count: 3, faces: [1, 2, 7] }] },
  }),
  RestartPriceCalculation: (state) => ({ as: 'pricing', body: { ...nextRun(state), reason: 'LEASE_LOST' } }),
  RequestPriceRecalculation: (state) => ({ as: customer(state), body: { reason: 'CUSTOMER_ASKED' } }),
  AcceptQuote: (state) => ({ as: customer(state), body: { quote_version: state?.quote?.quote_version ?? 1 } }),
  ApproveManufacturing: (state) => ({ as: state?.status === 'WAITING_PAYMENT' ? 'manager' : 'agent', body: {} }),
  RecordPayment: (state) => ({
    as: 'crm',
    body: { payment_id: next(state, 'payment'), amount: PRICE, method: 'CARD' },
  }),
  RecordRefund: (state) => ({
    // Of what is not paid only a supervisor gives.
    as: (state?.paid ?? 0) >= 100 ? 'crm' : 'supervisor',
    body: { refund_id: next(state, 'refund'), amount: { amount: 100, currency: 'RUB' }, reason: 'GOODWILL' },
  }),
  PlanProduction: () => ({
    as: 'manufacturing',
    body: {
      work_centre: 'fdm-1',
      machine_seconds: 5400,
      start_at: '2026-03-03T06:00:00.000Z',
      finish_at: '2026-03-03T07:30:00.000Z',
    },
  }),
  ClaimOrder: () => ({ as: 'operator', body: {} }),
  RenewClaim: (state) => ({ as: holder(state, 'operator'), body: token(state) }),
  ReleaseClaim: (state) => ({ as: holder(state, 'operator'), body: { ...token(state), reason: 'SHIFT_END' } }),
  ReassignClaim: () => ({ as: 'lead', body: { to_operator: 'sub:olga', reason: 'WRONG_SKILL' } }),
  ExpireClaim: (state) => ({ as: 'keeper', body: token(state) }),
  StartManufacturing: (state) => ({ as: 'operator', body: { ...token(state), machine_id: 'prusa-4' } }),
  FailManufacturing: (state) => ({
    as: holder(state, 'operator'),
    body: { ...token(state), defect: 'WARPING', good_quantity: Math.min(4, missing(state)), scrap_quantity: 1 },
  }),
  CompleteManufacturing: (state) => ({
    as: holder(state, 'operator'),
    body: { ...token(state), good_quantity: missing(state), scrap_quantity: 0 },
  }),
  RequireRework: () => ({
    as: 'quality',
    body: { defect: 'SURFACE', rejected_quantity: 2, instruction: TEXT },
  }),
  AcceptShortage: () => ({
    as: 'agent',
    body: { quantity: 1, credit: { amount: 12_990, currency: 'RUB' } },
  }),
  StartPackaging: () => ({ as: 'packer', body: {} }),
  CompletePackaging: (state) => ({
    as: holder(state, 'packer'),
    body: { ...token(state), parcels: [PARCEL] },
  }),
  RequestShipment: (state) => ({
    as: 'packer',
    body: { carrier: 'dpd', shipment_request_id: next(state, 'shipment') },
  }),
  ShipOrder: () => ({ as: 'packer', body: { handover: 'OWN_COURIER' } }),
  ConfirmShipment: (state) => ({ as: 'carrier', body: { ...shipmentRequest(state), tracking_number: '79161234567' } }),
  DeclineShipment: (state) => ({ as: 'carrier', body: { ...shipmentRequest(state), reason: 'WEIGHT' } }),
  ConfirmDelivery: () => ({ as: 'carrier', body: { proof_of_delivery_id: 'proof-8', tracking_number: 'track-8' } }),
  RecordCarrierEvent: (state) => ({
    as: 'carrier',
    body: { carrier: 'dpd', carrier_event_id: next(state, 'carrier-event'), kind: 'IN_TRANSIT' },
  }),
  CloseOrder: (state) =>
    state?.status === 'RETURNED' ? { as: 'agent', body: { no_refund: 'CONDITION' } } : { as: 'manager', body: {} },
  RequestReturn: (state) => ({ as: customer(state), body: { reason: 'NOT_AS_ORDERED' } }),
  ReceiveReturn: () => ({ as: 'warehouse', body: { condition: 'USED' } }),
  DeclineReturn: () => ({ as: 'agent', body: { reason: 'CUSTOMER_WITHDREW' } }),
  CancelOrder: cancellation,
  RequestCancellation: (state) => ({ as: customer(state), body: { reason: 'TOO_SLOW' } }),
  DeclineCancellation: () => ({ as: 'agent', body: { reason: 'ALREADY_MADE' } }),
  HoldOrder: (state) => ({ as: 'agent', body: { hold_id: next(state, 'hold'), reason: 'PAYMENT_RISK' } }),
  ResumeOrder: (state) => {
    const hold = state?.holds.find((candidate) => candidate.open);
    return { as: hold?.side === 'MES' ? 'lead' : 'agent', body: { hold_id: hold?.hold_id ?? 'hold-0' } };
  },
  ReportError: () => ({ as: 'ops', body: { code: 'INTEGRATION_FAILED', detail: TEXT, trace_id: 'trace-1' } }),
  ResolveError: () => ({ as: 'ops', body: { incident_note: TEXT } }),
  ChangeDueDate: (state) => ({
    as: ownersPerson(state),
    body: { due_at: '2026-03-20T12:00:00.000Z', reason: 'CUSTOMER_ASKED' },
  }),
  ChangePriority: (state) => ({ as: ownersPerson(state), body: { priority: 'HIGH', reason: 'DELAY' } }),
  AddNote: (state) => ({ as: ownersPerson(state), body: { note: TEXT } }),
  RecordCorrection: () => ({ as: 'supervisor', body: { corrects_event_version: 1, reason: 'WRONG_VALUE' } }),
  EraseCustomerData: () => ({ as: 'admin', body: { request_ref: 'erasure-3' } }),
};
