import { isKnown } from '@order-ledger/platform/within';
import { type Case, failing, isAway, isRead, known, secondsSince, standing } from '../case.ts';
import type { JobEvidence } from '../evidence.ts';
import type { ActingProcess } from '../turn.ts';
import { OUTSIDE, ofBroker, unheardBy } from './on-the-way.ts';
import { lasting, listed, type Rule } from './rule.ts';

/** The job that the order waits for, where it is the worker's turn. */
const jobOf = ({ turn, order }: Case): JobEvidence | null => (turn.of === 'pricing-worker' ? known(order.job) : null);

const isLive = ({ waiter_state }: JobEvidence): boolean => waiter_state === 'QUEUED' || waiter_state === 'STARTED';

const live = (one: Case): JobEvidence | null => {
  const job = jobOf(one);
  return job !== null && isLive(job) ? job : null;
};

/** Until its turn comes and it is done, by what the jobs of its kind take. */
const estimateText = (one: Case, { lane, queue_position, predicted_p50_s, predicted_p95_s }: JobEvidence): string => {
  const running = known(one.system.lanes)?.find((each) => each.lane === lane)?.running ?? 0;
  const rounds = Math.ceil((queue_position ?? 1) / Math.max(1, running));
  return `place ${queue_position ?? 'unknown'} in lane ${lane}, about ${lasting(Math.ceil(rounds * predicted_p50_s))} (at most ${lasting(Math.ceil(rounds * predicted_p95_s))}) until its result`;
};

/** What its worker says it cannot reach. */
const missingDependency = (one: Case, name: string): readonly string[] =>
  failing(one, name).filter((code) => OUTSIDE.test(code));

/** In all lanes together; null: not known. */
const runningJobs = ({ system }: Case): number | null =>
  known(system.lanes)?.reduce((sum, { running }) => sum + running, 0) ?? null;

/** A worker that may take it looks each second, seconds. */
const TAKEN_WITHIN_S = 30;

/** A worker gives a sign of life every few seconds, whatever its lease says. */
const RENEWED_WITHIN_S = 180;

/** For longer than half of what it was given nobody has said that he works on it. */
const isUnrenewed = (one: Case, { renewed_at, lease_expires_at }: JobEvidence): boolean => {
  if (renewed_at === null || lease_expires_at === null) return false;
  const givenS = (Date.parse(lease_expires_at) - Date.parse(renewed_at)) / 1_000;
  return secondsSince(one, renewed_at) > Math.min(RENEWED_WITHIN_S, givenS / 2);
};

const isWaiting = (one: Case, time: string | null): boolean => time !== null && Date.parse(time) > one.now;

/** Its calculation has all that it needs, and its worker is alive. */
const isRunning = (one: Case): boolean => {
  const job = live(one);
  return job?.job_state === 'RUNNING' && isWaiting(one, job.lease_expires_at) && !isUnrenewed(one, job);
};

const actsByItself = (of: Case['turn']['of']): of is ActingProcess =>
  of === 'pricing-worker' || of === 'manufacturing-worker' || of === 'process-manager';

export const DEPENDENCIES: readonly Rule[] = [
  {
    verdict: 'dependency-away',
    cause: 'dependency-away',
    help: 'mend what cannot be reached; waiting work goes on by itself',
    when: (one) => {
      const { of } = one.turn;
      if (!actsByItself(of) || isRunning(one)) return null;
      const codes = missingDependency(one, of);
      return codes.length === 0 ? null : `${of} cannot reach what it needs, or is refused there (${listed(codes)})`;
    },
  },
  {
    verdict: 'event-late',
    cause: 'catching-up',
    help: 'wait: it goes on by itself. If it does not end, see its log',
    when: (one) => {
      const { of } = one.turn;
      return actsByItself(of) && (standing(one, of) ?? []).some((code) => code.endsWith(': catching-up'))
        ? `${of} has not been running for long and has not read all of the ledger yet`
        : null;
    },
  },
  {
    verdict: 'process-away',
    cause: 'process-not-ready',
    help: 'npm run status; what each code means, and what helps, stands in docs/operations.md',
    when: (one) => {
      const { of } = one.turn;
      if (!actsByItself(of) || isRunning(one)) return null;
      const all = standing(one, of);
      if (all === null) return null;
      // What is told better above.
      const codes = all.filter(
        (code) => !OUTSIDE.test(code) && ofBroker([code]).length === 0 && !code.endsWith(': catching-up'),
      );
      if (all.length > 0 && codes.length === 0) return null;
      const why = codes.length === 0 ? 'it starts, or ends' : listed(codes);
      return `${of} runs and is not ready (${why}), and it is its turn since ${one.turn.since.type} (event ${one.turn.since.metadata.event_version})`;
    },
  },
];

