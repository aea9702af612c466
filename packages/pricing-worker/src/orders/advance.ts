import type { OrderState } from '@order-ledger/domain/state';
import type { Outcome } from '@order-ledger/ledger/appending/execute';
import type { OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder, OrderFaultError } from '@order-ledger/ledger/order-fault';
import { withContext } from '@order-ledger/platform/context';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { following, inSpan, linkRunningSpan } from '@order-ledger/platform/telemetry';
import type pg from 'pg';
import { type MeasureResult, type PriceResult, resultOf } from '../calculating/result.ts';
import { type Job, jobColumns } from '../jobs/jobs.ts';
import { metrics } from '../metrics.ts';
import { activeTariff } from '../tariffs/in-force.ts';
import { needOf } from './need.ts';
import type { History } from './order-history.ts';
import { parkOrder, unparkOrder } from './parked-orders.ts';
import { createPriceCommands, type Step } from './price-commands.ts';
import { type Again, type NextStep, nextStep } from './step.ts';
import type { Waiters } from './waiters.ts';

/** Each step advances the order or finds it advanced; more steps than these mean that two sides disagree about it. */
const MAX_STEPS = 8;

const READ_JOB = {
  name: 'read-job-with-measure',
  text: `select ${jobColumns('j')}, (select result from measure m where m.measure_key = j.measure_key) as measured
         from price_job j where measure_key = $1`,
};

interface AdvanceOptions {
  pool: pg.Pool;
  ledger: Pick<Ledger, 'execute'>;
  memory: Pick<OrderMemory<History>, 'now'>;
  waiters: Waiters;
  log: Log;
  /** A job that nobody waits for any more was cancelled. */
  onCancelled: (jobId: string) => void;
}

interface Advanced {
  /** The job whose start the ledger has accepted for this order and whose result it awaits; null: none. */
  awaits: string | null;
  /** The order itself is at fault, and parked. */
  parked?: true;
}

/**
 * Looks at an order, notes what it needs, and appends what the ledger lacks: that its calculation began or began again,
 * its result, or that it died. May be called at any time, any number of times, by any number of workers. Throws what
 * the ledger throws when it cannot be asked; then the call is to be repeated. An order that is itself at fault is
 * parked, so that it holds nothing up.
 */
