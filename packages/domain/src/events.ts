import { z } from 'zod';
import { EVENT_BODIES, terms } from './bodies.ts';
import { DELIVERY_METHODS, PRIORITIES } from './closed-lists.ts';
import { reference } from './reference.ts';
import { FAILABLE_STATUSES, HOLDABLE_STATUSES, RETURNABLE_STATUSES, STATUSES } from './status.ts';
import {
  code,
  delivery,
  infill,
  model,
  money,
  orientation,
  positiveCount,
  sha256,
  signedMoney,
  textReference,
  timestamp,
  unit,
} from './values.ts';

/** The three RabbitMQ exchanges. Which one a type goes to is frozen for ever: consumers chain versions within one. */
export const EXCHANGES = ['orders.pricing.v1', 'orders.production.v1', 'orders.admin.v1'] as const;
export type Exchange = (typeof EXCHANGES)[number];

const command = EVENT_BODIES;
const event = <Shape extends z.ZodRawShape>(exchange: Exchange, shape: Shape) => ({
  exchange,
  /** The form that is written; past forms stand in upcast.ts. */
  data: z.strictObject(shape),
});
const pricing = <Shape extends z.ZodRawShape>(shape: Shape) => event('orders.pricing.v1', shape);
const production = <Shape extends z.ZodRawShape>(shape: Shape) => event('orders.production.v1', shape);
const admin = <Shape extends z.ZodRawShape>(shape: Shape) => event('orders.admin.v1', shape);

const attached = { ...command.AttachModel.shape, unit, model };
const { result: _result, ...started } = command.StartPriceCalculation.shape;
const claimed = { operator: code, fence_token: positiveCount };
const attempt = { attempt: positiveCount };
const heldFrom = { held_from: z.enum(HOLDABLE_STATUSES) };
const errorFrom = { error_from: z.enum(FAILABLE_STATUSES) };
const returnFrom = { return_from: z.enum(RETURNABLE_STATUSES) };
const note = { note: textReference.optional() };

