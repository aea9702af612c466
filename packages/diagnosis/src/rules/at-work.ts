import { isKnown } from '@order-ledger/platform/within';
import { type Case, failing, instancesOf, known, secondsSince } from '../case.ts';
import type { JobEvidence } from '../evidence.ts';
import { unheardBy } from './on-the-way.ts';
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

const OUTSIDE =
  /: (?:upload-api-away|ledger-unavailable|read-only|57P0\d|08\w{3}|ECONN\w+|ENOTFOUND|ETIMEDOUT|timeout)$/;

/** What its worker says it cannot reach. */
const missingDependency = (one: Case, name: string): readonly string[] =>
  failing(one, name).filter((code) => OUTSIDE.test(code));

const isWaiting = (one: Case, time: string | null): boolean => time !== null && Date.parse(time) > one.now;

/** Its calculation has all that it needs, and its worker is alive. */
const isRunning = (one: Case): boolean => {
  const job = live(one);
  return job?.job_state === 'RUNNING' && isWaiting(one, job.lease_expires_at);
};

export const DEPENDENCIES: readonly Rule[] = [
  {
    verdict: 'dependency-away',
    cause: 'dependency-away',
    help: 'mend what cannot be reached; waiting work goes on by itself',
    when: (one) => {
      const { of } = one.turn;
      if (of !== 'pricing-worker' && of !== 'manufacturing-worker' && of !== 'process-manager') return null;
      if (isRunning(one)) return null;
      const codes = missingDependency(one, of);
      return codes.length === 0 ? null : `${of} cannot reach what it needs (${listed(codes)})`;
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
      if (isWaiting(one, job.lease_expires_at)) return null;
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
      if (job?.job_state !== 'RUNNING') return null;
      const seconds = secondsSince(one, job.taken_at ?? job.queued_at);
      const usual = seconds > job.predicted_p95_s ? 'longer than' : 'within';
      const done = job.percent === null ? '' : `, ${job.percent} % of ${job.phase ?? 'it'} done`;
      return `its calculation has run for ${lasting(seconds)}${done}, ${usual} the ${lasting(Math.ceil(job.predicted_p95_s))} that 95 % of its kind take; its worker renews its lease`;
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
    cause: 'waits-for-slot',
    when: (one) => {
      const job = live(one);
      return job?.job_state === 'QUEUED' ? `it waits for a slot: ${estimateText(one, job)}` : null;
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
      const found = job === null ? 'no job waits for it' : `its place at a job is ${job.waiter_state}`;
      return `pricing-worker has looked at the order, and ${found}: its row is gone, and nobody calculates its price`;
    },
  },
  {
    verdict: 'event-late',
    cause: 'plan-untold',
    help: 'the sweep of manufacturing-worker tells the ledger; if it does not, see its log',
    when: (one) => {
      const plan = one.turn.of === 'manufacturing-worker' ? known(one.order.plan) : null;
      if (plan === null || plan.state === null) return null;
      return plan.state === 'WAITING'
        ? 'manufacturing-worker has the order and has no machine time for it yet'
        : `manufacturing-worker has planned it (${plan.state}, ${plan.work_centre ?? 'no work centre'}), and the ledger has not been told`;
    },
  },
  {
    verdict: 'event-missing',
    cause: 'reaction-missing',
    help: 'see the log of process-manager, by the order id',
    when: (one) => {
      const { turn } = one;
      if (turn.of !== 'process-manager') return null;
      const codes = failing(one, 'process-manager');
      const why =
        codes.length > 0
          ? ` (${listed(codes)})`
          : instancesOf(one, 'process-manager').length > 0
            ? ', though it is ready'
            : '';
      return `process-manager has not followed ${turn.since.type} (event ${turn.since.metadata.event_version}) for ${lasting(secondsSince(one, turn.since.metadata.recorded_at))}${why}: ${turn.wants} is missing`;
    },
  },
];
