import { queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';
import type { paths } from '../api/query-api.gen.ts';

export type PricingWork = paths['/v1/pricing/jobs']['get']['responses'][200]['content']['application/json'];
export type Job = PricingWork['jobs'][number];
export type DeadJob = PricingWork['dead'][number];

/** As many of each list as are read. */
export const SHOWN = 100;
/** Progress is told by percent and phase, and no event says so. */
const AGAIN_MS = 2_000;

export const pricingWorkQuery = queryOptions({
  queryKey: ['pricing-work'],
  refetchInterval: AGAIN_MS,
  queryFn: ({ signal }) => answered(queries.GET('/v1/pricing/jobs', { params: { query: { limit: SHOWN } }, signal })),
});

/** Messages are counted by asking the bridge, which asks the broker: seldom enough. */
const MESSAGES_AGAIN_MS = 15_000;

/** The queues through which the worker hears of orders; null: nobody tells. */
export const messagesQuery = queryOptions({
  queryKey: ['pricing-messages'],
  refetchInterval: MESSAGES_AGAIN_MS,
  queryFn: async ({ signal }) => {
    const { system } = await answered(queries.GET('/v1/stuck', { params: { query: { limit: 1 } }, signal }));
    return system.queues.filter(({ queue }) => queue.startsWith('pricing.'));
  },
});
