import {
  correlationHeader,
  EXAMPLE,
  type Json,
  openApiPath,
  problemResponses,
  referenceTo,
  schemaOf,
  tokensAlone,
  uuidInPath,
} from '@order-ledger/platform/http/openapi';
import { commonProblems } from '@order-ledger/platform/http/problem-table';
import { z } from 'zod';
import { MENDERS, RETRY_ROUTE } from './access.ts';
import { groupsOf } from './callers.ts';
import { RETRY_PROBLEMS } from './problems.ts';

const retryAsked = z.object({
  order_id: z.uuid(),
  asked: z.array(z.string()).describe('processes that had parked the order, and retry it now'),
  away: z.array(z.string()).describe('processes that could not be asked'),
});

export const retrySchemas: Json = { RetryAsked: schemaOf(retryAsked, 'input') };

export const RETRY_EXAMPLE = { order_id: EXAMPLE.orderId, asked: ['bridge'], away: [] } satisfies z.input<
  typeof retryAsked
>;

const STATUSES = [401, 403, 404, 429, 500, 503];
const NAMED: Readonly<Record<number, string>> = {
  403: 'the token has no role that mends',
  404: 'no process has parked such an order',
};

/** Of the route that asks for a retry. */
export const retryPaths = (meanings: Readonly<Record<number, string>>): Json => ({
  [openApiPath(RETRY_ROUTE.path)]: {
    post: {
      operationId: 'retry-parked-order',
      summary: 'ask the processes that have parked an order to retry it; each request is recorded',
      description:
        'What came of it is seen in the list of parked orders (GET /v1/system): the order is gone from it, or still there.',
      tags: groupsOf(MENDERS),
      security: tokensAlone,
      parameters: [uuidInPath('order_id'), correlationHeader],
      responses: {
        202: {
          description: 'asked for',
          content: { 'application/json': { ...referenceTo('RetryAsked'), example: RETRY_EXAMPLE } },
        },
        ...problemResponses({ ...meanings, ...NAMED }, STATUSES, { ...commonProblems(STATUSES), ...RETRY_PROBLEMS }),
      },
    },
  },
});
