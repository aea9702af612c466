import { diagnose } from '@order-ledger/diagnosis/diagnose';
import type {
  Evidence,
  JobEvidence,
  OrderEvidence,
  ProcessEvidence,
  QueueEvidence,
  SystemEvidence,
} from '@order-ledger/diagnosis/evidence';
import { type LimitSettings, stageLimits } from '@order-ledger/diagnosis/stage-limits';
import type { Diagnosis } from '@order-ledger/diagnosis/verdict';
import { EXCHANGES } from '@order-ledger/domain/events';
import type { Order } from '@order-ledger/testing/orders/specification';

const PROCESSES = [
  ...['command-api', 'query-api', 'upload-api', 'projector', 'bridge', 'process-manager'],
  ...['pricing-worker', 'manufacturing-worker'],
];

export const ready = (name: string): ProcessEvidence => ({
  ...{ name, state: 'ready', silence: null, late: false, codes: [] },
});
export const stopped = (name: string): ProcessEvidence => ({
  ...{ name, state: 'silent', silence: 'nothing listens there', late: false, codes: [] },
});
export const frozen = (name: string): ProcessEvidence => ({
  ...{ name, state: 'silent', silence: 'no answer within 2 s', late: true, codes: [] },
});
export const failingAt = (name: string, ...codes: string[]): ProcessEvidence => ({
  ...{ name, state: 'not-ready', silence: null, late: false, codes },
});

/** All that are ready, but for these. */
export const processes = (...others: readonly ProcessEvidence[]) => ({
  is: [...PROCESSES.filter((name) => others.every((one) => one.name !== name)).map(ready), ...others],
});

export const queues = (changes: Readonly<Record<string, Partial<QueueEvidence>>> = {}) => ({
  is: ['pricing.intake.v1', 'manufacturing.plan.v1'].map((queue) => ({
    ...{ queue, messages: 0, retrying: 0, dead_letters: 0 },
    ...changes[queue],
  })),
});

export const relays = (commit_position: string | null) => ({
  is: EXCHANGES.map((exchange) => ({ exchange, commit_position, updated_at: '2026-03-02T08:00:00.000Z' })),
});

export const reactions = (commit_position: string | null) => ({
  is: { commit_position, updated_at: '2026-03-02T08:00:00.000Z' },
});

export const job = (changes: Partial<JobEvidence> = {}) => ({
  is: {
    ...{ waiter_state: 'STARTED', attempt: 1, spec_version: 3, job_id: 'job-1', job_state: 'RUNNING', lane: 'SHORT' },
    ...{ predicted_p50_s: 10, predicted_p95_s: 30, queue_position: null, queued_at: '2026-03-02T08:00:00.000Z' },
    ...{ taken_at: '2026-03-02T08:00:00.000Z', phase: 'measure', percent: 40, deaths: 0, infra_failures: 0 },
    ...{ measured_at: null, dead_code: null, not_before: '2026-03-02T08:00:00.000Z' },
    ...{ lease_expires_at: '2099-01-01T00:00:00.000Z', renewed_at: '2099-01-01T00:00:00.000Z' },
    ...changes,
  },
});

/** How long after its last event an order is looked at, seconds. */
const LATER_S = 3_600;

/** An order of a system in which all is well, which nobody has heard of, with what is different. */
export const evidenceOf = (
  { state, events }: Order,
  changes: { system?: Partial<SystemEvidence>; order?: Partial<OrderEvidence>; laterS?: number } = {},
): Evidence => {
  const last = events.at(-1);
  const at = new Date(Date.parse(last?.metadata.recorded_at ?? '') + (changes.laterS ?? LATER_S) * 1_000).toISOString();
  return {
    system: {
      at,
      processes: processes(),
      ledger: { is: 'answers' },
      readSide: { is: { lag_s: 0, current_until: at } },
      queues: queues(),
      relays: relays('1000000'),
      reactions: reactions('1000000'),
      lanes: { is: [{ lane: 'SHORT', queued: 3, running: 1 }] },
      ...changes.system,
    },
    order: {
      order_id: last?.metadata.order_id ?? '',
      told_by: 'ledger',
      state,
      events,
      positions: new Map(events.map(({ metadata }) => [metadata.event_version, String(metadata.event_version * 100)])),
      ids: new Map(),
      row: {
        is: {
          ...{ status: state?.status ?? '', event_version: events.length, is_stale: false, stale_reason: null },
        },
      },
      job: { is: null },
      intake: { is: null },
      plan: { is: null },
      parked: { is: [] },
      timers: { is: [] },
      lease: { is: null },
      letters: { is: [] },
      ...changes.order,
    },
  };
};

export const diagnosisOf = (
  order: Order,
  changes: Parameters<typeof evidenceOf>[1] = {},
  limits: LimitSettings = { SYSTEM: 30, SUBMITTED: 60, PRICE_CALCULATION_STARTED: 60 },
): Diagnosis => diagnose(evidenceOf(order, changes), stageLimits(limits));
