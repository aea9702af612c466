import type { Health } from '@order-ledger/platform/health';
import { createApp } from '@order-ledger/platform/http/app';
import { createAuthenticator } from '@order-ledger/platform/http/authenticate';
import { callerLimits } from '@order-ledger/platform/http/caller-limits';
import { documentationRoutes } from '@order-ledger/platform/http/documentation';
import { probeRoutes } from '@order-ledger/platform/http/operations';
import type { PartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { addressRateLimit, type Rate } from '@order-ledger/platform/http/rate-limit';
import { requestState } from '@order-ledger/platform/http/request-state';
import { requestsAtOnce } from '@order-ledger/platform/http/requests-at-once';
import type { Route } from '@order-ledger/platform/http/route';
import { REQUEST_LIMIT_MS } from '@order-ledger/platform/http/server';
import { createShare } from '@order-ledger/platform/http/shares';
import { takeTurns } from '@order-ledger/platform/http/turns';
import type { Log } from '@order-ledger/platform/log';
import type { Express, RequestHandler } from 'express';
import type { CursorSecrets } from './cursor-secrets.ts';
import { pageRoutes } from './dashboard/page-routes.ts';
import { type SignInOptions, signInRoutes } from './dashboard/sign-in-routes.ts';
import type { FirstPages } from './first-pages.ts';
import { type ForwardTo, forwardingRoutes, interfaceDocuments } from './forwarding/routes.ts';
import { houseAnswers } from './http/house-answers.ts';
import { listAnswer } from './http/list-answer.ts';
import { queryDocument } from './http/openapi.ts';
import { orderAnswers } from './http/order-answers.ts';
import { previewAnswers } from './http/preview-answer.ts';
import { pricingAnswers } from './http/pricing-answer.ts';
import { queryRouteTable } from './http/query-route-table.ts';
import { tellFreshness } from './http/question.ts';
import { statisticsAnswers } from './http/statistics-answers.ts';
import { stuckAnswers } from './http/stuck-answer.ts';
import { systemAnswers } from './http/system-answer.ts';
import { unavailableProblem } from './http/unavailable.ts';
import { createSeals } from './seal.ts';
import type { Sources } from './sources.ts';
import { streamAnswer } from './stream/stream-answer.ts';
import type { Tail } from './stream/tail.ts';
import type { Looking } from './stuck/looking.ts';

export interface QueryApiOptions extends Pick<SignInOptions, 'plantTimeZone' | 'signIn'> {
  sources: Sources;
  tail: Tail;
  looking: Looking;
  partnerKeys: PartnerKeys;
  health: Health;
  log: Log;
  version: string;
  /** Public keys of tokens: path of a JWKS file, or its address. */
  jwks: string;
  issuer: string;
  cursorSecrets: CursorSecrets | string;
  minVersionWaitMs: number;
  heartbeatMs: number;
  /** How often a stream looks at its credential again, milliseconds. */
  recheckMs: number;
  maxStreams: number;
  /** Of the streams and of the requests at once for each token of the staff. */
  tokenStreams: number;
  tokenRequests: number;
  /** Requests that this instance answers at once. */
  maxRequests: number;
  /** Per cent of both that partners and carriers leave to staff. */
  staffPercent: number;
  addressLimit: Rate;
  tokenLimit: Rate;
  trustedProxies: number;
  /** Without them every list is read from the tables. */
  firstPages?: FirstPages;
  /** An ioredis client; without it each instance counts rate limits by itself. */
  redis?: object;
  /** The interfaces that answer at this origin too. */
  forwardTo: ForwardTo;
  /** Where the built web page is; without it none is served. */
  pageFolder: string | undefined;
  /** Ends the streams. */
  stopping: AbortSignal;
}

/**
 * Refusals say how fresh the tables are too; where that cannot be asked, the answer itself will fail or does not need it.
 * Another interface's answer is not made of the tables.
 */
const freshness =
  (sources: Sources): RequestHandler =>
  async (_request, response, next) => {
    const { matched } = requestState(response);
    if (matched.kind === 'found' && matched.route.access === 'forwarded') return next();
    const source = await sources.primary().catch(() => undefined);
    if (source === undefined) response.set('X-Projection-Lag-Ms', 'unknown');
    else tellFreshness(response, source);
    next();
  };

/** Puts the HTTP door together; nothing runs by itself here. */
export const createQueryApi = async (options: QueryApiOptions): Promise<{ app: Express; routes: readonly Route[] }> => {
  const { sources, tail, partnerKeys, health, log, addressLimit } = options;
  const seals = createSeals(options.cursorSecrets);
  const authenticate = await createAuthenticator({
    jwks: options.jwks,
    issuer: options.issuer,
    verifyApiKey: (keyId, secret) =>
      partnerKeys.verify(keyId, secret).catch((error: unknown) => {
        throw unavailableProblem(error);
      }),
  });
  const { heartbeatMs, recheckMs, stopping, staffPercent } = options;
  const answers = {
    listOrders: listAnswer({
      ...{ sources, seals, log },
      ...(options.firstPages === undefined ? {} : { firstPages: options.firstPages }),
    }),
    ...orderAnswers({ sources, minVersionWaitMs: options.minVersionWaitMs }),
    ...previewAnswers(sources),
    ...pricingAnswers(sources),
    ...statisticsAnswers(sources),
    ...houseAnswers(sources, options.looking),
    ...stuckAnswers({ sources, seals, looking: options.looking }),
    ...systemAnswers({ sources, looking: options.looking }),
    streamEvents: streamAnswer({
      sources,
      tail,
      seals,
      log,
      authenticate,
      heartbeatMs,
      recheckMs,
      share: createShare({
        name: 'event_streams',
        total: options.maxStreams,
        staffEach: options.tokenStreams,
        ...{ staffPercent, log },
      }),
      keys: partnerKeys,
      stopping,
    }),
  };
  const { signIn, forwardTo, pageFolder } = options;
  const interfaces = interfaceDocuments(forwardTo);
  const own = [
    ...queryRouteTable(answers, log),
    ...signInRoutes({ ...options, interfaces }),
    ...documentationRoutes(() => queryDocument(options.version), {
      documents: interfaces,
      signIn: pageFolder === undefined ? undefined : '/',
    }),
    ...probeRoutes(health),
  ];
  const routes = [
    ...own,
    ...forwardingRoutes(forwardTo, own),
    ...(pageFolder === undefined
      ? []
      : pageRoutes({ folder: pageFolder, authority: signIn?.kind === 'oidc' ? signIn.authority : undefined })),
  ];
  const app = createApp({
    log,
    routes,
    trustedProxies: options.trustedProxies,
    bodyTimeMs: REQUEST_LIMIT_MS,
    authenticate,
    beforeCredential: [freshness(sources), addressRateLimit(addressLimit.points, addressLimit.seconds)],
    beforeRoute: [takeTurns({ staffPercent, log })],
    afterCredential: [
      ...callerLimits({
        keys: partnerKeys,
        tokens: options.tokenLimit,
        purpose: 'read',
        redis: options.redis,
      }),
      requestsAtOnce({
        keys: partnerKeys,
        total: options.maxRequests,
        staffEach: options.tokenRequests,
        ...{ staffPercent, log },
      }),
    ],
  });
  return { app, routes };
};
