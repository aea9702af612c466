import type { Request, RequestHandler, Response } from 'express';
import { defineMetrics } from '../metrics.ts';
import { ProblemError } from './problem.ts';
import { type Count, countHere, countTogether } from './request-counts.ts';

export interface Rate {
  /** Requests allowed in each window of `seconds`. */
  readonly points: number;
  readonly seconds: number;
}

export type RateLimitPolicy = Rate & {
  /** Name in the headers and in the metric; one of a small set of ours. */
  readonly name: string;
  /** Whom the requests are counted for; undefined lets the request pass uncounted. */
  readonly key: (request: Request, response: Response) => string | undefined;
  /** An ioredis client, to count over all instances; while it does not answer each instance counts by itself. */
  readonly redis?: object;
};

const metrics = defineMetrics({
  limited: { type: 'counter', name: 'rate_limited_total', help: 'Requests refused with 429', labels: ['policy'] },
});

/** Counts and, over the limit, refuses with 429; the headers of the IETF draft tell the state in every answer. */
export const rateLimit = ({ name, points, seconds, key, redis }: RateLimitPolicy): RequestHandler => {
  const count = redis === undefined ? countHere({ seconds }) : countTogether(name, { points, seconds }, redis);
  const policy = `"${name}";q=${points};w=${seconds}`;
  const judge = (response: Response, { used, msToEnd }: Count): void => {
    const resetSeconds = Math.max(1, Math.ceil(Math.round(msToEnd) / 1_000));
    response.appendHeader('RateLimit-Policy', policy);
    response.appendHeader('RateLimit', `"${name}";r=${Math.max(points - used, 0)};t=${resetSeconds}`);
    if (used <= points) return;
    metrics.limited.inc({ policy: name });
    throw new ProblemError(
      429,
      'rate-limited',
      `More than ${points} requests in ${seconds} s. Try again in ${resetSeconds} s.`,
      {
        headers: { 'Retry-After': String(resetSeconds) },
      },
    );
  };
  return (request, response, next) => {
    const counted = key(request, response);
    if (counted === undefined) return next();
    const found = count(counted);
    if (found instanceof Promise) {
      return found.then((state) => {
        judge(response, state);
        next();
      });
    }
    judge(response, found);
    next();
  };
};

/** Some proxies add the connection's port to the address; then each connection would count separately. */
const withoutPort = (address: string | undefined): string | undefined =>
  address?.replace(/^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');

/** The limit before the credential is looked at: by the address that the request came from. */
export const addressRateLimit = (points: number, seconds: number): RequestHandler => {
  return rateLimit({ name: 'address', points, seconds, key: (request) => withoutPort(request.ip) });
};