/** What becomes of an order that has reached whoever has to act. */
export const AT_WORK: readonly Rule[] = [
  {
    verdict: 'work-slow',
    cause: 'lease-expired',
    help: 'another worker takes it over within a lease; if none does, see npm run status',
    when: (one) => {
      const job = live(one);
      if (job?.job_state !== 'RUNNING' || job.lease_expires_at === null || job.measured_at !== null) return null;
      if (isWaiting(one, job.lease_expires_at)) {
        return isUnrenewed(one, job)
          ? `its worker has given no sign of life since ${job.renewed_at}, and nobody takes its calculation over before ${job.lease_expires_at}, when its lease ends`
          : null;
      }
      return `its calculation was begun ${lasting(secondsSince(one, job.taken_at ?? job.queued_at))} ago, and its worker has given no sign of life since its lease ended, ${lasting(secondsSince(one, job.lease_expires_at))} ago`;
    },
  },
  {
    verdict: 'event-late',
    cause: 'result-untold',
    help: 'the reconciler tells the ledger within a minute; if it does not, see the log of pricing-worker',
    when: (one) => {
      const job = live(one);
      const isDone =
        job !== null && (job.job_state === 'DONE' || (job.job_state === 'RUNNING' && job.measured_at !== null));
      return isDone
        ? `its calculation has ended at ${job.measured_at ?? 'an unknown time'}, and the ledger has not been told`
        : null;
    },
  },
  {
    verdict: 'work-slow',
    cause: 'calculation-runs',
    when: (one) => {
      const job = live(one);
      if (job?.job_state !== 'RUNNING' || !isRunning(one) || isAway(one, 'pricing-worker')) return null;
      const seconds = secondsSince(one, job.taken_at ?? job.queued_at);
      const usual = seconds > job.predicted_p95_s ? 'longer than' : 'within';
      const done = job.percent === null ? '' : `, ${job.percent} % of ${job.phase ?? 'it'} done`;
      return {
        text: `its calculation has run for ${lasting(seconds)}${done}, ${usual} the ${lasting(Math.ceil(job.predicted_p95_s))} that 95 % of its kind take; its worker gave a sign of life ${job.renewed_at === null ? 'at an unknown time' : `${lasting(secondsSince(one, job.renewed_at))} ago`}`,
        facts: { runs_s: seconds, percent: job.percent ?? 0, usual_s: Math.ceil(job.predicted_p95_s) },
      };
    },
  },
  {
    verdict: 'in-queue',
    cause: 'waits-for-retry',
    help: 'see why it failed: the log of pricing-worker, by the order id',
    when: (one) => {
      const job = live(one);
      if (job?.job_state !== 'QUEUED' || !isWaiting(one, job.not_before)) return null;
      return `its calculation failed (${job.deaths} deaths, ${job.infra_failures} failures around it) and is tried again at ${job.not_before}`;
    },
  },
  {
    verdict: 'in-queue',
    cause: 'nobody-takes',
    help: 'see the log of pricing-worker: no slot may be left to it (pricing.limits), or its engine is another one',
    when: (one) => {
      const job = live(one);
      if (job?.job_state !== 'QUEUED' || isWaiting(one, job.not_before) || runningJobs(one) !== 0) return null;
      // Since when it could have been taken.
      const seconds = Math.min(secondsSince(one, job.queued_at), secondsSince(one, job.not_before));
      return seconds > TAKEN_WITHIN_S
        ? `it waits at place ${job.queue_position ?? 'unknown'} of lane ${job.lane}, no calculation runs, and nobody has taken it for ${lasting(seconds)}`
        : null;
    },
  },
  {
    verdict: 'in-queue',
    cause: 'waits-for-slot',
    isGeneral: true,
    when: (one) => {
      const job = live(one);
      return job?.job_state === 'QUEUED'
        ? {
            text: `it waits for a slot: ${estimateText(one, job)}`,
            facts: { place: job.queue_position ?? 0, lane: job.lane, waits_s: secondsSince(one, job.queued_at) },
          }
        : null;
    },
  },
  {
    verdict: 'work-slow',
    cause: 'calculation-dead',
    help: 'npm run dead-letters, the log of pricing-worker; the order goes into ERROR as soon as the ledger takes it',
    when: (one) => {
      const job = jobOf(one);
      return job?.job_state === 'DEAD'
        ? `its calculation is given up (${job.dead_code}), and the order is not in error yet`
        : null;
    },
  },
  {
    verdict: 'job-missing',
    cause: 'job-missing',
    help: 'put the order on hold and resume it: pricing-worker then looks at it anew and makes its job again',
    when: (one) => {
      const { turn, order } = one;
      if (turn.of !== 'pricing-worker' || !isKnown(order.job) || unheardBy(one) !== null) return null;
      const job = order.job.is;
      if (job !== null && isLive(job)) return null;
      if (job?.job_state === 'DEAD') return null;
      const found =
        job === null
          ? 'no job waits for it: its row is gone'
          : `its place at a job is ${job.waiter_state} (job ${job.job_state})`;
      return `pricing-worker has looked at the order, and ${found}; nobody calculates its price`;
    },
  },
  {
    verdict: 'in-queue',
    cause: 'waits-for-machine',
    help: 'the sweep of manufacturing-worker looks for machine time again and again; its log has what is short',
    when: (one) =>
      one.turn.of === 'manufacturing-worker' && known(one.order.plan)?.state === 'WAITING'
        ? 'manufacturing-worker has the order and has no machine time for it yet'
        : null,
  },
  {
    verdict: 'event-late',
    cause: 'plan-untold',
    help: 'the sweep of manufacturing-worker tells the ledger; if it does not, see its log',
    when: (one) => {
      const plan = one.turn.of === 'manufacturing-worker' ? known(one.order.plan) : null;
      if (plan === null || plan.state === null || plan.state === 'WAITING') return null;
      return `manufacturing-worker has planned it (${plan.state}, ${plan.work_centre ?? 'no work centre'}), and the ledger has not been told`;
    },
  },
  {
    verdict: 'event-late',
    cause: 'reaction-late',
    help: 'npm run status; the log of process-manager says what it is at',
    when: (one) => {
      const { turn, system } = one;
      if (turn.of !== 'process-manager' || isRead(one, turn.since) !== false) return null;
      const moved = known(system.reactions)?.updated_at;
      return `process-manager has not come to ${turn.since.type} (event ${turn.since.metadata.event_version}) yet: it is behind the ledger${moved === undefined ? '' : `, and moved on last at ${moved}`}`;
    },
  },
  {
    verdict: 'event-missing',
    cause: 'reaction-missing',
    help: 'see the log of process-manager, by the order id',
    when: (one) => {
      const { turn } = one;
      const read = turn.of === 'process-manager' ? isRead(one, turn.since) : false;
      if (turn.of !== 'process-manager' || read === false) return null;
      if (read === null && (isAway(one, turn.of) || standing(one, turn.of) !== null)) return null;
      const event = `${turn.since.type} (event ${turn.since.metadata.event_version}), recorded at ${turn.since.metadata.recorded_at}`;
      return read === true
        ? `process-manager has read past ${event}, and has not followed it: ${turn.wants} is missing`
        : `process-manager has not followed ${event}: ${turn.wants} is missing; whether it has read the event is not known`;
    },
  },
];
