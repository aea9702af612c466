import type { EventType } from '@order-ledger/domain/events';
import { exchangeOf } from '@order-ledger/domain/events';
import { isKnown } from '@order-ledger/platform/within';
import { aheadBy, type Case, failing, isAway, isPublished, known, queueOf, secondsSince } from '../case.ts';
import type { QueueEvidence } from '../evidence.ts';
import { lasting, listed, type Rule } from './rule.ts';
import { silenceOf } from './whole-system.ts';

/** Who takes which queue's messages. */
const QUEUE = { 'pricing-worker': 'pricing.intake.v1', 'manufacturing-worker': 'manufacturing.plan.v1' } as const;
export type Worker = keyof typeof QUEUE;

/** A message takes less, seconds. */
const ON_ITS_WAY_S = 10;

/** Events that no message tells the worker of: it finds out by itself. */
const UNTOLD: readonly EventType[] = ['PriceCalculationStarted', 'PriceCalculationRestarted'];

/** The worker whose turn it is, and that has shown no sign of having heard of it. */
export const unheardBy = (one: Case): Worker | null => {
  const { turn, order } = one;
  if (turn.of === 'pricing-worker') {
    if (UNTOLD.includes(turn.since.type)) return null;
    const intake = known(order.intake);
    const job = known(order.job);
    const waits = job !== null && ['QUEUED', 'STARTED'].includes(job.waiter_state);
    if (waits || (intake?.looked_version ?? 0) >= turn.since.metadata.event_version) return null;
    return isKnown(order.job) && isKnown(order.intake) ? 'pricing-worker' : null;
  }
  if (turn.of !== 'manufacturing-worker' || !isKnown(order.plan)) return null;
  const state = order.plan.is?.state ?? null;
  return state === null ? 'manufacturing-worker' : null;
};

const eventText = ({ turn }: Case): string => `${turn.since.type} (event ${turn.since.metadata.event_version})`;
const ageText = (one: Case): string =>
  aheadBy(one, one.turn.since) > 0
    ? 'an unknown time'
    : lasting(secondsSince(one, one.turn.since.metadata.recorded_at));

/** The message has not left the house of the bridge. */
const isHeldBack = (one: Case): boolean => isPublished(one, one.turn.since) === false;

const messages = (one: Case, worker: Worker) => queueOf(one, QUEUE[worker]);

/** The bridge leaves the order out, on the exchange of what is waited for. */
const parkedByBridge = ({ order, turn }: Case) => {
  const exchange = exchangeOf(turn.since.type as EventType);
  return (known(order.parked) ?? []).find(
    ({ process, what }) => process === 'bridge' && what?.endsWith(exchange) === true,
  );
};

/** The worker whose queue its message should be in: whatever the bridge holds back is in none. */
const awaitedBy = (one: Case): Worker | null =>
  isHeldBack(one) || parkedByBridge(one) !== undefined ? null : unheardBy(one);

/** By its letters; where they could not be read, by what its worker tried in vain while the queue has some. */
const deadLetterOf = (one: Case, worker: Worker): string | null => {
  const { letters, plan } = one.order;
  if (isKnown(letters)) {
    const own = letters.is.find(({ queue }) => queue.endsWith(QUEUE[worker]));
    return own === undefined ? null : `${own.type ?? 'a message'} of this order died with ${own.reason}`;
  }
  const waiting = messages(one, worker)?.dead_letters ?? 0;
  const looks = worker === 'manufacturing-worker' ? (known(plan)?.looks ?? 0) : 0;
  return waiting > 0 && looks > 0
    ? `${waiting} dead letters wait, and the order was tried ${looks} times in vain without its message`
    : null;
};

/** A server that a process needs refuses it, or gives no answer; PostgreSQL's own words are five signs. */
export const OUTSIDE =
  /: (?:upload-api-away|ledger-unavailable|read-only|no-session|[0-9A-Z]{5}|E[A-Z0-9]{2,20}|timeout|unreachable)$/;

