import type { CommandName } from './bodies.ts';
import type { EventType } from './events.ts';
import type { Grantee, Role } from './grants.ts';
import { accountActive, accountUsable, creationConsistent, urgentOrderAgreed } from './guards/account.ts';
import { holdsClaim, holdsClaimOrInspects, holdsClaimOrLeads, notClaimedByAnother } from './guards/claim.ts';
import { costDecided, incidentSettled } from './guards/exception.ts';
import type { CreationGuard, Guard } from './guards/guard.ts';
import {
  duePaid,
  expiredOnlyUnpaid,
  nothingPaid,
  orderCurrency,
  returnSettled,
  settled,
  withinBound,
} from './guards/money.ts';
import { remadeOrderFits, remakeFits, replacedOrderFits } from './guards/other-order.ts';
import {
  currentPriceAttempt,
  currentSpecification,
  latestQuote,
  nextPriceAttempt,
  pricePositive,
  quoteValid,
  quoteValidOrAccepted,
  recalculationDue,
  riskAccepted,
} from './guards/price.ts';
import { enoughMade, rejectedWithinMade, withinSurplus } from './guards/production.ts';
import { firstReturnAfterClosing, noRefundFounded, refundRecorded, returnWindowOpen } from './guards/return.ts';
import {
  carrierKnown,
  currentCarrier,
  currentShipmentRequest,
  newestWord,
  newShipmentRequest,
  parcelsFitDelivery,
  repackOnlyAfterDecline,
} from './guards/shipment.ts';
import { catalogueHasSpecification, specificationChanged, uploadUsable } from './guards/specification.ts';
import {
  CANCELLED_BY_AGENT,
  CANCELLED_BY_CUSTOMER,
  CANCELLED_BY_SUPERVISOR,
  FAILABLE_STATUSES,
  HOLDABLE_STATUSES,
  RETURNABLE_STATUSES,
  STATUSES,
  type Status,
} from './status.ts';

/** A status that the order remembers: where it was held, where it failed, where the return began. */
export type StoredStatus = 'held_from' | 'error_from' | 'return_from';

/** One grant of a rule. `from` narrows it to some of the rule's statuses, `reasons` to some of the body's reasons. */
export interface Grant {
  to: Grantee;
  from?: readonly Status[];
  reasons?: readonly string[];
}

/** Fixed grants, or a relation that is looked up in the order: see grantsOf in admission.ts. */
export type GrantedBy = readonly Grant[] | 'error-reporters' | 'status-owner' | 'hold-side' | 'cancel-while-held';

interface EveryRule {
  id: string;
  to: Status | { stored: StoredStatus; among: readonly Status[] };
  command: CommandName;
  event: EventType;
  by: GrantedBy;
  /** Only people: a service account is refused whatever its roles. */
  peopleOnly?: boolean;
  /** Leads an order neither on nor to an end, and can be done without end: refused once the order is full. */
  untilFull?: boolean;
}
/** The guards are asked in their order. */
export interface Transition extends EveryRule {
  from: readonly Status[];
  guards: readonly Guard[];
}
/** The order does not exist yet: there is no state that a guard could look at. */
export interface Creation extends EveryRule {
  from: readonly null[];
  guards: readonly CreationGuard[];
}
export type Rule = Transition | Creation;

const grants = (...to: (Grantee | Grant)[]): Grant[] =>
  to.map((grant) => (typeof grant === 'string' ? { to: grant } : grant));

const CUSTOMER = ['store.service', 'partner'] as const satisfies readonly Grantee[];
/** Who may hold a claim, so who can be the "claim holder" of a rule; the holding itself is a guard. */
export const CLAIMANTS = ['mes.operator', 'mes.packer', 'mes.lead'] as const satisfies readonly Role[];
const CARRIER_SIDE = ['carrier.adapter', 'mes.lead', 'process.manager'] as const satisfies readonly Role[];

/** A hold is set by these roles; operators only for what they see at the machine. */
export const HOLD_SETTERS = grants('crm.agent', 'mes.lead', {
  to: 'mes.operator',
  reasons: ['MACHINE_DOWN', 'QUALITY'],
});

/**
 * The transition graph: 35 rules, 114 legal pairs of statuses and the creation. Code, documentation, the API's
 * `allowed_transitions` and the dashboard's buttons are derived from this table; nothing else says what is legal.
 */
