import type { CommandName } from '@order-ledger/domain/bodies';
import type { Refusal } from '@order-ledger/domain/refusal';
import { uuid } from '@order-ledger/domain/values';
import type { Outcome } from '@order-ledger/ledger/appending/execute';
import { newOrderId } from '@order-ledger/ledger/identity';
import { addToContext } from '@order-ledger/platform/context';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf, correlationIdFor } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type { Request, Response } from 'express';
import { actorOf } from '../actor.ts';
import type { Leases } from '../claims/leases.ts';
import type { NextForMe, NextOutcome } from '../claims/next-for-me.ts';
import { COMMAND_BY_SEGMENT } from '../command-names.ts';
import type { Erasure } from '../erasure.ts';
import { tellMisfit } from '../misfits.ts';
import type { OrderCommands } from '../order-commands.ts';
import { admit, COMMAND_ROUTES, type CommandRoute } from './access.ts';
import { type BodyReader, bodyReader } from './body-reader.ts';
import { answerOf, type CommandAnswer, successOf } from './command-answer.ts';
import { type CommandHeaders, readHeaders } from './command-headers.ts';
import { problemOf } from './refusal-problem.ts';
import { unavailableProblem, unfinishedProblem } from './unavailable.ts';

interface OrderRoutesOptions {
  commands: OrderCommands;
  nextForMe: NextForMe;
  leases: Leases;
  erasure: Erasure;
  log: Log;
  /** Base address of the query API, for `Location`; empty: the same origin. */
  queryApiUrl: string;
  /** Whether the read side leaves out what follows of an order. */
  isStale: (orderId: string) => boolean;
}

const metrics = defineMetrics({
  claims: {
    type: 'counter',
    name: 'claims_total',
    help: 'Claims asked for, by result',
    labels: ['result'],
  },
});

type Done = Extract<Outcome, { outcome: 'done' }>;

const choiceLost = (order_id: string): ProblemError =>
  new ProblemError(
    409,
    'choice-lost',
    'The order chosen for this key is no longer available: ask again with a new key.',
    { extras: { order_id } },
  );

const unknownOrder = () => problemOf({ kind: 'unknown-order' });

const commandOf = (route: CommandRoute, request: Request): CommandName => {
  const name = route.command ?? COMMAND_BY_SEGMENT.get(String(request.params.command));
  if (name !== undefined) return name;
  throw new ProblemError(404, 'unknown-command', 'There is no such command: /openapi.json lists them.');
};

/** The routes of commands: one handler over the domain's table. */
export const orderRoutes = (options: OrderRoutesOptions): Route[] => {
  const { commands, nextForMe, leases, erasure, log, queryApiUrl, isStale } = options;

  const runNext = (
    name: CommandName,
    request: Request,
    response: Response,
    body: BodyReader['read'],
  ): Promise<NextOutcome> => {
    const caller = callerOf(response);
    return nextForMe({
      caller: caller.name,
      actor: actorOf(caller),
      key: readHeaders(request.headers, caller, name).key,
      body,
      correlation_id: correlationIdFor(response),
    });
  };

  const run = async (
    route: CommandRoute,
    request: Request,
    response: Response,
    body: BodyReader['read'],
  ): Promise<NextOutcome> => {
    const caller = callerOf(response);
    const actor = actorOf(caller);
    const name = commandOf(route, request);
    if (route.access.orders === 'next') return runNext(name, request, response, body);
    const given = String(request.params.order_id);
    if (route.access.orders === 'own' && !uuid.safeParse(given).success) throw unknownOrder();
    let headers: CommandHeaders;
    try {
      headers = readHeaders(request.headers, caller, name);
    } catch (error) {
      throw await faultOfHeaders(error, caller, name, given);
    }
    const order_id = route.access.orders === 'new' ? newOrderId(caller.name, headers.key) : given.toLowerCase();
    addToContext({ order_id });
    return commands.run({
      name,
      order_id,
      caller: caller.name,
      actor,
      ...headers,
      body,
      correlation_id: correlationIdFor(response),
    });
  };

  /** Each denial is logged. */
  const refusedProblem = (name: CommandName, refusal: Refusal, { kind }: Caller): ProblemError => {
    const problem = problemOf(refusal);
    if (problem.status === 403) log.warn('denied', { command: name, caller_kind: kind });
    return problem;
  };

  /** What is wrong with the headers is told only to those who may send the command. */
  const faultOfHeaders = async (error: unknown, caller: Caller, name: CommandName, orderId: string) => {
    const refusal =
      name === 'InitiateOrder' ? null : await commands.barred(orderId.toLowerCase(), { name, actor: actorOf(caller) });
    return refusal === null ? error : refusedProblem(name, refusal, caller);
  };

  /** A command's effects beside its events; each is done later if the process dies here. */
  const follow = async (name: CommandName, body: BodyReader, { events, after }: Done): Promise<Partial<Renewed>> => {
    if (name === 'RenewClaim') {
      const read = body.read();
      const fence_token = Number('fields' in read ? read.fields.fence_token : undefined);
      const end = await leases.renew({ order_id: after.order_id, fence_token });
      if (end === null) {
        throw new ProblemError(409, 'claim-expired', 'The claim has expired: claim the order again.');
      }
      return { fence_token, expires_at: end.toISOString() };
    }
    if (name === 'EraseCustomerData' && events[0] !== undefined) await erasure.destroyKeys(events[0], after);
    return {};
  };

  const handle = async (route: CommandRoute, request: Request, response: Response): Promise<void> => {
    const name = commandOf(route, request);
    const body = bodyReader(name, request);
    const outcome = await run(route, request, response, body.read).catch((error: unknown) => {
      throw unavailableProblem(error);
    });
    if (outcome.outcome === 'none') return void response.status(204).end();
    if (name === 'ClaimOrder') metrics.claims.inc({ result: outcome.outcome === 'done' ? 'won' : 'lost' });
    if (outcome.outcome === 'lost') throw choiceLost(outcome.order_id);
    if (outcome.outcome === 'refused') {
      if (outcome.refusal.kind === 'invalid' && body.unreadable() !== undefined) throw body.unreadable();
      throw refusedProblem(name, outcome.refusal, callerOf(response));
    }
    if (!outcome.repeated) tellMisfit(log, name, outcome.after);
    const answer: CommandAnswer & Partial<Renewed> = {
      ...answerOf(callerOf(response), outcome.events, outcome.after, correlationIdFor(response)),
      ...(await follow(name, body, outcome).catch((error: unknown) => {
        throw unfinishedProblem(error);
      })),
    };
    const { status, location } = successOf(name);
    response.status(status).set('ETag', `"v${answer.event_version}"`);
    if (outcome.repeated) response.set('Idempotent-Replayed', 'true');
    // Recorded, but the query API cannot show it until the projector's fault is repaired.
    if (isStale(answer.order_id)) response.set('X-Order-Stale', 'true');
    if (location !== undefined) response.location(`${queryApiUrl}${location(answer.order_id)}`);
    response.json(answer);
  };

  return COMMAND_ROUTES.map((route) => ({
    method: route.method,
    path: route.path,
    access: 'caller',
    handlers: [admit(route.access), (request, response) => handle(route, request, response)],
  }));
};

/** What the answer of a renewal adds. It has no event, so it is no record that could be repeated. */
interface Renewed {
  fence_token: number;
  expires_at: string;
}
