import type { CarrierEventKind } from './closed-lists.ts';
import type { EventData } from './events.ts';

type CarrierData = EventData<'CarrierEventRecorded'>;

/**
 * The kinds of carrier events that ask for a step of the order, and the fields without which nobody knows what its
 * command would have to say. The other kinds only tell where the parcel is.
 */
export const CARRIER_NEEDS: Readonly<Partial<Record<CarrierEventKind, readonly (keyof CarrierData)[]>>> = {
  ACCEPTED: ['shipment_request_id', 'tracking_number'],
  DECLINED: ['shipment_request_id', 'decline_reason'],
  DELIVERED: ['proof_of_delivery_id'],
  REFUSED: [],
  RETURN_TO_SENDER: [],
  LOST: [],
};

/** The fields that are missing for what the event asks for; people must act on such an event. */
export const missingFields = (data: CarrierData): string[] =>
  (CARRIER_NEEDS[data.kind] ?? []).filter((field) => data[field] === undefined);
