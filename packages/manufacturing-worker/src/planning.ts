import { requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { PermanentError } from '@order-ledger/messaging/errors';
import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { following, inSpan } from '@order-ledger/platform/telemetry';
import type pg from 'pg';
import { type ApprovedOrder, approvedOrder, PLANNER, readinessOf, rememberOrders } from './approved-order.ts';
import { metrics } from './metrics.ts';
import { confirmPlan, giveBack, NoMachineTimeError, type Reservation, reserve } from './plan-table.ts';

/** What came of planning an order. */
type Planned = 'planned' | 'repeated' | 'waiting' | 'over';

interface PlanningOptions {
  readonly ledger: Pick<Ledger, 'readOrder' | 'execute'>;
  readonly pool: pg.Pool;
  readonly log: Log;
}

export interface Planning {
  /** Resolves when the effect of the message is durable; throws what decides about its repetition. */
  handle(envelope: Envelope): Promise<void>;
  /** Plans an order that is approved and not planned yet; to be repeated at will. */
  planOrder(orderId: string, messageId: string | null): Promise<Planned>;
  /** Gives the machine time of a cancelled order back for good; to be repeated at will. */
  release(orderId: string, messageId: string | null): Promise<void>;
}

/**
 * Approval → machine time in our tables → ProductionPlanned in the ledger → row marked. After a crash between any two
 * the next look finds the reservation and sends the same under the same command id.
 */
export const createPlanning = ({ ledger, pool, log }: PlanningOptions): Planning => {
  const memory = rememberOrders(ledger);

  /** Gives machine time back until the order goes on, or for good. */
  const giveUp = async (orderId: string, readiness: 'wait' | 'over', messageId: string | null): Promise<Planned> => {
    await giveBack(pool, orderId, readiness === 'wait' ? 'WAITING' : 'RELEASED', messageId);
    return readiness === 'wait' ? 'waiting' : 'over';
  };

  const announce = async (order: ApprovedOrder, reservation: Reservation): Promise<Planned> => {
    const { state, command_id, correlation_id, cause } = order;
    const { order_id } = state;
    const planned = () =>
      ledger.execute({
        command: 'PlanProduction',
        command_id,
        order_id,
        actor: PLANNER,
        correlation_id,
        causation_id: cause,
        prepare: async () => ({
          body: reservation,
          request_hash: requestHash('PlanProduction', order_id, reservation),
          context: {},
        }),
      });
    const options = following(order.traceparent, order.recorded_at);
    const outcome = await inSpan('plan production', { [attribute.orderId]: order_id }, planned, options);
    if (outcome.outcome === 'done') {
      await confirmPlan(pool, order_id, reservation);
      return outcome.repeated ? 'repeated' : 'planned';
    }
    const { kind } = outcome.refusal;
    const readiness = outcome.state === null ? 'plan' : readinessOf(outcome.state);
    // The graph refused what it should allow: this planner does not fit it.
    if (readiness === 'plan') throw new PermanentError(`PlanProduction was refused: ${kind}`, `refused-${kind}`);
    return giveUp(order_id, readiness, null);
  };

  const plan = async (orderId: string, messageId: string | null): Promise<Planned> => {
    const found = await memory.now(orderId);
    const order = found === null ? null : approvedOrder(found);
    if (order === null)
      throw new PermanentError(`the ledger knows no approval of the order ${orderId}`, 'unknown-approval');
    if (order.planned !== null) {
      await confirmPlan(pool, orderId, order.planned);
      return 'repeated';
    }
    const readiness = readinessOf(order.state);
    if (readiness !== 'plan') return giveUp(orderId, readiness, messageId);
    const { reservation, firstTime } = await reserve(pool, orderId, order.work, messageId, clock.now());
    if (!firstTime) metrics.repeatedMessages.inc({ type: 'order.manufacturing_approved' });
    return reservation === null ? 'over' : announce(order, reservation);
  };

  const planOrder = async (orderId: string, messageId: string | null): Promise<Planned> => {
    try {
      const outcome = await plan(orderId, messageId);
      metrics.plans.inc({ outcome });
      log.info('order planned', { order_id: orderId, outcome });
      return outcome;
    } catch (error) {
      if (!(error instanceof NoMachineTimeError)) throw error;
      // The graph does not let this worker report an error in MANUFACTURING_APPROVED, which is the CRM's: operators
      // find the order among the dead letters, and put it back once a work centre can make it.
      metrics.plans.inc({ outcome: error.code });
      log.error('could not plan an order', { order_id: orderId, code: error.code, error });
      throw new PermanentError(error.message, error.code, { cause: error });
    }
  };

  const release = async (orderId: string, messageId: string | null): Promise<void> => {
    const { firstTime } = await giveBack(pool, orderId, 'RELEASED', messageId);
    if (!firstTime) metrics.repeatedMessages.inc({ type: 'order.order_cancelled' });
  };

  return {
    planOrder,
    release,
    handle: async ({ type, order_id, id }) => {
      switch (type) {
        case 'order.manufacturing_approved':
          await planOrder(order_id, id);
          return;
        case 'order.order_cancelled':
          await release(order_id, id);
          return;
        default:
          throw new PermanentError(`the shop floor does not know what to do with ${type}`, 'unexpected-type');
      }
    },
  };
};
