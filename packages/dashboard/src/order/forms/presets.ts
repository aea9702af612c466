import type { PageCommand } from '../next/commands.ts';
import type { Field } from './fields.ts';
import { typedAmount } from './money-input.ts';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** What the page knows of an order that a command must say again. */
export interface Known {
  readonly claim?: { readonly operator: string; readonly fence_token?: number | undefined } | null | undefined;
  readonly quote?:
    | {
        readonly quote_version: number;
        readonly due_before_production: Money;
        readonly risk?: { readonly reason: string } | undefined;
      }
    | null
    | undefined;
  readonly paid?: Money | undefined;
  readonly price?: Money | null | undefined;
  readonly refund_due?: Money | null | undefined;
  readonly holds?: readonly { readonly hold_id: string; readonly reason: string }[] | undefined;
  readonly carriers?: readonly string[] | undefined;
  readonly pieces?: { readonly ordered: number; readonly to_make?: number | undefined } | undefined;
  readonly priority?: string | undefined;
  readonly delivery_method?: string | null | undefined;
  readonly shipment_request_id: string | null;
  /** Who works here, as far as it is known. */
  readonly operators?: readonly string[] | undefined;
}

export interface Presets {
  /** Sent as they are and not asked. */
  readonly silent: Readonly<Record<string, string | number>>;
  /** Typed beforehand, to be changed. */
  readonly typed: Readonly<Record<string, string>>;
  /** Fields that would be refused, or make no sense, with this order. */
  readonly without: readonly string[];
  /** Likely values of a field that takes others too. */
  readonly suggested?: Readonly<Record<string, readonly string[]>>;
}

const NONE: Presets = { silent: {}, typed: {}, without: [] };

const amount = (money: Money | null | undefined, minus: Money | undefined, locale: string): Record<string, string> => {
  const left = (money?.amount ?? 0) - (minus?.amount ?? 0);
  return money && left > 0 ? { '/amount': typedAmount(left, money.currency, locale) } : {};
};

/** A risk is asked of whoever accepts a price that has one. */
const withRisk = ({ quote }: Pick<Known, 'quote'>): Presets =>
  quote?.risk === undefined
    ? { ...NONE, without: ['accepts_risk'] }
    : { ...NONE, typed: { '/accepts_risk': quote.risk.reason } };

/** How a returned order is closed and how a delivered one is are different questions. */
const closing = (status: string): Presets =>
  status === 'RETURNED' ? NONE : { ...NONE, without: ['refund_id', 'remake_order_id', 'no_refund'] };

/** What an order says already of a command's body. `newId` makes ids of what is recorded under its own. */
export const presetsFor = (
  command: PageCommand,
  status: string,
  known: Known,
  { locale, newId }: { locale: string; newId: (kind: string) => string },
): Presets => {
  const token = known.claim?.fence_token;
  const claim: Presets =
    token === undefined ? { ...NONE, without: ['fence_token'] } : { ...NONE, silent: { fence_token: token } };
  const pieces = known.pieces?.to_make ?? known.pieces?.ordered;
  switch (command) {
    case 'AcceptQuote':
      return { ...withRisk(known), silent: known.quote ? { quote_version: known.quote.quote_version } : {} };
    case 'ApproveManufacturing':
      return status === 'WAITING_PAYMENT' ? withRisk({ quote: null }) : withRisk(known);
    case 'CompleteManufacturing':
      return {
        ...claim,
        typed: pieces === undefined ? {} : { '/good_quantity': String(pieces), '/scrap_quantity': '0' },
      };
    case 'FailManufacturing':
      return { ...claim, typed: { '/good_quantity': '0' } };
    case 'CompletePackaging':
      return known.delivery_method === 'PICKUP' ? { ...claim, without: [...claim.without, 'parcels'] } : claim;
    case 'ReleaseClaim':
      return { ...claim, typed: { '/reason': 'SHIFT_END' } };
    case 'ReassignClaim':
      return { ...NONE, suggested: { to_operator: known.operators ?? [] } };
    case 'StartManufacturing':
    case 'RequireRework':
      return claim;
    case 'RecordPayment':
      return { ...NONE, typed: amount(known.price ?? known.quote?.due_before_production, known.paid, locale) };
    case 'RecordRefund':
      return { ...NONE, typed: amount(known.refund_due, undefined, locale) };
    case 'HoldOrder':
      return { ...NONE, silent: { hold_id: newId('hold') } };
    case 'ResumeOrder':
      return known.holds?.length === 1 && known.holds[0] !== undefined
        ? { ...NONE, silent: { hold_id: known.holds[0].hold_id } }
        : NONE;
    case 'RequestShipment':
      return { ...NONE, silent: { shipment_request_id: newId('shipment') } };
    case 'ConfirmShipment':
    case 'DeclineShipment':
      return known.shipment_request_id === null
        ? NONE
        : { ...NONE, silent: { shipment_request_id: known.shipment_request_id } };
    case 'ShipOrder':
      return known.delivery_method === 'PICKUP' || known.delivery_method === 'OWN_COURIER'
        ? { ...NONE, typed: { '/handover': known.delivery_method } }
        : NONE;
    case 'ReviseOrder':
      return { ...NONE, without: ['upload_id', 'sha256', 'unit'] };
    case 'CloseOrder':
      return closing(status);
    case 'ReportError':
      return { ...NONE, silent: { trace_id: newId('page') } };
    default:
      return NONE;
  }
};

/** Reasons that this caller may not give are not offered. */
const withReasons = (field: Field, reasons: readonly string[] | null): Field =>
  field.kind === 'choice' && field.name === 'reason' && reasons !== null
    ? { ...field, options: field.options.filter((option) => reasons.includes(option)) }
    : field;

/** The fields that are asked: without those that go silently, and those that do not fit. */
export const askedFields = (
  fields: readonly Field[],
  { silent, without }: Presets,
  reasons: readonly string[] | null = null,
): Field[] =>
  fields.filter(({ name }) => !(name in silent) && !without.includes(name)).map((field) => withReasons(field, reasons));
