import type { EventType } from './events.ts';
import type { RecordedEvent } from './lifecycle.ts';

/** An event as it is told beside another one. */
export interface EventMark {
  event_version: number;
  type: EventType;
  /** The code that says what or why: the carrier's kind, the cancellation's reason. */
  code: string;
  occurred_at: string;
  recorded_at: string;
}

/** What the carrier says of the parcel beside what the order's status says. */
export interface Parcel {
  /** The status follows the parcel: it was shipped. */
  shipped: boolean;
  /** The carrier's last word on a parcel that the status does not follow: not shipped yet, or cancelled. */
  word: EventMark | null;
  cancellation: EventMark | null;
  /** Which of the two a person of the CRM has corrected; a later word of the carrier asks again. */
  corrected: 'cancellation' | 'word' | null;
}

export const NO_PARCEL: Parcel = { shipped: false, word: null, cancellation: null, corrected: null };

const markOf = ({ type, metadata }: RecordedEvent, code: string): EventMark => {
  const { event_version, occurred_at, recorded_at } = metadata;
  return { event_version, type, code, occurred_at, recorded_at };
};

/**
 * The two events of an order that was cancelled while its parcel is on its way, the cancellation first; null if nothing
 * contradicts or a person has decided. Only a person can find out whether the goods are the customer's or come back.
 */
export const contradiction = ({ word, cancellation, corrected }: Parcel): [EventMark, EventMark] | null =>
  word === null || cancellation === null || corrected !== null ? null : [cancellation, word];

/** A correction of one of both events decides, if it comes from the CRM, which answers for cancelled orders. */
const decided = (parcel: Parcel, corrected_version: number): Parcel => {
  const [cancellation, word] = contradiction(parcel) ?? [];
  if (corrected_version === cancellation?.event_version) return { ...parcel, corrected: 'cancellation' };
  return corrected_version === word?.event_version ? { ...parcel, corrected: 'word' } : parcel;
};

/** Folds one event. Pure; what concerns no parcel leaves it as it is. */
export const parcelAfter = (parcel: Parcel, event: RecordedEvent): Parcel => {
  switch (event.type) {
    case 'ShipmentRequested':
    case 'ShipmentDeclined':
      return { ...parcel, word: null };
    case 'OrderShipped':
      return { ...parcel, shipped: true, word: null };
    case 'OrderCancelled':
      return { ...parcel, cancellation: markOf(event, event.data.reason) };
    case 'CarrierEventRecorded': {
      const followed = parcel.shipped && parcel.cancellation === null;
      // Who declines has no parcel.
      if (followed || event.data.kind === 'DECLINED') return parcel;
      return { ...parcel, word: markOf(event, event.data.kind), corrected: null };
    }
    case 'CorrectionRecorded':
      return event.metadata.system === 'CRM' ? decided(parcel, event.data.corrects_event_version) : parcel;
    default:
      return parcel;
  }
};