export const createAdvance = ({ pool, ledger, memory, waiters, log, onCancelled }: AdvanceOptions) => {
  const commands = createPriceCommands(ledger);

  const jobOf = async (measureKey: string): Promise<{ job: Job; measured: MeasureResult | null } | null> => {
    const { rows } = await pool.query<Job & { measured: MeasureResult | null }>({ ...READ_JOB, values: [measureKey] });
    const row = rows[0];
    if (row === undefined) return null;
    const { measured, ...job } = row;
    return { job, measured };
  };

  const begin = (step: Step, job: Job, specVersion: number, result?: PriceResult) => {
    const body = { spec_version: specVersion, lane: job.lane, estimate_s: estimateOf(job) };
    if (result === undefined || result.outcome === 'failed') return commands.start(step, { ...body, cached: false });
    metrics.cached.inc({ outcome: result.outcome });
    return commands.start(step, { ...body, cached: true, result: result.body });
  };

  const tell = async (
    next: NextStep,
    step: Step,
    state: OrderState,
    { job, measured }: { job: Job; measured: MeasureResult | null },
    fault: string | null,
  ): Promise<Outcome | null> => {
    const result = async () => {
      if (measured === null) throw new Error('a result was asked for before there was one');
      const made = resultOf(measured, state, await activeTariff(pool), job.job_id);
      return fault === null ? made : { outcome: 'failed' as const, detail: fault };
    };
    switch (next.step) {
      case 'start':
        return begin(step, job, state.spec_version);
      case 'start-with-result':
        return begin(step, job, state.spec_version, await result());
      case 'restart':
        return commands.restart(
          { ...step, attempt: state.price_attempt + 1 },
          { spec_version: state.spec_version, lane: job.lane, estimate_s: estimateOf(job), reason: next.reason },
        );
      case 'result': {
        const made = await result();
        if (made.outcome === 'priced') return commands.complete(step, made.body);
        if (made.outcome === 'rejected') return commands.reject(step, made.body);
        log.error('could not price an order; reporting an error on it', { reason: made.detail });
        return commands.reportError(step, 'DATA_INCONSISTENT', made.detail, job.job_id);
      }
      case 'report-death': {
        const code = job.dead_code as 'PRICING_DEAD' | 'MODEL_UNREADABLE' | 'INTEGRATION_FAILED';
        return commands.reportError(step, code, job.dead_detail ?? code, job.dead_trace_id ?? job.job_id);
      }
      default:
        return null;
    }
  };

  const advance = async (orderId: string, again: Again | null): Promise<Advanced> => {
    let fault: string | null = null;
    let restart = again;
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      const history = await memory.now(orderId);
      if (history === null) throw new OrderFaultError('a message names an order that the ledger does not hold');
      const { state, cause } = history;
      const { cancelled } = await waiters.note(state);
      if (cancelled !== null) onCancelled(cancelled);
      const need = needOf(state);
      if (need.kind === 'none' || need.kind === 'frozen' || cause === null) return { awaits: null };
      if (steps === 0) linkRunningSpan(cause.traceparent);

      const waiter = await waiters.read(orderId);
      const found = waiter === null ? null : await jobOf(waiter.measure_key);
      const next = nextStep({ need, waiter, job: found?.job ?? null, measured: found?.measured ?? null }, restart);
      if (next.step === 'wait' || next.step === 'none' || found === null)
        return { awaits: need.kind === 'result' ? need.job_id : null };

      const step = { order_id: orderId, job_id: found.job.job_id, attempt: need.attempt, cause };
      const outcome = await inSpan(
        `price ${next.step}`,
        { [attribute.jobId]: step.job_id },
        () => withContext({ job_id: step.job_id }, () => tell(next, step, state, found, fault)),
        following(cause.traceparent, cause.recorded_at),
      );
      // A start is the beginning of this attempt already.
      if (next.step === 'start' || next.step === 'restart') restart = null;
      if (outcome?.outcome === 'refused') fault = await faultOf(outcome, next);
    }
    throw new OrderFaultError(`${MAX_STEPS} steps have not settled the price of an order`);
  };

  /** A refusal that the next look at the order explains is no error; a failed guard is reported. */
  const faultOf = async (
    { refusal }: Extract<Outcome, { outcome: 'refused' }>,
    { step }: NextStep,
  ): Promise<string | null> => {
    const code = refusal.kind === 'guard' ? refusal.code : refusal.kind;
    log.info('the ledger refused a command', { reason: step, code });
    if (MOVED_ON.has(code)) return null;
    if (refusal.kind === 'guard') return `${refusal.code}: ${refusal.text}`;
    throw new OrderFaultError(`the ledger refuses what the pricing must be able to do: ${step}, ${code}`);
  };

  /** @param again the calculation was taken up after another worker, or its own process, was lost */
  return (orderId: string, again: Again | null = null): Promise<Advanced> =>
    withContext({ order_id: orderId }, async (): Promise<Advanced> => {
      try {
        const advanced = await inSpan('advance price', {}, () => advance(orderId, again));
        await unparkOrder(pool, orderId);
        return advanced;
      } catch (error) {
        if (!isFaultOfOrder(error)) throw error;
        log.error('could not advance an order; parked it', { error });
        await parkOrder(pool, orderId, error);
        return { awaits: null, parked: true };
      }
    });
};
export type Advance = ReturnType<typeof createAdvance>;

/** The order is no longer what it was when we looked: held, cancelled, revised, or told by another worker. */
const MOVED_ON: ReadonlySet<string> = new Set([
  'held',
  'frozen',
  'illegal-transition',
  'stale-attempt',
  'stale-specification',
  'not-due-for-recalculation',
  'order-paid',
]);

const estimateOf = ({ predicted_p50_s, predicted_p95_s }: Job) => ({ p50: predicted_p50_s, p95: predicted_p95_s });
