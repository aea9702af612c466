import { kindOfReturn, overtakenBy, standingWords, wordsOfShipment } from '../carrier-words.ts';
import type { CarrierEventKind } from '../closed-lists.ts';
import type { Asked } from '../command.ts';
import { type Actor, carries } from '../grants.ts';
import { awaitsCarrier, carrierAsked } from '../sight.ts';
import { bodyOf, type Guard, gathered, invalid, no } from './guard.ts';

export const repackOnlyAfterDecline: Guard = (state) =>
  state.status !== 'PACKAGING_COMPLETED' || state.shipment_declined
    ? null
    : no('repack-not-due', 'a packed order is packed again only after the carrier declined it');

export const parcelsFitDelivery: Guard = (state, command) => {
  const parcels = bodyOf<{ parcels: unknown[] }>(command).parcels?.length ?? 0;
  if (state.specification?.delivery?.method === 'PICKUP')
    return parcels === 0 ? null : no('parcels', 'an order for pick-up has no parcels');
  return parcels > 0 ? null : no('parcels', 'the parcels with weight and size are required, but for pick-up');
};

export const carrierKnown: Guard = (_state, command) => {
  const carriers: readonly string[] = gathered(command, 'carriers') ?? [];
  return carriers.includes(bodyOf<{ carrier: string }>(command).carrier ?? '')
    ? null
    : invalid('/carrier', `is not known; carriers: ${carriers.join(', ')}`);
};

export const newShipmentRequest: Guard = (state, command) =>
  state.shipment_requests.has(bodyOf<{ shipment_request_id: string }>(command).shipment_request_id ?? '')
    ? no('shipment-request-reused', 'this shipment_request_id was used before: a new request needs a new id')
    : null;

export const currentShipmentRequest: Guard = (state, command) =>
  state.shipment?.shipment_request_id === bodyOf<{ shipment_request_id: string }>(command).shipment_request_id
    ? null
    : no('other-shipment-request', 'this shipment_request_id is not that of the present shipment');

export const ownCarrier: Guard = (_state, { actor, body }) => {
  const { carrier } = body as { carrier?: string };
  return actor.carrier !== undefined && actor.carrier === carrier
    ? null
    : invalid('/carrier', `must be ${actor.carrier ?? 'named by the credential'}, the carrier of this credential`);
};

/** Names nobody but who is refused: who has the shipment is no business of his. */
export const notCarrying = ({ carrier = 'this credential' }: Actor) => ({
  code: 'other-shipment-request' as const,
  text: `${carrier} has no shipment of this order now`,
});

/** Who carried an earlier shipment has no say in the present one. Others than carriers speak for whoever has it. */
export const currentCarrier: Guard = (state, { actor }) => {
  if (actor.carrier === undefined && !carries(actor, 'carrier.adapter')) return null;
  return actor.carrier !== undefined && actor.carrier === state.shipment?.carrier ? null : notCarrying(actor);
};

/**
 * A carrier's words are accepted while the parcel is its business: after a decline too, until another carrier is asked.
 */
export const askedCarrier: Guard = (state, { actor }) =>
  awaitsCarrier(state) || actor.carrier === carrierAsked(state) ? null : notCarrying(actor);

/** What a carrier tells by a command of its own; null for what is no word about the parcel. */
const toldBy = (command: Asked): CarrierEventKind | null => {
  switch (command.command) {
    case 'ConfirmShipment':
      return 'ACCEPTED';
    case 'DeclineShipment':
      return 'DECLINED';
    case 'ConfirmDelivery':
      return 'DELIVERED';
    case 'RequestReturn':
      return kindOfReturn(command.body);
    default:
      return null;
  }
};

/** A carrier's command is held against what it told before, by its own time; people and our own reactions know more. */
export const newestWord: Guard = (state, command) => {
  const kind = toldBy(command);
  if (kind === null || state.shipment === null || !carries(command.actor, 'carrier.adapter')) return null;
  const at = command.occurred_at_given ?? command.occurred_at;
  const word = { kind, ...state.shipment, at, event_version: state.event_version + 1 };
  const newer = overtakenBy(standingWords(wordsOfShipment(state)), word);
  if (newer === undefined) return null;
  const known = `${newer.kind} was told of ${newer.at}, which is newer than ${at}`;
  return no('overtaken', `${known}: send what was before as record-carrier-event`);
};
