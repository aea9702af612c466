import type { Status } from '@order-ledger/domain/status';
import { PLANNABLE_STATUSES } from '@order-ledger/domain/status';
import { passed } from '@order-ledger/domain/time';
import { isKnown } from '@order-ledger/platform/within';
import {
  aheadBy,
  type Case,
  DUE_IN,
  failing,
  isAway,
  known,
  secondsSince,
  standing,
  TIMER_LATE_S,
  waitOf,
} from '../case.ts';
import { lasting, listed, type Rule } from './rule.ts';
import { silenceOf } from './whole-system.ts';

const personsTurn = ({ turn }: Case): boolean => turn.of === 'person';

const waits = (one: Case): string =>
  aheadBy(one, one.turn.since) > 0
    ? 'for an unknown time'
    : `for ${lasting(secondsSince(one, one.turn.since.metadata.recorded_at))}`;

/** Since when it is somebody's turn, and what is waited for by the status; -1: that cannot be told. */
const waitFacts = (one: Case) => ({
  waits_s: aheadBy(one, one.turn.since) > 0 ? -1 : secondsSince(one, one.turn.since.metadata.recorded_at),
  in_status: one.state.status,
});

/** Who does what in a status where a person is waited for. */
const PERSON: Readonly<Partial<Record<Status, string>>> = {
  INITIATED: 'the customer to upload a model',
  FILE_UPLOADED: 'the customer to submit the order',
  MANUFACTURING_STARTED: 'the operator to report the pieces',
  MANUFACTURING_FAILED: 'an operator to begin again, or quality to require rework',
  REWORK_REQUIRED: 'an operator to begin the rework',
  MANUFACTURING_COMPLETED: 'a packer to begin packing',
  PACKAGING_STARTED: 'the packer to report the parcels',
  PACKAGING_COMPLETED: 'a packer to ask a carrier, or to hand the parcel over',
  SHIPPED: 'somebody to confirm the delivery',
  RETURN_REQUESTED: 'the warehouse to receive the goods, or an agent to decline the return',
  RETURNED: 'an agent to settle the return and close the order',
};

const claimable = (one: Case): boolean =>
  personsTurn(one) && (PLANNABLE_STATUSES as readonly Status[]).includes(one.state.status);

/** Whoever has to do the next step needs command-api for it. */
const isOthersTurn = ({ turn }: Case): boolean => ['person', 'carrier', 'hold', 'error'].includes(turn.of);

const held = (one: Case) => (personsTurn(one) ? one.state.claim : null);

/** Recorded within its limit, and happened long before: the news came late. */
const cameLate = (one: Case, limits: Parameters<Rule['when']>[1]): boolean => {
  const { occurred_at } = one.entered.metadata;
  const { from, seconds, limit } = waitOf(one, limits);
  return aheadBy(one, from) === 0 && seconds <= limit.seconds && secondsSince(one, occurred_at) > limit.seconds;
};

export const RECORDED_LATE: readonly Rule[] = [
  {
    verdict: 'event-late',
    cause: 'recorded-late',
    when: (one, limits) =>
      cameLate(one, limits)
        ? {
            text: `${one.entered.type} happened at ${one.entered.metadata.occurred_at} and was recorded only at ${one.entered.metadata.recorded_at}`,
            facts: { happened_at: one.entered.metadata.occurred_at, recorded_at: one.entered.metadata.recorded_at },
          }
        : null,
  },
];

