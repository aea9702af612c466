import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import { commandId, eventId, processCaller, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { isFaultOfOrder, OrderFaultError } from '@order-ledger/ledger/order-fault';
import type { Position } from '@order-ledger/ledger/subscribing/subscribe';
import type { Log } from '@order-ledger/platform/log';
import { attribute } from '@order-ledger/platform/semantic-conventions';
import { following, inSpan } from '@order-ledger/platform/telemetry';
import type pg from 'pg';
import type { SubjectKeys } from './free-text/subject-keys.ts';
import { type Subject, subjectOf } from './subject.ts';

const CALLER = processCaller('command-api');

type ErasedEvent = RecordedEvent & { type: 'CustomerDataErased' };
export const isErasure = (event: RecordedEvent): event is ErasedEvent => event.type === 'CustomerDataErased';

const derivedCommandId = (orderId: string, causeId: string): string => commandId(CALLER, orderId, `erase:${causeId}`);

/** True where the event only follows from another order's erasure. */
const isDerived = ({ metadata }: RecordedEvent): boolean =>
  metadata.command_id === derivedCommandId(metadata.order_id, metadata.causation_id);

/**
 * Erasing one order's customer erases the person: the keys of his texts are destroyed, and each of his orders gets the
 * event. All of this follows from the event in the ledger, so it is finished after any crash and after a restored
 * backup.
 */
export interface Erasure {
  /** Destroys the subject's keys, once for each event that asked for it. */
  destroyKeys(event: RecordedEvent, order: Pick<OrderState, 'partner_id' | 'customer_ref'>): Promise<void>;
  /**
   * Does all that an erasure in the ledger asks for: the keys, then the subject's other orders from before it. It may
   * be repeated at any time: orders that the customer has placed since are not touched.
   */
  complete(event: RecordedEvent, position: Position): Promise<void>;
}

export const createErasure = (pool: pg.Pool, keys: SubjectKeys, ledger: Ledger, log: Log): Erasure => {
  const destroyKeys: Erasure['destroyKeys'] = (event, order) =>
    keys.destroy(subjectOf(order), eventId(event.metadata.hash));

  const eraseToo = async (orderId: string, cause: ErasedEvent): Promise<void> => {
    const body = { request_ref: cause.data.request_ref };
    const { id, kind, roles, partner_id, on_behalf_of } = cause.metadata.actor;
    const causation_id = eventId(cause.metadata.hash);
    const { traceparent, recorded_at } = cause.metadata;
    const erase = () =>
      ledger.execute({
        command: 'EraseCustomerData',
        command_id: derivedCommandId(orderId, causation_id),
        order_id: orderId,
        // The admin who asked for the person's erasure asked for each of its orders.
        actor: {
          id,
          kind,
          roles: roles.filter((role) => role === 'admin') as 'admin'[],
          ...(partner_id === undefined ? {} : { partner_id }),
          ...(on_behalf_of === undefined ? {} : { on_behalf_of }),
        },
        correlation_id: cause.metadata.correlation_id,
        causation_id,
        prepare: async () => ({
          body,
          request_hash: requestHash('EraseCustomerData', orderId, body),
          context: {},
        }),
      });
    const outcome = await inSpan('erase', { [attribute.orderId]: orderId }, erase, following(traceparent, recorded_at));
    if (outcome.outcome === 'refused') {
      throw new OrderFaultError(`the erasure of order ${orderId} was refused: ${outcome.refusal.kind}`);
    }
  };

  /** As the index has it, also where the order itself can no longer be read: the texts must go all the same. */
  const subjectOfOrder = async (orderId: string): Promise<Subject> => {
    const { rows } = await pool.query<Subject>('select owner, customer_ref from customer_order where order_id = $1', [
      orderId,
    ]);
    if (rows[0] !== undefined) return rows[0];
    const order = await ledger.load(orderId);
    if (order === null) throw new OrderFaultError(`the order ${orderId} of an erasure is not in the ledger`);
    return subjectOf(order);
  };

  return {
    destroyKeys,
    complete: async (event, position) => {
      if (!isErasure(event) || isDerived(event)) return;
      const { order_id: erased } = event.metadata;
      const subject = await subjectOfOrder(erased);
      await keys.destroy(subject, eventId(event.metadata.hash));
      const { owner, customer_ref } = subject;
      const { rows } = await pool.query<{ order_id: string }>(
        `select order_id from customer_order
         where owner = $1 and customer_ref = $2 and order_id <> $3 and (commit_position is null or commit_position < $4)`,
        [owner, customer_ref, erased, position.commit],
      );
      let fault: Error | undefined;
      for (const { order_id } of rows) {
        try {
          await eraseToo(order_id, event);
        } catch (error) {
          if (!isFaultOfOrder(error)) throw error;
          log.error('could not erase an order of an erased customer; will retry', { order_id, error });
          fault = error;
        }
      }
      // The keys are gone and the other orders are erased: the whole is retried for those that were not.
      if (fault !== undefined) throw fault;
      log.info('customer data erased', { count: rows.length + 1 });
    },
  };
};
