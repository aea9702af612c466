import { allowedTransitions } from '@order-ledger/domain/allowed-transitions';
import type { Actor } from '@order-ledger/domain/grants';
import { madeOf, type Pieces, rejectedOf, scrappedOf, shippedOf, toMake } from '@order-ledger/domain/pieces';
import type { AllowedTransition } from '@order-ledger/domain/refusal';
import type { OrderState } from '@order-ledger/domain/state';
import { adviceOn } from '@order-ledger/pricing/fault-words';
import type { OrderDetail } from '@order-ledger/read-model/reading/order-columns';
import type { Audience } from '../audience.ts';
import type { OrderDetailAnswer } from './answers.ts';
import { durationsOf, leadTimesOf } from './history.ts';
import { presentOrder } from './order.ts';
import { type DETAIL_FIELDS, type ShownDetail, shownTo } from './order-fields.ts';
import type { ToldOrder } from './past-order.ts';

type Detailed = Required<Pick<OrderDetailAnswer, keyof typeof DETAIL_FIELDS>>;
type Quote = NonNullable<OrderDetailAnswer['quote']>;

const codesOf = (faults: unknown): string[] =>
  Array.isArray(faults) ? faults.map(({ code }: { code: string }) => code) : [];

const faultsOf = (risk: unknown): unknown => (risk as { faults?: unknown } | null)?.faults;

/** The price's data without whose attempt and job it was; a partner sees what it pays for, not how it was reckoned. */
const quoteOf = (order: ShownDetail, audience: Audience): Quote | null => {
  const { price, quote_version, valid_until, due_before_production, currency } = order;
  if (price === null || quote_version === null || valid_until === null || due_before_production === null) return null;
  const {
    price: amount,
    breakdown,
    tariff_version,
    engine_version,
    machine_seconds,
    measures,
    parameters,
    risk,
  } = price;
  const quote = {
    quote_version,
    price: amount,
    breakdown,
    valid_until: valid_until.toISOString(),
    due_before_production: { amount: due_before_production, currency },
    parameters,
    ...(risk === undefined ? {} : { risk: { ...risk, advice: adviceOn(codesOf(faultsOf(risk))) } }),
    ...(audience === 'staff' ? { tariff_version, engine_version, machine_seconds, measures } : {}),
  };
  return quote as unknown as Quote;
};

export const rejectionOf = ({ rejection }: Pick<OrderDetail, 'rejection'>): Detailed['rejection'] =>
  rejection === null
    ? null
    : { reason: String(rejection.reason), faults: rejection.faults, advice: adviceOn(codesOf(rejection.faults)) };

/** How the pieces were made is the house's own. */
const piecesOf = (pieces: Pieces, audience: Audience): Detailed['pieces'] => ({
  ordered: pieces.ordered,
  short: pieces.short,
  shipped: shippedOf(pieces),
  ...(audience === 'staff'
    ? {
        made: madeOf(pieces),
        rejected: rejectedOf(pieces),
        scrapped: scrappedOf(pieces),
        to_make: toMake(pieces),
      }
    : {}),
});

const details = ({ order, pieces }: ToldOrder, audience: Audience): Detailed => ({
  quote: quoteOf(order, audience),
  rejection: rejectionOf(order),
  pieces: piecesOf(pieces, audience),
  held_ms: order.held_ms,
  errored_ms: order.errored_ms,
  held_from: order.held_from,
  error_from: order.error_from,
  return_from: order.return_from,
  holds: order.lifecycle.holds
    .filter(({ open }) => open)
    .map(({ hold_id, reason, side }) => ({ hold_id, reason, side })),
  carriers: order.carriers,
  work_centre: order.work_centre,
  planned_start_at: order.planned_start_at?.toISOString() ?? null,
  last_event_type: order.last_event_type,
  correlation_id: order.correlation_id,
});

type Answered = Pick<OrderDetailAnswer, 'durations' | 'lead_times'> & Partial<Detailed>;

/** What follows on the order itself and on what its reader may do: nothing of it depends on the time or on who reads. */
export const presentLife = (told: ToldOrder, audience: Audience): Answered => ({
  durations: durationsOf(told.history, audience),
  lead_times: audience === 'carrier' ? {} : leadTimesOf(told.history),
  ...shownTo(audience, details(told, audience)),
});

/** Of an order of which no event can be shown: it has no history that more would follow from. */
export const NO_LIFE: Answered = { durations: {}, lead_times: {} };

export const presentOutline = (
  order: OrderDetail,
  { audience, now }: { audience: Audience; now: Date },
): OrderDetailAnswer => ({ ...presentOrder(order, audience, now), allowed_transitions: [], ...NO_LIFE });

/** Edges are found by the lifecycle alone; guards, which look at the rest of the state, are not asked. */
export const transitionsOf = ({ lifecycle }: Pick<OrderDetail, 'lifecycle'>, actor: Actor): AllowedTransition[] =>
  allowedTransitions(lifecycle as OrderState, actor);

/** What an answer about one order says of what it does not show. */
export const presentStaleness = (
  { is_stale, stale_reason }: Pick<OrderDetail, 'is_stale' | 'stale_reason'>,
  audience: Audience,
): Pick<OrderDetailAnswer, 'stale' | 'stale_reason'> =>
  shownTo(audience, { stale: is_stale, stale_reason: is_stale ? stale_reason : null });

/** One order with all that is told about it; `now` is the time that ages run to. */
export const presentDetail = (
  told: ToldOrder,
  { actor, audience, now }: { actor: Actor; audience: Audience; now: Date },
): OrderDetailAnswer => ({
  ...presentOrder(told.order, audience, now),
  allowed_transitions: transitionsOf(told.order, actor),
  ...presentLife(told, audience),
});
