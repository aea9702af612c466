/** What a status is: everything about it that is no edge of the graph. All lists of statuses are derived from this. */
export interface StatusRecord {
  /** The system accountable for it; null: looked up in the order, see ownerOf in lifecycle.ts. */
  owner: 'store' | 'CRM' | 'MES' | null;
  /** Nothing is expected to happen there any more, although a return may reopen CLOSED once. */
  final: boolean;
  /** It freezes a stage and goes back to exactly that one; null: it is a stage of its own. */
  frozen: 'hold' | 'error' | null;
  /** It can be put on hold. */
  holdable: boolean;
  /** It can go into ERROR. */
  failable: boolean;
  /** Who may cancel at the most: the customer, the CRM's agents, its supervisors; null: nobody, or by a rule of its own. */
  cancel: 'customer' | 'agent' | 'supervisor' | null;
  /** Somebody can hold the claim of the order there. */
  claimable: boolean;
  /** Whether its pieces are still to be made: planned for, or begun. */
  making: 'ahead' | 'begun' | null;
  /** The goods have left the house, whatever came of them since. */
  left: boolean;
  /** The goods can be asked back. */
  returnable: boolean;
  /** What must have been paid, and what is the most that can be the customer's to pay. */
  owed: 'anything' | 'up-to-price' | 'price' | 'charge' | 'nothing';
  /** A carrier is told of the order's stay there. */
  carrier: boolean;
  /** What callers are shown instead of its name. */
  display: string | null;
}

/** From the submission until there is a price, whether a worker has taken the job yet or not. */
export const CALCULATING = 'CALCULATION_IN_PROGRESS';

const YES = true;
const NO = false;

// biome-ignore format: one status a line reads as the table that it is
export const STATUS = {
  INITIATED:                     { owner: 'store', final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'anything',    carrier: NO,  display: null },
  FILE_UPLOADED:                 { owner: 'store', final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'anything',    carrier: NO,  display: null },
  SUBMITTED:                     { owner: 'store', final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'anything',    carrier: NO,  display: CALCULATING },
  PRICE_CALCULATION_STARTED:     { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'anything',    carrier: NO,  display: CALCULATING },
  PRICE_CALCULATED:              { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'up-to-price', carrier: NO,  display: null },
  REJECTED:                      { owner: 'MES',   final: YES, frozen: null,    holdable: NO,  failable: NO,  cancel: null,         claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'nothing',     carrier: NO,  display: null },
  WAITING_PAYMENT:               { owner: 'CRM',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'customer',   claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  MANUFACTURING_APPROVED:        { owner: 'CRM',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'agent',      claimable: YES, making: 'ahead', left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  MANUFACTURING_STARTED:         { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: YES, making: 'begun', left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  MANUFACTURING_FAILED:          { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: YES, making: 'begun', left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  REWORK_REQUIRED:               { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: YES, making: 'begun', left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  MANUFACTURING_COMPLETED:       { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: YES, making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  PACKAGING_STARTED:             { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: YES, making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  PACKAGING_COMPLETED:           { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  WAITING_SHIPMENT_CONFIRMATION: { owner: 'MES',   final: NO,  frozen: null,    holdable: YES, failable: YES, cancel: 'supervisor', claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: YES, display: null },
  SHIPPED:                       { owner: 'MES',   final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: null,         claimable: NO,  making: null,    left: YES, returnable: YES, owed: 'price',       carrier: YES, display: null },
  DELIVERED:                     { owner: 'CRM',   final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: null,         claimable: NO,  making: null,    left: YES, returnable: YES, owed: 'price',       carrier: YES, display: null },
  CLOSED:                        { owner: 'CRM',   final: YES, frozen: null,    holdable: NO,  failable: NO,  cancel: null,         claimable: NO,  making: null,    left: YES, returnable: YES, owed: 'price',       carrier: NO,  display: null },
  CANCELLED:                     { owner: 'CRM',   final: YES, frozen: null,    holdable: NO,  failable: NO,  cancel: null,         claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'charge',      carrier: NO,  display: null },
  RETURN_REQUESTED:              { owner: 'CRM',   final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: null,         claimable: NO,  making: null,    left: YES, returnable: NO,  owed: 'price',       carrier: YES, display: null },
  RETURNED:                      { owner: 'CRM',   final: NO,  frozen: null,    holdable: NO,  failable: YES, cancel: null,         claimable: NO,  making: null,    left: YES, returnable: NO,  owed: 'nothing',     carrier: YES, display: null },
  ON_HOLD:                       { owner: null,    final: NO,  frozen: 'hold',  holdable: NO,  failable: YES, cancel: null,         claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
  ERROR:                         { owner: null,    final: NO,  frozen: 'error', holdable: NO,  failable: NO,  cancel: null,         claimable: NO,  making: null,    left: NO,  returnable: NO,  owed: 'price',       carrier: NO,  display: null },
} as const satisfies Readonly<Record<string, StatusRecord>>;
