import type { CommandName } from './bodies.ts';
import type { EventType } from './events.ts';
import { CLAIMANTS, type Grant, type GrantedBy, HOLD_SETTERS } from './graph.ts';
import { urgentChangeAgreed } from './guards/account.ts';
import { anotherOperator, claimed, currentClaim, holdsClaim, holdsClaimOrEndsIt, unclaimed } from './guards/claim.ts';
import { correctsAnEvent, holdOpen } from './guards/exception.ts';
import type { Guard } from './guards/guard.ts';
import { orderCurrency, paymentSummable, refundSummable, withinBound } from './guards/money.ts';
import { currentSpecification, nextPriceAttempt } from './guards/price.ts';
import { rightFigures, shortageWithinOrdered } from './guards/production.ts';
import { askedCarrier, ownCarrier } from './guards/shipment.ts';
import { uploadUsable } from './guards/specification.ts';
import {
  CLAIMABLE_STATUSES,
  FROZEN_STATUSES,
  isFinal,
  MAKING_STATUSES,
  PLANNABLE_STATUSES,
  STATUSES,
  type Status,
} from './status.ts';

/**
 * A command that records a fact without changing the status. Facts that are never frozen or held list ON_HOLD and ERROR
 * among their statuses. `event` is null where nothing is recorded (a claim's renewal: leases are not events).
 */
export interface FactRule {
  command: CommandName;
  event: EventType | null;
  from: readonly Status[];
  by: GrantedBy;
  guards: readonly Guard[];
  /** As of a rule: only adds to the record. What moves money, claims and plans, and an erasure, is always taken. */
  untilFull?: boolean;
}

const to = (...grantees: Grant['to'][]): Grant[] => grantees.map((grantee) => ({ to: grantee }));

const EVERY = STATUSES;
const NOT_FINAL = STATUSES.filter((status) => !isFinal(status));
/** A claim outlives a hold and an error; it can be given back there, but not taken, renewed or handed over. */
const CLAIMED: readonly Status[] = [...CLAIMABLE_STATUSES, ...FROZEN_STATUSES];
const CRM = to('crm.service', 'crm.agent', 'crm.supervisor');

// biome-ignore format: one rule a line reads as the table that it is
export const FACTS: readonly FactRule[] = [
  { command: 'RecordPayment', event: 'PaymentRecorded', from: EVERY, by: CRM, guards: [orderCurrency, paymentSummable] },
  { command: 'RecordRefund', event: 'PaymentRefunded', from: EVERY, by: CRM, guards: [orderCurrency, refundSummable, withinBound] },
  { command: 'RecordCarrierEvent', event: 'CarrierEventRecorded', from: EVERY, by: to('carrier.adapter'), guards: [ownCarrier, askedCarrier], untilFull: true },
  { command: 'RequestCancellation', event: 'CancellationRequested', from: NOT_FINAL, by: to('store.service', 'partner'), guards: [], untilFull: true },
  { command: 'DeclineCancellation', event: 'CancellationDeclined', from: NOT_FINAL, by: to('crm.agent'), guards: [], untilFull: true },
  { command: 'RequestPriceRecalculation', event: 'PriceRecalculationRequested', from: ['PRICE_CALCULATED', 'WAITING_PAYMENT'], by: to('store.service', 'partner', 'crm.agent'), guards: [], untilFull: true },
  { command: 'AttachModel', event: 'ModelFileReplaced', from: ['FILE_UPLOADED'], by: to('store.service', 'partner'), guards: [uploadUsable], untilFull: true },
  { command: 'RestartPriceCalculation', event: 'PriceCalculationRestarted', from: ['PRICE_CALCULATION_STARTED'], by: to('pricing.worker'), guards: [nextPriceAttempt, currentSpecification] },
  { command: 'ClaimOrder', event: 'OrderClaimed', from: CLAIMABLE_STATUSES, by: to(...CLAIMANTS), guards: [unclaimed] },
  { command: 'RenewClaim', event: null, from: CLAIMABLE_STATUSES, by: to(...CLAIMANTS), guards: [holdsClaim] },
  { command: 'ReleaseClaim', event: 'ClaimReleased', from: CLAIMED, by: [...to(...CLAIMANTS), { to: 'claim.keeper', reasons: ['HELD_TOO_LONG'] }], guards: [currentClaim, holdsClaimOrEndsIt] },
  { command: 'ReassignClaim', event: 'ClaimReassigned', from: CLAIMABLE_STATUSES, by: to('mes.lead'), guards: [claimed, anotherOperator], untilFull: true },
  { command: 'ExpireClaim', event: 'ClaimExpired', from: CLAIMED, by: to('claim.keeper'), guards: [currentClaim] },
  { command: 'PlanProduction', event: 'ProductionPlanned', from: PLANNABLE_STATUSES, by: to('manufacturing.worker'), guards: [] },
  { command: 'AcceptShortage', event: 'ShortageAccepted', from: MAKING_STATUSES, by: to('crm.agent'), guards: [orderCurrency, shortageWithinOrdered, withinBound] },
  { command: 'HoldOrder', event: 'HoldAdded', from: ['ON_HOLD'], by: HOLD_SETTERS, guards: [], untilFull: true },
  { command: 'ResumeOrder', event: 'HoldReleased', from: ['ON_HOLD'], by: 'hold-side', guards: [holdOpen] },
  { command: 'ChangeDueDate', event: 'DueDateChanged', from: NOT_FINAL, by: 'status-owner', guards: [], untilFull: true },
  { command: 'ChangePriority', event: 'PriorityChanged', from: NOT_FINAL, by: 'status-owner', guards: [urgentChangeAgreed], untilFull: true },
  { command: 'AddNote', event: 'NoteAdded', from: EVERY, by: 'status-owner', guards: [], untilFull: true },
  { command: 'RecordCorrection', event: 'CorrectionRecorded', from: EVERY, by: to('crm.supervisor', 'mes.lead'), guards: [correctsAnEvent, rightFigures], untilFull: true },
  { command: 'EraseCustomerData', event: 'CustomerDataErased', from: EVERY, by: to('admin'), guards: [] },
];
