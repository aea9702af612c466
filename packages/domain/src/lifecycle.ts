import { claimChange } from './claim-changes.ts';
import type { EventType, OrderEvent } from './events.ts';
import { RULES, type StoredStatus } from './graph.ts';
import type { Metadata } from './metadata.ts';
import { type Owner, type RETURNABLE_STATUSES, recordOf, type Status } from './status.ts';
import { millisecondsBetween } from './time.ts';

export interface Claim {
  operator: string;
  fence_token: number;
}

interface Hold {
  hold_id: string;
  reason: string;
  side: 'CRM' | 'MES';
  open: boolean;
  event_version: number;
}

/**
 * The part of an order's state that says where it stands and since when. Commands are decided from it and the
 * projector builds its rows from it: one fold for both.
 *
 * `stage` is the status that the work is in; a hold or an error does not change it. All times are `occurred_at`; all
 * durations are milliseconds.
 */
export interface Lifecycle {
  status: Status;
  event_version: number;
  status_version: number;
  stage: Status;
  stage_entered_at: string;
  /** When the present hold or error began; an error inside a hold keeps the hold's beginning. */
  frozen_since: string | null;
  frozen_by: 'hold' | 'error' | null;
  /** Finished holds and errors over the whole life; an error inside a hold counts as held. */
  held_ms: number;
  errored_ms: number;
  /** The same sums as they were when the stage began. */
  held_ms_before_stage: number;
  errored_ms_before_stage: number;
  held_from: Status | null;
  error_from: Status | null;
  return_from: (typeof RETURNABLE_STATUSES)[number] | null;
  /** Every hold that the order ever had; the order is held while one is open. */
  holds: readonly Hold[];
  claim: Claim | null;
  last_fence_token: number;
  /** occurred_at of the last status change, the lower bound of the next one's. */
  last_status_at: string;
  last_recorded_at: string;
}

/** An event with the part of its metadata that the fold needs. */
export type RecordedEvent = OrderEvent & { metadata: Metadata };

/** What status each event type leads to; facts lead nowhere and are absent. */
const TARGET: ReadonlyMap<EventType, Status | StoredStatus> = new Map(
  RULES.map((rule) => [rule.event, typeof rule.to === 'string' ? rule.to : rule.to.stored]),
);

export const changesStatus = (type: EventType): boolean => TARGET.has(type);

/** The status that an event leads to from this state, or null for a fact. */
export const statusAfter = (lifecycle: Lifecycle | null, type: EventType): Status | null => {
  const target = TARGET.get(type);
  if (target === undefined) return null;
  if (target !== 'held_from' && target !== 'error_from' && target !== 'return_from') return target;
  const stored = lifecycle?.[target] ?? null;
  if (stored === null) throw new Error(`${type} without a stored ${target}: the stream is not one of this graph`);
  return stored;
};

const begun = (metadata: Metadata): Lifecycle => ({
  status: 'INITIATED',
  event_version: metadata.event_version,
  status_version: metadata.status_version,
  stage: 'INITIATED',
  stage_entered_at: metadata.occurred_at,
  frozen_since: null,
  frozen_by: null,
  held_ms: 0,
  errored_ms: 0,
  held_ms_before_stage: 0,
  errored_ms_before_stage: 0,
  held_from: null,
  error_from: null,
  return_from: null,
  holds: [],
  claim: null,
  last_fence_token: 0,
  last_status_at: metadata.occurred_at,
  last_recorded_at: metadata.recorded_at,
});

/** Ends the present hold or error at `at` and adds its length to its sum. */
const thaw = (next: Lifecycle, at: string): void => {
  if (next.frozen_since === null) return;
  const ms = millisecondsBetween(next.frozen_since, at);
  if (next.frozen_by === 'hold') next.held_ms += ms;
  else next.errored_ms += ms;
  next.frozen_since = null;
  next.frozen_by = null;
};

const freeze = (next: Lifecycle, by: 'hold' | 'error', at: string): void => {
  if (next.frozen_since !== null) return;
  next.frozen_since = at;
  next.frozen_by = by;
};

const enterStage = (next: Lifecycle, status: Status, at: string): void => {
  thaw(next, at);
  next.stage = status;
  next.stage_entered_at = at;
  next.held_ms_before_stage = next.held_ms;
  next.errored_ms_before_stage = next.errored_ms;
  next.held_from = null;
  next.error_from = null;
};

