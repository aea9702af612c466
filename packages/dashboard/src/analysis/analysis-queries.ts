import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';
import type { components, paths } from '../api/query-api.gen.ts';

type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

export type DurationsAsked = QueryOf<'/v1/durations'>;
export type LeadTimesAsked = QueryOf<'/v1/lead-times'>;
export type Durations = components['schemas']['Durations'];
export type LeadTimes = components['schemas']['LeadTimes'];
export type Flow = components['schemas']['Flow'];

/** Figures over many orders change slowly, and cost the database much. */
const STAYS_MS = 60_000;
const KEPT = { staleTime: STAYS_MS, refetchOnWindowFocus: false, placeholderData: keepPreviousData } as const;

/** Where an address gives a file too, JSON is asked for. */
const asJson = async <Answer>(asked: Promise<Answer | string>): Promise<Answer> => {
  const answer = await asked;
  if (typeof answer === 'string') throw new Error('The API answered with a file instead of JSON.');
  return answer;
};

export const durationsQuery = (query: DurationsAsked) =>
  queryOptions({
    queryKey: ['durations', query],
    ...KEPT,
    queryFn: ({ signal }) => asJson<Durations>(answered(queries.GET('/v1/durations', { params: { query }, signal }))),
  });

export const leadTimesQuery = (query: LeadTimesAsked) =>
  queryOptions({
    queryKey: ['lead-times', query],
    ...KEPT,
    queryFn: ({ signal }) => asJson<LeadTimes>(answered(queries.GET('/v1/lead-times', { params: { query }, signal }))),
  });

export const flowQuery = (query: QueryOf<'/v1/flow'>) =>
  queryOptions({
    queryKey: ['flow', query],
    ...KEPT,
    queryFn: ({ signal }): Promise<Flow> => answered(queries.GET('/v1/flow', { params: { query }, signal })),
  });
