import { incomingTime } from '@order-ledger/domain/values';
import { commandId } from '@order-ledger/ledger/identity';
import { jsonBody } from '@order-ledger/platform/http/json-body';
import { fieldErrorsOf, invalidFields, ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type { Request, Response } from 'express';
import type pg from 'pg';
import { z } from 'zod';
import { issueKey, listKeys, PARTNER_SCOPES, type PartnerKey, PartnerKeyError, revokeKey } from '../partners/keys.ts';
import { admit, KEY_ROUTES, type KeyRoute } from './access.ts';
import { keyOf } from './command-headers.ts';
import { unavailableProblem } from './unavailable.ts';

/** What an administrator may say of a key that is issued. */
export const keyRequest = z.strictObject({
  scopes: z
    .array(z.enum(PARTNER_SCOPES))
    .min(1)
    .max(PARTNER_SCOPES.length)
    .optional()
    .describe('what the key may be used for; all if absent'),
  expires_at: incomingTime.optional().describe('when it ends by itself; never if absent'),
});
/** Far beyond what a request of this form holds. */
const MOST_VALUES = 100;

const metrics = defineMetrics({
  changes: {
    type: 'counter',
    name: 'partner_key_changes_total',
    help: "Partners' keys issued and revoked by the interface, by action",
    labels: ['action'],
  },
});

/** As far as it may be known. */
const shown = ({ key_id, partner_id, scopes, created_at, expires_at, revoked_at }: PartnerKey) => ({
  key_id,
  partner_id,
  scopes,
  created_at: created_at.toISOString(),
  expires_at: expires_at?.toISOString() ?? null,
  revoked_at: revoked_at?.toISOString() ?? null,
});

const requestOf = (request: Request): z.output<typeof keyRequest> => {
  const read = keyRequest.safeParse(jsonBody(request, MOST_VALUES) ?? {});
  if (read.success) return read.data;
  throw invalidFields(fieldErrorsOf(read.error));
};

const problemOf = (error: unknown): unknown => {
  if (!(error instanceof PartnerKeyError)) return unavailableProblem(error);
  switch (error.reason) {
    case 'unknown-partner':
    case 'unknown-key':
      return new ProblemError(404, error.reason, error.message);
    case 'too-many-keys':
      return new ProblemError(409, error.reason, error.message);
    case 'ended':
      return invalidFields([{ pointer: '/expires_at', detail: 'must lie in the future' }]);
    case 'reused':
      return new ProblemError(
        422,
        'key-reused',
        'This Idempotency-Key was used for another request: repeat that one as it was, or send a new key.',
      );
  }
};

/** What has no such form is nobody's name. */
const NAME = /^[A-Za-z0-9._:/-]{1,100}$/;
const nameIn = (request: Request, parameter: 'partner_id' | 'key_id'): string => {
  const name = String(request.params[parameter]);
  if (NAME.test(name)) return name;
  throw parameter === 'partner_id'
    ? new PartnerKeyError('unknown-partner', 'There is no such partner.')
    : new PartnerKeyError('unknown-key', 'There is no such key.');
};

/** Partners' keys for an administrator. A key is in the answer that issues it, this once; of all others there is the hash. */
export const keyRoutes = ({ pool, log }: { pool: pg.Pool; log: Log }): Route[] => {
  const tell = (action: 'issue' | 'revoke', { partner_id, key_id }: PartnerKey): void => {
    metrics.changes.inc({ action });
    log.info(`partner's key: ${action}`, { partner_id, key_id });
  };
  const does: Readonly<Record<KeyRoute['does'], (request: Request, response: Response) => Promise<void>>> = {
    issue: async (request, response) => {
      const partner_id = nameIn(request, 'partner_id');
      const { name } = callerOf(response);
      const key = keyOf(request.headers);
      const { scopes, expires_at } = requestOf(request);
      const issued = await issueKey(pool, {
        partner_id,
        scopes,
        expires_at: expires_at === undefined ? undefined : new Date(expires_at),
        changed_by: name,
        request_id: commandId(name, `keys of ${partner_id}`, key),
      });
      if (issued.api_key === null) response.set('Idempotent-Replayed', 'true');
      else tell('issue', issued);
      response
        .status(201)
        .set('Cache-Control', 'no-store')
        .json({ ...shown(issued), api_key: issued.api_key });
    },
    list: async (request, response) => {
      const keys = await listKeys(pool, nameIn(request, 'partner_id'));
      response.set('Cache-Control', 'no-store').json({ keys: keys.map(shown) });
    },
    revoke: async (request, response) => {
      const partner_id = nameIn(request, 'partner_id');
      const { key, revoked } = await revokeKey(pool, {
        partner_id,
        key_id: nameIn(request, 'key_id'),
        changed_by: callerOf(response).name,
      });
      if (revoked) tell('revoke', key);
      response.json(shown(key));
    },
  };
  return KEY_ROUTES.map((route) => ({
    method: route.method,
    path: route.path,
    access: 'caller',
    handlers: [
      admit(route.access),
      (request, response) =>
        does[route.does](request, response).catch((error: unknown) => {
          throw problemOf(error);
        }),
    ],
  }));
};
