import type { Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { defineMetrics } from '../metrics.ts';
import { ProblemError } from './problem.ts';

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

/** A window of Redis's may be longer by so much, milliseconds, where its clock is slewed. */
const SLEWED_MS = 1_000;

/** Counts and, over the limit, refuses with 429; the headers of the IETF draft tell the state in every answer. */
export const rateLimit = ({ name, points, seconds, key, redis }: RateLimitPolicy): RequestHandler => {
  const options = { keyPrefix: `rate:${name}`, points, duration: seconds };
  const memory = new RateLimiterMemory(options);
  const limiter =
    redis === undefined ? memory : new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory });
  const take = (counted: string) =>
    limiter.consume(counted).then(
      (state) => ({ allowed: true, state }),
      (refusal: unknown) => {
        if (refusal instanceof RateLimiterRes) return { allowed: false, state: refusal };
        throw refusal;
      },
    );
  /** A window that ends later than any can: its clock was set back since, and it would last that much longer. */
  const isStuck = (state: RateLimiterRes): boolean => state.msBeforeNext > seconds * 1_000 + SLEWED_MS;
  return async (request, response, next) => {
    const counted = key(request, response);
    if (counted === undefined) return next();
    let { allowed, state } = await take(counted);
    if (isStuck(state)) {
      await limiter.delete(counted);
      ({ allowed, state } = await take(counted));
    }
    const resetSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000));
    response.append('RateLimit-Policy', `"${name}";q=${points};w=${seconds}`);
    response.append('RateLimit', `"${name}";r=${state.remainingPoints};t=${resetSeconds}`);
    if (allowed) return next();
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
};

/** Some proxies add the connection's port to the address; then each connection would count separately. */
const withoutPort = (address: string | undefined): string | undefined =>
  address?.replace(/^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');

/** The limit before the credential is looked at: by the address that the request came from. */
export const addressRateLimit = (points: number, seconds: number): RequestHandler => {
  return rateLimit({ name: 'address', points, seconds, key: (request) => withoutPort(request.ip) });
};
