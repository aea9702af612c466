import { uuid } from '@order-ledger/domain/values';
import { addToContext } from '@order-ledger/platform/context';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf, correlationIdFor } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { RequestHandler } from 'express';
import type { AskForRetry } from '../retries.ts';
import { admit, RETRY_ROUTE } from './access.ts';
import { problemOf } from './refusal-problem.ts';
import { unavailableProblem } from './unavailable.ts';

/** A retry of a parked order, for who keeps the system running. To ask again while it is asked for changes nothing. */
export const retryRoutes = (askForRetry: AskForRetry): Route[] => {
  const ask: RequestHandler = async (request, response) => {
    const given = String(request.params.order_id);
    if (!uuid.safeParse(given).success) throw problemOf({ kind: 'unknown-order' });
    const order_id = given.toLowerCase();
    addToContext({ order_id });
    const { asked, away } = await askForRetry({
      order_id,
      asked_by: callerOf(response).name,
      correlation_id: correlationIdFor(response),
    }).catch((error: unknown) => {
      throw unavailableProblem(error);
    });
    if (asked.length === 0)
      throw new ProblemError(404, 'not-parked', 'No process that could be asked has parked this order.', {
        extras: { away },
      });
    response.status(202).json({ order_id, asked, away });
  };
  return [{ ...RETRY_ROUTE, access: 'caller', handlers: [admit(RETRY_ROUTE.access), ask] }];
};
