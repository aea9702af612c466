import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import type { Request, Response } from 'express';
import { actorOf } from '../actor.ts';
import { audienceOf } from '../audience.ts';
import { admit } from './access.ts';
import { QUERY_ROUTES, type QueryName } from './query-routes.ts';
import type { Answer } from './question.ts';
import { unavailableProblem } from './unavailable.ts';

/** The routes of the app: who is admitted is asked before any answer is begun. */
export const queryRouteTable = (answers: Readonly<Record<QueryName, Answer>>, log: Log): Route[] =>
  Object.entries(QUERY_ROUTES).map(([name, { path, access, ...route }]) => {
    const handle = async (request: Request, response: Response): Promise<void> => {
      const caller = callerOf(response);
      const scope = admitted(() => admit(access, caller), path, caller.kind, log);
      const question = { request, response, caller, actor: actorOf(caller), scope, audience: audienceOf(scope) };
      await answers[name as QueryName](question).catch((error: unknown) => {
        throw unavailableProblem(error);
      });
    };
    const stays = 'streams' in route ? ({ stays: true } as const) : {};
    return { method: 'GET', path, access: 'caller', ...stays, handlers: [handle] };
  });

/** Each denial is logged. */
const admitted = <Value>(ask: () => Value, route: string, caller_kind: string, log: Log): Value => {
  try {
    return ask();
  } catch (error) {
    log.warn('denied', { route, caller_kind });
    throw error;
  }
};
