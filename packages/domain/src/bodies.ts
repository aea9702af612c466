import { z } from 'zod';
import * as lists from './closed-lists.ts';
import { listOf } from './list.ts';
import { incomingReference, reference } from './reference.ts';
import {
  ANY,
  count as anyCount,
  positiveCount as anyPositiveCount,
  breakdownLine,
  code,
  currency,
  deliveryTo,
  faultOf,
  figuresUpTo,
  type Highest,
  incomingTime,
  infill,
  money,
  orientation,
  plainText,
  sha256,
  storableTime,
  textReference,
  timestamp,
  unit,
  uuid,
} from './values.ts';

const specificationFields = {
  material: code,
  process: code,
  quantity: anyPositiveCount.max(1_000_000),
  finishing: code.optional(),
  orientation: orientation.optional(),
  infill: infill.optional(),
};

/** In upper case it is the same upload: its records know the lower case alone. */
const uploadId = code.toLowerCase();
const uploadFields = { upload_id: uploadId, sha256, unit: unit.default('MM') };

/** Thin walls and sheets, and room for as many more. */
const MOST_RISK_FAULTS = 4;

/** Whoever accepts a price with a risk says that he knows it. */
const riskFields = { accepts_risk: z.enum(lists.RISKS).optional() };

const sumsToPrice = (body: {
  price: { amount: number; currency: string };
  breakdown: { amount: { amount: number; currency: string } }[];
}) =>
  body.breakdown.every((line) => line.amount.currency === body.price.currency) &&
  body.breakdown.reduce((sum, line) => sum + line.amount.amount, 0) === body.price.amount;
const SUM = { path: ['breakdown'], message: 'must sum to the price, in its currency' };

/**
 * Counts: what Postgres's integer holds, in which readers keep counters; in µm two kilometres, in seconds 68 years.
 * Figures: the machine time of a million pieces of eleven days each. Money is bounded by its sums.
 */
export const HIGHEST: Highest = { count: 2_147_483_647, figure: 1_000_000_000_000 };

/** What a body's values may be, where it depends on who reads them. */
interface Forms<Text extends z.ZodType, Time extends z.ZodType<string>> {
  text: Text;
  time: Time;
  /** References as they come, in any normal form, or in the one that is stored. */
  reference: typeof incomingReference;
  highest: Highest;
  /** Lines of a price and faults of a model: with all of them an event stays well within what the ledger appends. */
  mostItems: number;
}

/**
 * The body of every command, in three forms: as a caller sends it, as the domain takes it, and as events hold it. Free
 * text is plain from outside, and a reference with a keyed hash inside; times come in any RFC 3339 form, and references
 * in any normal form.
 */
