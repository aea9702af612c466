import { trace } from '@opentelemetry/api';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import { recordFailure } from '../telemetry.ts';
import { bodyInTime } from './arrival.ts';
import type { Authenticator, Caller } from './authenticate.ts';
import { inOrder } from './in-order.ts';
import { answerJsonAtOnce } from './json-answer.ts';
import { jsonReceiver } from './json-body.ts';
import { observeRequests } from './observe-requests.ts';
import { bodyTooLarge, ProblemError, problemContentType, problemDocument, shown, toProblem } from './problem.ts';
import { requestState } from './request-state.ts';
import { isSafeMethod, methodFromHeader, type Route, routeFinder } from './route.ts';

interface AppOptions {
  readonly log: Log;
  readonly routes: readonly Route[];
  /** Of whom the port is: an app for operators has their routes and nobody else's; callers if absent. */
  readonly audience?: 'callers' | 'operators';
  /** Needed as soon as a route has access `caller`; without it those answer 401. */
  readonly authenticate?: Authenticator;
  /** Bytes of a JSON body; 1 MiB if absent. */
  readonly bodyLimitBytes?: number;
  /** Runs before the credential is looked at, on all but public routes. */
  readonly beforeCredential?: readonly RequestHandler[];
  /** Runs once the caller is known: his rate limit, say. */
  readonly afterCredential?: readonly RequestHandler[];
  /** Runs when the body is in, before the route. */
  readonly beforeRoute?: readonly RequestHandler[];
  /** For a body to come in, milliseconds, but on routes that may be slow; for a server that has no such limit. */
  readonly bodyTimeMs?: number;
  /** How many proxies in front are ours, so that `request.ip` is the caller's address; 0 if absent. */
  readonly trustedProxies?: number;
}

/**
 * An express app that answers a table of routes with the conventions of all our interfaces. Order of the checks: body
 * limit, address's rate limit, credential, caller's rate limit, 404 and 405, then the body is received, the caller's turn
 * awaited and the route runs, which reads the body.
 */
export const createApp = (options: AppOptions): Express => {
  const { log, routes, audience = 'callers', authenticate, bodyLimitBytes = 1_048_576 } = options;
  requireAudience(routes, audience);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Express would answer 304 to any `If-None-Match: *`, also to a caller without an answer of ours: routes compare
  // their own tags.
  Object.defineProperty(app.request, 'fresh', { value: false });
  answerJsonAtOnce(app);
  app.set('trust proxy', options.trustedProxies ?? 0);
  app.use(
    inOrder([
      methodFromHeader(routes),
      observeRequests(log, routeFinder(routes)),
      securityHeaders(),
      requireHost,
      ...(options.bodyTimeMs === undefined ? [] : [bodyInTime(options.bodyTimeMs)]),
      limitDeclaredLength(bodyLimitBytes),
      ...(options.beforeCredential ?? []).map(unlessPublic),
      ...(audience === 'callers' ? [unlessOpen(identify(authenticate))] : []),
      ...(options.afterCredential ?? []).map(unlessOpen),
      refuseUnknownRoutes,
      receiveJson(bodyLimitBytes),
      ...(options.beforeRoute ?? []).map(unlessOpen),
      runRoute(routes),
    ]),
  );
  app.use(answerProblem(log));
  return app;
};

/** A route that is put into the wrong table ends the start, before anybody can ask for it. */
const requireAudience = (routes: readonly Route[], audience: 'callers' | 'operators'): void => {
  const strangers = routes.filter(({ access }) => (access === 'operator') !== (audience === 'operators'));
  if (strangers.length === 0) return;
  const named = strangers.map(({ method, path, access }) => `${method} ${path} (${access})`).join(', ');
  throw new Error(`not for ${audience}: ${named}`);
};

/** Those that helmet would set for each answer anew: they are the same for all. */
const securityHeaders = (): RequestHandler => {
  const headers = new Map<string, string>();
  let done = false;
  const kept = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: () => undefined };
  helmet()({} as never, kept as never, () => {
    done = true;
  });
  if (!done || headers.size === 0) throw new Error('helmet does not give its headers at once');
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
};

