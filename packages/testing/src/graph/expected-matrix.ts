import type { CommandName } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';
import { DESCRIBED } from './described.ts';

// What every command comes to in every status when its rightful caller sends it to an order that came there by the
// plain way (orders/journeys.ts): by the described graph, and by what guards say there, written by hand.

type Refusals = Readonly<Partial<Record<CommandName, string>>>;

const CLAIMED: Refusals = { ClaimOrder: 'claimed' };
const UNCLAIMED: Refusals = {
  RenewClaim: 'not-claimed',
  ReleaseClaim: 'not-claimed',
  ReassignClaim: 'not-claimed',
  ExpireClaim: 'not-claimed',
};
const WITHOUT_PAYMENT: Refusals = {
  StartPriceCalculation: 'not-due-for-recalculation',
  ApproveManufacturing: 'payment-missing',
};

/** Where an edge leads from the status, but a guard refuses, or more than one edge is taken. */
const OTHERWISE_THAN_THE_EDGE: Readonly<Partial<Record<Status, Refusals>>> = {
  PRICE_CALCULATED: WITHOUT_PAYMENT,
  WAITING_PAYMENT: WITHOUT_PAYMENT,
  MANUFACTURING_APPROVED: { ...UNCLAIMED, StartManufacturing: 'not-claimed' },
  MANUFACTURING_STARTED: CLAIMED,
  MANUFACTURING_FAILED: CLAIMED,
  REWORK_REQUIRED: CLAIMED,
  MANUFACTURING_COMPLETED: UNCLAIMED,
  PACKAGING_STARTED: CLAIMED,
  PACKAGING_COMPLETED: { StartPackaging: 'repack-not-due' },
  WAITING_SHIPMENT_CONFIRMATION: { ConfirmDelivery: 'OrderShipped + OrderDelivered' },
};

/** Where the plain way has asked a carrier: before, the order does not exist for any. */
const AFTER_A_CARRIER: readonly Status[] = [
  'WAITING_SHIPMENT_CONFIRMATION',
  'SHIPPED',
  'DELIVERED',
  'CLOSED',
  'RETURN_REQUESTED',
  'RETURNED',
];
const CARRIERS_COMMANDS: readonly CommandName[] = [
  'RecordCarrierEvent',
  'ConfirmShipment',
  'DeclineShipment',
  'ConfirmDelivery',
];

/** But for the word on a parcel that waits for a carrier. */
export const hiddenFromCarriers = (status: Status, name: CommandName): boolean =>
  !AFTER_A_CARRIER.includes(status) && !(status === 'PACKAGING_COMPLETED' && name === 'RecordCarrierEvent');

const EDGES = [...DESCRIBED.rules, ...DESCRIBED.facts];

/** What a command comes to that its rightful caller sends. */
export const expectedOf = (status: Status, name: CommandName): string => {
  if (CARRIERS_COMMANDS.includes(name) && hiddenFromCarriers(status, name)) return 'unknown-order';
  const other = OTHERWISE_THAN_THE_EDGE[status]?.[name];
  if (other !== undefined) return other;
  const edge = EDGES.find(({ command, from }) => command === name && from.includes(status));
  if (edge !== undefined) return edge.event ?? 'nothing';
  return status === 'ON_HOLD' ? 'held' : status === 'ERROR' ? 'frozen' : 'illegal-transition';
};
