import type { CommandName } from '@order-ledger/domain/bodies';
import type { Actor, Role } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';

/** What a process of the system would do next with an order. */
export interface Reaction {
  command: CommandName;
  as: Actor;
  body: object;
}

const process = (role: Role): Actor => ({ id: `process:${role}`, kind: 'service', roles: [role] });
const PRICING = process('pricing.worker');
const PLANNING = process('manufacturing.worker');
const MANAGER = process('process.manager');

/** The last carrier event of this kind, where the carrier told one. */
const carrierEvent = (events: readonly RecordedEvent[], kind: string) =>
  events
    .flatMap((event) => (event.type === 'CarrierEventRecorded' && event.data.kind === kind ? [event.data] : []))
    .at(-1);

const start = (state: OrderState, job_id: string): Reaction => ({
  command: 'StartPriceCalculation',
  as: PRICING,
  body: {
    attempt: state.price_attempt + 1,
    job_id,
    spec_version: state.spec_version,
    lane: 'SHORT',
    estimate_s: { p50: 2, p95: 5 },
    cached: false,
  },
});

/** What the processes do by their own design, in the order in which they would; null where they wait for people. */
export const reactionTo = (
  state: OrderState,
  events: readonly RecordedEvent[],
  result: { job_id: string } & Record<string, unknown>,
): Reaction | null => {
  const { job_id } = result;
  switch (state.status) {
    case 'SUBMITTED':
      return start(state, job_id);
    case 'PRICE_CALCULATION_STARTED': {
      const command = 'price' in result ? 'CompletePriceCalculation' : 'RejectOrder';
      return { command, as: PRICING, body: { ...result, attempt: state.price_attempt } };
    }
    case 'PRICE_CALCULATED':
      return state.recalculation_requested ? start(state, job_id) : null;
    case 'WAITING_PAYMENT':
      if (state.recalculation_requested) return start(state, job_id);
      return state.paid >= (state.quote?.due_before_production.amount ?? 0)
        ? { command: 'ApproveManufacturing', as: MANAGER, body: {} }
        : null;
    case 'MANUFACTURING_APPROVED': {
      if (events.some((event) => event.type === 'ProductionPlanned')) return null;
      const [start_at, finish_at] = ['2026-12-02T06:00:00.000Z', '2026-12-02T07:30:00.000Z'];
      const body = { work_centre: 'fdm-1', machine_seconds: 5400, start_at, finish_at };
      return { command: 'PlanProduction', as: PLANNING, body };
    }
    case 'WAITING_SHIPMENT_CONFIRMATION': {
      const accepted = carrierEvent(events, 'ACCEPTED');
      if (accepted === undefined) return null;
      const { shipment_request_id, tracking_number } = accepted;
      return { command: 'ConfirmShipment', as: MANAGER, body: { shipment_request_id, tracking_number } };
    }
    case 'SHIPPED': {
      const proof_of_delivery_id = carrierEvent(events, 'DELIVERED')?.proof_of_delivery_id;
      return proof_of_delivery_id === undefined
        ? null
        : { command: 'ConfirmDelivery', as: MANAGER, body: { proof_of_delivery_id } };
    }
    case 'DELIVERED': {
      const owed = (state.quote?.price.amount ?? 0) - state.credits;
      return state.paid >= owed ? { command: 'CloseOrder', as: MANAGER, body: {} } : null;
    }
    default:
      return null;
  }
};