type Move = 'hold' | 'resume' | 'fail' | 'resolve' | 'enter';

/** What a status change is: a hold or an error begins or ends over the same stage, or the order enters a stage. */
export const moveOf = (before: Lifecycle, to: Status): Move => {
  if (to === 'ERROR') return 'fail';
  if (before.status === 'ERROR' && to === before.error_from) return 'resolve';
  if (to === 'ON_HOLD') return 'hold';
  return before.status === 'ON_HOLD' && to === before.held_from ? 'resume' : 'enter';
};

const moveTo = (next: Lifecycle, status: Status, at: string): void => {
  switch (moveOf(next, status)) {
    case 'hold':
      next.held_from = next.status;
      freeze(next, 'hold', at);
      break;
    case 'resume':
      next.held_from = null;
      thaw(next, at);
      break;
    case 'fail':
      next.error_from = next.status;
      freeze(next, 'error', at);
      break;
    case 'resolve':
      next.error_from = null;
      if (status !== 'ON_HOLD') thaw(next, at);
      break;
    case 'enter':
      enterStage(next, status, at);
  }
  next.status = status;
  next.last_status_at = at;
};

const applyClaim = (next: Lifecycle, event: RecordedEvent): void => {
  const change = claimChange(event);
  if (change === null) return;
  next.claim = 'begins' in change ? change.begins : null;
  if (next.claim !== null) next.last_fence_token = next.claim.fence_token;
};

const applyHold = (next: Lifecycle, event: RecordedEvent): void => {
  if (event.type === 'OrderPutOnHold' || event.type === 'HoldAdded') {
    const { hold_id, reason } = event.data;
    const side = event.metadata.system === 'MES' ? 'MES' : 'CRM';
    next.holds = [...next.holds, { hold_id, reason, side, open: true, event_version: event.metadata.event_version }];
  } else if (event.type === 'OrderResumed' || event.type === 'HoldReleased') {
    const { hold_id } = event.data;
    next.holds = next.holds.map((hold) => (hold.hold_id === hold_id ? { ...hold, open: false } : hold));
  } else if (event.type === 'OrderCancelled') {
    next.holds = next.holds.map((hold) => ({ ...hold, open: false }));
  }
};

/**
 * Folds one event into the lifecycle. Pure: the given state is left as it is.
 * The caller has checked that the event is the stream's next (`event_version` + 1).
 */
export const advance = (before: Lifecycle | null, event: RecordedEvent): Lifecycle => {
  if (before === null) return begun(event.metadata);
  const next: Lifecycle = { ...before };
  const target = statusAfter(before, event.type);
  if (event.type === 'ReturnRequested') next.return_from = event.data.return_from;
  if (target !== null) moveTo(next, target, event.metadata.occurred_at);
  if (event.type === 'ReturnDeclined' || event.type === 'OrderClosed') next.return_from = null;
  applyHold(next, event);
  applyClaim(next, event);
  next.event_version = event.metadata.event_version;
  next.status_version = event.metadata.status_version;
  next.last_recorded_at = event.metadata.recorded_at;
  return next;
};

/** Milliseconds on hold and in error from the creation up to a moment that is not before the last status change. */
export const frozenUntil = (lifecycle: Lifecycle, at: string): { held_ms: number; errored_ms: number } => {
  const { held_ms, errored_ms, frozen_since, frozen_by } = lifecycle;
  const open = frozen_since === null ? 0 : millisecondsBetween(frozen_since, at);
  return {
    held_ms: held_ms + (frozen_by === 'hold' ? open : 0),
    errored_ms: errored_ms + (frozen_by === 'error' ? open : 0),
  };
};

/** Milliseconds of the present stage that were spent on hold or in error and are over. */
export const frozenMs = (lifecycle: Lifecycle): number =>
  lifecycle.held_ms + lifecycle.errored_ms - lifecycle.held_ms_before_stage - lifecycle.errored_ms_before_stage;

/**
 * The system accountable for a status of this order now (ON_HOLD: who set it first; ERROR: the failed status's owner).
 */
export const ownerOf = (lifecycle: Lifecycle, status: Status = lifecycle.status): Owner => {
  const { owner, frozen } = recordOf(status);
  if (owner !== null) return owner;
  if (frozen === 'error') return ownerOf(lifecycle, lifecycle.error_from ?? lifecycle.stage);
  return lifecycle.holds.find((hold) => hold.open)?.side ?? 'CRM';
};