const bodies = <Text extends z.ZodType, Time extends z.ZodType<string>>(forms: Forms<Text, Time>) => {
  const { text, time, reference, highest, mostItems } = forms;
  const { count, positiveCount, machineSeconds, estimate, measures, parcel } = figuresUpTo(highest);
  const fenceToken = positiveCount;
  const delivery = deliveryTo(reference);
  const shipmentRequest = { shipment_request_id: reference };
  /** Every body may hold a note. */
  const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, note: text.optional() });
  const priceFields = {
    job_id: uuid,
    price: money,
    breakdown: listOf(breakdownLine, mostItems).min(1),
    tariff_version: code,
    engine_version: code,
    machine_seconds: machineSeconds,
    measures,
    /** What would have refused the model, if the customer could not take it on himself. */
    risk: z.strictObject({ reason: z.enum(lists.RISKS), faults: listOf(faultOf(count), MOST_RISK_FAULTS) }).optional(),
  };
  const rejectionFields = {
    job_id: uuid,
    reason: z.enum(lists.REJECTION_REASONS),
    faults: listOf(faultOf(count), mostItems),
  };
  return {
    InitiateOrder: body({
      customer_ref: reference,
      channel: z.enum(lists.CHANNELS),
      partner_id: code.optional(),
      external_ref: reference.optional(),
      priority: z.enum(lists.PRIORITIES).default('NORMAL'),
      due_at: time.optional(),
      replaces_order_id: uuid.optional(),
      remake_of_order_id: uuid.optional(),
    }),
    AttachModel: body(uploadFields),
    SubmitOrder: body({ ...specificationFields, delivery }),
    ReviseOrder: body({
      material: code.optional(),
      process: code.optional(),
      quantity: specificationFields.quantity.optional(),
      finishing: code.optional(),
      orientation: orientation.optional(),
      infill: infill.optional(),
      delivery: delivery.optional(),
      upload_id: uploadId.optional(),
      sha256: sha256.optional(),
      unit: unit.optional(),
    })
      .refine(({ note: _, ...changes }) => Object.keys(changes).length > 0, 'must change at least one field')
      .refine(
        (changes) =>
          (changes.upload_id === undefined) === (changes.sha256 === undefined) &&
          (changes.unit === undefined || changes.upload_id !== undefined),
        { path: ['upload_id'], message: 'upload_id, sha256 (and unit) go together' },
      ),
    StartPriceCalculation: body({
      attempt: positiveCount,
      job_id: uuid,
      spec_version: positiveCount,
      lane: z.enum(lists.LANES),
      estimate_s: estimate,
      cached: z.boolean(),
      result: z
        .union([z.strictObject(priceFields).refine(sumsToPrice, SUM), z.strictObject(rejectionFields)])
        .optional(),
    })
      .refine((start) => start.cached === (start.result !== undefined), {
        path: ['result'],
        message: 'is there exactly when cached is true',
      })
      .refine((start) => start.result === undefined || start.result.job_id === start.job_id, {
        path: ['result', 'job_id'],
        message: 'must be the job_id of the calculation',
      }),
    CompletePriceCalculation: body({ attempt: positiveCount, ...priceFields }).refine(sumsToPrice, SUM),
    RejectOrder: body({ attempt: positiveCount, ...rejectionFields }),
    RestartPriceCalculation: body({
      attempt: positiveCount,
      job_id: uuid,
      spec_version: positiveCount,
      lane: z.enum(lists.LANES),
      estimate_s: estimate,
      reason: z.enum(lists.RESTART_REASONS),
    }),
    RequestPriceRecalculation: body({ reason: z.enum(lists.RECALCULATION_REASONS) }),
    AcceptQuote: body({ quote_version: positiveCount, ...riskFields }),
    ApproveManufacturing: body(riskFields),
    RecordPayment: body({ payment_id: reference, amount: money, method: z.enum(lists.PAYMENT_METHODS) }),
    RecordRefund: body({ refund_id: reference, amount: money, reason: z.enum(lists.REFUND_REASONS) }),
    PlanProduction: body({ work_centre: code, machine_seconds: machineSeconds, start_at: time, finish_at: time }),
    ClaimOrder: body({}),
    RenewClaim: body({ fence_token: fenceToken }),
    ReleaseClaim: body({ fence_token: fenceToken, reason: z.enum(lists.CLAIM_CHANGE_REASONS) }),
    ReassignClaim: body({ to_operator: code, reason: z.enum(lists.CLAIM_CHANGE_REASONS) }),
    ExpireClaim: body({ fence_token: fenceToken }),
    StartManufacturing: body({ fence_token: fenceToken.optional(), machine_id: reference.optional() }),
    FailManufacturing: body({
      fence_token: fenceToken.optional(),
      defect: z.enum(lists.DEFECTS),
      good_quantity: count,
      scrap_quantity: count,
    }),
    CompleteManufacturing: body({ fence_token: fenceToken, good_quantity: count, scrap_quantity: count.optional() }),
    RequireRework: body({
      fence_token: fenceToken.optional(),
      defect: z.enum(lists.DEFECTS),
      rejected_quantity: count,
      instruction: text,
    }),
    AcceptShortage: body({ quantity: positiveCount, credit: money }),
    StartPackaging: body({}),
    CompletePackaging: body({ fence_token: fenceToken.optional(), parcels: listOf(parcel, 1000).optional() }),
    RequestShipment: body({ carrier: code, ...shipmentRequest }),
    ShipOrder: body({ handover: z.enum(['OWN_COURIER', 'PICKUP']), tracking_number: reference.optional() }),
    ConfirmShipment: body({ ...shipmentRequest, tracking_number: reference }),
    DeclineShipment: body({ ...shipmentRequest, reason: z.enum(lists.SHIPMENT_DECLINE_REASONS) }),
    ConfirmDelivery: body({
      proof_of_delivery_id: reference.optional(),
      handover_record_id: reference.optional(),
      tracking_number: reference.optional(),
    }).refine(
      (proof) => (proof.proof_of_delivery_id === undefined) !== (proof.handover_record_id === undefined),
      'needs proof_of_delivery_id or handover_record_id, one of them',
    ),
    RecordCarrierEvent: body({
      carrier: code,
      carrier_event_id: reference,
      kind: z.enum(lists.CARRIER_EVENT_KINDS),
      shipment_request_id: reference.optional(),
      tracking_number: reference.optional(),
      proof_of_delivery_id: reference.optional(),
      decline_reason: z.enum(lists.SHIPMENT_DECLINE_REASONS).optional(),
    }),
    CloseOrder: body({
      refund_id: reference.optional(),
      remake_order_id: uuid.optional(),
      no_refund: z.enum(lists.NO_REFUND_REASONS).optional(),
    }),
    RequestReturn: body({ reason: z.enum(lists.RETURN_REASONS) }),
    ReceiveReturn: body({ condition: z.enum(lists.RETURN_CONDITIONS) }),
    DeclineReturn: body({ reason: z.enum(lists.RETURN_DECLINE_REASONS) }),
    CancelOrder: body({
      reason: z.enum(lists.CANCEL_REASONS),
      charge: money.optional(),
      cost_decision: z.enum(lists.COST_DECISIONS).optional(),
      incident_note: text.optional(),
      goods_location: z.enum(lists.GOODS_LOCATIONS).optional(),
    }).refine((cancel) => cancel.charge === undefined || (cancel.cost_decision ?? 'COMPANY') !== 'COMPANY', {
      path: ['charge'],
      message: 'goes with cost_decision CUSTOMER or SPLIT',
    }),
    RequestCancellation: body({ reason: z.enum(lists.CANCELLATION_REQUEST_REASONS) }),
    DeclineCancellation: body({ reason: z.enum(lists.CANCELLATION_DECLINE_REASONS) }),
    HoldOrder: body({ hold_id: reference, reason: z.enum(lists.HOLD_REASONS) }),
    ResumeOrder: body({ hold_id: reference }),
    ReportError: body({ code: z.enum(lists.ERROR_CODES), detail: text, trace_id: code }),
    ResolveError: body({ incident_note: text }),
    ChangeDueDate: body({ due_at: time, reason: z.enum(lists.SCHEDULE_CHANGE_REASONS) }),
    ChangePriority: body({ priority: z.enum(lists.PRIORITIES), reason: z.enum(lists.SCHEDULE_CHANGE_REASONS) }),
    AddNote: z.strictObject({ note: text }),
    RecordCorrection: body({
      corrects_event_version: positiveCount,
      reason: z.enum(lists.CORRECTION_REASONS),
      good_quantity: count.optional(),
      scrap_quantity: count.optional(),
      rejected_quantity: count.optional(),
    }),
    EraseCustomerData: body({ request_ref: reference }),
  };
};