const routeOf = (response: Response): Route | undefined => {
  const { matched } = requestState(response);
  return matched.kind === 'found' ? matched.route : undefined;
};

const unless =
  (...access: readonly Route['access'][]) =>
  (handler: RequestHandler): RequestHandler => {
    return (request, response, next) => {
      const route = routeOf(response);
      return route !== undefined && access.includes(route.access) ? next() : handler(request, response, next);
    };
  };
const unlessPublic = unless('public');
/** Where nobody has to say here who he is. */
const unlessOpen = unless('public', 'forwarded');

const requireHost: RequestHandler = (request, _response, next) => {
  if (request.headers.host !== undefined || request.httpVersion !== '1.1') return next();
  throw new ProblemError(400, 'host-missing', 'Send a Host header.');
};

/** A body that says itself that it is too large is refused before a byte of it is kept. */
const limitDeclaredLength = (limitBytes: number): RequestHandler => {
  return (request, response, next) => {
    const unread = routeOf(response)?.body === 'raw' || isSafeMethod(request.method);
    if (unread || Number(request.headers['content-length'] ?? 0) <= limitBytes) return next();
    // Read and discarded, because a caller who is still writing would see a reset instead of the answer.
    request.resume();
    throw bodyTooLarge(limitBytes);
  };
};

const identify = (authenticate: Authenticator | undefined): RequestHandler => {
  return (request, response, next) => {
    if (authenticate === undefined)
      throw new ProblemError(401, 'credential-missing', 'No credential is accepted here.');
    const identified = (caller: Caller): void => {
      requestState(response).caller = caller;
      next();
    };
    const caller = authenticate(request.headers.authorization);
    return caller instanceof Promise ? caller.then(identified) : identified(caller);
  };
};

const unknownRoute = () => new ProblemError(404, 'unknown-route', 'There is nothing at this address.');

const refuseUnknownRoutes: RequestHandler = (_request, response, next) => {
  const { matched } = requestState(response);
  if (matched.kind === 'unknown') throw unknownRoute();
  if (matched.kind === 'found') return next();
  const allowed = matched.allowed.join(', ');
  throw new ProblemError(405, 'method-not-allowed', `This address takes ${allowed} only.`, {
    headers: { Allow: allowed },
  });
};

/** Found once, at the beginning: no path is held against all routes again. */
const runRoute = (routes: readonly Route[]): RequestHandler => {
  const handling = new Map(routes.map((route) => [route, inOrder(route.handlers)]));
  return (request, response, next) => {
    const { matched } = requestState(response);
    const handle = matched.kind === 'found' ? handling.get(matched.route) : undefined;
    if (matched.kind !== 'found' || handle === undefined) throw unknownRoute();
    request.params = matched.params;
    handle(request, response, (error) => next(error ?? unknownRoute()));
  };
};

const receiveJson = (limitBytes: number): RequestHandler => {
  const receive = jsonReceiver(limitBytes);
  return (request, response, next) => {
    const receiving = receive(request, response, routeOf(response));
    return receiving === undefined ? next() : receiving.then(() => next());
  };
};

const answerProblem = (log: Log): ErrorRequestHandler => {
  return (error, request, response, _next) => {
    const problem = toProblem(error);
    const state = requestState(response);
    state.problemCode = problem.code;
    if (problem.status >= 500) {
      log.error('request failed', { code: problem.code, error });
      const span = trace.getActiveSpan();
      if (span !== undefined) recordFailure(span, error);
    }
    if (response.headersSent) {
      // Half an answer cannot be taken back: the caller must see that it is not whole.
      response.destroy();
      return;
    }
    const text = JSON.stringify(problemDocument(problem, shown(request.path), state.correlationId));
    response.status(problem.status).set(problem.headers).type(`${problemContentType}; charset=utf-8`);
    // Node leaves the body out where the request came as HEAD. Express would do so where a header has made a POST one too,
    // and its sender would wait for the bytes that Content-Length has told.
    response.set('Content-Length', String(Buffer.byteLength(text))).end(text);
  };
};
