import { carrierWordsAfter, isCarriersReturn } from './carrier-words.ts';
import { type EventData, exchangeOf } from './events.ts';
import { factOfEvent } from './facts-by-id.ts';
import { GrownMap } from './grown-map.ts';
import { advance, type Lifecycle, type RecordedEvent } from './lifecycle.ts';
import { NO_PIECES, piecesAfter } from './pieces.ts';
import { type Balance, balanceChanges, openBalance } from './settlement.ts';
import type { DoneCommand, OrderState } from './state.ts';

/** The event is not the state's next one: a gap, a repetition, or an order that does not begin with its creation. */
export class DiscontinuityError extends Error {
  override readonly name = 'DiscontinuityError';
  readonly permanent = true;
}

// Put together by Object.assign, here and below: the engine takes a hundred times as long for an object of so many fields
// whose literal begins with others' spread into it.
const begun = (event: RecordedEvent): OrderState => {
  if (event.type !== 'OrderInitiated')
    throw new DiscontinuityError(`an order begins with OrderInitiated, not with ${event.type}`);
  const { data, metadata } = event;
  const own: Omit<OrderState, keyof Lifecycle | keyof Balance> = {
    order_id: metadata.order_id,
    partner_id: data.partner_id ?? null,
    customer_ref: data.customer_ref,
    external_ref: data.external_ref ?? null,
    remake_of_order_id: data.remake_of_order_id?.toLowerCase() ?? null,
    terms: data.terms,
    priority: data.priority,
    due_at: data.due_at ?? null,
    specification: null,
    spec_version: 0,
    price_attempt: 0,
    price_job_id: null,
    recalculation_requested: false,
    quote: null,
    manufacturing_attempt: 0,
    pieces: NO_PIECES,
    shipment: null,
    shipment_declined: false,
    shipment_requests: new Map(),
    carrier_words: [],
    declined_at: null,
    first_delivered_at: null,
    returns_from_closed: 0,
    carriers_return: false,
    return_condition: null,
    facts: new Map(),
    commands: new Map(),
    last_version_on: {},
    last_hash: '',
  };
  return Object.assign(own, advance(null, event), openBalance(data.terms));
};

const countReturn = (
  { returns_from_closed }: OrderState,
  { return_from }: EventData<'ReturnRequested' | 'OrderReturned'>,
): Pick<OrderState, 'returns_from_closed'> => ({
  returns_from_closed: returns_from_closed + (return_from === 'CLOSED' ? 1 : 0),
});

/** What each event type changes beside the lifecycle, the pieces and the carrier's words. */
const changes = (state: OrderState, event: RecordedEvent): Partial<OrderState> => {
  const version = event.metadata.event_version;
  switch (event.type) {
    case 'ModelFileUploaded':
    case 'ModelFileReplaced': {
      const { upload_id, sha256, unit, model } = event.data;
      return { specification: { upload_id, sha256, unit, model } };
    }
    case 'OrderSubmitted': {
      const { note: _note, model_sha256: _model, ...submitted } = event.data;
      if (state.specification === null) throw new DiscontinuityError('OrderSubmitted without a model');
      return { specification: { ...state.specification, ...submitted }, spec_version: version };
    }
    case 'OrderRevised': {
      const { note: _note, model_sha256: _model, ...specification } = event.data;
      return { specification, spec_version: version, quote: null, recalculation_requested: false };
    }
    case 'PriceCalculationStarted':
    case 'PriceCalculationRestarted':
      return { price_attempt: event.data.attempt, price_job_id: event.data.job_id, recalculation_requested: false };
    case 'PriceRecalculationRequested':
      return { recalculation_requested: true };
    case 'PriceCalculated': {
      const { price, valid_until, due_before_production, risk } = event.data;
      return {
        quote: { quote_version: version, price, valid_until, due_before_production, risk: risk?.reason ?? null },
      };
    }
    case 'ManufacturingStarted':
      return { manufacturing_attempt: event.data.attempt };
    case 'ShipmentRequested': {
      const { carrier, shipment_request_id } = event.data;
      return {
        shipment: { carrier, shipment_request_id },
        shipment_declined: false,
        shipment_requests: new Map([...state.shipment_requests, [shipment_request_id, carrier]]),
      };
    }
    case 'ShipmentDeclined':
      return { shipment: null, shipment_declined: true };
    case 'PackagingStarted':
      return { shipment_declined: false };
    case 'OrderDelivered':
      return { first_delivered_at: state.first_delivered_at ?? event.metadata.recorded_at };
    case 'ReturnRequested':
      return isCarriersReturn(event)
        ? { carriers_return: true }
        : { carriers_return: false, ...countReturn(state, event.data) };
    case 'OrderReturned':
      return {
        return_condition: event.data.condition,
        ...(state.carriers_return ? countReturn(state, event.data) : {}),
      };
    case 'DueDateChanged':
      return { due_at: event.data.due_at };
    case 'PriorityChanged':
      return { priority: event.data.priority };
    default:
      return {};
  }
};

const commandsAfter = (state: OrderState, event: RecordedEvent): ReadonlyMap<string, DoneCommand> => {
  const { command_id, request_hash, event_version } = event.metadata;
  const first_version = state.commands.get(command_id)?.first_version ?? event_version;
  return GrownMap.of(state.commands).with(command_id, { request_hash, first_version, last_version: event_version });
};

const factsAfter = (state: OrderState, event: RecordedEvent): OrderState['facts'] => {
  const fact = factOfEvent(event);
  if (fact === null) return state.facts;
  const { key, fingerprint } = fact;
  return GrownMap.of(state.facts).with(key, { event_version: event.metadata.event_version, fingerprint });
};

/**
 * Folds one event into the order's state. Pure: the given state is left as it is.
 * @throws DiscontinuityError when the event is not the stream's next
 */
export const evolve = (state: OrderState | null, event: RecordedEvent): OrderState => {
  const version = event.metadata.event_version;
  const expected = (state?.event_version ?? 0) + 1;
  if (version !== expected) throw new DiscontinuityError(`event_version ${version} where ${expected} was expected`);
  const before = state ?? begun(event);
  const after: OrderState = { ...before };
  if (state !== null)
    Object.assign(after, advance(before, event), balanceChanges(before, event), changes(before, event));
  const always: Partial<OrderState> = {
    pieces: piecesAfter(before.pieces, event),
    ...carrierWordsAfter(before, event),
    facts: factsAfter(before, event),
    commands: commandsAfter(before, event),
    last_version_on: { ...before.last_version_on, [exchangeOf(event.type)]: version },
    last_hash: event.metadata.hash,
  };
  return Object.assign(after, always);
};

/** Folds a whole stream, or what follows on a known state. */
export const fold = (events: Iterable<RecordedEvent>, from: OrderState | null = null): OrderState | null => {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
};