// biome-ignore format: one rule a line reads as the table that it is
export const RULES: readonly Rule[] = [
  { id: 'T01', from: [null], to: 'INITIATED', command: 'InitiateOrder', event: 'OrderInitiated', by: grants(...CUSTOMER, 'crm.agent'), guards: [accountUsable, creationConsistent, urgentOrderAgreed, remadeOrderFits, replacedOrderFits] },
  { id: 'T02', from: ['INITIATED'], to: 'FILE_UPLOADED', command: 'AttachModel', event: 'ModelFileUploaded', by: grants(...CUSTOMER), guards: [uploadUsable] },
  { id: 'T03', from: ['FILE_UPLOADED'], to: 'SUBMITTED', command: 'SubmitOrder', event: 'OrderSubmitted', by: grants(...CUSTOMER), guards: [catalogueHasSpecification] },
  { id: 'T04', from: ['SUBMITTED'], to: 'PRICE_CALCULATION_STARTED', command: 'StartPriceCalculation', event: 'PriceCalculationStarted', by: grants('pricing.worker'), guards: [nextPriceAttempt, currentSpecification] },
  { id: 'T05', from: ['PRICE_CALCULATION_STARTED'], to: 'PRICE_CALCULATED', command: 'CompletePriceCalculation', event: 'PriceCalculated', by: grants('pricing.worker'), guards: [currentPriceAttempt, orderCurrency, pricePositive] },
  { id: 'T06', from: ['PRICE_CALCULATION_STARTED'], to: 'REJECTED', command: 'RejectOrder', event: 'OrderRejected', by: grants('pricing.worker'), guards: [currentPriceAttempt] },
  { id: 'T07', from: ['PRICE_CALCULATED'], to: 'SUBMITTED', command: 'ReviseOrder', event: 'OrderRevised', by: grants(...CUSTOMER), guards: [nothingPaid, uploadUsable, catalogueHasSpecification, specificationChanged], untilFull: true },
  { id: 'T08', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], to: 'PRICE_CALCULATION_STARTED', command: 'StartPriceCalculation', event: 'PriceCalculationStarted', by: grants('pricing.worker'), guards: [recalculationDue, nothingPaid, nextPriceAttempt, currentSpecification] },
  { id: 'T09', from: ['PRICE_CALCULATED'], to: 'WAITING_PAYMENT', command: 'AcceptQuote', event: 'QuoteAccepted', by: grants(...CUSTOMER, 'crm.agent'), guards: [accountActive, latestQuote, quoteValid, riskAccepted] },
  { id: 'T10', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], to: 'MANUFACTURING_APPROVED', command: 'ApproveManufacturing', event: 'ManufacturingApproved', by: grants({ to: 'process.manager', from: ['WAITING_PAYMENT'] }, 'crm.agent'), guards: [quoteValidOrAccepted, riskAccepted, duePaid] },
  { id: 'T11', from: ['MANUFACTURING_APPROVED'], to: 'MANUFACTURING_STARTED', command: 'StartManufacturing', event: 'ManufacturingStarted', by: grants('mes.operator'), guards: [holdsClaim] },
  { id: 'T12', from: ['MANUFACTURING_FAILED', 'REWORK_REQUIRED'], to: 'MANUFACTURING_STARTED', command: 'StartManufacturing', event: 'ManufacturingStarted', by: grants('mes.operator', 'mes.lead'), guards: [holdsClaimOrLeads] },
  { id: 'T13', from: ['MANUFACTURING_STARTED'], to: 'MANUFACTURING_FAILED', command: 'FailManufacturing', event: 'ManufacturingFailed', by: grants(...CLAIMANTS), guards: [holdsClaimOrLeads, withinSurplus] },
  { id: 'T14', from: ['MANUFACTURING_STARTED'], to: 'MANUFACTURING_COMPLETED', command: 'CompleteManufacturing', event: 'ManufacturingCompleted', by: grants(...CLAIMANTS), guards: [holdsClaim, withinSurplus, enoughMade] },
  { id: 'T15', from: ['MANUFACTURING_FAILED', 'MANUFACTURING_COMPLETED', 'PACKAGING_STARTED'], to: 'REWORK_REQUIRED', command: 'RequireRework', event: 'ReworkRequired', by: grants('mes.quality', ...CLAIMANTS), guards: [holdsClaimOrInspects, rejectedWithinMade] },
  { id: 'T16', from: ['MANUFACTURING_COMPLETED', 'PACKAGING_COMPLETED'], to: 'PACKAGING_STARTED', command: 'StartPackaging', event: 'PackagingStarted', by: grants('mes.packer'), guards: [notClaimedByAnother, repackOnlyAfterDecline] },
  { id: 'T17', from: ['PACKAGING_STARTED'], to: 'PACKAGING_COMPLETED', command: 'CompletePackaging', event: 'PackagingCompleted', by: grants(...CLAIMANTS), guards: [holdsClaimOrLeads, enoughMade, parcelsFitDelivery] },
  { id: 'T18', from: ['PACKAGING_COMPLETED'], to: 'WAITING_SHIPMENT_CONFIRMATION', command: 'RequestShipment', event: 'ShipmentRequested', by: grants('mes.packer', 'process.manager'), guards: [carrierKnown, newShipmentRequest] },
  { id: 'T19', from: ['PACKAGING_COMPLETED'], to: 'SHIPPED', command: 'ShipOrder', event: 'OrderShipped', by: grants('mes.packer'), guards: [] },
  { id: 'T20', from: ['WAITING_SHIPMENT_CONFIRMATION'], to: 'SHIPPED', command: 'ConfirmShipment', event: 'OrderShipped', by: grants(...CARRIER_SIDE), guards: [currentCarrier, currentShipmentRequest, newestWord] },
  { id: 'T21', from: ['WAITING_SHIPMENT_CONFIRMATION'], to: 'PACKAGING_COMPLETED', command: 'DeclineShipment', event: 'ShipmentDeclined', by: grants(...CARRIER_SIDE), guards: [currentCarrier, currentShipmentRequest, newestWord] },
  { id: 'T22', from: ['SHIPPED'], to: 'DELIVERED', command: 'ConfirmDelivery', event: 'OrderDelivered', by: grants('carrier.adapter', 'crm.agent', 'process.manager'), guards: [currentCarrier, newestWord] },
  { id: 'T23', from: ['DELIVERED'], to: 'CLOSED', command: 'CloseOrder', event: 'OrderClosed', by: grants('process.manager', 'crm.agent'), guards: [settled] },
  { id: 'T24', from: RETURNABLE_STATUSES, to: 'RETURN_REQUESTED', command: 'RequestReturn', event: 'ReturnRequested', by: grants({ to: 'carrier.adapter', reasons: ['REFUSED_AT_DOOR', 'RETURN_TO_SENDER'] }, ...CUSTOMER, 'crm.agent', { to: 'process.manager', reasons: ['REFUSED_AT_DOOR', 'RETURN_TO_SENDER', 'LOST_IN_TRANSIT'] }), guards: [currentCarrier, newestWord, returnWindowOpen, firstReturnAfterClosing] },
  { id: 'T25', from: ['RETURN_REQUESTED'], to: 'RETURNED', command: 'ReceiveReturn', event: 'OrderReturned', by: grants('crm.warehouse'), guards: [] },
  { id: 'T26', from: ['RETURN_REQUESTED'], to: { stored: 'return_from', among: RETURNABLE_STATUSES }, command: 'DeclineReturn', event: 'ReturnDeclined', by: grants('crm.agent'), guards: [] },
  { id: 'T27', from: ['RETURNED'], to: 'CLOSED', command: 'CloseOrder', event: 'OrderClosed', by: grants('crm.agent'), guards: [returnSettled, refundRecorded, remakeFits, noRefundFounded] },
  { id: 'T28', from: CANCELLED_BY_AGENT, to: 'CANCELLED', command: 'CancelOrder', event: 'OrderCancelled', by: grants('crm.agent', ...CUSTOMER.map((to) => ({ to, from: CANCELLED_BY_CUSTOMER })), { to: 'process.manager', reasons: ['EXPIRED'] }), guards: [expiredOnlyUnpaid, orderCurrency, withinBound] },
  { id: 'T29', from: CANCELLED_BY_SUPERVISOR, to: 'CANCELLED', command: 'CancelOrder', event: 'OrderCancelled', by: grants('crm.supervisor'), guards: [costDecided, orderCurrency, withinBound] },
  { id: 'T30', from: HOLDABLE_STATUSES, to: 'ON_HOLD', command: 'HoldOrder', event: 'OrderPutOnHold', by: HOLD_SETTERS, guards: [], untilFull: true },
  { id: 'T31', from: ['ON_HOLD'], to: { stored: 'held_from', among: HOLDABLE_STATUSES }, command: 'ResumeOrder', event: 'OrderResumed', by: 'hold-side', guards: [] },
  { id: 'T32', from: ['ON_HOLD'], to: 'CANCELLED', command: 'CancelOrder', event: 'OrderCancelled', by: 'cancel-while-held', guards: [orderCurrency, withinBound] },
  { id: 'T33', from: FAILABLE_STATUSES, to: 'ERROR', command: 'ReportError', event: 'OrderErrored', by: 'error-reporters', guards: [] },
  { id: 'T34', from: ['ERROR'], to: { stored: 'error_from', among: FAILABLE_STATUSES }, command: 'ResolveError', event: 'ErrorResolved', by: grants('ops', 'crm.supervisor'), peopleOnly: true, guards: [] },
  { id: 'T35', from: ['ERROR'], to: 'CANCELLED', command: 'CancelOrder', event: 'OrderCancelled', by: grants('crm.supervisor'), peopleOnly: true, guards: [incidentSettled, orderCurrency, withinBound] },
];

/** Whether an edge leads on from a status, or (null) from where there is no order yet. */
export const leaves = ({ from }: { from: readonly (Status | null)[] }, status: Status | null): boolean =>
  from.includes(status);

/** Every (from, to) pair that some rule allows; the creation (from null) is not a pair. */
export const legalPairs = (rules: readonly Rule[] = RULES): [Status, Status][] =>
  STATUSES.flatMap((from) => {
    const targets = rules.filter((rule) => leaves(rule, from)).flatMap((rule) => targetsOf(rule));
    return STATUSES.filter((to) => targets.includes(to)).map((to): [Status, Status] => [from, to]);
  });

/** The statuses that a rule can lead to. */
export const targetsOf = (rule: Rule): readonly Status[] => (typeof rule.to === 'string' ? [rule.to] : rule.to.among);
