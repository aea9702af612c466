import { type Done, newOrder, type Sender } from './lifecycle.ts';
import { processorMs } from './measure.ts';

const ORDERS = 16;
/** Commands of each order from this event on, and so many, are measured. */
const EARLY = 10;
const LATE = 1_000;
const MEASURED = 100;

/**
 * Orders of many events, several at once: what a command costs when its order is young, and when it is long. Processor
 * time a command, ms, of all the processes together.
 */
export const longOrders = async (
  send: Sender,
  pids: Readonly<Record<string, number>>,
): Promise<{ early_ms: number; late_ms: number }> => {
  const orders: Done[] = await Promise.all(Array.from({ length: ORDERS }, (_, worker) => newOrder(send, worker)));
  const onTo = (version: number): Promise<unknown> =>
    Promise.all(
      orders.map(async (_, worker) => {
        for (let last = orders[worker]; last !== undefined && last.event_version < version; orders[worker] = last) {
          const priority = last.event_version % 2 === 1 ? 'HIGH' : 'NORMAL';
          const body = { priority, reason: 'CUSTOMER_ASKED' };
          last = await send(`/${last.order_id}/commands/change-priority`, body, last.etag);
        }
      }),
    );
  const processor = (): number => Object.values(pids).reduce((sum, pid) => sum + processorMs(pid), 0);
  const costFrom = async (version: number): Promise<number> => {
    await onTo(version);
    const before = processor();
    await onTo(version + MEASURED);
    return (processor() - before) / (ORDERS * MEASURED);
  };
  return { early_ms: await costFrom(EARLY), late_ms: await costFrom(LATE) };
};
