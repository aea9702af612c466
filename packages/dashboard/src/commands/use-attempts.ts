import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CommandAnswer } from '../api/shapes.ts';
import { orderKey, orderQuery, prospectsQuery, readOrderFrom, timelineQuery } from '../order/order-queries.ts';
import { type Attempt, type Outcome, runAttempt } from './attempt.ts';

/**
 * What the order has become, for whoever decides on it next. Where that cannot be read the command's own outcome is told
 * by itself, and the order's queries say why.
 *
 * @returns the order's version now; undefined where it is not known
 */
const readAgain = async (client: QueryClient, orderId: string): Promise<number | undefined> => {
  const [order] = await Promise.allSettled([
    client.fetchQuery({ ...orderQuery(orderId, undefined), staleTime: 0 }),
    client.fetchQuery({ ...timelineQuery(orderId, undefined), staleTime: 0 }),
    client.fetchQuery({ ...prospectsQuery(orderId), staleTime: 0 }),
  ]);
  return order.status === 'fulfilled' ? order.value.event_version : undefined;
};

/** Done it is, whatever the reading says: a fault of that is shown where the order is. */
const showDone = async (client: QueryClient, { order_id, event_version }: CommandAnswer): Promise<void> => {
  const [order] = await Promise.allSettled([readOrderFrom(order_id, event_version)]);
  if (order.status === 'fulfilled') client.setQueryData(orderQuery(order_id, undefined).queryKey, order.value);
  void client.invalidateQueries({ queryKey: orderKey(order_id) });
};

/** Sends attempts, and reads what their order has become before anybody is told. */
export const useAttempts = () => {
  const client = useQueryClient();
  return useCallback(
    async (attempt: Attempt): Promise<Outcome> => {
      const { orderId, seenVersion } = attempt;
      const outcome = await runAttempt(attempt, async () => {
        const version = orderId === undefined ? undefined : await readAgain(client, orderId);
        return version !== undefined && seenVersion !== undefined && version !== seenVersion;
      });
      if (outcome.is === 'done' && outcome.answer !== null) await showDone(client, outcome.answer);
      return outcome;
    },
    [client],
  );
};
