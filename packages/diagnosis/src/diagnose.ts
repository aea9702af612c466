import { isFinal } from '@order-ledger/domain/status';
import { isKnown } from '@order-ledger/platform/within';
import { aheadBy, type Case, caseOf, known, secondsSince, stepsOf, waitOf } from './case.ts';
import type { Evidence } from './evidence.ts';
import { awayIn, linesOf } from './evidence-lines.ts';
import { AT_WORK, DEPENDENCIES } from './rules/at-work.ts';
import { CLOCKS } from './rules/clocks.ts';
import { FROZEN } from './rules/frozen.ts';
import { AT_THE_QUEUE, DIED, TO_ITS_PROCESS } from './rules/on-the-way.ts';
import type { Rule } from './rules/rule.ts';
import { BESIDE, RECORDED_LATE, WAITING } from './rules/waiting.ts';
import { WHOLE_SYSTEM } from './rules/whole-system.ts';
import type { StageLimits } from './stage-limits.ts';
import type { Diagnosis, Finding, QueuePlace, Verdict } from './verdict.ts';

/** In this order: what comes first is the verdict, what also fits is told beside it. */
export const RULES: readonly Rule[] = [
  ...WHOLE_SYSTEM,
  ...FROZEN,
  ...RECORDED_LATE,
  ...TO_ITS_PROCESS,
  ...DIED,
  ...DEPENDENCIES,
  ...CLOCKS,
  ...AT_THE_QUEUE,
  ...AT_WORK,
  ...WAITING,
  ...BESIDE,
];

/** Within its limit an order may wait for these as long as it likes. */
const USUAL: readonly Verdict[] = ['waiting-for-person', 'waiting-for-carrier', 'in-queue', 'work-slow', 'unknown'];
/** Something is wrong on the way to the process whose turn it is: then the limit of what the system has to do counts. */
const WRONG: readonly Verdict[] = [
  ...(['process-away', 'dependency-away', 'dead-letter', 'event-late', 'event-missing', 'job-missing'] as const),
];
/** Anything may take so long on its way, seconds. */
const ON_ITS_WAY_S = 10;

/** What helps where no rule fits. */
export const NOTHING_FITS_HELPS = {
  'nothing-fits': 'npm run incident -- ORDER has everything that is known of it',
  'sources-away': 'see to whoever gives no answer, and ask again',
} as const;

const NOT_KNOWN: Finding = {
  verdict: 'unknown',
  cause: 'nothing-fits',
  text: 'nothing of what could be asked says why it stands still',
  facts: {},
  help: NOTHING_FITS_HELPS['nothing-fits'],
  isGeneral: false,
};

/** Nothing fits; where somebody gave no answer he may know. */
const notKnown = (evidence: Evidence): Finding => {
  const away = awayIn(evidence);
  if (away.length === 0) return NOT_KNOWN;
  const text = `why it stands still is not known without an answer of ${away.map(({ source, says }) => `${source} (${says})`).join('; ')}`;
  return { ...NOT_KNOWN, cause: 'sources-away', text, help: NOTHING_FITS_HELPS['sources-away'] };
};

const findingsOf = (one: Case, limits: StageLimits): Finding[] =>
  RULES.flatMap(({ verdict, cause, help = null, isGeneral = false, when }) => {
    const found = when(one, limits);
    if (found === null) return [];
    const told = typeof found === 'string' ? { text: found, facts: {} } : found;
    return [{ verdict, cause, ...told, help, isGeneral }];
  });

const placeOf = ({ order, turn }: Case): QueuePlace | null => {
  const job = turn.of === 'pricing-worker' ? known(order.job) : null;
  if (job === null || job.job_state !== 'QUEUED') return null;
  const { lane, queue_position, predicted_p50_s, predicted_p95_s } = job;
  return { lane, place: queue_position, estimate_s: { p50: predicted_p50_s, p95: predicted_p95_s } };
};

const whyUntold = (evidence: Evidence): Omit<Finding, 'isGeneral' | 'facts'> => {
  const { system, order } = evidence;
  const row = known(order.row);
  if (!isKnown(system.ledger)) {
    const text = `the event store does not answer (${system.ledger.unknown}), and no table tells of the order`;
    return { verdict: 'ledger-away', cause: 'ledger-away', text, help: 'start the event store, or mend the way to it' };
  }
  if (row?.is_stale === true) {
    const text = `the projector has parked the order before its first event (${row.stale_reason}), so the read side shows nothing of it`;
    return {
      verdict: 'parked',
      cause: 'parked-by-projector',
      text,
      help: 'remove the cause, then: npm run parked -- retry ORDER',
    };
  }
  if (order.unreadable === undefined) return notKnown(evidence);
  const text = `its events in the ledger cannot be read (${order.unreadable}), so no command is taken for it`;
  return { verdict: 'parked', cause: 'order-unreadable', text, help: 'docs/operations.md, "A parked order"' };
};

