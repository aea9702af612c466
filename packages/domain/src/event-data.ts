import type { Asked, AskedOf } from './command.ts';
import type { EventData, EventType, OrderEvent } from './events.ts';
import type { StoredStatus } from './graph.ts';
import type { OrderState } from './state.ts';
import { plusSeconds } from './time.ts';
import { type Money, type Unit, unitOf } from './values.ts';

/** The command made it past its guards, so what they asked for is there; a gap is a fault of the graph. */
const present = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value === null || value === undefined) throw new Error(`${what} is absent although its guard has passed`);
  return value;
};

/** Absent fields are left out of events, never stored as null or undefined. */
const compact = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

/** What must be paid before the production may start; a deposit is rounded up to the next minor unit. */
const dueBeforeProduction = (state: OrderState, price: Money): Money => {
  const { payment, deposit_percent } = state.terms;
  const share = { PREPAID: 100, DEPOSIT: deposit_percent, INVOICE: 0, NO_CHARGE: 0 }[payment];
  // A hundred times an amount is more than a number holds exactly.
  return { amount: Number((BigInt(price.amount) * BigInt(share) + 99n) / 100n), currency: price.currency };
};

const priceCalculated = (
  state: OrderState,
  command: AskedOf<'CompletePriceCalculation'>,
): EventData<'PriceCalculated'> => {
  const { sha256, unit, material, process, quantity, finishing, orientation, infill } = present(
    state.specification,
    'specification',
  );
  return {
    ...command.body,
    valid_until: plusSeconds(command.recorded_at, state.terms.quote_validity_s),
    due_before_production: dueBeforeProduction(state, command.body.price),
    model_sha256: sha256,
    parameters: compact({
      material: present(material, 'material'),
      process: present(process, 'process'),
      quantity: present(quantity, 'quantity'),
      finishing,
      orientation,
      infill,
      priority: state.priority,
      unit,
    }),
  };
};

/** What is known of the file that a command names, and the unit that this is in. */
const fileOf = ({ context }: Asked, asked: Unit | undefined) => {
  const { model } = present(context.upload, 'upload');
  return { unit: unitOf(model, asked), model };
};

const revised = (state: OrderState, command: AskedOf<'ReviseOrder'>): EventData<'OrderRevised'> => {
  const current = present(state.specification, 'specification');
  const { note, ...changes } = command.body;
  const upload = changes.upload_id === undefined ? {} : fileOf(command, changes.unit);
  const next = { ...current, ...changes, ...upload };
  return compact({ ...next, model_sha256: next.sha256, note }) as EventData<'OrderRevised'>;
};

const claimOf = (state: OrderState) => present(state.claim, 'claim');
const balance = (state: OrderState, change: number) => ({
  amount: state.paid + change,
  currency: state.terms.currency,
});
const stored = <Key extends StoredStatus>(state: OrderState, key: Key) => present(state[key], key);

/** Data of the event that a command appends: its body plus what the event adds. */
const dataOf = (type: EventType, state: OrderState, command: Asked): object => {
  const body = command.body as Record<string, unknown>;
  switch (command.command) {
    case 'AttachModel':
      return { ...body, ...fileOf(command, command.body.unit) };
    case 'SubmitOrder':
      return { ...body, model_sha256: present(state.specification, 'specification').sha256 };
    case 'ReviseOrder':
      return revised(state, command);
    case 'StartPriceCalculation': {
      const { result: _result, ...start } = command.body;
      return start;
    }
    case 'CompletePriceCalculation':
      return priceCalculated(state, command);
    case 'AcceptQuote':
      return { ...body, price: present(state.quote, 'quote').price };
    case 'ApproveManufacturing': {
      const { quote_version, due_before_production } = present(state.quote, 'quote');
      return { ...body, quote_version, paid: balance(state, 0), due_before_production };
    }
    case 'RecordPayment':
      return { ...body, paid: balance(state, command.body.amount.amount) };
    case 'RecordRefund':
      return { ...body, paid: balance(state, -command.body.amount.amount) };
    case 'ClaimOrder':
    case 'StartPackaging':
      return { ...body, operator: command.actor.id, fence_token: state.last_fence_token + 1 };
    case 'ReleaseClaim':
    case 'ExpireClaim':
      return { ...body, operator: claimOf(state).operator };
    case 'ReassignClaim':
      return {
        ...body,
        operator: command.body.to_operator,
        fence_token: state.last_fence_token + 1,
        from_operator: claimOf(state).operator,
      };
    case 'StartManufacturing':
      return { ...body, attempt: state.manufacturing_attempt + 1 };
    case 'FailManufacturing':
    case 'CompleteManufacturing':
      return { ...body, attempt: state.manufacturing_attempt };
    case 'ConfirmShipment':
      return { ...body, handover: 'CARRIER' };
    case 'RequestReturn':
      return { ...body, return_from: state.status };
    case 'ReceiveReturn':
    case 'DeclineReturn':
      return { ...body, return_from: stored(state, 'return_from') };
    case 'CancelOrder':
      return { ...body, from: state.status };
    case 'HoldOrder':
      return { ...body, held_from: type === 'HoldAdded' ? stored(state, 'held_from') : state.status };
    case 'ResumeOrder':
      return { ...body, held_from: stored(state, 'held_from') };
    case 'ReportError':
      return { ...body, error_from: state.status };
    case 'ResolveError':
      return { ...body, error_from: stored(state, 'error_from') };
    case 'ChangeDueDate':
      return { ...body, old_due_at: state.due_at ?? undefined };
    case 'ChangePriority':
      return { ...body, old_priority: state.priority };
    default:
      return body;
  }
};

/** Makes the event of an admitted command. The ledger holds it against its schema once more before it is appended. */
export const makeEvent = (type: EventType, state: OrderState, command: Asked): OrderEvent =>
  ({ type, data: compact(dataOf(type, state, command)) }) as OrderEvent;

/** The event that creates an order: terms come with the account; a remake is free of charge. */
export const makeCreation = (command: AskedOf<'InitiateOrder'>): OrderEvent => {
  const granted = present(command.context.account, 'account').terms;
  const partner_id = command.actor.partner_id ?? command.body.partner_id;
  const terms = command.body.remake_of_order_id === undefined ? granted : { ...granted, payment: 'NO_CHARGE' as const };
  return {
    type: 'OrderInitiated',
    data: compact({ ...command.body, partner_id, terms }) as EventData<'OrderInitiated'>,
  };
};
