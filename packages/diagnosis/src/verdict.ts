import type { NextStep } from '@order-ledger/domain/next-steps';
import type { StageLimit } from './stage-limits.ts';

/** Why an order stands still, in the words of the lists. */
export const VERDICTS = [
  'ledger-away',
  'read-side-behind',
  'parked',
  'in-error',
  'on-hold',
  'process-away',
  'dependency-away',
  'dead-letter',
  'event-late',
  'event-missing',
  'job-missing',
  'in-queue',
  'work-slow',
  'waiting-for-carrier',
  'waiting-for-person',
  'clocks-apart',
  'unknown',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What exactly was found: what each means stands in docs/operations.md, and the web page has words for each. */
export const CAUSES = [
  'ledger-away',
  'ledger-diverged',
  'appends-refused',
  'parked-by-projector',
  'parked-on-the-way',
  'parked-elsewhere',
  'order-unreadable',
  'projector-away',
  'projector-behind',
  'in-error',
  'on-hold',
  'bridge-away',
  'process-away',
  'process-not-ready',
  'newer-event',
  'command-api-away',
  'command-api-not-ready',
  'dependency-away',
  'recorded-ahead',
  'dead-letter',
  'bridge-cut-off',
  'bridge-behind',
  'broker-away',
  'message-waits',
  'message-retried',
  'on-its-way',
  'not-heard-of',
  'catching-up',
  'reaction-late',
  'result-untold',
  'plan-untold',
  'timer-late',
  'recorded-late',
  'message-lost',
  'reaction-missing',
  'not-in-ledger',
  'job-missing',
  'waits-for-slot',
  'nobody-takes',
  'waits-for-retry',
  'waits-for-machine',
  'calculation-runs',
  'lease-expired',
  'calculation-dead',
  'carrier-silent',
  'payment-missing',
  'quote-unanswered',
  'quote-expired',
  'nobody-claims',
  'claim-held',
  'claim-left',
  'carrier-event-incomplete',
  'person-acts',
  'sources-away',
  'nothing-fits',
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * What a sentence names, for whoever says it in other words: by suffix `_s` seconds, `_at` times, `_status` statuses.
 */
export type Facts = Readonly<Record<string, string | number>>;

/** A verdict with what exactly it is that was found. */
export interface Finding {
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** One sentence. */
  readonly text: string;
  readonly facts: Facts;
  /** What helps; null: time does, or whoever `who_may` names. */
  readonly help: string | null;
  /** It says no more than the others of its verdict. */
  readonly isGeneral: boolean;
}

/** What one source says. */
export interface EvidenceLine {
  readonly source: string;
  readonly says: string;
}

/** Where an order waits for a slot. */
export interface QueuePlace {
  readonly lane: string;
  readonly place: number | null;
  /** Until its result, seconds. */
  readonly estimate_s: { readonly p50: number; readonly p95: number };
}

export interface Diagnosis {
  readonly order_id: string;
  readonly status: string | null;
  readonly stage: string | null;
  /** Since when it is the turn of whoever has it, by when that was recorded. */
  readonly since: string | null;
  readonly waits_s: number | null;
  readonly limit_s: number | null;
  readonly limit_from: StageLimit['from'] | null;
  /** Past its limit; or it cannot be told whether it is. */
  readonly stuck: boolean;
  /** null: it stands within its limit, or has ended, and nothing is wrong with it. */
  readonly verdict: Verdict | null;
  /** Beside the causes: it waits as orders do, or it has ended. */
  readonly cause: Cause | 'within-limit' | 'finished';
  readonly text: string;
  /** What the sentence names; within its limit also what it waits for, as `of`. Empty where it has no other words. */
  readonly facts: Facts;
  readonly help: string | null;
  /** What else was found. */
  readonly also: readonly Pick<Finding, 'verdict' | 'cause' | 'text' | 'facts'>[];
  readonly who_may: readonly NextStep[];
  readonly queue: QueuePlace | null;
  readonly correlation_id: string | null;
  readonly evidence: readonly EvidenceLine[];
  /** Sources that gave no answer. */
  readonly away: readonly EvidenceLine[];
}