/** Neither the ledger nor the tables have told what the order is. */
const untold = (evidence: Evidence): Diagnosis => {
  const { order } = evidence;
  const { verdict, cause, text, help } = whyUntold(evidence);
  return {
    ...{ order_id: order.order_id, status: null, stage: null, since: null, waits_s: null, limit_s: null },
    ...{
      limit_from: null,
      stuck: true,
      verdict,
      cause,
      text,
      facts: {},
      help,
      also: [],
      who_may: [],
      queue: null,
      correlation_id: null,
    },
    ...{ evidence: linesOf(evidence), away: awayIn(evidence) },
  };
};

const isWrong = ({ turn }: Case, finding: Finding | null): boolean =>
  finding !== null && WRONG.includes(finding.verdict) && turn.of !== 'person' && turn.of !== 'carrier';

const isAsPredicted = (one: Case): boolean => {
  const job = known(one.order.job);
  return job?.taken_at != null && secondsSince(one, job.taken_at) <= job.predicted_p95_s;
};

/** Gone past its limit, also by when it happened: a fact that came late has been waiting since. */
const isPast = (one: Case, finding: Finding | null, limits: StageLimits): boolean => {
  const { from, seconds, limit } = waitOf(one, limits);
  // How long it has waited cannot be told, and so nobody may take it for young.
  if (aheadBy(one, from) > 0 || finding?.cause === 'timer-late') return true;
  if (isWrong(one, finding) && seconds > limits.SYSTEM.seconds) return true;
  // What it is expected to take counts for more than what others took, but not than what somebody has set.
  if (finding?.cause === 'calculation-runs' && limit.from !== 'configuration' && isAsPredicted(one)) return false;
  const happened = secondsSince(one, one.entered.metadata.occurred_at);
  const own = limits[one.state.status as keyof StageLimits]?.seconds ?? Number.POSITIVE_INFINITY;
  return seconds > limit.seconds || happened > own;
};

/** Nothing to be told of: it waits as orders do, or something of it is on its way. */
const isUsual = (one: Case, { verdict }: Finding): boolean =>
  USUAL.includes(verdict) ||
  (WRONG.includes(verdict) &&
    secondsSince(one, one.turn.since.metadata.recorded_at) < ON_ITS_WAY_S &&
    verdict.startsWith('event-'));

/** Beside the verdict everything else that was found, but for what one of the others says better. */
const othersIn = (found: readonly Finding[]): Diagnosis['also'] =>
  found.flatMap(({ verdict, cause, text, facts, isGeneral }, index) =>
    index === 0 || (isGeneral && found.some((other, at) => at !== index && other.verdict === verdict))
      ? []
      : [{ verdict, cause, text, facts }],
  );

const told = ({ verdict, cause, text, facts, help }: Finding) => ({ verdict, cause, text, facts, help });

/** Why an order stands still. Pure: all that it looks at is in the evidence. */
export const diagnose = (evidence: Evidence, limits: StageLimits): Diagnosis => {
  const one = caseOf(evidence);
  if (one === null) return untold(evidence);
  const { state, order, turn } = one;
  const over = isFinal(state.status);
  const { since, seconds, limit } = waitOf(one, limits);
  const found = over
    ? findingsOf(one, limits).filter(({ verdict }) => verdict === 'parked' || verdict === 'read-side-behind')
    : findingsOf(one, limits);
  const first = found[0] ?? (over ? null : notKnown(evidence));
  const past = !over && isPast(one, first, limits);
  const silent = first === null || (!past && isUsual(one, first));
  const usual = {
    verdict: null,
    cause: over ? ('finished' as const) : ('within-limit' as const),
    text: over ? `${state.status}: nobody has to do anything` : `within its limit: ${first?.text}`,
    facts: over || first === null ? {} : { ...first.facts, of: first.cause },
    help: null,
  };
  return {
    order_id: order.order_id,
    ...{ status: state.status, stage: state.stage },
    ...{ since: over ? null : since, waits_s: over ? null : seconds },
    ...{ limit_s: over ? null : limit.seconds, limit_from: over ? null : limit.from },
    stuck: past || first?.verdict === 'parked',
    ...(silent ? usual : told(first)),
    also: silent ? [] : othersIn(found),
    who_may: over || turn.of === 'nobody' ? [] : stepsOf(one),
    queue: placeOf(one),
    correlation_id: order.events.at(-1)?.metadata.correlation_id ?? null,
    evidence: linesOf(evidence),
    away: awayIn(evidence),
  };
};
