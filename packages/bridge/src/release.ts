import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { faultText } from '@order-ledger/platform/fault-text';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type { Pool } from 'pg';
import { messageOf } from './message.ts';
import { keepParked, type ReleasedOrder, unpark } from './parked-orders.ts';
import type { Publishing } from './publish-until-confirmed.ts';

export interface ReleaseOptions {
  readonly exchange: Exchange;
  readonly ledger: Pick<Ledger, 'readOrder'>;
  readonly pool: Pool;
  readonly log: Log;
  readonly publishing: Pick<Publishing, 'published'>;
  readonly signal: AbortSignal;
}

/** `parked`: it still cannot be published, and is released no more. `stopped`: the signal came, or the ledger is away. */
export type Release = 'released' | 'parked' | 'stopped';

/**
 * Publishes what was held back of an order that an operator released, from the order's own stream; what lies behind the
 * checkpoint already comes once more, with the same ids.
 */
export const publishReleased = async (options: ReleaseOptions, order: ReleasedOrder): Promise<Release> => {
  const { exchange, pool, log, signal } = options;
  const { orderId: order_id, eventVersion: event_version } = order;
  const fields = { exchange, order_id, event_version };
  try {
    if ((await publishFrom(options, order)) === 'stopped') return 'stopped';
    if (!(await unpark(pool, exchange, order))) return 'parked';
    log.info('a released order is published again', fields);
    return 'released';
  } catch (error) {
    if (signal.aborted) return 'stopped';
    if (isOutage(error)) {
      // It says nothing of the order, which stays released.
      log.warn('a released order cannot be published now', { ...fields, error });
      return 'stopped';
    }
    log.error('a released order stays parked', { ...fields, error });
    await keepParked(pool, exchange, order, faultText(error)).catch((fault: unknown) =>
      log.warn('a released order cannot be published now', { ...fields, error: fault }),
    );
    return 'parked';
  }
};

const publishFrom = async (
  { exchange, ledger, publishing, signal }: ReleaseOptions,
  { orderId, eventVersion }: ReleasedOrder,
): Promise<'confirmed' | 'stopped'> => {
  for await (const event of ledger.readOrder(orderId, { fromVersion: eventVersion })) {
    if (exchangeOf(event.type) !== exchange) continue;
    const outcome = await publishing.published(messageOf(event, eventId(event.metadata.hash)), signal);
    if (outcome === 'stopped') return outcome;
    if (outcome !== 'confirmed') throw outcome.fault;
  }
  return 'confirmed';
};
