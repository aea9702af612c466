import { isRefused, type Life, sends, until } from '../steps.ts';
import { CLOSED, DELIVERED, HANDED_OVER, MADE, PACKED, PAID, priced } from '../usual-steps.ts';

/** How the pieces reach the customer where it is not as usual. */
export const DELIVERY: readonly Life[] = [
  {
    name: 'pick-up',
    title: 'the customer fetches the order',
    account: 'house',
    share: 2,
    ends: 'CLOSED',
    steps: [
      ...priced('cube-with-hole', { delivery: { method: 'PICKUP' } }),
      ...PAID,
      ...MADE,
      ...PACKED,
      sends('packer', 'ShipOrder', { handover: 'PICKUP' }),
      sends('agent', 'ConfirmDelivery', ({ fresh }) => ({
        proof_of_delivery_id: undefined,
        handover_record_id: fresh('handover'),
      })),
      CLOSED,
    ],
  },
  {
    name: 'repack',
    title: 'the carrier declines the parcel, which is packed and offered again',
    account: 'house',
    share: 2,
    ends: 'CLOSED',
    steps: [
      ...priced('tray', { quantity: 1 }),
      ...PAID,
      ...MADE,
      ...PACKED,
      isRefused('packer', 'StartPackaging', 'repack-not-due'),
      sends('packer', 'RequestShipment'),
      sends('carrier', 'DeclineShipment'),
      ...PACKED,
      ...HANDED_OVER,
      DELIVERED,
      CLOSED,
    ],
  },
  {
    name: 'faster-than-paper',
    title: 'the parcel is delivered before the shipping paper comes',
    account: 'house',
    share: 2,
    ends: 'CLOSED',
    steps: [
      ...priced('block'),
      ...PAID,
      ...MADE,
      ...PACKED,
      sends('packer', 'RequestShipment'),
      sends('carrier', 'ConfirmDelivery', ({ fresh }) => ({ tracking_number: fresh('track') })),
      CLOSED,
    ],
  },
  {
    name: 'carrier-while-held',
    title: "the carrier's events come while the order is on hold and are acted on afterwards",
    account: 'house',
    share: 1,
    ends: 'CLOSED',
    steps: [
      ...priced('cube'),
      ...PAID,
      ...MADE,
      ...PACKED,
      sends('packer', 'RequestShipment'),
      sends('lead', 'HoldOrder', { reason: 'QUALITY' }),
      sends('carrier', 'RecordCarrierEvent', ({ known, fresh }) => ({
        kind: 'ACCEPTED',
        shipment_request_id: known.shipment_request_id ?? '',
        tracking_number: fresh('track'),
      })),
      isRefused('carrier', 'ConfirmShipment', 'held'),
      sends('lead', 'ResumeOrder'),
      until('SHIPPED'),
      sends('carrier', 'RecordCarrierEvent', ({ fresh }) => ({
        kind: 'DELIVERED',
        proof_of_delivery_id: fresh('proof'),
      })),
      CLOSED,
    ],
  },
];
