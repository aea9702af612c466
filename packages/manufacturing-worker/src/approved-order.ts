import { whyNot } from '@order-ledger/domain/decide';
import type { EventData, EventType } from '@order-ledger/domain/events';
import { evolve } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { isFrozen } from '@order-ledger/domain/status';
import { createOrderMemory, type OrderMemory } from '@order-ledger/ledger/follow/order-memory';
import { commandId, eventId, processCaller } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { OrderFaultError } from '@order-ledger/ledger/order-fault';

/** What there is to make, as the price was made for it. */
export interface Work {
  readonly material: string;
  readonly process: string;
  /** Of the whole order, seconds. */
  readonly machine_seconds: number;
}

export interface ApprovedOrder {
  readonly state: OrderState;
  /** The event id of its approval: the cause of its plan. */
  readonly cause: string;
  /** Of the same event. */
  readonly traceparent: string | undefined;
  readonly recorded_at: string;
  readonly correlation_id: string;
  readonly command_id: string;
  readonly work: Work;
  /** What the ledger holds of this plan already. */
  readonly planned: EventData<'ProductionPlanned'> | null;
}

export const PLANNER: Actor = { id: 'manufacturing-worker', kind: 'service', roles: ['manufacturing.worker'] };

const plannable = (state: OrderState): boolean =>
  whyNot(state, { command: 'PlanProduction', actor: PLANNER, body: null }) === null;

/** `plan`: it can be planned now. `wait`: after its hold or error. `over`: nothing is to be made, or all is made. */
export const readinessOf = (state: OrderState): 'plan' | 'wait' | 'over' => {
  if (plannable(state)) return 'plan';
  const { status, stage } = state;
  return isFrozen(status) && plannable({ ...state, status: stage }) ? 'wait' : 'over';
};

/** An order as far as its plan follows from it. */
interface OrderToPlan {
  readonly state: OrderState;
  /** Its prices, approvals and plans, in order. */
  readonly events: readonly RecordedEvent[];
}

const KEPT: ReadonlySet<EventType> = new Set<EventType>([
  'PriceCalculated',
  'ManufacturingApproved',
  'ProductionPlanned',
]);

const orderAfter = (before: OrderToPlan | null, event: RecordedEvent): OrderToPlan => ({
  state: evolve(before?.state ?? null, event),
  events: [...(before?.events ?? []), ...(KEPT.has(event.type) ? [event] : [])],
});

/** What this worker remembers of the orders that it looks at, those that wait for their plan again and again. */
export const rememberOrders = (ledger: Pick<Ledger, 'readOrder'>): OrderMemory<OrderToPlan> =>
  createOrderMemory({ follower: 'manufacturing-worker', ledger, fold: orderAfter });

/** Null when it was never approved. */
export const approvedOrder = ({ state, events }: OrderToPlan): ApprovedOrder | null => {
  const approved = events.findLast((event) => event.type === 'ManufacturingApproved');
  if (approved?.type !== 'ManufacturingApproved') return null;
  const priced = events.find(({ metadata }) => metadata.event_version === approved.data.quote_version);
  if (priced?.type !== 'PriceCalculated')
    throw new OrderFaultError(
      `the approval of ${state.order_id} names event ${approved.data.quote_version}, which is no price`,
    );
  const { machine_seconds, parameters } = priced.data;
  const cause = eventId(approved.metadata.hash);
  const command_id = commandId(processCaller(PLANNER.id), state.order_id, `plan:${cause}`);
  const planned = events.find(({ metadata }) => metadata.command_id === command_id);
  return {
    state,
    cause,
    traceparent: approved.metadata.traceparent,
    recorded_at: approved.metadata.recorded_at,
    correlation_id: approved.metadata.correlation_id,
    command_id,
    work: { material: parameters.material, process: parameters.process, machine_seconds },
    planned: planned?.type === 'ProductionPlanned' ? planned.data : null,
  };
};
