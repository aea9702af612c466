import type { PartnerScope } from '@order-ledger/command-api/partners/keys';
import { SEEDED_PLANS } from '@order-ledger/command-api/partners/plans';
import { migrateSchema, SCHEMA } from '@order-ledger/command-api/schema';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { createHealth } from '@order-ledger/platform/health';
import { listen } from '@order-ledger/platform/http/server';
import { createPool } from '@order-ledger/platform/postgres';
import { migrateSchema as migratePricing } from '@order-ledger/pricing-worker/schema';
import { createPartnerKeys } from '@order-ledger/query-api/partner-keys';
import { createQueryApi, type QueryApiOptions } from '@order-ledger/query-api/query-api';
import { createSources } from '@order-ledger/query-api/sources';
import { openTail, type TailOptions } from '@order-ledger/query-api/stream/tail';
import { createLooking } from '@order-ledger/query-api/stuck/looking';
import { migrateSchema as migrateUploads } from '@order-ledger/upload-api/schema';
import type pg from 'pg';
import { keepingLog } from '../lines.ts';
import type { Filled } from '../services/database.ts';
import { issuer, tokenMaker } from '../tokens.ts';
import { issueKey } from './partner-keys.ts';
import { readModelTables, seededReadModel } from './read-model.ts';

export const CURSOR_SECRET = 'a secret for tests, 32 characters or more';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are held against their schemas and read freely in tests
  body: any;
}

interface Get {
  credential?: string | undefined;
  headers?: Record<string, string>;
  method?: string;
}

const migrateOthers = async (connectionString: string): Promise<void> => {
  const { log } = keepingLog();
  for (const migrate of [migrateSchema, migratePricing, migrateUploads]) await migrate({ connectionString, log });
};
const allTables: Filled = {
  name: 'query_api',
  fill: async (connectionString) => {
    await readModelTables.fill(connectionString);
    await migrateOthers(connectionString);
  },
};

/** The whole HTTP door over real servers, its tables written by folding these events. */
export const startApi = async (events: readonly RecordedEvent[], changes: Partial<QueryApiOptions> = {}) => {
  const model = await seededReadModel(events, allTables);
  await model.beat();
  return startApiOver(model, changes);
};

/** The same over tables that are there; `close` drops them too. */
export const startApiOver = async <Model extends { url: string; pool: pg.Pool; drop(): Promise<void> }>(
  model: Model,
  changes: Partial<QueryApiOptions> = {},
  paging: Pick<TailOptions, 'page' | 'kept'> = {},
) => {
  const { log, text: logText, lines } = keepingLog();
  await migrateOthers(model.url);
  const partnerPool = createPool({
    connectionString: model.url,
    applicationName: 'partners',
    name: `partners-${crypto.randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
  const tokens = await tokenMaker();
  const health = createHealth();
  health.become('ready');
  const stopping = new AbortController();
  const sources = createSources({ primary: model.pool, reports: model.pool }, 5_000);
  const tail = await openTail({ sources, connectionString: model.url, log, ...paging });
  const { app, routes } = await createQueryApi({
    sources,
    looking: createLooking({ sources, processes: [], limits: {}, log }),
    tail,
    partnerKeys: createPartnerKeys(model.pool),
    health,
    log,
    version: '0.0.0',
    jwks: tokens.jwks,
    issuer,
    cursorSecrets: CURSOR_SECRET,
    minVersionWaitMs: 1_000,
    heartbeatMs: 15_000,
    recheckMs: 60_000,
    maxStreams: 50,
    tokenStreams: 50,
    maxRequests: 1_000,
    tokenRequests: 1_000,
    staffPercent: 20,
    addressLimit: { points: 1_000_000, seconds: 1 },
    tokenLimit: { points: 1_000_000, seconds: 1 },
    trustedProxies: 0,
    plantTimeZone: 'Europe/Moscow',
    signIn: undefined,
    forwardTo: {},
    pageFolder: undefined,
    stopping: stopping.signal,
    ...changes,
  });
  const server = await listen(app, { port: 0 });

  /** A token of this actor; valid for a quarter of an hour unless said otherwise. */
  const tokenOf = ({ id, kind, roles, carrier }: Actor, validS = 900): Promise<string> =>
    tokens.token({ sub: id, kind, roles, carrier, exp: Math.floor(Date.now() / 1_000) + validS });

  /** A key of a partner, who is made where there is none yet. */
  const keyOf = async (partnerId: string, scopes?: readonly PartnerScope[]): Promise<string> => {
    const plan = SEEDED_PLANS.prepaid;
    await partnerPool.query(
      `insert into plan (plan, terms, burst_per_second, sustained_per_minute) values ('prepaid', $1, 10000, 100000)
       on conflict do nothing`,
      [JSON.stringify(plan?.terms)],
    );
    await partnerPool.query("insert into partner (partner_id, plan) values ($1, 'prepaid') on conflict do nothing", [
      partnerId,
    ]);
    return issueKey(partnerPool, partnerId, scopes);
  };

  const fetchFrom = (path: string, { credential, headers, method = 'GET' }: Get = {}, signal?: AbortSignal) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { ...(credential === undefined ? {} : { Authorization: `Bearer ${credential}` }), ...headers },
      ...(signal === undefined ? {} : { signal }),
    });

  const get = async (path: string, sent: Get = {}): Promise<Reply> => {
    const response = await fetchFrom(path, sent);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json && text !== '' ? JSON.parse(text) : {},
    };
  };

  const close = async (): Promise<void> => {
    stopping.abort();
    await server.close(1_000);
    await tail.close();
    await partnerPool.end();
    await tokens.remove();
    await model.drop();
  };

  return {
    url: server.url,
    get,
    fetchFrom,
    tokenOf,
    keyOf,
    tokens,
    model,
    partnerPool,
    routes,
    log,
    logText,
    lines,
    stopping,
    close,
  };
};

export type RunningApi = Awaited<ReturnType<typeof startApi>>;
export type AnyApi = Pick<RunningApi, 'fetchFrom'>;
