import { missingFields } from '@order-ledger/domain/carrier-needs';
import { standingWords, wordsOfShipment } from '@order-ledger/domain/carrier-words';
import type { EventData } from '@order-ledger/domain/events';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { CommandToSend } from './command-to-send.ts';
import { type EventOf, lastOf, type OrderHistory } from './order-history.ts';

export type CarrierEvent = EventOf<'CarrierEventRecorded'>;
type CarrierData = EventData<'CarrierEventRecorded'>;
type Kind = CarrierData['kind'];

interface Meaning {
  /** `paper`: the carrier's answer to the shipment request. `outcome`: how the journey ended. The newest of each counts. */
  readonly about: 'paper' | 'outcome';
  /** Null when a field is missing. */
  command(data: CarrierData): CommandToSend | null;
}

const returned = (reason: 'REFUSED_AT_DOOR' | 'RETURN_TO_SENDER' | 'LOST_IN_TRANSIT') =>
  ({
    about: 'outcome',
    command: () => ({ command: 'RequestReturn', body: { reason } }),
  }) satisfies Meaning;

/** What each kind of carrier event asks for; the others only tell where the parcel is. */
const MEANING: Readonly<Partial<Record<Kind, Meaning>>> = {
  ACCEPTED: {
    about: 'paper',
    command: ({ shipment_request_id, tracking_number }) =>
      shipment_request_id === undefined || tracking_number === undefined
        ? null
        : { command: 'ConfirmShipment', body: { shipment_request_id, tracking_number } },
  },
  DECLINED: {
    about: 'paper',
    command: ({ shipment_request_id, decline_reason }) =>
      shipment_request_id === undefined || decline_reason === undefined
        ? null
        : { command: 'DeclineShipment', body: { shipment_request_id, reason: decline_reason } },
  },
  DELIVERED: {
    about: 'outcome',
    command: ({ proof_of_delivery_id, tracking_number }) =>
      proof_of_delivery_id === undefined
        ? null
        : {
            command: 'ConfirmDelivery',
            body: { proof_of_delivery_id, ...(tracking_number === undefined ? {} : { tracking_number }) },
          },
  },
  REFUSED: returned('REFUSED_AT_DOOR'),
  RETURN_TO_SENDER: returned('RETURN_TO_SENDER'),
  LOST: returned('LOST_IN_TRANSIT'),
};

/** What the event asks for, once it is legal; null: nothing. LOST after a delivery asks for nothing: it came late. */
export const commandOf = ({ state }: OrderHistory, { data }: CarrierEvent): CommandToSend | null =>
  data.kind === 'LOST' && state.status !== 'SHIPPED' ? null : (MEANING[data.kind]?.command(data) ?? null);

/** A return that was asked for after the event, or was open when it came, is the answer to it. */
const answeredByReturn = (events: readonly RecordedEvent[], event: CarrierEvent): boolean => {
  const at = events.indexOf(event);
  if (lastOf(events.slice(at), 'ReturnRequested') !== null) return true;
  const before = lastOf(events.slice(0, at), 'ReturnRequested', 'ReturnDeclined');
  return before?.type === 'ReturnRequested';
};

const answered = (events: readonly RecordedEvent[], event: CarrierEvent): boolean =>
  MEANING[event.data.kind]?.command(event.data)?.command === 'RequestReturn' && answeredByReturn(events, event);

/** True when the event came too late: about a shipment that was declined, or older than what the carrier has told. */
export const changesNothing = ({ state }: OrderHistory, { data, metadata }: CarrierEvent): boolean => {
  const { shipment, shipment_requests, carrier_words } = state;
  const { shipment_request_id: id } = data;
  if (id !== undefined && shipment_requests.has(id) && id !== shipment?.shipment_request_id) return true;
  const words = standingWords(shipment === null ? carrier_words : wordsOfShipment(state));
  return !words.some(({ event_version }) => event_version === metadata.event_version);
};

/**
 * The carrier events that may still ask for something, the paper first: for the current shipment the newest answer to
 * its request, and the newest word on how its journey ended. Only events count that say enough and that no newer word
 * has overtaken.
 */
export const openCarrierEvents = ({ state, events }: OrderHistory): CarrierEvent[] => {
  const asking = standingWords(wordsOfShipment(state))
    // Events have no gap.
    .map(({ event_version }) => events[event_version - 1])
    // A word by a command was followed when it was given.
    .filter((event): event is CarrierEvent => event?.type === 'CarrierEventRecorded')
    .filter(({ data }) => missingFields(data).length === 0);
  return (['paper', 'outcome'] as const)
    .map((about) => asking.find(({ data }) => MEANING[data.kind]?.about === about))
    .filter((event): event is CarrierEvent => event !== undefined && !answered(events, event));
};
