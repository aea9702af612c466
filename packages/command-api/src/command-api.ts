import type { Terms } from '@order-ledger/domain/bodies';
import type { CatalogueEntry } from '@order-ledger/domain/command';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Health } from '@order-ledger/platform/health';
import { createApp } from '@order-ledger/platform/http/app';
import { createAuthenticator } from '@order-ledger/platform/http/authenticate';
import { callerLimits } from '@order-ledger/platform/http/caller-limits';
import { documentationRoutes } from '@order-ledger/platform/http/documentation';
import { probeRoutes } from '@order-ledger/platform/http/operations';
import { createPartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { addressRateLimit, type Rate } from '@order-ledger/platform/http/rate-limit';
import { requestsAtOnce } from '@order-ledger/platform/http/requests-at-once';
import type { Route } from '@order-ledger/platform/http/route';
import { takeTurns } from '@order-ledger/platform/http/turns';
import type { Log } from '@order-ledger/platform/log';
import type { Express } from 'express';
import type pg from 'pg';
import { createLeases, type Leases } from './claims/leases.ts';
import { createNextForMe } from './claims/next-for-me.ts';
import type { ReadyQueue } from './claims/ready-queue.ts';
import { createErasure, type Erasure } from './erasure.ts';
import { createEventTexts } from './free-text/event-texts.ts';
import { createKeyCheck } from './free-text/key-check.ts';
import { createSubjectKeys } from './free-text/subject-keys.ts';
import { createFreeTexts, type FreeTexts } from './free-text/texts.ts';
import type { WrappingKeys } from './free-text/wrapping-keys.ts';
import { keyRoutes } from './http/key-routes.ts';
import { commandDocument } from './http/openapi.ts';
import { orderRoutes } from './http/order-routes.ts';
import { retryRoutes } from './http/retry-routes.ts';
import { textRoutes } from './http/text-routes.ts';
import { unavailableProblem } from './http/unavailable.ts';
import { createOrderCommands } from './order-commands.ts';
import { createAccounts } from './partners/accounts.ts';
import { type CountWaiting, createCalculations } from './partners/calculations.ts';
import { PARTNER_KEY_VIEW } from './partners/key-view.ts';
import { createRetries } from './retries.ts';
import { loadSeen } from './unreadable-orders.ts';
import type { FindUpload } from './uploads.ts';

export interface CommandApiOptions {
  ledger: Ledger;
  /** Its search path is the schema of this process. */
  pool: pg.Pool;
  health: Health;
  log: Log;
  version: string;
  /** Public keys of tokens: path of a JWKS file, or its address. */
  jwks: string;
  issuer: string;
  /** They wrap the keys of free texts. */
  wrappingKeys: WrappingKeys;
  houseTerms: Terms;
  carriers: readonly string[];
  /** Pieces beyond what is ordered that may be reported without a lead. */
  surplusPercent: number;
  catalogue: () => Promise<readonly CatalogueEntry[]>;
  findUpload: FindUpload;
  readyOrders: ReadyQueue;
  countWaiting: CountWaiting;
  /** Whether the read side leaves out what follows of an order. */
  isStale: (orderId: string) => boolean;
  queryApiUrl: string;
  /** How long a claim lasts without a renewal, milliseconds. */
  claimPeriodMs: number;
  /** How far back people and partners may date what they send, seconds. */
  backdatingLimitS: number;
  bodyLimitBytes: number;
  addressLimit: Rate;
  tokenLimit: Rate;
  trustedProxies: number;
  /** Requests that are answered at once; those of one token of the staff; per cent that others leave to staff. */
  maxRequests: number;
  tokenRequests: number;
  staffPercent: number;
  /** An ioredis client; without it each instance counts rate limits by itself. */
  redis?: object;
}

interface CommandApi {
  app: Express;
  routes: readonly Route[];
  leases: Leases;
  erasure: Erasure;
  texts: FreeTexts;
  /** For readiness: throws WrongKeyError. */
  checkKey: () => Promise<void>;
}

/** Puts the HTTP door together; nothing runs by itself here. */
export const createCommandApi = async (options: CommandApiOptions): Promise<CommandApi> => {
  const { ledger, pool, health, log, redis, addressLimit } = options;
  const partnerKeys = createPartnerKeys(pool, PARTNER_KEY_VIEW);
  const checkKey = createKeyCheck(pool, options.wrappingKeys);
  const subjectKeys = createSubjectKeys(pool, options.wrappingKeys, checkKey);
  const texts = createFreeTexts(pool, subjectKeys);
  const leases = createLeases(pool, options.claimPeriodMs);
  const erasure = createErasure(pool, subjectKeys, ledger, log);
  const commands = createOrderCommands({
    ledger,
    texts,
    backdatingLimitS: options.backdatingLimitS,
    around: {
      accounts: createAccounts(pool, options.houseTerms),
      admitCalculation: createCalculations(pool, options.countWaiting, log),
      findUpload: options.findUpload,
      catalogue: options.catalogue,
      carriers: options.carriers,
      surplusPercent: options.surplusPercent,
      loadOrder: (orderId, actor) => loadSeen(ledger, orderId, actor),
    },
  });
  const nextForMe = createNextForMe({ ledger, commands, readyOrders: options.readyOrders, log });
  const routes = [
    ...orderRoutes({
      ...{ commands, nextForMe, leases, erasure, log },
      ...{ queryApiUrl: options.queryApiUrl, isStale: options.isStale },
    }),
    ...textRoutes({ readTexts: createEventTexts(ledger, texts), log }),
    ...keyRoutes({ pool, log }),
    ...retryRoutes(createRetries(pool, log)),
    ...documentationRoutes(() => commandDocument(options.version)),
    ...probeRoutes(health),
  ];
  const app = createApp({
    log,
    routes,
    bodyLimitBytes: options.bodyLimitBytes,
    trustedProxies: options.trustedProxies,
    authenticate: await createAuthenticator({
      jwks: options.jwks,
      issuer: options.issuer,
      verifyApiKey: (keyId, secret) =>
        partnerKeys.verify(keyId, secret).catch((error: unknown) => {
          throw unavailableProblem(error);
        }),
    }),
    beforeCredential: [addressRateLimit(addressLimit.points, addressLimit.seconds)],
    beforeRoute: [takeTurns({ staffPercent: options.staffPercent, log })],
    afterCredential: [
      ...callerLimits({ keys: partnerKeys, tokens: options.tokenLimit, redis }),
      requestsAtOnce({
        keys: partnerKeys,
        total: options.maxRequests,
        staffEach: options.tokenRequests,
        staffPercent: options.staffPercent,
        log,
      }),
    ],
  });
  return { app, routes, leases, erasure, texts, checkKey };
};
