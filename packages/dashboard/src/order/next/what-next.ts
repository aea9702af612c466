import { COMMANDS, GROUPS, type Group, isPageCommand, NEXT_IN, type PageCommand } from './commands.ts';

/** A command of the API's answer, as it stands with this order and this caller. */
export interface Prospect {
  readonly command: string;
  readonly to: string | null;
  readonly obstacle: { readonly code: string; readonly text: string | null } | null;
  readonly by: readonly string[];
  /** The reasons that he may give; null: all that the command has. */
  readonly reasons?: readonly string[] | null;
  readonly from: readonly string[];
}

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What the choice and the reasons look at of an order. */
export interface OrderNow {
  readonly status: string;
  readonly delivery_method?: string | null | undefined;
  readonly paid?: Money | undefined;
  readonly price?: Money | null | undefined;
  readonly refund_due?: Money | null | undefined;
  readonly quote?: { readonly due_before_production: Money; readonly valid_until: string } | null | undefined;
  readonly claim?: { readonly operator: string } | null | undefined;
}

/** Why a command is not offered, by what the page can say of it in its own words; `told`: as the API says it. */
export type Reason =
  | { readonly why: 'held' | 'frozen' | 'order-full' | 'not-claimed' | 'repack-not-due' | 'returned-before' }
  | { readonly why: 'role'; readonly roles: readonly string[] }
  | { readonly why: 'status'; readonly statuses: readonly string[] }
  | { readonly why: 'payment' | 'unsettled'; readonly due: Money; readonly paid: Money }
  | { readonly why: 'paid'; readonly paid: Money }
  | { readonly why: 'claimed'; readonly operator: string }
  | { readonly why: 'quote-expired' | 'quote-valid'; readonly until: string }
  | { readonly why: 'told'; readonly text: string };

const ofGuard = ({ code, text }: { code: string; text: string | null }, order: OrderNow): Reason => {
  const { quote, paid, price, claim } = order;
  const told: Reason = { why: 'told', text: text ?? code };
  switch (code) {
    case 'payment-missing':
      return quote && paid ? { why: 'payment', due: quote.due_before_production, paid } : told;
    case 'not-settled':
      return price && paid ? { why: 'unsettled', due: price, paid } : told;
    case 'order-paid':
      return paid ? { why: 'paid', paid } : told;
    case 'claimed':
    case 'not-claim-holder':
      return claim ? { why: 'claimed', operator: claim.operator } : told;
    case 'quote-expired':
      return quote ? { why: 'quote-expired', until: quote.valid_until } : told;
    case 'not-due-for-recalculation':
      return quote ? { why: 'quote-valid', until: quote.valid_until } : told;
    case 'not-claimed':
    case 'repack-not-due':
    case 'returned-before':
      return { why: code };
    default:
      return told;
  }
};

export const reasonOf = ({ obstacle, by, from }: Prospect, order: OrderNow): Reason | null => {
  if (obstacle === null) return null;
  switch (obstacle.code) {
    case 'held':
    case 'frozen':
    case 'order-full':
      return { why: obstacle.code };
    case 'forbidden':
      return { why: 'role', roles: by };
    case 'illegal-transition':
      return { why: 'status', statuses: from };
    default:
      return ofGuard(obstacle, order);
  }
};

export interface Offer {
  readonly command: PageCommand;
  readonly to: string | null;
}
export interface Refused {
  readonly command: PageCommand;
  readonly reason: Reason;
}

export interface WhatNext {
  readonly primary: Offer | null;
  /** What else may be sent, by where it stands in the menu. */
  readonly others: readonly { readonly group: Group; readonly offers: readonly Offer[] }[];
  /** What may not, the nearest first: a condition, then a role, then another status. */
  readonly refused: readonly Refused[];
}

/** The goods go one way: a carrier is not asked for what is handed over, and the other way round. */
const fitsDelivery = (command: PageCommand, { delivery_method }: OrderNow): boolean => {
  if (command === 'RequestShipment') return delivery_method !== 'PICKUP' && delivery_method !== 'OWN_COURIER';
  if (command === 'ShipOrder') return delivery_method !== 'CARRIER';
  return true;
};

/** A correction of money is no way on while there is nothing to correct. */
const isDue = (command: PageCommand, order: OrderNow): boolean =>
  command === 'RecordRefund' ? (order.refund_due?.amount ?? 0) > 0 : true;

const NEARNESS: readonly (readonly Reason['why'][])[] = [
  [
    'payment',
    'unsettled',
    'paid',
    'claimed',
    'not-claimed',
    'quote-expired',
    'quote-valid',
    'repack-not-due',
    'returned-before',
    'told',
  ],
  ['held', 'frozen', 'order-full'],
  ['role'],
  ['status'],
];
const nearnessOf = ({ reason }: Refused): number => NEARNESS.findIndex((kinds) => kinds.includes(reason.why));

/** What one may do next with an order, and what stands in the way of the rest. */
export const whatNext = (prospects: readonly Prospect[], order: OrderNow): WhatNext => {
  const own = prospects.filter((each): each is Prospect & { command: PageCommand } => isPageCommand(each.command));
  const offers = own.filter(({ obstacle }) => obstacle === null).map(({ command, to }): Offer => ({ command, to }));
  const wanted = (NEXT_IN[order.status] ?? []).filter((each) => fitsDelivery(each, order) && isDue(each, order));
  const primary = wanted
    .map((each) => offers.find(({ command }) => command === each))
    .find((each) => each !== undefined);
  const rest = offers.filter((each) => each !== primary);
  const refused = own.flatMap((each): Refused[] => {
    const reason = reasonOf(each, order);
    return reason === null ? [] : [{ command: each.command, reason }];
  });
  return {
    primary: primary ?? null,
    others: GROUPS.map((group) => ({
      group,
      offers: rest.filter(({ command }) => COMMANDS[command].group === group),
    })).filter((each) => each.offers.length > 0),
    refused: refused.sort((one, other) => nearnessOf(one) - nearnessOf(other)),
  };
};
