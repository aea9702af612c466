import type { Actor } from '@order-ledger/domain/grants';
import { STATUSES } from '@order-ledger/domain/status';
import { hiddenFromCarriers } from '@order-ledger/testing/graph/expected-matrix';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import { caseList } from './case-list.ts';

const { cases, check } = caseList();
const asked = journeyTo('WAITING_SHIPMENT_CONFIRMATION');
const shipped = journeyTo('SHIPPED');
const delivered = journeyTo('DELIVERED');
type Kind = 'DECLINED' | 'IN_TRANSIT' | 'REFUSED';
/** Seconds before now. */
const told = (order: Order, kind: Kind, ago: number): Order =>
  act(order, 'RecordCarrierEvent', { ago, body: { kind } });
const AT_DOOR = { as: 'carrier', body: { reason: 'REFUSED_AT_DOOR' } } as const;

// Of what a carrier tells the newest by its own time counts. A minute passes with each command.
const inTransit = told(asked, 'IN_TRANSIT', 0);
check(inTransit, 'DeclineShipment', { ago: 61 }, 'overtaken', 'from before the parcel was on its way');
check(inTransit, 'DeclineShipment', { ago: 59 }, 'ShipmentDeclined', 'from after that');
check(inTransit, 'DeclineShipment', { ago: 60 }, 'ShipmentDeclined', 'of the same time, which came later');
check(inTransit, 'DeclineShipment', { as: 'lead', ago: 61 }, 'ShipmentDeclined', 'by a person, who knows more');
check(inTransit, 'ConfirmShipment', { ago: 61 }, 'OrderShipped', 'from before the parcel was on its way');
const declining = told(asked, 'DECLINED', 0);
check(declining, 'ConfirmShipment', { ago: 61 }, 'overtaken', 'from before the carrier declined');
check(declining, 'ConfirmShipment', { ago: 59 }, 'OrderShipped', 'from after that');
const refused = told(shipped, 'REFUSED', 0);
check(refused, 'ConfirmDelivery', { ago: 61 }, 'overtaken', 'from before the parcel was refused');
check(refused, 'ConfirmDelivery', { ago: 59 }, 'OrderDelivered', 'from after that');
check(refused, 'ConfirmDelivery', { as: 'agent', ago: 61 }, 'OrderDelivered', 'by a person, who knows more');
check(
  told(asked, 'REFUSED', 0),
  'ConfirmDelivery',
  { ago: 61 },
  'overtaken',
  'before the paper, from before a refusal',
);
check(
  told(shipped, 'IN_TRANSIT', 0),
  'ConfirmDelivery',
  { ago: 61 },
  'OrderDelivered',
  'from before it was on its way',
);
for (const order of [delivered, journeyTo('CLOSED')]) {
  const since = (order.now - delivered.now) / 1000 + 60;
  const where = `in ${order.state?.status}`;
  check(order, 'RequestReturn', { ...AT_DOOR, ago: since + 1 }, 'overtaken', `${where} from before the delivery`);
  check(order, 'RequestReturn', { ...AT_DOOR, ago: since - 1 }, 'ReturnRequested', `${where} from after the delivery`);
  check(order, 'RequestReturn', { ago: since + 1 }, 'ReturnRequested', `${where} by the customer, whenever it was`);
}
check(
  told(shipped, 'IN_TRANSIT', 0),
  'RequestReturn',
  { ...AT_DOOR, ago: 61 },
  'overtaken',
  'in SHIPPED from before the next try',
);

// A carrier acts on its own shipment, while it is the current one
const cdek: Actor = { ...ACTORS.carrier, carrier: 'cdek' };
const handedOn = walk(asked, 'DeclineShipment', 'StartPackaging', 'CompletePackaging', [
  'RequestShipment',
  { body: { carrier: 'cdek' } },
]);
/** Sees the order by a role of the house's, and acts as the carrier that it speaks for all the same. */
const ofTheHouse: Actor = { ...ACTORS.carrier, roles: ['carrier.adapter', 'crm.service'] };
for (const name of ['ConfirmShipment', 'DeclineShipment', 'ConfirmDelivery', 'RecordCarrierEvent'] as const) {
  check(handedOn, name, {}, 'other-shipment-request', 'by a former carrier');
  check(handedOn, name, { as: ofTheHouse }, 'other-shipment-request', 'by a former carrier of the house');
}
for (const status of STATUSES.filter((each) => hiddenFromCarriers(each, 'RecordCarrierEvent')))
  check(
    journeyTo(status),
    'RecordCarrierEvent',
    { as: ofTheHouse },
    'other-shipment-request',
    `in ${status}, before it was asked, by a carrier of the house`,
  );
for (const name of ['ConfirmShipment', 'DeclineShipment', 'ConfirmDelivery'] as const) {
  const accepted = { ConfirmShipment: 'OrderShipped', DeclineShipment: 'ShipmentDeclined' };
  const outcome = name === 'ConfirmDelivery' ? 'OrderShipped + OrderDelivered' : accepted[name];
  check(handedOn, name, { as: cdek }, outcome, 'by the carrier who has it now');
}
const onItsWay = act(handedOn, 'ConfirmShipment', { as: cdek });
check(onItsWay, 'ConfirmDelivery', {}, 'other-shipment-request', 'in SHIPPED by a former carrier');
check(onItsWay, 'RequestReturn', AT_DOOR, 'other-shipment-request', 'by a former carrier');
const byCourier = walk(asked, 'DeclineShipment', 'ShipOrder');
check(byCourier, 'RequestReturn', AT_DOOR, 'other-shipment-request', 'by a carrier of what our courier brings');
check(byCourier, 'ConfirmDelivery', {}, 'other-shipment-request', 'by a carrier of what our courier brings');
check(byCourier, 'ConfirmDelivery', { as: 'agent' }, 'OrderDelivered', 'by an agent of what our courier brings');

export const CARRIER_CASES = cases;