const LET_IN = { highest: HIGHEST, mostItems: 32 };

/** Bodies as callers send them: what they let in, every reader can hold. */
export const REQUEST_BODIES = bodies({ ...LET_IN, text: plainText, time: incomingTime, reference: incomingReference });
/** Bodies as the domain takes them: free text already encrypted and referred to, times and references in the stored form. */
export const COMMAND_BODIES = bodies({ ...LET_IN, text: textReference, time: storableTime, reference });
/** Bodies as events hold them: whatever was ever let in stays readable, and its order is parked where a reader cannot hold it. */
export const EVENT_BODIES = bodies({
  text: textReference,
  time: timestamp,
  reference,
  highest: ANY,
  mostItems: Number.MAX_SAFE_INTEGER,
});

export type CommandName = keyof typeof COMMAND_BODIES;
export const COMMAND_NAMES = Object.keys(COMMAND_BODIES) as CommandName[];
export type Body<Name extends CommandName> = z.infer<(typeof COMMAND_BODIES)[Name]>;

/** What a plan grants, fixed in the order when it is created. */
export const terms = z.strictObject({
  payment: z.enum(lists.PAYMENT_TERMS),
  deposit_percent: z.int().min(0).max(100),
  currency,
  quote_validity_s: anyPositiveCount,
  return_window_s: anyCount,
  warranty_s: anyCount,
});
export type Terms = z.infer<typeof terms>;