/** Whom the order waits for outside of our processes. */
export const WAITING: readonly Rule[] = [
  {
    verdict: 'event-late',
    cause: 'timer-late',
    help: 'process-manager fires no timer before it and the rest of the system have been ready for a while; npm run status says what is not',
    when: (one) => {
      const late = (known(one.order.timers) ?? []).find(({ due_at }) => secondsSince(one, due_at) > TIMER_LATE_S);
      if (late === undefined) return null;
      const codes = failing(one, 'process-manager');
      const why = isAway(one, 'process-manager')
        ? silenceOf(one, 'process-manager')
        : codes.length > 0
          ? `process-manager holds its timers back (${listed(codes)})`
          : 'process-manager has not acted on it';
      return `the timer ${late.rule} was due at ${late.due_at}: ${why}`;
    },
  },
  {
    verdict: 'waiting-for-person',
    cause: 'carrier-event-incomplete',
    help: 'ask the carrier for what is missing, and confirm in its place',
    when: ({ turn }) =>
      turn.of === 'person' && turn.incomplete.length > 0
        ? `the carrier's event ${turn.since.metadata.event_version} lacks ${listed(turn.incomplete)}, so nobody can follow it but a person`
        : null,
  },
  {
    verdict: 'waiting-for-carrier',
    cause: 'carrier-silent',
    help: 'ask the carrier; a lead of the MES or an agent may confirm in its place',
    when: (one) =>
      one.turn.of === 'carrier'
        ? {
            text: `carrier ${one.turn.carrier} has ${one.state.status === 'SHIPPED' ? 'told of no delivery' : 'not answered the shipment request'} ${waits(one)}`,
            facts: { ...waitFacts(one), carrier: String(one.turn.carrier) },
          }
        : null,
  },
  {
    verdict: 'waiting-for-person',
    cause: 'quote-expired',
    help: 'accept nothing: ask for a new price, revise the order or cancel it',
    when: (one) => {
      const { quote, status } = one.state;
      if (!personsTurn(one) || status !== 'PRICE_CALCULATED' || quote === null) return null;
      return passed(quote.valid_until, one.system.at)
        ? {
            text: `the quote was valid until ${quote.valid_until}, and the customer has not accepted it`,
            facts: { valid_until_at: quote.valid_until },
          }
        : null;
    },
  },
  {
    verdict: 'waiting-for-person',
    cause: 'quote-unanswered',
    isGeneral: true,
    when: (one) =>
      personsTurn(one) && one.state.status === 'PRICE_CALCULATED'
        ? { text: `the customer has not answered the quote ${waits(one)}`, facts: waitFacts(one) }
        : null,
  },
  {
    verdict: 'waiting-for-person',
    cause: 'payment-missing',
    when: (one) => {
      const { status, paid, terms } = one.state;
      const due = DUE_IN[status];
      if (!personsTurn(one) || due === undefined) return null;
      return {
        text: `the payment is missing ${waits(one)}: ${paid} of ${due(one.state)} ${terms.currency} (minor units) are paid`,
        facts: { ...waitFacts(one), paid_amount: paid, due_amount: due(one.state), currency: terms.currency },
      };
    },
  },
  {
    verdict: 'waiting-for-person',
    cause: 'claim-left',
    help: 'the claim keeper of command-api ends it; a lead of the MES may release or reassign it at once',
    when: (one) => {
      const claim = held(one);
      const lease = known(one.order.lease);
      if (claim === null || lease === null || lease.fence_token !== claim.fence_token) return null;
      if (Date.parse(lease.expires_at) > one.now && !lease.closed) return null;
      const keeper = isAway(one, 'command-api') ? `; ${silenceOf(one, 'command-api')}, and so its claim keeper` : '';
      return {
        text: `${claim.operator} holds the claim and has not renewed it since its lease ended at ${lease.expires_at}${keeper}`,
        facts: { operator: claim.operator, ended_at: lease.expires_at },
      };
    },
  },
  {
    verdict: 'waiting-for-person',
    cause: 'claim-held',
    isGeneral: true,
    help: 'ask the holder; a lead of the MES may reassign or release the claim',
    when: (one) => {
      const claim = held(one);
      if (claim === null) return null;
      const lease = known(one.order.lease);
      const kept = lease?.fence_token === claim.fence_token ? lease : null;
      const until = !isKnown(one.order.lease)
        ? ''
        : kept === null
          ? ' (no lease of it is kept, so it does not end by itself)'
          : `, until ${kept.expires_at} unless it is renewed`;
      return {
        text: `${claim.operator} holds the claim${until}; waited for: ${PERSON[one.state.status] ?? 'the holder to begin'} ${waits(one)}`,
        facts: { ...waitFacts(one), operator: claim.operator },
      };
    },
  },
  {
    verdict: 'waiting-for-person',
    cause: 'nobody-claims',
    when: (one) =>
      claimable(one) && one.state.claim === null
        ? {
            text: `nobody has claimed it ${waits(one)}; waited for: ${PERSON[one.state.status] ?? 'an operator to claim it and to begin'}`,
            facts: waitFacts(one),
          }
        : null,
  },
  {
    verdict: 'waiting-for-person',
    cause: 'person-acts',
    isGeneral: true,
    when: (one) =>
      personsTurn(one)
        ? { text: `it waits ${waits(one)} for ${PERSON[one.state.status] ?? 'a person'}`, facts: waitFacts(one) }
        : null,
  },
  {
    verdict: 'process-away',
    cause: 'command-api-away',
    help: 'start command-api again, or continue it (kill -CONT) where a signal has stopped it',
    when: (one) =>
      isOthersTurn(one) && isAway(one, 'command-api')
        ? `${silenceOf(one, 'command-api')}, so nobody can send a command`
        : null,
  },
  {
    verdict: 'process-away',
    cause: 'command-api-not-ready',
    help: 'npm run status; what each code means, and what helps, stands in docs/operations.md',
    when: (one) => {
      const codes = standing(one, 'command-api');
      return isOthersTurn(one) && codes !== null
        ? `command-api is not ready (${codes.length === 0 ? 'it starts, or ends' : listed(codes)}), so commands may be refused`
        : null;
    },
  },
];

/** What stops none of the order's next steps, and is worth a word. */
export const BESIDE: readonly Rule[] = [
  {
    verdict: 'parked',
    cause: 'parked-elsewhere',
    isGeneral: true,
    when: ({ order, turn }) => {
      const found = known(order.parked) ?? [];
      return found.length === 0 || turn.of === 'nobody'
        ? null
        : `beside its next step it is parked: ${found.map(({ process, what, reason, parked_at }) => `${process}${what === null ? '' : ` (${what})`}, ${reason} since ${parked_at}`).join('; ')}`;
    },
  },
];
