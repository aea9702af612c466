import type { Terms } from './bodies.ts';
import type { CarrierWord } from './carrier-words.ts';
import type { EventData, Exchange, Specification } from './events.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Pieces } from './pieces.ts';
import type { Balance } from './settlement.ts';
import type { Money } from './values.ts';

/** A command that the stream already holds: what it asked, and which of the stream's events it appended. */
export interface DoneCommand {
  request_hash: string;
  first_version: number;
  last_version: number;
}

/** A fact that carries an id of its own: which event recorded it, and a form of its data that equal facts share. */
interface RecordedFact {
  event_version: number;
  fingerprint: string;
}

export interface Quote {
  /** event_version of the PriceCalculated. */
  quote_version: number;
  price: Money;
  valid_until: string;
  due_before_production: Money;
  /** What may spoil the part; null: nothing that was found. */
  risk: NonNullable<EventData<'QuoteAccepted'>['accepts_risk']> | null;
}

/** What an order's events say when they are folded: all that `decide` looks at. */
export interface OrderState extends Lifecycle, Balance {
  order_id: string;
  partner_id: string | null;
  customer_ref: string;
  external_ref: string | null;
  /** The order that this one makes once more, free of charge. */
  remake_of_order_id: string | null;
  terms: Terms;
  priority: EventData<'OrderInitiated'>['priority'];
  due_at: string | null;

  /** The attached model, then the whole specification once it is submitted. */
  specification: (Pick<Specification, 'upload_id' | 'sha256' | 'unit' | 'model'> & Partial<Specification>) | null;
  /** event_version of the last OrderSubmitted or OrderRevised. */
  spec_version: number;

  /** Attempts of the price, counted over the order's life: a result from before a revision never fits. */
  price_attempt: number;
  price_job_id: string | null;
  recalculation_requested: boolean;
  quote: Quote | null;

  manufacturing_attempt: number;
  pieces: Pieces;

  /** What a carrier has been asked for and has not declined. */
  shipment: { carrier: string; shipment_request_id: string } | null;
  shipment_declined: boolean;
  /** Every shipment request so far, by id: an id is never used twice. */
  shipment_requests: ReadonlyMap<string, string>;
  carrier_words: readonly CarrierWord[];
  /** When the last shipment was declined, by the time that its teller gave. */
  declined_at: string | null;

  /** recorded_at of the first OrderDelivered: the windows of a return run from it. */
  first_delivered_at: string | null;
  /** Those that count: what was asked for in the carrier's name counts once the goods are back. */
  returns_from_closed: number;
  /** The open return, or else the last one, was asked for in the carrier's name. */
  carriers_return: boolean;
  /** In which condition the goods of the last return came. */
  return_condition: EventData<'OrderReturned'>['condition'] | null;

  /** Facts by kind and own id (payment, refund, carrier and its event, hold). */
  facts: ReadonlyMap<string, RecordedFact>;
  commands: ReadonlyMap<string, DoneCommand>;
  /** The event_version of the last event on each exchange: the next one's `previous_version`. */
  last_version_on: Readonly<Partial<Record<Exchange, number>>>;
  /** Hash of the last event; the next one chains to it. */
  last_hash: string;
}