/** Every event type: its exchange and the schema of its data. Data = the command's body plus what the event adds. */
export const EVENTS = {
  OrderInitiated: admin({ ...command.InitiateOrder.shape, priority: z.enum(PRIORITIES), terms }),
  ModelFileUploaded: pricing(attached),
  ModelFileReplaced: pricing(attached),
  OrderSubmitted: pricing({ ...command.SubmitOrder.shape, model_sha256: sha256 }),
  OrderRevised: pricing({ ...attached, ...command.SubmitOrder.shape, model_sha256: sha256 }),
  PriceCalculationStarted: pricing(started),
  PriceCalculationRestarted: pricing(command.RestartPriceCalculation.shape),
  PriceRecalculationRequested: pricing(command.RequestPriceRecalculation.shape),
  PriceCalculated: pricing({
    ...command.CompletePriceCalculation.shape,
    valid_until: timestamp,
    due_before_production: money,
    model_sha256: sha256,
    parameters: z.strictObject({
      material: code,
      process: code,
      quantity: positiveCount,
      finishing: code.optional(),
      orientation: orientation.optional(),
      infill: infill.optional(),
      priority: z.enum(PRIORITIES),
      unit,
    }),
  }),
  OrderRejected: pricing(command.RejectOrder.shape),
  QuoteAccepted: admin({ ...command.AcceptQuote.shape, price: money }),
  ManufacturingApproved: production({
    ...command.ApproveManufacturing.shape,
    quote_version: positiveCount,
    paid: signedMoney,
    due_before_production: money,
  }),
  PaymentRecorded: admin({ ...command.RecordPayment.shape, paid: signedMoney }),
  PaymentRefunded: admin({ ...command.RecordRefund.shape, paid: signedMoney }),
  ProductionPlanned: production(command.PlanProduction.shape),
  OrderClaimed: production({ ...note, ...claimed }),
  ClaimReleased: production({ ...command.ReleaseClaim.shape, ...claimed }),
  ClaimReassigned: production({ ...command.ReassignClaim.shape, ...claimed, from_operator: code }),
  ClaimExpired: production({ ...command.ExpireClaim.shape, ...claimed }),
  ManufacturingStarted: production({ ...command.StartManufacturing.shape, ...attempt }),
  ManufacturingFailed: production({ ...command.FailManufacturing.shape, ...attempt }),
  ManufacturingCompleted: production({ ...command.CompleteManufacturing.shape, ...attempt }),
  ReworkRequired: production(command.RequireRework.shape),
  ShortageAccepted: production(command.AcceptShortage.shape),
  PackagingStarted: production({ ...note, ...claimed }),
  PackagingCompleted: production(command.CompletePackaging.shape),
  ShipmentRequested: production(command.RequestShipment.shape),
  ShipmentDeclined: production(command.DeclineShipment.shape),
  OrderShipped: production({
    ...note,
    handover: z.enum(DELIVERY_METHODS),
    tracking_number: reference.optional(),
    shipment_request_id: reference.optional(),
  }),
  CarrierEventRecorded: production(command.RecordCarrierEvent.shape),
  OrderDelivered: admin(command.ConfirmDelivery.shape),
  OrderClosed: admin(command.CloseOrder.shape),
  ReturnRequested: admin({ ...command.RequestReturn.shape, ...returnFrom }),
  OrderReturned: admin({ ...command.ReceiveReturn.shape, ...returnFrom }),
  ReturnDeclined: admin({ ...command.DeclineReturn.shape, ...returnFrom }),
  OrderCancelled: admin({ ...command.CancelOrder.shape, from: z.enum(STATUSES) }),
  CancellationRequested: admin(command.RequestCancellation.shape),
  CancellationDeclined: admin(command.DeclineCancellation.shape),
  OrderPutOnHold: admin({ ...command.HoldOrder.shape, ...heldFrom }),
  HoldAdded: admin({ ...command.HoldOrder.shape, ...heldFrom }),
  HoldReleased: admin({ ...command.ResumeOrder.shape, ...heldFrom }),
  OrderResumed: admin({ ...command.ResumeOrder.shape, ...heldFrom }),
  OrderErrored: admin({ ...command.ReportError.shape, ...errorFrom }),
  ErrorResolved: admin({ ...command.ResolveError.shape, ...errorFrom }),
  DueDateChanged: admin({ ...command.ChangeDueDate.shape, old_due_at: timestamp.optional() }),
  PriorityChanged: admin({ ...command.ChangePriority.shape, old_priority: z.enum(PRIORITIES) }),
  NoteAdded: admin(command.AddNote.shape),
  CorrectionRecorded: admin(command.RecordCorrection.shape),
  CustomerDataErased: admin(command.EraseCustomerData.shape),
} as const;

export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];
export type EventData<Type extends EventType> = z.infer<(typeof EVENTS)[Type]['data']>;

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
export const exchangeOf = (type: EventType): Exchange => EVENTS[type].exchange;

/** One event as the domain makes it: a type with its data. */
export type OrderEvent = { [Type in EventType]: { type: Type; data: EventData<Type> } }[EventType];

const MESSAGE_TYPES = Object.fromEntries(
  EVENT_TYPES.map((type) => [type, `order.${type.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()}`]),
) as Readonly<Record<EventType, string>>;

/** `order.` + the type in snake_case: the type and the routing key of its message, for ever. */
export const messageType = (type: EventType): string => MESSAGE_TYPES[type];

/** What is to be made, as the order knows it once it is submitted. */
export const specification = z.strictObject({
  upload_id: code,
  sha256,
  unit,
  model,
  material: code,
  process: code,
  quantity: positiveCount,
  finishing: code.optional(),
  orientation: orientation.optional(),
  infill: infill.optional(),
  delivery,
});
export type Specification = z.infer<typeof specification>;
