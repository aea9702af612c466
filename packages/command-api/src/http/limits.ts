import { rateLimit } from '@order-ledger/platform/http/rate-limit';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { RequestHandler } from 'express';
import type { PartnerKeys, PlanLimits } from '../partners/keys.ts';

export interface TokenLimit {
  points: number;
  seconds: number;
}

/** What a handler of express is given. */
type Arguments = Parameters<RequestHandler>;

/** Limits of tokens: one count for each subject. */
const tokenLimit = ({ points, seconds }: TokenLimit, redis: object | undefined): RequestHandler =>
  rateLimit({
    name: 'token',
    points,
    seconds,
    ...(redis === undefined ? {} : { redis }),
    key: (_request, response) => {
      const caller = callerOf(response);
      return caller.kind === 'partner' ? undefined : caller.name;
    },
  });

/** Both limits of one plan: short bursts, and what a partner may do for long. All keys of a partner count together. */
const planLimits = (limits: PlanLimits, redis: object | undefined): RequestHandler[] => {
  const key = (_request: Arguments[0], response: Arguments[1]) => callerOf(response).name;
  const store = redis === undefined ? {} : { redis };
  const { plan, burst_per_second, sustained_per_minute } = limits;
  return [
    rateLimit({ name: `${plan}-burst`, points: burst_per_second, seconds: 1, key, ...store }),
    rateLimit({ name: `${plan}-sustained`, points: sustained_per_minute, seconds: 60, key, ...store }),
  ];
};

/** The limits of known callers: a partner by its plan, tokens all alike. */
export const callerLimits = (keys: PartnerKeys, tokens: TokenLimit, redis?: object): RequestHandler[] => {
  const made = new Map<string, RequestHandler[]>();
  const ofPlan = (limits: PlanLimits): RequestHandler[] => {
    const name = `${limits.plan}\n${limits.burst_per_second}\n${limits.sustained_per_minute}`;
    const handlers = made.get(name) ?? planLimits(limits, redis);
    made.set(name, handlers);
    return handlers;
  };
  const limitOf = (response: Arguments[1], which: number): RequestHandler | undefined => {
    const caller = callerOf(response);
    const limits = caller.kind === 'partner' ? keys.limitsOf(caller.keyId) : undefined;
    return limits === undefined ? undefined : ofPlan(limits)[which];
  };
  const partnerLimit =
    (which: number): RequestHandler =>
    (request, response, next) => {
      const limit = limitOf(response, which);
      return limit === undefined ? next() : limit(request, response, next);
    };
  return [tokenLimit(tokens, redis), partnerLimit(0), partnerLimit(1)];
};
