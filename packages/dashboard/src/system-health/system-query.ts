import { queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';
import type { components } from '../api/query-api.gen.ts';

export type SystemNow = components['schemas']['System'];
export type Projections = components['schemas']['Projections'];

/** The API believes its own answer for as long as this. */
const EVERY_MS = 5_000;

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }): Promise<SystemNow> => answered(queries.GET('/v1/system', { signal })),
  refetchInterval: EVERY_MS,
});

export const projectionsQuery = queryOptions({
  queryKey: ['projections'],
  queryFn: ({ signal }): Promise<Projections> => answered(queries.GET('/v1/projections', { signal })),
  refetchInterval: EVERY_MS,
});
