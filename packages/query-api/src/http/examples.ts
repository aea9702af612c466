import { ANALYSIS_EXAMPLES } from './examples/analysis.ts';
import type { ExamplesOf } from './examples/example.ts';
import { OPERATIONS_EXAMPLES } from './examples/operations.ts';
import { ORDER_EXAMPLES } from './examples/orders.ts';
import type { QueryName } from './query-routes.ts';

/** One of every query; a test asks them all as they stand. */
export const QUERY_EXAMPLES: ExamplesOf<QueryName> = {
  ...ORDER_EXAMPLES,
  ...ANALYSIS_EXAMPLES,
  ...OPERATIONS_EXAMPLES,
};

export interface QueryExample {
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly answer: unknown;
}
