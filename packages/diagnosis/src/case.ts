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

/** Within this, clocks that are right and the time that a look takes explain what seems to come from the future, seconds. */
export const AHEAD_S = 10;

/** A timer that has not fired for longer than a sweep takes is late, seconds. */
export const TIMER_LATE_S = 60;

/** By how many seconds an event is recorded ahead of the present; 0 where it is not. How old it is cannot be told then. */
export const aheadBy = ({ now }: Pick<Case, 'now'>, { metadata }: RecordedEvent): number => {
  const seconds = Math.round((Date.parse(metadata.recorded_at) - now) / 1_000);
  return seconds > AHEAD_S ? seconds : 0;
};

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

/** What keeps every instance that answers from its work; a clock that is apart keeps none from it. null: nothing does. */
export const standing = (evidence: Pick<Evidence, 'system'>, name: string): readonly string[] | null => {
  const answering = instancesOf(evidence, name).filter(({ state }) => state !== 'silent');
  if (answering.length === 0 || answering.some(({ state }) => state === 'ready')) return null;
  const codes = failing(evidence, name);
  const stopping = codes.filter((code) => !code.startsWith('clock: '));
  return codes.length > 0 && stopping.length === 0 ? null : stopping;
};

/** The processes of the system that say so. */
export const whoSays = ({ system }: Pick<Evidence, 'system'>, code: string): readonly string[] => [
  ...new Set(
    (known(system.processes) ?? [])
      .filter(({ codes }) => codes.some((one) => one.endsWith(`: ${code}`)))
      .map(({ name }) => name),
  ),
];

/** The process that has to do something with the order next, or that takes it from whoever has to. */
export const actorOf = ({ turn }: Pick<Case, 'turn'>): string | null => {
  if (turn.of === 'nobody') return null;
  const { of } = turn;
  return of === 'pricing-worker' || of === 'manufacturing-worker' || of === 'process-manager' ? of : 'command-api';
};

export const queueOf = ({ system }: Pick<Evidence, 'system'>, name: string): QueueEvidence | null =>
  (known(system.queues) ?? []).find(({ queue }) => queue.endsWith(name)) ?? null;

/** Whether a reader of the ledger has come to an event; null: that cannot be told. */
const hasPassed = (
  { order }: Evidence,
  event: RecordedEvent,
  reader: { readonly commit_position: string | null } | undefined,
): boolean | null => {
  const position = order.positions.get(event.metadata.event_version);
  if (position === undefined || reader === undefined) return null;
  return reader.commit_position !== null && BigInt(reader.commit_position) >= BigInt(position);
};

/** Whether the bridge has published an event, or at least gone past it. */
export const isPublished = (one: Evidence, event: RecordedEvent): boolean | null => {
  const exchange = exchangeOf(event.type as EventType);
  return hasPassed(
    one,
    event,
    known(one.system.relays)?.find((relay) => relay.exchange.endsWith(exchange)),
  );
};

/** Whether process-manager has read an event, or at least gone past it. */
export const isRead = (one: Evidence, event: RecordedEvent): boolean | null =>
  hasPassed(one, event, known(one.system.reactions) ?? undefined);

/** How long it has been somebody's turn, and how long that may be. */
export const waitOf = (
  one: Case,
  limits: StageLimits,
): { from: RecordedEvent; since: string; seconds: number; limit: StageLimit } => {
  const { turn, state, entered } = one;
  const bySystem = turn.of === 'process-manager' || turn.of === 'manufacturing-worker';
  const from = bySystem ? turn.since : entered;
  const limit = bySystem ? limits.SYSTEM : (limits[state.status as keyof StageLimits] ?? limits.SYSTEM);
  const since = from.metadata.recorded_at;
  return { from, since, seconds: secondsSince(one, since), limit };
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
