import type { z } from 'zod';
import type { QUERY_ROUTES, QueryName } from '../query-routes.ts';

/** A question as it is sent, and an answer to it, of which lists are cut to what shows their form. */
export type ExamplesOf<Names extends QueryName> = {
  readonly [Name in Names]: {
    readonly query: Readonly<Partial<Record<keyof (typeof QUERY_ROUTES)[Name]['parameters']['shape'], string>>>;
    readonly answer: z.output<(typeof QUERY_ROUTES)[Name]['answer']['schema']>;
  };
};
