import type { Body } from '@order-ledger/domain/bodies';
import { messageType } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventId, messageId } from '@order-ledger/ledger/identity';
import { type Envelope, toEnvelope } from '@order-ledger/messaging/envelope';
import type { Orders } from '@order-ledger/testing/orders/in-ledger';

/** Brings an order to its approval; what it is made of, and for how long, can be chosen. */
export const approve = async (
  orders: Orders,
  changes: { specification?: Partial<Body<'SubmitOrder'>>; machine_seconds?: number } = {},
): Promise<string> => {
  const orderId = await orders.bring('FILE_UPLOADED');
  await orders.act(orderId, 'SubmitOrder', changes.specification);
  await orders.act(orderId, 'StartPriceCalculation');
  const { machine_seconds } = changes;
  await orders.act(orderId, 'CompletePriceCalculation', machine_seconds === undefined ? {} : { machine_seconds });
  for (const command of ['AcceptQuote', 'RecordPayment', 'ApproveManufacturing'] as const)
    await orders.act(orderId, command);
  return orderId;
};

/** The message of the order's newest event of a type, as the bridge publishes it. */
export const messageOf = async (orders: Orders, orderId: string, type: RecordedEvent['type']): Promise<Envelope> => {
  const event = (await orders.events(orderId)).findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`the order ${orderId} has no ${type}`);
  return toEnvelope(event, { id: messageId(eventId(event.metadata.hash), messageType(type)) });
};