/** Codes of checks that say that RabbitMQ is out of reach. */
export const ofBroker = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => /^(?:rabbitmq|messaging|consumer)\b|: (?:broker-|nacked|unroutable|topology-)/.test(code));

const isCutOff = (code: string): boolean => OUTSIDE.test(code) || ofBroker([code]).length > 0;

/** What keeps the next step from whoever has to do it. */
export const TO_ITS_PROCESS: readonly Rule[] = [
  {
    verdict: 'parked',
    cause: 'parked-on-the-way',
    help: 'remove the cause, then: npm run parked -- retry ORDER',
    when: (one) => {
      const { order, turn } = one;
      const byActor = (known(order.parked) ?? []).find(({ process }) => process === turn.of);
      const found = byActor ?? (turn.of === 'process-manager' ? undefined : parkedByBridge(one));
      return found === undefined
        ? null
        : `${found.process} has parked the order (${found.reason}) since ${found.parked_at}`;
    },
  },
  {
    verdict: 'process-away',
    cause: 'bridge-away',
    help: 'start the bridge again, or continue it (kill -CONT) where a signal has stopped it: it goes on where it stood',
    when: (one) =>
      unheardBy(one) !== null && isPublished(one, one.turn.since) !== true && isAway(one, 'bridge')
        ? `${silenceOf(one, 'bridge')}, so ${eventText(one)} has not been published for ${ageText(one)}`
        : null,
  },
  {
    verdict: 'event-late',
    cause: 'bridge-cut-off',
    help: 'mend what the bridge is cut off from; it goes on by itself',
    when: (one) => {
      const codes = failing(one, 'bridge').filter(isCutOff);
      return unheardBy(one) !== null && isHeldBack(one) && codes.length > 0
        ? `${eventText(one)} has not been published for ${ageText(one)}: the bridge is cut off (${listed(codes)})`
        : null;
    },
  },
  {
    verdict: 'event-late',
    cause: 'bridge-behind',
    isGeneral: true,
    when: (one) => {
      if (unheardBy(one) === null || !isHeldBack(one)) return null;
      const codes = failing(one, 'bridge');
      return `${eventText(one)} has not been published for ${ageText(one)}: the bridge is behind the ledger${codes.length === 0 ? '' : ` (${listed(codes)})`}`;
    },
  },
  {
    verdict: 'process-away',
    cause: 'process-away',
    help: 'start it again, or continue it (kill -CONT) where a signal has stopped it; nothing is lost, and it goes on by itself',
    when: (one) => {
      const { of } = one.turn;
      if (of !== 'pricing-worker' && of !== 'manufacturing-worker' && of !== 'process-manager') return null;
      return isAway(one, of)
        ? `${silenceOf(one, of)}, and it is its turn since ${eventText(one)}, ${ageText(one)} ago`
        : null;
    },
  },
  {
    verdict: 'event-late',
    cause: 'broker-away',
    help: 'mend the way to RabbitMQ; the message waits there, or the bridge publishes it then',
    when: (one) => {
      const worker = unheardBy(one);
      if (worker === null) return null;
      const codes = ofBroker(failing(one, worker));
      return codes.length > 0
        ? `${worker} cannot take messages (${listed(codes)}), so ${eventText(one)} has not reached it for ${ageText(one)}`
        : null;
    },
  },
];

/** Whoever has to act has tried, and cannot. */
export const DIED: readonly Rule[] = [
  {
    verdict: 'dead-letter',
    cause: 'dead-letter',
    help: 'npm run dead-letters -- list --order ORDER; remove the cause, then requeue the letter',
    when: (one) => {
      const worker = unheardBy(one);
      return worker === null ? null : deadLetterOf(one, worker);
    },
  },
];

/** The bridge has gone past it, as far as that is known. */
const publishedText = (one: Case): string =>
  isPublished(one, one.turn.since) === true
    ? `the bridge has published ${eventText(one)}, recorded ${ageText(one)} ago`
    : `${eventText(one)} was recorded ${ageText(one)} ago`;

