import { rateLimit } from '@order-ledger/platform/http/rate-limit';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { RequestHandler } from 'express';
import type { PartnerKeys, PlanLimits } from '../partner-keys.ts';

export interface TokenLimit {
  points: number;
  seconds: number;
}

/** The limits of known callers: tokens all alike, a partner (all its keys together) by its plan. */
export const callerLimits = (keys: PartnerKeys, tokens: TokenLimit, redis?: object): RequestHandler[] => {
  const store = redis === undefined ? {} : { redis };
  const made = new Map<string, RequestHandler[]>();
  const ofPlan = (limits: PlanLimits): RequestHandler[] => {
    const { plan, burst_per_second, sustained_per_minute } = limits;
    const name = `${plan}\n${burst_per_second}\n${sustained_per_minute}`;
    const key = (_request: object, response: Parameters<RequestHandler>[1]) => callerOf(response).name;
    const handlers = made.get(name) ?? [
      rateLimit({ name: `${plan}-read-burst`, points: burst_per_second, seconds: 1, key, ...store }),
      rateLimit({ name: `${plan}-read-sustained`, points: sustained_per_minute, seconds: 60, key, ...store }),
    ];
    made.set(name, handlers);
    return handlers;
  };
  const partnerLimit =
    (which: number): RequestHandler =>
    (request, response, next) => {
      const caller = callerOf(response);
      const limits = caller.kind === 'partner' ? keys.limitsOf(caller.keyId) : undefined;
      const limit = limits === undefined ? undefined : ofPlan(limits)[which];
      return limit === undefined ? next() : limit(request, response, next);
    };
  const tokenLimit = rateLimit({
    name: 'token-read',
    ...tokens,
    ...store,
    key: (_request, response) => (callerOf(response).kind === 'partner' ? undefined : callerOf(response).name),
  });
  return [tokenLimit, partnerLimit(0), partnerLimit(1)];
};
