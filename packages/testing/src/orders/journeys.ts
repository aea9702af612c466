import type { CommandName } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';
import { act, noOrder, type Order, type Sending } from './specification.ts';

type Step = CommandName | { [Name in CommandName]: readonly [Name, Sending<Name>] }[CommandName];

/** How an order comes into each status: from which other one, and by which commands as their rightful callers. */
export const WAYS: Readonly<Record<Status, readonly [from: Status | null, ...steps: Step[]]>> = {
  INITIATED: [null, 'InitiateOrder'],
  FILE_UPLOADED: ['INITIATED', 'AttachModel'],
  SUBMITTED: ['FILE_UPLOADED', 'SubmitOrder'],
  PRICE_CALCULATION_STARTED: ['SUBMITTED', 'StartPriceCalculation'],
  PRICE_CALCULATED: ['PRICE_CALCULATION_STARTED', 'CompletePriceCalculation'],
  REJECTED: ['PRICE_CALCULATION_STARTED', 'RejectOrder'],
  WAITING_PAYMENT: ['PRICE_CALCULATED', 'AcceptQuote'],
  MANUFACTURING_APPROVED: ['WAITING_PAYMENT', 'RecordPayment', 'ApproveManufacturing'],
  MANUFACTURING_STARTED: ['MANUFACTURING_APPROVED', 'ClaimOrder', 'StartManufacturing'],
  MANUFACTURING_FAILED: ['MANUFACTURING_STARTED', 'FailManufacturing'],
  REWORK_REQUIRED: ['MANUFACTURING_FAILED', 'RequireRework'],
  MANUFACTURING_COMPLETED: ['MANUFACTURING_STARTED', 'CompleteManufacturing'],
  PACKAGING_STARTED: ['MANUFACTURING_COMPLETED', 'StartPackaging'],
  PACKAGING_COMPLETED: ['PACKAGING_STARTED', 'CompletePackaging'],
  WAITING_SHIPMENT_CONFIRMATION: ['PACKAGING_COMPLETED', 'RequestShipment'],
  SHIPPED: ['WAITING_SHIPMENT_CONFIRMATION', 'ConfirmShipment'],
  DELIVERED: ['SHIPPED', 'ConfirmDelivery'],
  CLOSED: ['DELIVERED', 'CloseOrder'],
  CANCELLED: ['SUBMITTED', 'CancelOrder'],
  RETURN_REQUESTED: ['DELIVERED', 'RequestReturn'],
  RETURNED: ['RETURN_REQUESTED', 'ReceiveReturn'],
  ON_HOLD: ['MANUFACTURING_STARTED', 'HoldOrder'],
  ERROR: ['MANUFACTURING_STARTED', 'ReportError'],
};

/** The order after these steps, each of which must be accepted. */
export const walk = (order: Order, ...steps: readonly Step[]): Order =>
  steps.reduce((at, step) => {
    const [name, sending] = typeof step === 'string' ? [step, {}] : step;
    return act(at, name, sending as Sending);
  }, order);

const UNBORN = noOrder();
/** Orders are values, so a journey is walked once; the next order in the same status is the same one. */
const walked = new WeakMap<Order, Map<Status, Order>>();

/** An order in this status, brought there by real commands. `start` may be an order in INITIATED with other terms. */
export const journeyTo = (status: Status, start: Order = UNBORN): Order => {
  if (start.state?.status === status) return start;
  const known = walked.get(start) ?? new Map<Status, Order>();
  walked.set(start, known);
  const [from, ...steps] = WAYS[status];
  const order = known.get(status) ?? walk(from === null ? start : journeyTo(from, start), ...steps);
  known.set(status, order);
  return order;
};

/** An order on hold or in error that was in this status before. */
export const heldFrom = (status: Status, start?: Order): Order => act(journeyTo(status, start), 'HoldOrder');
export const erroredFrom = (status: Status, start?: Order): Order =>
  act(status === 'ON_HOLD' ? heldFrom('SUBMITTED', start) : journeyTo(status, start), 'ReportError');

/** A partner's order in INITIATED. */
export const partnersOrder = (name = 'partner'): Order =>
  act(noOrder(name), 'InitiateOrder', {
    as: 'partner',
    body: { customer_ref: 'customer-99', channel: 'API', priority: 'NORMAL' },
  });
