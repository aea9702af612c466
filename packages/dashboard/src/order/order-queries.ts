import { queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../api/queries.ts';
import type { paths } from '../api/query-api.gen.ts';

type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

export type OrderNow = AnswerOf<'/v1/orders/{order_id}'>;
export type OrderEvent = AnswerOf<'/v1/orders/{order_id}/timeline'>['events'][number];
export type Stages = AnswerOf<'/v1/orders/{order_id}/stages'>;
export type Prospects = AnswerOf<'/v1/orders/{order_id}/prospects'>;
export type Pricing = AnswerOf<'/v1/orders/{order_id}/pricing'>;
export type Diagnosis = AnswerOf<'/v1/orders/{order_id}/diagnosis'>;

/** All that is asked about one order has a key that begins so: an event of it makes all of it old. */
export const orderKey = (orderId: string) => ['order', orderId] as const;

/** Of now, or of a moment. */
const moment = (asOf: string | undefined) => (asOf === undefined ? {} : { as_of: asOf });

const MOST_EVENTS = 1_000;

export const orderQuery = (orderId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'detail', asOf ?? null],
    queryFn: ({ signal }): Promise<OrderNow> =>
      answered(
        queries.GET('/v1/orders/{order_id}', {
          params: { path: { order_id: orderId }, query: moment(asOf) },
          signal,
        }),
      ),
  });

export const timelineQuery = (orderId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'timeline', asOf ?? null],
    queryFn: async ({ signal }): Promise<OrderEvent[]> => {
      const events: OrderEvent[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: AnswerOf<'/v1/orders/{order_id}/timeline'> = await answered(
          queries.GET('/v1/orders/{order_id}/timeline', {
            params: { path: { order_id: orderId }, query: { ...moment(asOf), after, limit: MOST_EVENTS } },
            signal,
          }),
        );
        events.push(...page.events);
        after = page.next_after;
      }
      return events;
    },
  });

export const stagesQuery = (orderId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'stages', asOf ?? null],
    queryFn: ({ signal }): Promise<Stages> =>
      answered(
        queries.GET('/v1/orders/{order_id}/stages', {
          params: { path: { order_id: orderId }, query: moment(asOf) },
          signal,
        }),
      ),
  });

const path = (order_id: string) => ({ params: { path: { order_id } } });

export const prospectsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'prospects'],
    queryFn: ({ signal }): Promise<Prospects> =>
      answered(queries.GET('/v1/orders/{order_id}/prospects', { ...path(orderId), signal })),
  });

export const pricingQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'pricing'],
    queryFn: ({ signal }): Promise<Pricing> =>
      answered(queries.GET('/v1/orders/{order_id}/pricing', { ...path(orderId), signal })),
  });

/** It asks every process: asked again where the status has changed, and else kept for a while. */
const DIAGNOSIS_STAYS_MS = 30_000;

export const diagnosisQuery = (orderId: string, statusVersion: number) =>
  queryOptions({
    queryKey: ['diagnosis', orderId, statusVersion],
    staleTime: DIAGNOSIS_STAYS_MS,
    queryFn: ({ signal }): Promise<Diagnosis> =>
      answered(queries.GET('/v1/orders/{order_id}/diagnosis', { ...path(orderId), signal })),
  });

/** The order once the tables have this version of it, or as they have it after a second. */
export const readOrderFrom = (orderId: string, min_version: number): Promise<OrderNow> =>
  answered(queries.GET('/v1/orders/{order_id}', { params: { path: { order_id: orderId }, query: { min_version } } }));