/** No queue that is known has a message that could be the order's. */
const isInNoQueue = (
  { order: { letters } }: Case,
  { queue, messages, retrying, dead_letters }: QueueEvidence,
): boolean =>
  (messages ?? 0) === 0 &&
  (retrying ?? 0) === 0 &&
  (isKnown(letters) ? letters.is.every((letter) => !queue.endsWith(letter.queue)) : (dead_letters ?? 0) === 0);

/** Where the worker has seen in the ledger what it was to hear by message: its reconciler should have looked since. */
const unlookedText = (one: Case, worker: Worker): string => {
  const { intake, plan } = one.order;
  if (worker === 'pricing-worker') {
    const seen = known(intake);
    return seen !== null && seen.seen_version >= one.turn.since.metadata.event_version
      ? `; its reconciler knows of the order since ${seen.seen_at} and has not looked at it yet`
      : '; its reconciler does not know of the order either';
  }
  const awaited = known(plan);
  if (awaited === null || awaited.awaited === null) return '; its reconciler does not know of the order either';
  return `; its reconciler has looked at the order ${awaited.looks ?? 0} times`;
};

/** It may be in somebody's hands, and nothing is wrong yet. */
const isYoung = (one: Case): boolean =>
  aheadBy(one, one.turn.since) > 0 || secondsSince(one, one.turn.since.metadata.recorded_at) < ON_ITS_WAY_S;

/** What has become of a message that was published, and that its worker has not heard of. */
export const AT_THE_QUEUE: readonly Rule[] = [
  {
    verdict: 'event-late',
    cause: 'message-waits',
    when: (one) => {
      const worker = awaitedBy(one);
      const queue = worker === null ? null : messages(one, worker);
      return queue !== null && (queue.messages ?? 0) > 0
        ? `${publishedText(one)}, ${worker} has not heard of it, and ${queue.messages} messages wait in ${queue.queue}`
        : null;
    },
  },
  {
    verdict: 'event-late',
    cause: 'message-retried',
    help: 'see why it fails: npm run logs or the log of the worker',
    when: (one) => {
      const worker = awaitedBy(one);
      const queue = worker === null ? null : messages(one, worker);
      return queue !== null && (queue.retrying ?? 0) > 0
        ? `${eventText(one)} has not been handled for ${ageText(one)}, and ${queue.retrying} messages of ${queue.queue} wait to be tried again`
        : null;
    },
  },
  {
    verdict: 'event-late',
    cause: 'on-its-way',
    isGeneral: true,
    when: (one) =>
      unheardBy(one) !== null && isYoung(one)
        ? `${eventText(one)} was recorded ${ageText(one)} ago and may still be on its way`
        : null,
  },
  {
    verdict: 'event-missing',
    cause: 'message-lost',
    help: 'the reconciler of the worker looks for it after OVERLOOKED_AFTER_MS; if it does not, see its log',
    when: (one) => {
      const worker = awaitedBy(one);
      const queue = worker === null ? null : messages(one, worker);
      if (worker === null || queue === null || isYoung(one) || !isInNoQueue(one, queue)) return null;
      if (isPublished(one, one.turn.since) === null) return null;
      const gone = queue.messages === null ? `there is no queue ${queue.queue}` : `nothing waits in ${queue.queue}`;
      return `${publishedText(one)}, ${worker} has not heard of it, and ${gone}: its message is lost, or has been in the worker's hands since${unlookedText(one, worker)}`;
    },
  },
  {
    verdict: 'event-late',
    cause: 'not-heard-of',
    isGeneral: true,
    help: 'see where the message is once RabbitMQ answers: missing or late cannot be told without it',
    when: (one) => {
      const worker = awaitedBy(one);
      if (worker === null) return null;
      const published = isPublished(one, one.turn.since);
      if (published !== null && messages(one, worker) !== null && isKnown(one.order.letters)) return null;
      return `${worker} has not heard of ${eventText(one)} for ${ageText(one)}, and ${published === null ? 'whether it was published' : 'what RabbitMQ holds of it'} is not known`;
    },
  },
];
