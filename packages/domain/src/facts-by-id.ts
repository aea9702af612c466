import type { CommandName } from './bodies.ts';
import type { OrderEvent } from './events.ts';

/**
 * Some facts carry an id of their own from outside: a payment, a refund, a carrier's event, a hold. The same id with
 * equal data is the same fact, whoever sends it and with whatever key; with other data it is a contradiction.
 * Notes are no part of the fact: their encrypted form differs with every command.
 */
const FACTS_BY_ID = {
  RecordPayment: { event: ['PaymentRecorded'], prefix: 'payment', id: ['payment_id'], data: ['amount', 'method'] },
  RecordRefund: { event: ['PaymentRefunded'], prefix: 'refund', id: ['refund_id'], data: ['amount', 'reason'] },
  RecordCarrierEvent: {
    event: ['CarrierEventRecorded'],
    prefix: 'carrier',
    id: ['carrier', 'carrier_event_id'],
    data: ['kind', 'shipment_request_id', 'tracking_number', 'proof_of_delivery_id', 'decline_reason'],
  },
  HoldOrder: { event: ['OrderPutOnHold', 'HoldAdded'], prefix: 'hold', id: ['hold_id'], data: ['reason'] },
} as const satisfies Partial<Record<CommandName, FactById>>;

interface FactById {
  event: readonly OrderEvent['type'][];
  prefix: string;
  id: readonly string[];
  data: readonly string[];
}

const key = (fact: FactById, data: Record<string, unknown>): string =>
  [fact.prefix, ...fact.id.map((field) => String(data[field]))].join('\n');

const print = (fact: FactById, data: Record<string, unknown>): string =>
  JSON.stringify(fact.data.map((field) => normal(data[field])));

/** Objects (money) with their keys in order, so that equal values have equal prints. */
const normal = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;

const ofEvent = (type: string): FactById | undefined =>
  Object.values<FactById>(FACTS_BY_ID).find((fact) => (fact.event as readonly string[]).includes(type));

export const factKey = (event: OrderEvent): string | null => {
  const fact = ofEvent(event.type);
  return fact === undefined ? null : key(fact, event.data);
};

export const fingerprint = (event: OrderEvent): string => {
  const fact = ofEvent(event.type);
  return fact === undefined ? '' : print(fact, event.data);
};

/** The key and the fingerprint of the fact that a command would record, or null when its facts have no id. */
export const factOfCommand = (
  command: CommandName,
  body: Record<string, unknown>,
): { key: string; fingerprint: string } | null => {
  const fact = (FACTS_BY_ID as Partial<Record<CommandName, FactById>>)[command];
  return fact === undefined ? null : { key: key(fact, body), fingerprint: print(fact, body) };
};
