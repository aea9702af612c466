import type { RequestHandler } from 'express';
import type { PartnerKeys, PlanLimits } from './partner-keys.ts';
import { type Rate, type RateLimitPolicy, rateLimit } from './rate-limit.ts';
import { callerOf } from './request-state.ts';

interface CallerLimitsOptions {
  readonly keys: Pick<PartnerKeys, 'limitsOf'>;
  /** Of each token's subject by itself. */
  readonly tokens: Rate;
  /** Within the policies' names, where a process counts apart from others: `prepaid-read-burst`. */
  readonly purpose?: string;
  /** An ioredis client; without it each instance counts by itself. */
  readonly redis?: object | undefined;
}

/** The limits of known callers: tokens all alike, a partner (all its keys together) by its plan. */
export const callerLimits = ({ keys, tokens, purpose, redis }: CallerLimitsOptions): RequestHandler[] => {
  const shared = redis === undefined ? {} : { redis };
  const named = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join('-');

  const made = new Map<string, RequestHandler[]>();
  const ofPlan = ({ plan, burst_per_second, sustained_per_minute }: PlanLimits): RequestHandler[] => {
    const known = `${plan}\n${burst_per_second}\n${sustained_per_minute}`;
    const key: RateLimitPolicy['key'] = (_request, response) => callerOf(response).name;
    const handlers = made.get(known) ?? [
      rateLimit({ name: named(plan, purpose, 'burst'), points: burst_per_second, seconds: 1, key, ...shared }),
      rateLimit({ name: named(plan, purpose, 'sustained'), points: sustained_per_minute, seconds: 60, key, ...shared }),
    ];
    made.set(known, handlers);
    return handlers;
  };
  const partnerLimit =
    (which: 0 | 1): RequestHandler =>
    (request, response, next) => {
      const caller = callerOf(response);
      const limits = caller.kind === 'partner' ? keys.limitsOf(caller.keyId) : undefined;
      const limit = limits === undefined ? undefined : ofPlan(limits)[which];
      return limit === undefined ? next() : limit(request, response, next);
    };
  const tokenLimit = rateLimit({
    name: named('token', purpose),
    ...tokens,
    ...shared,
    key: (_request, response) => {
      const caller = callerOf(response);
      return caller.kind === 'partner' ? undefined : caller.name;
    },
  });
  return [tokenLimit, partnerLimit(0), partnerLimit(1)];
};
