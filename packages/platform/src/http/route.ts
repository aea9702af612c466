import type { RequestHandler } from 'express';
import { type MatchFunction, match, type ParamData } from 'path-to-regexp';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** Only asks: changes nothing, and a body says nothing. */
export const isSafeMethod = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A process's interface is a table of these. */
export interface Route {
  readonly method: Method;
  /** Whole path in express 5's notation, such as `/v1/orders/:order_id`. */
  readonly path: string;
  /**
   * `public` routes are answered without a credential, `caller` ones need a caller. `forwarded` ones go on to another
   * interface of ours, which asks for the credential: here only their address counts. `operator` ones are on the port for
   * operators alone, without a credential: who reaches it is one.
   */
  readonly access: 'public' | 'caller' | 'forwarded' | 'operator';
  /** `json` (the default) receives the body, which `jsonBody` reads; `raw` leaves it unreceived and without our limit. */
  readonly body?: 'json' | 'raw';
  /** Its body may take as long as its sender's line needs. */
  readonly slow?: true;
  /** `header`: the method may come in X-HTTP-Method-Override (tus), and then the request's own does not count. */
  readonly methodFrom?: 'header';
  /** Stays open for as long as its caller likes, and is counted where it is answered instead of among the requests. */
  readonly stays?: true;
  /** `debug` keeps what is asked every few seconds (probes) out of the access log. */
  readonly logLevel?: 'info' | 'debug';
  readonly handlers: readonly RequestHandler[];
}

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Record<string, string> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

/** How a path is held against a route's, in express's notation: what stands in it where the route has a name. */
const matcherOf = ({ path }: Route): ((path: string) => Record<string, string> | undefined) => {
  const matches: MatchFunction<ParamData> = match(path);
  // Most routes begin in another way, which is seen sooner than a pattern fails. Case tells no two paths apart.
  const fixed = (/^[^:*{}()[\]?+!\\]*/.exec(path)?.[0] ?? '').toLowerCase();
  return (given) => {
    if (given.slice(0, fixed.length).toLowerCase() !== fixed) return undefined;
    const found = matched(matches, given);
    return found === false ? undefined : (found.params as Record<string, string>);
  };
};

/** Finds a request's route before any handler runs: limits, metrics and access need to know it from the start. */
export const routeFinder = (routes: readonly Route[]): ((method: string, path: string) => RouteMatch) => {
  const table = routes.map((route) => ({ route, paramsIn: matcherOf(route) }));
  return (method, path) => {
    for (const { route, paramsIn } of table) {
      if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) continue;
      const params = paramsIn(path);
      if (params !== undefined) return { kind: 'found', route, params };
    }
    const there = table.filter(({ paramsIn }) => paramsIn(path) !== undefined);
    if (there.length === 0) return { kind: 'unknown' };
    return { kind: 'wrong-method', allowed: [...new Set(there.map(({ route }) => route.method))].sort() };
  };
};

/**
 * Gives a request the method that its X-HTTP-Method-Override names, at addresses whose routes say so: before anything is
 * decided, so that limits, access and checks are those of the method that runs.
 */
export const methodFromHeader = (routes: readonly Route[]): RequestHandler => {
  const matchers = routes.filter(({ methodFrom }) => methodFrom === 'header').map(matcherOf);
  return (request, _response, next) => {
    const given = String(request.headers['x-http-method-override'] ?? '').trim();
    if (given !== '' && matchers.some((paramsIn) => paramsIn(request.path) !== undefined)) {
      request.method = given.toUpperCase();
    }
    next();
  };
};

const matched = (matches: MatchFunction<ParamData>, path: string) => {
  try {
    return matches(path);
  } catch (error) {
    // A path with a broken percent sequence is nobody's address.
    if (error instanceof URIError) return false;
    throw error;
  }
};
