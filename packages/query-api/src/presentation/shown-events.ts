import type { EventType } from '@order-ledger/domain/events';

type ShownFields = Readonly<Partial<Record<EventType, readonly string[]>>>;

const SPECIFICATION = [
  ...['material', 'process', 'quantity', 'finishing', 'orientation', 'infill', 'delivery', 'model_sha256'],
];
const MODEL = ['upload_id', 'sha256', 'unit', 'model'];

/**
 * The events that a partner sees of its orders, and which fields of their data. What is not here is not shown: who
 * works on an order, why a claim changed hands, notes, corrections, and the inside of an error are the house's own.
 */
export const SHOWN_TO_PARTNERS: ShownFields = {
  OrderInitiated: [
    'customer_ref',
    'channel',
    'external_ref',
    'priority',
    'due_at',
    'replaces_order_id',
    'remake_of_order_id',
    'terms',
  ],
  ModelFileUploaded: MODEL,
  ModelFileReplaced: MODEL,
  OrderSubmitted: SPECIFICATION,
  OrderRevised: [...MODEL, ...SPECIFICATION],
  PriceCalculationStarted: ['attempt', 'lane', 'estimate_s', 'cached'],
  PriceCalculationRestarted: ['attempt', 'lane', 'estimate_s'],
  PriceRecalculationRequested: ['reason'],
  PriceCalculated: ['price', 'breakdown', 'valid_until', 'due_before_production', 'parameters', 'risk'],
  OrderRejected: ['reason', 'faults'],
  QuoteAccepted: ['quote_version', 'price', 'accepts_risk'],
  ManufacturingApproved: ['quote_version', 'paid', 'due_before_production', 'accepts_risk'],
  PaymentRecorded: ['payment_id', 'amount', 'method', 'paid'],
  PaymentRefunded: ['refund_id', 'amount', 'reason', 'paid'],
  ProductionPlanned: ['finish_at'],
  ManufacturingStarted: [],
  ManufacturingFailed: [],
  ManufacturingCompleted: [],
  ReworkRequired: [],
  ShortageAccepted: ['quantity', 'credit'],
  PackagingStarted: [],
  PackagingCompleted: ['parcels'],
  ShipmentRequested: ['carrier'],
  ShipmentDeclined: ['reason'],
  OrderShipped: ['handover', 'tracking_number'],
  CarrierEventRecorded: ['carrier', 'kind', 'tracking_number'],
  OrderDelivered: ['proof_of_delivery_id', 'handover_record_id', 'tracking_number'],
  OrderClosed: ['refund_id', 'remake_order_id', 'no_refund'],
  ReturnRequested: ['reason', 'return_from'],
  OrderReturned: ['condition', 'return_from'],
  ReturnDeclined: ['reason', 'return_from'],
  OrderCancelled: ['reason', 'charge', 'from'],
  CancellationRequested: ['reason'],
  CancellationDeclined: ['reason'],
  OrderPutOnHold: ['reason'],
  OrderResumed: [],
  OrderErrored: [],
  ErrorResolved: [],
  DueDateChanged: ['due_at', 'old_due_at', 'reason'],
  PriorityChanged: ['priority', 'old_priority', 'reason'],
};

/** What concerns the parcel. An event that names a carrier is shown to that carrier only. */
export const SHOWN_TO_CARRIERS: ShownFields = {
  ShipmentRequested: ['carrier', 'shipment_request_id'],
  ShipmentDeclined: [],
  OrderShipped: ['handover', 'tracking_number'],
  CarrierEventRecorded: ['carrier', 'carrier_event_id', 'kind', 'shipment_request_id', 'tracking_number'],
  OrderDelivered: [],
  ReturnRequested: ['return_from'],
  OrderReturned: [],
  ReturnDeclined: ['return_from'],
};

/** Suspicions are not shown to the suspect. They appear as the code for "other", because a gap would reveal them. */
const WITHHELD: ReadonlySet<unknown> = new Set(['FRAUD', 'PAYMENT_RISK']);

/** The fields of an event's data that are shown; null where the whole event is not. */
export const shownData = (
  shown: ShownFields,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null => {
  const fields = shown[type];
  if (fields === undefined) return null;
  return Object.fromEntries(
    fields.filter((field) => field in data).map((field) => [field, WITHHELD.has(data[field]) ? 'OTHER' : data[field]]),
  );
};
