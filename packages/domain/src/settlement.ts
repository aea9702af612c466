import type { Terms } from './bodies.ts';
import type { RecordedEvent } from './lifecycle.ts';
import { NO_PARCEL, type Parcel, parcelAfter } from './parcel.ts';
import { recordOf, type Status, WITHOUT_GOODS } from './status.ts';

/**
 * The part of an order's state that says how its money stands, in minor units of its currency. Commands are decided
 * from it and the projector builds its rows from it: one fold for both.
 */
export interface Balance {
  /** By its terms nothing is charged: a remake. */
  free_of_charge: boolean;
  /** Of the last quote; null before there is one, and again once the order is revised. */
  price: number | null;
  /** Σ payments − Σ refunds. */
  paid: number;
  /** Σ refunds. */
  refunded: number;
  /** Σ credits for accepted shortage. */
  credits: number;
  /** Of the cancellation; null while there is none. */
  charge: number | null;
  /** What the closing of a return left to be paid, where it is not the price. */
  owed_after_return: number | null;
  parcel: Parcel;
}

export const openBalance = ({ payment }: Terms): Balance => ({
  free_of_charge: payment === 'NO_CHARGE',
  price: null,
  paid: 0,
  refunded: 0,
  credits: 0,
  charge: null,
  owed_after_return: null,
  parcel: NO_PARCEL,
});

/**
 * A refund settles a return: what is paid then is kept. A refund that was named but never recorded settles nothing. A
 * remake, or a refusal because of the goods' condition, leaves the price owed.
 */
const owedAfterReturn = (
  { paid, refunded }: Balance,
  { refund_id, no_refund }: Extract<RecordedEvent, { type: 'OrderClosed' }>['data'],
): number | null => {
  if (refund_id !== undefined) return refunded > 0 ? Math.max(0, paid) : 0;
  return no_refund === 'NOTHING_PAID' ? 0 : null;
};

/** What an event changes in the balance. Pure. */
export const balanceChanges = (balance: Balance, event: RecordedEvent): Partial<Balance> => {
  switch (event.type) {
    case 'PriceCalculated':
      return { price: event.data.price.amount };
    case 'OrderRevised':
      return { price: null };
    case 'PaymentRecorded':
      return { paid: event.data.paid.amount };
    case 'PaymentRefunded':
      return { paid: event.data.paid.amount, refunded: balance.refunded + event.data.amount.amount };
    case 'ShortageAccepted':
      return { credits: balance.credits + event.data.credit.amount };
    case 'OrderClosed':
      return { owed_after_return: owedAfterReturn(balance, event.data) };
    default: {
      const parcel = parcelAfter(balance.parcel, event);
      return event.type === 'OrderCancelled' ? { charge: event.data.charge?.amount ?? 0, parcel } : { parcel };
    }
  }
};

/** What the order costs: its price less the credits; 0 where nothing is charged or priced. */
export const priced = ({ free_of_charge, price, credits }: Balance): number =>
  free_of_charge ? 0 : Math.max(0, (price ?? 0) - credits);

/** Between which sums the customer's money fits: what he must have paid by now, and what is the most that can be his to pay. */
const fitting = (balance: Balance, stage: Status): { least: number; most: number } => {
  const exactly = (amount: number) => ({ least: amount, most: amount });
  const price = priced(balance);
  switch (recordOf(stage).owed) {
    case 'nothing':
      // Until its closing says otherwise, what was returned is not owed.
      return exactly(0);
    case 'charge':
      // The goods stay with the customer after all.
      return exactly(balance.parcel.corrected === 'cancellation' ? price : (balance.charge ?? 0));
    case 'up-to-price':
      return { least: 0, most: price };
    case 'anything':
      return balance.free_of_charge ? exactly(0) : { least: 0, most: Number.POSITIVE_INFINITY };
    case 'price':
      return exactly(balance.free_of_charge ? 0 : (balance.owed_after_return ?? price));
  }
};

export const SETTLEMENTS = ['settled', 'underpaid', 'overpaid', 'over-refunded'] as const;
export type SettlementState = (typeof SETTLEMENTS)[number];

export interface Settlement {
  state: SettlementState;
  /** By how much the money does not fit. */
  amount: number;
}

/**
 * How the money of an order stands in its stage. Underpaid: the customer owes money; over-refunded: he owes it because
 * too much was given back; overpaid: the house owes it.
 */
export const settlementOf = (balance: Balance, stage: Status): Settlement => {
  const { paid, refunded } = balance;
  const { least, most } = fitting(balance, stage);
  if (paid > most) return { state: 'overpaid', amount: paid - most };
  if (paid >= least) return { state: 'settled', amount: 0 };
  const wasPaid = refunded > 0 && paid + refunded >= least;
  return { state: wasPaid || paid < 0 ? 'over-refunded' : 'underpaid', amount: least - paid };
};

/** Nothing is left to be paid. What is paid beyond that holds up no closing. */
export const isSettled = (balance: Balance, stage: Status): boolean =>
  balance.free_of_charge || ['settled', 'overpaid'].includes(settlementOf(balance, stage).state);

/** What the customer is to get back of an order that ends without the goods; null where no refund is in question. */
export const refundDue = (balance: Balance, stage: Status): number | null => {
  if (!(WITHOUT_GOODS as readonly Status[]).includes(stage)) return null;
  const { state, amount } = settlementOf(balance, stage);
  return state === 'overpaid' ? amount : 0;
};
