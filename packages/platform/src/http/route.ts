import type { RequestHandler } from 'express';
import { match } from 'path-to-regexp';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** Only asks: changes nothing, and a body says nothing. */
export const isSafeMethod = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A process's interface is a table of these. */
export interface Route {
  readonly method: Method;
  /** Whole path in express 5's notation, such as `/v1/orders/:order_id`. */
  readonly path: string;
  /**
   * `public` routes are answered without a credential, `caller` ones need a caller. `operator` ones are on the port for
   * operators alone, without a credential: who reaches it is one.
   */
  readonly access: 'public' | 'caller' | 'operator';
  /** `json` (the default) receives the body, which `jsonBody` reads; `raw` leaves it unreceived and without our limit. */
  readonly body?: 'json' | 'raw';
  /** `header`: the method may come in X-HTTP-Method-Override (tus), and then the request's own does not count. */
  readonly methodFrom?: 'header';
  /** Stays open for as long as its caller likes, and is counted where it is answered instead of among the requests. */
  readonly stays?: true;
  /** `debug` keeps what is asked every few seconds (probes) out of the access log. */
  readonly logLevel?: 'info' | 'debug';
  readonly handlers: readonly RequestHandler[];
}

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

/** The routes at an address, whatever their methods. */
const routesByPath = (routes: readonly Route[]): ((path: string) => Route[]) => {
  const matchers = routes.map((route) => ({ route, matches: match(route.path) }));
  return (path) => matchers.filter(({ matches }) => fits(matches, path)).map(({ route }) => route);
};

/** Finds a request's route before any handler runs: limits, metrics and access need to know it from the start. */
export const routeFinder = (routes: readonly Route[]): ((method: string, path: string) => RouteMatch) => {
  const routesAt = routesByPath(routes);
  return (method, path) => {
    const there = routesAt(path);
    const wanted = method === 'HEAD' ? ['HEAD', 'GET'] : [method];
    const route = there.find((candidate) => wanted.includes(candidate.method));
    if (route !== undefined) return { kind: 'found', route };
    if (there.length === 0) return { kind: 'unknown' };
    return { kind: 'wrong-method', allowed: [...new Set(there.map((candidate) => candidate.method))].sort() };
  };
};

/**
 * Gives a request the method that its X-HTTP-Method-Override names, at addresses whose routes say so: before anything is
 * decided, so that limits, access and checks are those of the method that runs.
 */
export const methodFromHeader = (routes: readonly Route[]): RequestHandler => {
  const routesAt = routesByPath(routes.filter(({ methodFrom }) => methodFrom === 'header'));
  return (request, _response, next) => {
    const given = String(request.headers['x-http-method-override'] ?? '').trim();
    if (given !== '' && routesAt(request.path).length > 0) request.method = given.toUpperCase();
    next();
  };
};

const fits = (matches: (path: string) => unknown, path: string): boolean => {
  try {
    return matches(path) !== false;
  } catch (error) {
    // A path with a broken percent sequence is nobody's address.
    if (error instanceof URIError) return false;
    throw error;
  }
};
