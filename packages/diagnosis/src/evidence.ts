import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import type { Answer } from '@order-ledger/platform/within';

// What is known of an order that stands still, and of the system around it. Each part has its own source: where that is
// away it says so, and the others stay. Times are `YYYY-MM-DDTHH:MM:SS.sssZ`.

/** A process of the system, as one of its instances answers. */
export interface ProcessEvidence {
  readonly name: string;
  /** `silent`: it gives no answer. */
  readonly state: 'ready' | 'not-ready' | 'silent';
  /** In which way it is silent. */
  readonly silence: string | null;
  /** Whoever listens there has not answered in time: it is frozen, hangs, or has too much to do. */
  readonly late: boolean;
  /** The codes of its checks that fail or warn. */
  readonly codes: readonly string[];
}

export interface QueueEvidence {
  readonly queue: string;
  /** null, here and below: the broker has no such queue. */
  readonly messages: number | null;
  readonly retrying: number | null;
  readonly dead_letters: number | null;
}

/** How far the bridge has published the events of an exchange. */
export interface RelayEvidence {
  readonly exchange: string;
  /** Of `$all`, as decimal text; null: nothing yet. */
  readonly commit_position: string | null;
  readonly updated_at: string;
}

/** How far process-manager has read the ledger. */
export interface ReactionsEvidence {
  /** Of `$all`, as decimal text; null: nothing yet. */
  readonly commit_position: string | null;
  readonly updated_at: string;
}

export interface LaneEvidence {
  readonly lane: string;
  readonly queued: number;
  readonly running: number;
}

export interface SystemEvidence {
  /** By the database's clock; by this machine's where that is away. */
  readonly at: string;
  readonly processes: Answer<readonly ProcessEvidence[]>;
  /** Whether the event store answers. */
  readonly ledger: Answer<'answers' | 'not asked'>;
  /** How old the state of the tables is, seconds; null: that was never known. */
  readonly readSide: Answer<{ readonly lag_s: number | null; readonly current_until: string | null }>;
  readonly queues: Answer<readonly QueueEvidence[]>;
  readonly relays: Answer<readonly RelayEvidence[]>;
  /** null: it has never followed the ledger. */
  readonly reactions: Answer<ReactionsEvidence | null>;
  readonly lanes: Answer<readonly LaneEvidence[]>;
}

/** The order's place at its job, as the pricing worker publishes it. */
export interface JobEvidence {
  readonly waiter_state: string;
  readonly attempt: number;
  readonly spec_version: number;
  readonly job_id: string;
  readonly job_state: string;
  readonly lane: string;
  readonly predicted_p50_s: number;
  readonly predicted_p95_s: number;
  /** 1 is next. */
  readonly queue_position: number | null;
  readonly queued_at: string;
  readonly taken_at: string | null;
  readonly phase: string | null;
  readonly percent: number | null;
  readonly deaths: number;
  readonly infra_failures: number;
  readonly measured_at: string | null;
  readonly dead_code: string | null;
  readonly not_before: string;
  readonly lease_expires_at: string | null;
  /** When its worker took it, or last gave a sign of life; null: nobody has taken it yet. */
  readonly renewed_at: string | null;
}

/** What the pricing worker has seen of the order: by the ledger, and at its last look. */
export interface IntakeEvidence {
  readonly seen_version: number;
  readonly seen_at: string;
  readonly looked_version: number;
}

export interface PlanEvidence {
  /** null: no message of the order's approval has been handled. */
  readonly state: string | null;
  readonly work_centre: string | null;
  readonly finish_at: string | null;
  /** The ledger's turn that is awaited, and how often it was tried without a message. */
  readonly awaited: string | null;
  readonly looks: number | null;
}

export interface ParkedEvidence {
  readonly process: string;
  /** The exchange, or the type of event. */
  readonly what: string | null;
  readonly reason: string;
  readonly parked_at: string;
}

export interface TimerEvidence {
  readonly rule: string;
  readonly due_at: string;
}

export interface LeaseEvidence {
  readonly fence_token: number;
  readonly expires_at: string;
  readonly closed: boolean;
}

export interface LetterEvidence {
  readonly queue: string;
  readonly message_id: string;
  readonly type: string | null;
  readonly reason: string;
  readonly error_class: string | null;
  readonly last_failure: string | null;
}

/** The order as the read side shows it. */
export interface RowEvidence {
  readonly status: string;
  readonly event_version: number;
  readonly is_stale: boolean;
  readonly stale_reason: string | null;
}

export interface OrderEvidence {
  readonly order_id: string;
  /** Which of the two told the state; null: neither knows the order. */
  readonly told_by: 'ledger' | 'read model' | null;
  readonly state: OrderState | null;
  /** Why its events in the ledger cannot be read, for a reason that lies in them. */
  readonly unreadable?: string;
  /** Why the ledger gave no answer about it, where it was asked. */
  readonly unread?: string;
  /** How many events of it the ledger holds, where it was asked and has answered. */
  readonly in_ledger?: number;
  /** From the first one on, as far as they could be read. */
  readonly events: readonly RecordedEvent[];
  /** Of the event that the present turn follows from, in `$all`; null: not known. */
  readonly positions: ReadonlyMap<number, string>;
  /** Of events that the read side has, by event_version. */
  readonly ids: ReadonlyMap<number, { readonly event_id: string; readonly trace_id: string | null }>;
  readonly row: Answer<RowEvidence | null>;
  readonly job: Answer<JobEvidence | null>;
  readonly intake: Answer<IntakeEvidence | null>;
  readonly plan: Answer<PlanEvidence | null>;
  readonly parked: Answer<readonly ParkedEvidence[]>;
  readonly timers: Answer<readonly TimerEvidence[]>;
  readonly lease: Answer<LeaseEvidence | null>;
  readonly letters: Answer<readonly LetterEvidence[]>;
}

export interface Evidence {
  readonly system: SystemEvidence;
  readonly order: OrderEvidence;
}
