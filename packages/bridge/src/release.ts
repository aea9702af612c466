import { setTimeout as delay } from 'node:timers/promises';
import { type Exchange, exchangeOf } from '@order-ledger/domain/events';
import { eventId } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { faultText } from '@order-ledger/platform/fault-text';
import type { Log } from '@order-ledger/platform/log';
import { isOutage } from '@order-ledger/platform/transient';
import type { Pool } from 'pg';
import { messageOf } from './message.ts';
import type { ParkedInRun } from './parked-in-run.ts';
import { keepParked, type ReleasedOrder, releasedOrders, unpark } from './parked-orders.ts';
import type { Publishing } from './publish-until-confirmed.ts';
import type { Sending } from './sending.ts';

interface ReleaseOptions {
  readonly exchange: Exchange;
  readonly ledger: Pick<Ledger, 'readOrder'>;
  readonly pool: Pool;
  readonly log: Log;
  readonly publishing: Pick<Publishing, 'published'>;
  readonly signal: AbortSignal;
}

/** `parked`: it still cannot be published, and is released no more. `stopped`: the signal came, or the ledger is away. */
type Release = 'released' | 'parked' | 'stopped';

/**
 * Publishes what was held back of an order that an operator released, from the order's own stream. Events that the
 * checkpoint has passed are published once more, with the same ids.
 */
export const publishReleased = async (options: ReleaseOptions, order: ReleasedOrder): Promise<Release> => {
  const { exchange, pool, log, signal } = options;
  const { orderId: order_id, eventVersion: event_version } = order;
  const fields = { exchange, order_id, event_version };
  try {
    if ((await publishFrom(options, order)) === 'stopped') return 'stopped';
    if (!(await unpark(pool, exchange, order))) {
      await keepParked(pool, exchange, order, null);
      return 'parked';
    }
    log.info('released order: published its events', fields);
    return 'released';
  } catch (error) {
    if (signal.aborted) return 'stopped';
    if (isOutage(error)) {
      // This says nothing about the order, so it stays released.
      log.warn('released order: could not publish its events; will retry', { ...fields, error });
      return 'stopped';
    }
    log.error('released order: still fails and stays parked', { ...fields, error });
    await keepParked(pool, exchange, order, faultText(error)).catch((fault: unknown) =>
      log.warn('released order: could not publish its events; will retry', { ...fields, error: fault }),
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

/** Between two looks at what operators released, milliseconds. */
const RELEASE_EVERY_MS = 2_000;

/** Until the signal: released orders are published in their own lanes, so that newer events of them follow. */
export const releaseAsAsked = async (
  options: ReleaseOptions & { readonly parked: ParkedInRun; readonly sending: Pick<Sending, 'inLane'> },
): Promise<void> => {
  const { exchange, pool, log, parked, sending, signal } = options;
  const release = async (): Promise<void> => {
    for (const order of await releasedOrders(pool, exchange)) {
      const { orderId } = order;
      if (signal.aborted || !parked.release(orderId)) continue;
      sending.inLane(orderId, async () => {
        if ((await publishReleased(options, order)) !== 'released') parked.back(orderId, BigInt(order.eventVersion));
      });
    }
  };
  while (!signal.aborted) {
    await release().catch((error: unknown) =>
      log.warn('could not look for released orders; will retry', { exchange, error }),
    );
    await delay(RELEASE_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
};
