import type { CommandName } from '../bodies.ts';
import { edgesFor, edgesOf, GRAPH } from '../edges.ts';
import { factOfCommand } from '../facts-by-id.ts';
import type { GuardCode } from '../refusal.ts';
import { accountActive, accountUsable, urgentChangeAgreed, urgentOrderAgreed } from './account.ts';
import * as claim from './claim.ts';
import { correctsAnEvent, costDecided, holdOpen, incidentSettled } from './exception.ts';
import type { CreationGuard, Guard } from './guard.ts';
import * as money from './money.ts';
import { remadeOrderFits, remakeFits, replacedOrderFits } from './other-order.ts';
import * as price from './price.ts';
import { enoughMade, rejectedWithinMade, rightFigures, shortageWithinOrdered, withinSurplus } from './production.ts';
import { firstReturnAfterClosing, noRefundFounded, refundRecorded, returnWindowOpen } from './return.ts';
import * as shipment from './shipment.ts';
import { specificationChanged, uploadUsable } from './specification.ts';

const OF_A_HOLDER: readonly GuardCode[] = ['not-claimed', 'not-claim-holder', 'stale-fence-token'];

/** The codes that a guard refuses with. One that only ever finds the body at fault is not here: that is a 400. */
const CODES: ReadonlyMap<Guard | CreationGuard, readonly GuardCode[]> = new Map<
  Guard | CreationGuard,
  readonly GuardCode[]
>([
  [accountUsable, ['account-inactive', 'quota-exhausted']],
  [accountActive, ['account-inactive']],
  [urgentOrderAgreed, ['urgent-not-agreed']],
  [urgentChangeAgreed, ['urgent-not-agreed']],
  [remadeOrderFits, ['unknown-remade-order', 'remake-not-due']],
  [replacedOrderFits, ['unknown-replaced-order', 'replacement-not-due']],
  [remakeFits, ['unknown-remake-order', 'remake-ended']],
  [uploadUsable, ['unknown-upload', 'upload-unusable']],
  [specificationChanged, ['nothing-changed']],
  [price.nextPriceAttempt, ['stale-attempt']],
  [price.currentPriceAttempt, ['stale-attempt']],
  [price.currentSpecification, ['stale-specification']],
  [price.pricePositive, ['price-not-positive']],
  [price.recalculationDue, ['not-due-for-recalculation']],
  [price.latestQuote, ['outdated-quote']],
  [price.riskAccepted, ['risk-not-accepted']],
  [price.quoteValid, ['quote-expired']],
  [price.quoteValidOrAccepted, ['quote-expired']],
  [money.orderCurrency, ['currency']],
  [money.nothingPaid, ['order-paid']],
  [money.duePaid, ['payment-missing']],
  [money.expiredOnlyUnpaid, ['not-expired-unpaid']],
  [money.settled, ['return-settlement', 'not-settled']],
  [money.returnSettled, ['return-settlement']],
  [claim.holdsClaim, OF_A_HOLDER],
  [claim.holdsClaimOrLeads, OF_A_HOLDER],
  [claim.holdsClaimOrInspects, OF_A_HOLDER],
  [claim.holdsClaimOrEndsIt, OF_A_HOLDER],
  [claim.unclaimed, ['claimed']],
  [claim.notClaimedByAnother, ['claimed']],
  [claim.claimed, ['not-claimed']],
  [claim.anotherOperator, ['same-operator']],
  [claim.currentClaim, ['not-claimed', 'stale-fence-token']],
  [enoughMade, ['not-enough-made']],
  [rejectedWithinMade, ['quantity']],
  [shortageWithinOrdered, ['quantity']],
  [withinSurplus, ['quantity']],
  [rightFigures, ['no-such-figure', 'quantity']],
  [shipment.repackOnlyAfterDecline, ['repack-not-due']],
  [shipment.parcelsFitDelivery, ['parcels']],
  [shipment.newShipmentRequest, ['shipment-request-reused']],
  [shipment.currentShipmentRequest, ['other-shipment-request']],
  [shipment.currentCarrier, ['other-shipment-request']],
  [shipment.askedCarrier, ['other-shipment-request']],
  [shipment.newestWord, ['overtaken']],
  [returnWindowOpen, ['return-window-closed']],
  [firstReturnAfterClosing, ['returned-before']],
  [refundRecorded, ['unknown-refund']],
  [noRefundFounded, ['refund-due', 'return-condition']],
  [costDecided, ['cost-decision-missing']],
  [incidentSettled, ['incident-incomplete']],
  [holdOpen, ['unknown-hold']],
  [correctsAnEvent, ['unknown-event-version']],
]);

/** Commands whose guards are asked too, because both are done at once: a cached price, a delivery before its paper. */
const ALONG_WITH: Readonly<Partial<Record<CommandName, readonly CommandName[]>>> = {
  StartPriceCalculation: ['CompletePriceCalculation', 'RejectOrder'],
  ConfirmDelivery: ['ConfirmShipment'],
};

/** Any id will do: the question is whether the command has one. */
const recordsFact = (command: CommandName): boolean => factOfCommand(command, {}) !== null;

/** The codes of a 409 by which some guard may refuse a command, in some order. */
export const guardCodesOf = (command: CommandName): readonly GuardCode[] => {
  const guards = [command, ...(ALONG_WITH[command] ?? [])].flatMap((each): (Guard | CreationGuard)[] =>
    edgesFor(edgesOf(GRAPH), each).flatMap((edge): readonly (Guard | CreationGuard)[] => edge.guards),
  );
  const ofBound = money.boundCodeOf(command);
  const codes = new Set<GuardCode>([
    ...guards.flatMap((guard) => CODES.get(guard) ?? []),
    ...(ofBound === undefined ? [] : [ofBound]),
    ...(recordsFact(command) ? (['already-recorded'] as const) : []),
  ]);
  return [...codes].sort();
};
