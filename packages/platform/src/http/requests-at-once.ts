import type { RequestHandler } from 'express';
import type { PartnerKeys } from './partner-keys.ts';
import { callerOf, requestState } from './request-state.ts';
import { createShare, type ShareOptions } from './shares.ts';

type RequestsAtOnceOptions = Omit<ShareOptions, 'name'> & {
  readonly keys: Pick<PartnerKeys, 'limitsOf'>;
};

/** Counts each request from its credential until its answer is complete or its connection is gone. */
export const requestsAtOnce = ({ keys, ...options }: RequestsAtOnceOptions): RequestHandler => {
  const share = createShare({ name: 'requests_at_once', ...options });
  return (_request, response, next) => {
    const { matched } = requestState(response);
    if (matched.kind === 'found' && matched.route.stays === true) return next();
    const caller = callerOf(response);
    const free = share.take(caller, caller.kind === 'partner' ? keys.limitsOf(caller.keyId) : undefined);
    response.once('close', free);
    // It may have closed while the credential was looked at.
    if (response.destroyed) free();
    next();
  };
};
