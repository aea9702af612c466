import { randomBytes } from 'node:crypto';
import { type CommandApiOptions, createCommandApi } from '@order-ledger/command-api/command-api';
import { keptKeys } from '@order-ledger/command-api/free-text/wrapping-keys';
import { DEFAULT_HOUSE_TERMS } from '@order-ledger/command-api/partners/plans';
import { type SeededPartner, seedPartners } from '@order-ledger/command-api/partners/seed';
import { migrateSchema, SCHEMA } from '@order-ledger/command-api/schema';
import type { Upload } from '@order-ledger/command-api/uploads';
import type { CatalogueEntry } from '@order-ledger/domain/command';
import type { Actor } from '@order-ledger/domain/grants';
import { openLedger } from '@order-ledger/ledger/ledger';
import { createHealth } from '@order-ledger/platform/health';
import { listen } from '@order-ledger/platform/http/server';
import { createPool } from '@order-ledger/platform/postgres';
import type pg from 'pg';
import { keepingLog } from '../lines.ts';
import { createTestDatabase, type TestDatabase } from '../services/database.ts';
import { testService } from '../services/shared.ts';
import { issuer, tokenMaker } from '../tokens.ts';
import { commandApiTables } from './command-api-tables.ts';

export const CATALOGUE: readonly CatalogueEntry[] = [
  { material: 'PLA', process: 'FDM', finishings: ['SANDED'] },
  { material: 'PA12', process: 'SLS', finishings: [] },
];

const validUpload = (owner: string): Upload => ({
  owner,
  sha256: 'a'.repeat(64),
  complete: true,
  valid: true,
  model: { bytes: 684, format: 'STL_BINARY', triangles: 12, bounding_box: [20_000, 20_000, 20_000], warnings: [] },
});

/** Of the event store that all tests share. */
export const eventStoreUrl = (): string => testService('eventStore');

export interface Reply {
  status: number;
  headers: Headers;
  /** As it came, for comparisons byte by byte. */
  text: string;
  body: Record<string, unknown>;
}

export interface Send {
  /** A token or a key; none if absent. */
  credential?: string | undefined;
  /** A new one if absent; null sends none. */
  key?: string | null;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

/**
 * The whole HTTP door over real servers, with one valid upload of everybody.
 *
 * @param own the database, if not a new one; `close` drops it
 */
export const startApi = async (changes: Partial<CommandApiOptions> = {}, own?: TestDatabase) => {
  const { log, text: logText, lines } = keepingLog();
  const database = own ?? (await createTestDatabase(commandApiTables));
  if (own !== undefined) await migrateSchema({ connectionString: database.url, log });
  const pool: pg.Pool = createPool({
    connectionString: database.url,
    applicationName: 'command-api test',
    name: `test-${crypto.randomUUID()}`,
    log,
    searchPath: SCHEMA,
  });
  const tokens = await tokenMaker();
  const ledger = changes.ledger ?? openLedger({ connectionString: eventStoreUrl(), log });
  const health = createHealth();
  health.become('ready');
  const api = await createCommandApi({
    ledger,
    pool,
    health,
    log,
    version: '0.0.0',
    jwks: tokens.jwks,
    issuer,
    wrappingKeys: keptKeys(randomBytes(32)),
    houseTerms: DEFAULT_HOUSE_TERMS,
    carriers: ['dpd', 'cdek'],
    surplusPercent: 10,
    catalogue: async () => CATALOGUE,
    findUpload: async (_id, owner) => validUpload(owner),
    readyOrders: async () => [],
    isStale: () => false,
    countWaiting: async () => 0,
    queryApiUrl: 'http://query.test',
    claimPeriodMs: 60_000,
    backdatingLimitS: 2_592_000,
    bodyLimitBytes: 1_048_576,
    addressLimit: { points: 1_000_000, seconds: 1 },
    tokenLimit: { points: 1_000_000, seconds: 1 },
    trustedProxies: 0,
    maxRequests: 1_000,
    tokenRequests: 1_000,
    staffPercent: 20,
    ...changes,
  });
  const server = await listen(api.app, { port: 0 });

  /** The partners of a fresh installation, but none is held back by its plan: how fast a test sends is the machine's. */
  const partners = async (): Promise<SeededPartner[]> => {
    const seeded = await seedPartners(pool);
    await pool.query('update plan set burst_per_second = 1000000, sustained_per_minute = 1000000');
    return seeded;
  };

  const made = new Map<string, string>();
  /** A token of this actor, made once. */
  const tokenOf = async (actor: Actor): Promise<string> => {
    const known = made.get(JSON.stringify(actor));
    if (known !== undefined) return known;
    const { id, kind, roles, carrier } = actor;
    const token = await tokens.token({ sub: id, kind, roles, exp: Math.floor(Date.now() / 1_000) + 900, carrier });
    made.set(JSON.stringify(actor), token);
    return token;
  };

  const send = async (method: string, path: string, { credential, key, body, raw, headers }: Send = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(credential === undefined ? {} : { Authorization: `Bearer ${credential}` }),
        ...(key === null ? {} : { 'Idempotency-Key': key ?? crypto.randomUUID() }),
        ...(body === undefined && raw === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    const reply: Reply = {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : {},
    };
    return reply;
  };

  const close = async (): Promise<void> => {
    await server.close(1_000);
    await ledger.close();
    await pool.end();
    await tokens.remove();
    await database.drop();
  };

  return {
    ...api,
    url: server.url,
    post: (path: string, sent?: Send) => send('POST', path, sent),
    send,
    tokens,
    tokenOf,
    pool,
    partners,
    database,
    ledger,
    log,
    logText,
    lines,
    health,
    close,
  };
};

export type RunningApi = Awaited<ReturnType<typeof startApi>>;
