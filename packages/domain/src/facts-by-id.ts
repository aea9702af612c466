import type { CommandName } from './bodies.ts';
import type { OrderEvent } from './events.ts';
import { sortedForm } from './sorted-form.ts';

interface FactById {
  event: readonly OrderEvent['type'][];
  prefix: string;
  id: readonly string[];
  data: readonly string[];
}

/**
 * Some facts carry an id of their own from outside: a payment, a refund, a carrier's event, a hold. The same id with
 * equal data is the same fact, whoever sends it and with whatever key; with other data it is a contradiction. Notes are
 * not part of the fact: their encrypted form differs with every command.
 */
const FACTS_BY_ID: Readonly<Partial<Record<CommandName, FactById>>> = {
  RecordPayment: { event: ['PaymentRecorded'], prefix: 'payment', id: ['payment_id'], data: ['amount', 'method'] },
  RecordRefund: { event: ['PaymentRefunded'], prefix: 'refund', id: ['refund_id'], data: ['amount', 'reason'] },
  RecordCarrierEvent: {
    event: ['CarrierEventRecorded'],
    prefix: 'carrier',
    id: ['carrier', 'carrier_event_id'],
    data: ['kind', 'shipment_request_id', 'tracking_number', 'proof_of_delivery_id', 'decline_reason'],
  },
  HoldOrder: { event: ['OrderPutOnHold', 'HoldAdded'], prefix: 'hold', id: ['hold_id'], data: ['reason'] },
};

/** Where the order's state keeps the fact, and a form of its data that equal facts share. */
interface FactIdentity {
  key: string;
  fingerprint: string;
}

const identity = (fact: FactById | undefined, data: Record<string, unknown>): FactIdentity | null =>
  fact === undefined
    ? null
    : {
        key: [fact.prefix, ...fact.id.map((field) => String(data[field]))].join('\n'),
        fingerprint: sortedForm(fact.data.map((field) => data[field] ?? null)),
      };

/** The fact that an event recorded, or null when its kind has no id. */
export const factOfEvent = (event: OrderEvent): FactIdentity | null =>
  identity(
    Object.values(FACTS_BY_ID).find((fact) => fact.event.includes(event.type)),
    event.data,
  );

/** The fact that a command would record, or null when its kind has no id. */
export const factOfCommand = (command: CommandName, body: Record<string, unknown>): FactIdentity | null =>
  identity(FACTS_BY_ID[command], body);
