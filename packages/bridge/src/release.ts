import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type { Pool } from 'pg';
import { messageOf } from './message.ts';
import { releasedOrders, unpark } from './parked-orders.ts';
import type { Publishing } from './publish-until-confirmed.ts';

export interface ReleaseOptions {
  readonly exchange: Exchange;
  readonly ledger: Pick<Ledger, 'readOrder'>;
  readonly pool: Pool;
  readonly log: Log;
  readonly publishing: Pick<Publishing, 'published'>;
  readonly signal: AbortSignal;
}

/**
 * Publishes what was held back of the orders that an operator released, from the order's own stream, before the relay
 * goes on; what lies behind the checkpoint already comes once more, with the same ids. An order that is still not
 * publishable stays parked.
 */
export const publishReleased = async (options: ReleaseOptions): Promise<void> => {
  const { exchange, pool, log, signal } = options;
  for (const { orderId, eventVersion } of await releasedOrders(pool, exchange)) {
    const fields = { exchange, order_id: orderId, event_version: eventVersion };
    try {
      if ((await publishFrom(options, orderId, eventVersion)) === 'stopped') return;
      await unpark(pool, exchange, { orderId, eventVersion });
      log.info('a released order is published again', fields);
    } catch (error) {
      if (signal.aborted) return;
      // It says nothing of the order: the relay begins again, and so does this.
      if (isOutage(error)) throw error;
      log.error('a released order stays parked', { ...fields, error });
    }
  }
};

const publishFrom = async (
  { exchange, ledger, publishing, signal }: ReleaseOptions,
  orderId: string,
  fromVersion: number,
): Promise<'confirmed' | 'stopped'> => {
  for await (const event of ledger.readOrder(orderId, { fromVersion })) {
    if (exchangeOf(event.type) !== exchange) continue;
    const outcome = await publishing.published(messageOf(event, eventId(event.metadata.hash)), signal);
    if (outcome === 'stopped') return outcome;
    if (outcome !== 'confirmed') throw outcome.fault;
  }
  return 'confirmed';
};
