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
    : no('other-shipment-request', `the current shipment request is ${state.shipment?.shipment_request_id}`);

export const ownCarrier: Guard = (_state, command) => {
  const { carrier } = command.actor;
  return carrier === undefined || carrier === bodyOf<{ carrier: string }>(command).carrier
    ? null
    : invalid('/carrier', `must be ${carrier}, the carrier of this credential`);
};
