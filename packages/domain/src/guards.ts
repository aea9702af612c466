import * as account from './guards/account.ts';
import * as claim from './guards/claim.ts';
import * as exception from './guards/exception.ts';
import type { CreationGuard, Guard } from './guards/guard.ts';
import * as money from './guards/money.ts';
import * as otherOrder from './guards/other-order.ts';
import * as price from './guards/price.ts';
import * as production from './guards/production.ts';
import * as returns from './guards/return.ts';
import * as shipment from './guards/shipment.ts';
import * as specification from './guards/specification.ts';

/** The guards that the graph names: what must be true of the order and the body beside the status and the grant. */
export const GUARDS: Readonly<Record<string, Guard>> = {
  'account-active': account.accountActive,
  'urgent-change-agreed': account.urgentChangeAgreed,
  'upload-usable': specification.uploadUsable,
  'catalogue-has-specification': specification.catalogueHasSpecification,
  'specification-changed': specification.specificationChanged,
  'next-price-attempt': price.nextPriceAttempt,
  'current-price-attempt': price.currentPriceAttempt,
  'current-specification': price.currentSpecification,
  'price-positive': price.pricePositive,
  'recalculation-due': price.recalculationDue,
  'latest-quote': price.latestQuote,
  'quote-valid': price.quoteValid,
  'quote-valid-or-accepted': price.quoteValidOrAccepted,
  'order-currency': money.orderCurrency,
  'payment-summable': money.paymentSummable,
  'refund-summable': money.refundSummable,
  'nothing-paid': money.nothingPaid,
  'due-paid': money.duePaid,
  'expired-only-unpaid': money.expiredOnlyUnpaid,
  settled: money.settled,
  'return-settled': money.returnSettled,
  'within-bound': money.withinBound,
  'holds-claim': claim.holdsClaim,
  'holds-claim-or-leads': claim.holdsClaimOrLeads,
  'holds-claim-or-inspects': claim.holdsClaimOrInspects,
  'holds-claim-or-ends-it': claim.holdsClaimOrEndsIt,
  unclaimed: claim.unclaimed,
  'not-claimed-by-another': claim.notClaimedByAnother,
  claimed: claim.isClaimed,
  'another-operator': claim.anotherOperator,
  'current-claim': claim.currentClaim,
  'enough-made': production.enoughMade,
  'rejected-within-made': production.rejectedWithinMade,
  'shortage-within-ordered': production.shortageWithinOrdered,
  'within-surplus': production.withinSurplus,
  'right-figures': production.rightFigures,
  'repack-only-after-decline': shipment.repackOnlyAfterDecline,
  'parcels-fit-delivery': shipment.parcelsFitDelivery,
  'carrier-known': shipment.carrierKnown,
  'new-shipment-request': shipment.newShipmentRequest,
  'current-shipment-request': shipment.currentShipmentRequest,
  'own-carrier': shipment.ownCarrier,
  'asked-carrier': shipment.askedCarrier,
  'current-carrier': shipment.currentCarrier,
  'newest-word': shipment.newestWordOfCarrier,
  'return-window-open': returns.returnWindowOpen,
  'first-return-after-closing': returns.firstReturnAfterClosing,
  'refund-recorded': returns.refundRecorded,
  'no-refund-founded': returns.noRefundFounded,
  'remake-fits': otherOrder.remakeFits,
  'cost-decided': exception.costDecided,
  'incident-settled': exception.incidentSettled,
  'hold-open': exception.holdOpen,
  'corrects-an-event': exception.correctsAnEvent,
};

export const CREATION_GUARDS: Readonly<Record<string, CreationGuard>> = {
  'account-usable': account.accountUsable,
  'creation-consistent': account.creationConsistent,
  'urgent-order-agreed': account.urgentOrderAgreed,
  'remade-order-fits': otherOrder.remadeOrderFits,
  'replaced-order-fits': otherOrder.replacedOrderFits,
};
