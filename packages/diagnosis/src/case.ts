import { type EventType, exchangeOf } from '@order-ledger/domain/events';
import { changesStatus, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { factStep, type NextStep, nextSteps } from '@order-ledger/domain/next-steps';
import type { OrderState } from '@order-ledger/domain/state';
import type { Status } from '@order-ledger/domain/status';
import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Evidence, ProcessEvidence, QueueEvidence } from './evidence.ts';
import type { StageLimit, StageLimits } from './stage-limits.ts';
import { type Turn, turnOf } from './turn.ts';

/** An order with all that is known of it, as the rules look at it. */
export interface Case extends Evidence {
  readonly now: number;
  readonly state: OrderState;
  readonly turn: Turn;
  /** The last change of status. */
  readonly entered: RecordedEvent;
}

export const known = <T>(answer: Answer<T>): T | null => (isKnown(answer) ? answer.is : null);

export const secondsSince = ({ now }: Pick<Case, 'now'>, time: string): number =>
  Math.max(0, Math.round((now - Date.parse(time)) / 1_000));

/** null where nobody knows the order. */
export const caseOf = (evidence: Evidence): Case | null => {
  const { system, order } = evidence;
  const { state, events } = order;
  if (state === null || events.length === 0) return null;
  const entered = events.findLast(({ type }) => changesStatus(type)) ?? (events[0] as RecordedEvent);
  return {
    ...evidence,
    now: Date.parse(system.at),
    state,
    turn: turnOf(state, events, system.at),
    entered,
  };
};

/** The instances of a process, as they answer; none where nobody was asked. */
export const instancesOf = ({ system }: Pick<Evidence, 'system'>, name: string): readonly ProcessEvidence[] =>
  (known(system.processes) ?? []).filter((one) => one.name === name);

/** Every instance of it is silent. */
export const isAway = (evidence: Pick<Evidence, 'system'>, name: string): boolean => {
  const instances = instancesOf(evidence, name);
  return instances.length > 0 && instances.every(({ state }) => state === 'silent');
};

/** Check and code of what fails at every instance that answers. */
export const failing = (evidence: Pick<Evidence, 'system'>, name: string): readonly string[] => {
  const answering = instancesOf(evidence, name).filter(({ state }) => state !== 'silent');
  const [first, ...others] = answering;
  return (first?.codes ?? []).filter((code) => others.every(({ codes }) => codes.includes(code)));
};

/** Whether a process of the system says so. */
export const anybodySays = ({ system }: Pick<Evidence, 'system'>, code: string): boolean =>
  (known(system.processes) ?? []).some(({ codes }) => codes.some((one) => one.endsWith(`: ${code}`)));

export const queueOf = ({ system }: Pick<Evidence, 'system'>, name: string): QueueEvidence | null =>
  (known(system.queues) ?? []).find(({ queue }) => queue.endsWith(name)) ?? null;

/** Whether the bridge has published an event; null: that cannot be told. */
export const isPublished = ({ system, order }: Evidence, event: RecordedEvent): boolean | null => {
  const position = order.positions.get(event.metadata.event_version);
  const exchange = exchangeOf(event.type as EventType);
  const relay = known(system.relays)?.find((one) => one.exchange.endsWith(exchange));
  if (position === undefined || relay === undefined) return null;
  return relay.commit_position !== null && BigInt(relay.commit_position) >= BigInt(position);
};

/** How long it has been somebody's turn, and how long that may be. */
export const waitOf = (one: Case, limits: StageLimits): { since: string; seconds: number; limit: StageLimit } => {
  const { turn, state, entered } = one;
  const bySystem = turn.of === 'process-manager' || turn.of === 'manufacturing-worker';
  const from = bySystem ? turn.since : entered;
  const limit = bySystem ? limits.SYSTEM : (limits[state.status as keyof StageLimits] ?? limits.SYSTEM);
  const since = from.metadata.recorded_at;
  return { since, seconds: secondsSince(one, since), limit };
};

/** What is to be paid before an order goes on from a status in which it waits for money, in minor units. */
export const DUE_IN: Readonly<Partial<Record<Status, (state: Pick<OrderState, 'quote'>) => number>>> = {
  WAITING_PAYMENT: ({ quote }) => quote?.due_before_production.amount ?? 0,
  DELIVERED: ({ quote }) => quote?.price.amount ?? 0,
};

/** What people can do with it; a step that a process has to do is theirs only in need. */
export const stepsOf = ({ state }: Pick<Case, 'state'>): readonly NextStep[] => {
  const claim = state.claim === null ? factStep(state, 'ClaimOrder') : null;
  const payment = state.status in DUE_IN ? factStep(state, 'RecordPayment') : null;
  return [claim, payment].filter((step) => step !== null).concat(nextSteps(state));
};
