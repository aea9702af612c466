import { passed } from '../time.ts';
import type { Money } from '../values.ts';
import { bodyOf, type Guard, no } from './guard.ts';

export const nextPriceAttempt: Guard = (state, command) =>
  bodyOf<{ attempt: number }>(command).attempt === state.price_attempt + 1
    ? null
    : no('stale-attempt', `the next attempt is ${state.price_attempt + 1}`);

export const currentPriceAttempt: Guard = (state, command) => {
  const { attempt, job_id } = bodyOf<{ attempt: number; job_id: string }>(command);
  return attempt === state.price_attempt && job_id === state.price_job_id
    ? null
    : no('stale-attempt', `the current attempt is ${state.price_attempt} of job ${state.price_job_id}`);
};

export const currentSpecification: Guard = (state, command) =>
  bodyOf<{ spec_version: number }>(command).spec_version === state.spec_version
    ? null
    : no('stale-specification', `the specification is that of event_version ${state.spec_version}`);

export const pricePositive: Guard = (_state, command) =>
  (bodyOf<{ price: Money }>(command).price?.amount ?? 0) > 0
    ? null
    : no('price-not-positive', 'a price is more than 0');

export const recalculationDue: Guard = (state, command) =>
  state.recalculation_requested || (state.quote !== null && passed(state.quote.valid_until, command.recorded_at))
    ? null
    : no(
        'not-due-for-recalculation',
        `the quote is valid until ${state.quote?.valid_until} and nobody asked for another`,
      );

export const latestQuote: Guard = (state, command) =>
  state.quote?.quote_version === bodyOf<{ quote_version: number }>(command).quote_version
    ? null
    : no('outdated-quote', `the latest quote is ${state.quote?.quote_version}`);

export const quoteValid: Guard = (state, command) =>
  state.quote !== null && !passed(state.quote.valid_until, command.recorded_at)
    ? null
    : no('quote-expired', `the quote was valid until ${state.quote?.valid_until}: ask for a recalculation`);

/** What may spoil the part is taken on with the price, in so many words; a price that was accepted needs no more. */
export const riskAccepted: Guard = (state, command) => {
  const risk = state.quote?.risk ?? null;
  if (risk === null || state.status === 'WAITING_PAYMENT') return null;
  return bodyOf<{ accepts_risk: string }>(command).accepts_risk === risk
    ? null
    : no(
        'risk-not-accepted',
        `the price is for a part that may be spoilt, ${risk}: take it on with accepts_risk ${risk}, or revise the order`,
      );
};

/** A quote that was accepted stays good while the payment is on its way: AcceptQuote asked for its validity. */
export const quoteValidOrAccepted: Guard = (state, command) =>
  state.status === 'WAITING_PAYMENT' ? null : quoteValid(state, command);
