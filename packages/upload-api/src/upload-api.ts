import type { Health } from '@order-ledger/platform/health';
import { createApp } from '@order-ledger/platform/http/app';
import { createAuthenticator } from '@order-ledger/platform/http/authenticate';
import { documentationRoutes } from '@order-ledger/platform/http/documentation';
import { probeRoutes } from '@order-ledger/platform/http/operations';
import { addressRateLimit, rateLimit } from '@order-ledger/platform/http/rate-limit';
import { callerOf } from '@order-ledger/platform/http/request-state';
import { requestsAtOnce } from '@order-ledger/platform/http/requests-at-once';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import type { Express } from 'express';
import type pg from 'pg';
import { modelRoute } from './model-route.ts';
import { uploadDocument } from './openapi.ts';
import { createPartnerKeys } from './partner-keys.ts';
import { previewRoute } from './preview-route.ts';
import { statusRoute } from './status-route.ts';
import { type TusOptions, tusRoutes } from './tus-routes.ts';

interface UploadApiOptions extends Omit<TusOptions, 'keys'> {
  /** Its search path is the schema of this process. */
  pool: pg.Pool;
  health: Health;
  log: Log;
  version: string;
  /** Public keys of tokens: path of a JWKS file, or its address. */
  jwks: string;
  issuer: string;
  /** Requests a second of one address, and of one caller. */
  addressLimit: number;
  callerLimit: number;
  trustedProxies: number;
  /** Requests that are answered at once, and those of one token of the staff. */
  maxRequests: number;
  tokenRequests: number;
}

/** Puts the HTTP door together; nothing runs by itself here. */
export const createUploadApi = async (options: UploadApiOptions): Promise<{ app: Express; routes: Route[] }> => {
  const { pool, health, log, records, folder } = options;
  const keys = createPartnerKeys(pool);
  const routes = [
    ...tusRoutes({ ...options, keys }),
    statusRoute(records),
    previewRoute(records),
    modelRoute({ folder, records, log }),
    ...documentationRoutes(() => uploadDocument(options.version, options.limitBytes)),
    ...probeRoutes(health),
  ];
  const app = createApp({
    log,
    routes,
    trustedProxies: options.trustedProxies,
    authenticate: await createAuthenticator({
      jwks: options.jwks,
      issuer: options.issuer,
      verifyApiKey: keys.verify,
    }),
    beforeCredential: [addressRateLimit(options.addressLimit, 1)],
    afterCredential: [
      rateLimit({
        name: 'caller',
        points: options.callerLimit,
        seconds: 1,
        key: (_request, response) => callerOf(response).name,
      }),
      requestsAtOnce({
        keys,
        total: options.maxRequests,
        staffEach: options.tokenRequests,
        staffPercent: options.staffPercent,
        log,
      }),
    ],
  });
  return { app, routes };
};
