import type { CommandName } from '@order-ledger/domain/bodies';
import { CARRIER_NEEDS, missingFields } from '@order-ledger/domain/carrier-needs';
import { standingWords, wordsOfShipment } from '@order-ledger/domain/carrier-words';
import { type Asked, askedNow } from '@order-ledger/domain/command';
import { whyNot } from '@order-ledger/domain/decide';
import type { EventType } from '@order-ledger/domain/events';
import type { Actor } from '@order-ledger/domain/grants';
import { changesStatus, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { carrierAsked } from '@order-ledger/domain/sight';
import type { OrderState } from '@order-ledger/domain/state';
import { AWAITING_PRICE, isFinal, recordOf } from '@order-ledger/domain/status';

/** A process that has to do the next step by itself. */
export type ActingProcess = 'pricing-worker' | 'manufacturing-worker' | 'process-manager';

/** Whose turn it is, and the event since which it is so. */
export type Turn =
  | { readonly of: ActingProcess; readonly since: RecordedEvent; readonly wants: string }
  | { readonly of: 'carrier'; readonly since: RecordedEvent; readonly carrier: string }
  /** `incomplete`: what the carrier's event lacks, so that nobody can follow it but a person. */
  | { readonly of: 'person'; readonly since: RecordedEvent; readonly incomplete: readonly string[] }
  | { readonly of: 'hold' | 'error' | 'nobody'; readonly since: RecordedEvent };

const lastOf = (events: readonly RecordedEvent[], ...types: readonly EventType[]): RecordedEvent | undefined =>
  events.findLast(({ type }) => types.includes(type));

const PROCESS_MANAGER: Actor = { id: 'process-manager', kind: 'service', roles: ['process.manager'] };

/** Commands that the process manager sends by itself as soon as the graph allows them, and what can be their cause. */
const REACTIONS: readonly {
  readonly command: Extract<CommandName, 'ApproveManufacturing' | 'CloseOrder'>;
  readonly causes: readonly EventType[];
  readonly wants: string;
}[] = [
  {
    command: 'ApproveManufacturing',
    causes: ['QuoteAccepted', 'PaymentRecorded', 'PaymentRefunded', 'OrderResumed', 'ErrorResolved'],
    wants: 'ManufacturingApproved',
  },
  {
    command: 'CloseOrder',
    causes: [
      ...(['OrderDelivered', 'ReturnDeclined', 'PaymentRecorded', 'PaymentRefunded'] as const),
      ...(['ShortageAccepted', 'ErrorResolved'] as const),
    ],
    wants: 'OrderClosed',
  },
];

const reactionIn = (state: OrderState, events: readonly RecordedEvent[], now: string): Turn | null => {
  for (const { command, causes, wants } of REACTIONS) {
    const since = lastOf(events, ...causes);
    if (since !== undefined && whyNot(state, askedNow(command, PROCESS_MANAGER, {}, now) as Asked) === null)
      return { of: 'process-manager', since, wants };
  }
  return null;
};

/** A standing word of the carrier's by an event that asks for a step of the order. */
const carrierEventIn = (state: OrderState, events: readonly RecordedEvent[]) =>
  standingWords(wordsOfShipment(state))
    .map(({ event_version }) => events[event_version - 1])
    .filter((event) => event?.type === 'CarrierEventRecorded')
    .find(({ data }) => asksFor(state, data.kind));

/** Acceptance and refusal answer a request; the others end a journey, from wherever the paper has come to. */
const asksFor = ({ status }: OrderState, kind: keyof typeof CARRIER_NEEDS): boolean =>
  CARRIER_NEEDS[kind] !== undefined &&
  (status === 'WAITING_SHIPMENT_CONFIRMATION'
    ? ['ACCEPTED', 'DECLINED', 'DELIVERED'].includes(kind)
    : status === 'SHIPPED' && !['ACCEPTED', 'DECLINED'].includes(kind));

const carriersTurn = (state: OrderState, events: readonly RecordedEvent[], entered: RecordedEvent): Turn => {
  const event = carrierEventIn(state, events);
  if (event !== undefined) {
    const incomplete = missingFields(event.data);
    if (incomplete.length > 0) return { of: 'person', since: event, incomplete };
    return { of: 'process-manager', since: event, wants: `what follows on ${event.data.kind} of the carrier` };
  }
  const carrier = state.shipment?.carrier ?? carrierAsked(state);
  return carrier === undefined
    ? { of: 'person', since: entered, incomplete: [] }
    : { of: 'carrier', since: entered, carrier };
};

const pricingTurn = (events: readonly RecordedEvent[], entered: RecordedEvent): Turn => {
  const since = lastOf(
    events,
    ...(['OrderSubmitted', 'OrderRevised', 'OrderResumed', 'ErrorResolved'] as const),
    ...(['PriceCalculationStarted', 'PriceCalculationRestarted', 'PriceRecalculationRequested'] as const),
  );
  return { of: 'pricing-worker', since: since ?? entered, wants: 'PriceCalculated' };
};

/** Approved, and no work centre has it yet. */
const unplanned = (events: readonly RecordedEvent[]): RecordedEvent | null => {
  const turn = lastOf(events, 'ManufacturingApproved', 'ProductionPlanned');
  return turn?.type === 'ManufacturingApproved' ? turn : null;
};

/** Whose turn it is to do something with an order; pure. `events` are all of it, from the first one on. */
export const turnOf = (state: OrderState, events: readonly RecordedEvent[], now: string): Turn => {
  const entered = events.findLast(({ type }) => changesStatus(type)) ?? (events[0] as RecordedEvent);
  const { status } = state;
  if (isFinal(status)) return { of: 'nobody', since: entered };
  const { frozen } = recordOf(status);
  if (frozen !== null) return { of: frozen, since: entered };
  if ((AWAITING_PRICE as readonly string[]).includes(status)) return pricingTurn(events, entered);
  if (state.recalculation_requested && state.paid === 0) return pricingTurn(events, entered);
  const reaction = reactionIn(state, events, now);
  if (reaction !== null) return reaction;
  if (status === 'WAITING_SHIPMENT_CONFIRMATION' || status === 'SHIPPED') return carriersTurn(state, events, entered);
  const approved = status === 'MANUFACTURING_APPROVED' ? unplanned(events) : null;
  if (approved !== null) return { of: 'manufacturing-worker', since: approved, wants: 'ProductionPlanned' };
  return { of: 'person', since: entered, incomplete: [] };
};
