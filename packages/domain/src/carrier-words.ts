import type { CarrierEventKind } from './closed-lists.ts';
import type { EventData } from './events.ts';
import type { RecordedEvent } from './lifecycle.ts';
import type { Metadata } from './metadata.ts';
import type { OrderState } from './state.ts';

/** What was told of a parcel: by the carrier's events and commands, or by a person who confirms in its place. */
export interface CarrierWord {
  kind: CarrierEventKind;
  carrier: string;
  /** Absent: of the shipment that the carrier has, or else of the next that it is asked for. */
  shipment_request_id?: string;
  /** When it happened as its teller says, not clamped: a carrier's words are compared by the carrier's own clock. */
  at: string;
  event_version: number;
}

const ON_THE_WAY = ['IN_TRANSIT', 'DELAYED'] as const;
const AT_THE_END = ['DELIVERED', 'REFUSED', 'RETURN_TO_SENDER', 'LOST'] as const;

interface Overtaking {
  /** A newer word of these kinds says otherwise, whenever it came. */
  by: readonly CarrierEventKind[];
  /** A newer word of these kinds says otherwise where it was there before. */
  whenLate?: readonly CarrierEventKind[];
}

/**
 * Which newer words overtake a word. One that advances the order (ACCEPTED, DELIVERED) is overtaken only by one that
 * contradicts it, so that a moving parcel is still shipped when its paper comes late. One that turns the order back
 * must be the newest word when it comes: a refusal from before the next try is no refusal. A parcel that moves after
 * its refusal may be on its way back, so a later word about the journey does not contradict the refusal.
 */
const OVERTAKEN: Readonly<Record<CarrierEventKind, Overtaking>> = {
  ACCEPTED: { by: ['DECLINED'] },
  DECLINED: { by: ['ACCEPTED', ...ON_THE_WAY, ...AT_THE_END] },
  IN_TRANSIT: { by: [] },
  DELAYED: { by: [] },
  DELIVERED: { by: ['DECLINED', 'REFUSED', 'RETURN_TO_SENDER', 'LOST'] },
  REFUSED: { by: AT_THE_END, whenLate: ON_THE_WAY },
  RETURN_TO_SENDER: { by: AT_THE_END, whenLate: ON_THE_WAY },
  LOST: { by: [...ON_THE_WAY, ...AT_THE_END] },
};

/** Of two words of the same time the one that came later is the newer. */
const isNewer = (one: CarrierWord, than: CarrierWord): boolean =>
  one.at === than.at ? one.event_version > than.event_version : one.at > than.at;

type OfShipment = Pick<CarrierWord, 'carrier' | 'shipment_request_id'>;

const ofOneShipment = (a: OfShipment, b: OfShipment): boolean =>
  a.carrier === b.carrier &&
  (a.shipment_request_id === undefined ||
    b.shipment_request_id === undefined ||
    a.shipment_request_id === b.shipment_request_id);

const overtakes = (newer: CarrierWord, word: CarrierWord): boolean => {
  const { by, whenLate = [] } = OVERTAKEN[word.kind];
  return (
    ofOneShipment(newer, word) &&
    isNewer(newer, word) &&
    (by.includes(newer.kind) || (whenLate.includes(newer.kind) && newer.event_version < word.event_version))
  );
};

/** The newest of these words that overtakes the given one. */
export const overtakenBy = (standing: readonly CarrierWord[], word: CarrierWord): CarrierWord | undefined =>
  standing.find((newer) => overtakes(newer, word));

/**
 * The words that no newer word of the same shipment overtakes, newest first. An overtaken word overtakes nothing
 * itself: a decline from before the parcel moved does not overtake the acceptance before it.
 */
export const standingWords = (words: readonly CarrierWord[]): CarrierWord[] => {
  const standing: CarrierWord[] = [];
  for (const word of words.toSorted((a, b) => (isNewer(a, b) ? -1 : 1)))
    if (overtakenBy(standing, word) === undefined) standing.push(word);
  return standing;
};

/** The words about the shipment that a carrier has been asked for and has not declined; none where there is no such. */
export const wordsOfShipment = ({ shipment, carrier_words }: Pick<OrderState, 'shipment' | 'carrier_words'>) =>
  shipment === null ? [] : carrier_words.filter((word) => ofOneShipment(word, shipment));

const toldAt = ({ occurred_at, occurred_at_given }: Metadata): string => occurred_at_given ?? occurred_at;

/** The process manager says again what a carrier's event has said. */
const isEcho = ({ actor }: Metadata): boolean => actor.roles.includes('process.manager');

/** Asked for in the carrier's name: by its adapter, or by the process manager, which follows its events. */
export const isCarriersReturn = ({ type, metadata }: RecordedEvent): boolean =>
  type === 'ReturnRequested' && (metadata.system === 'carrier' || isEcho(metadata));

/** What a carrier says of the parcel by asking for a return; its adapter may give these two reasons. */
export const kindOfReturn = ({ reason }: Pick<EventData<'ReturnRequested'>, 'reason'>): CarrierEventKind =>
  reason === 'REFUSED_AT_DOOR' ? 'REFUSED' : 'RETURN_TO_SENDER';

const kindOf = (event: RecordedEvent): CarrierEventKind | null => {
  switch (event.type) {
    case 'OrderShipped':
      return 'ACCEPTED';
    case 'OrderDelivered':
      return 'DELIVERED';
    case 'ReturnRequested':
      return event.metadata.system === 'carrier' ? kindOfReturn(event.data) : null;
    default:
      return null;
  }
};

const wordOf = ({ shipment, declined_at }: OrderState, event: RecordedEvent): CarrierWord | null => {
  const { metadata } = event;
  const told = { at: toldAt(metadata), event_version: metadata.event_version };
  if (event.type === 'CarrierEventRecorded') {
    const { kind, carrier, shipment_request_id } = event.data;
    if (shipment_request_id !== undefined) return { kind, carrier, shipment_request_id, ...told };
    // From before the last decline it is of the shipment that was declined.
    return declined_at !== null && told.at < declined_at ? null : { kind, carrier, ...told };
  }
  const kind = kindOf(event);
  return kind === null || shipment === null || isEcho(metadata) ? null : { kind, ...shipment, ...told };
};

/** The process manager's decline comes later than the carrier's, whose clock the next words are compared by. */
const declinedAt = (state: OrderState, metadata: Metadata): string => {
  const told = standingWords(wordsOfShipment(state)).find(({ kind }) => kind === 'DECLINED');
  return isEcho(metadata) && told !== undefined ? told.at : toldAt(metadata);
};

type Told = Pick<OrderState, 'carrier_words' | 'declined_at'>;

/** What an event adds to the words. A decline ends its shipment, and with it all that named no other one. */
export const carrierWordsAfter = (state: OrderState, event: RecordedEvent): Told => {
  const { carrier_words, declined_at } = state;
  if (event.type === 'ShipmentDeclined') {
    const others = carrier_words.filter(
      ({ shipment_request_id: id }) => id !== undefined && id !== event.data.shipment_request_id,
    );
    return { carrier_words: others, declined_at: declinedAt(state, event.metadata) };
  }
  const word = wordOf(state, event);
  return { carrier_words: word === null ? carrier_words : [...carrier_words, word], declined_at };
};
