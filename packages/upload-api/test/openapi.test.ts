import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHealth } from '@order-ledger/platform/health';
import { type HttpServer, listen } from '@order-ledger/platform/http/server';
import { createPool } from '@order-ledger/platform/postgres';
import { keepingLog } from '@order-ledger/testing/lines';
import { expectProblemsExplained, expectWholeDocument } from '@order-ledger/testing/openapi';
import { freshFolder, removeFolder } from '@order-ledger/testing/running/upload-process';
import { testService } from '@order-ledger/testing/services/shared';
import { issuer, tokenMaker } from '@order-ledger/testing/tokens';
import type pg from 'pg';
import { createCompletion } from '../src/completion.ts';
import { openUploadFolder } from '../src/folder.ts';
import { createInspection } from '../src/inspection.ts';
import { createRecords } from '../src/records.ts';
import { createUploadApi } from '../src/upload-api.ts';

const NO_LIMIT = 1_000_000;

let pool: pg.Pool;
let folder: string;
let tokens: Awaited<ReturnType<typeof tokenMaker>>;
let routes: Awaited<ReturnType<typeof createUploadApi>>['routes'];
let server: HttpServer;

/** The HTTP door in this process: its table of routes cannot be asked for over HTTP. */
beforeAll(async () => {
  const { log } = keepingLog();
  pool = createPool({
    connectionString: testService('postgres'),
    applicationName: 'upload-api test',
    name: `test-${crypto.randomUUID()}`,
    log,
  });
  folder = await freshFolder();
  tokens = await tokenMaker();
  const parts = { folder: await openUploadFolder(folder), records: createRecords(pool), log };
  const inspect = createInspection({
    log,
    atOnce: 1,
    limitMs: NO_LIMIT,
    geometryLimitMs: NO_LIMIT,
    memoryMb: 256,
    geometryLimitTriangles: NO_LIMIT,
  });
  const api = await createUploadApi({
    ...parts,
    pool,
    health: createHealth(),
    version: '0.0.0',
    completion: createCompletion({ ...parts, inspect, signal: new AbortController().signal }),
    jwks: tokens.jwks,
    issuer,
    limitBytes: NO_LIMIT,
    lifetimeMs: NO_LIMIT,
    idleLimitMs: NO_LIMIT,
    diskReserveBytes: 0,
    quickAnswerMs: NO_LIMIT,
    addressLimit: NO_LIMIT,
    callerLimit: NO_LIMIT,
    trustedProxies: 0,
    maxRequests: 1_000,
    tokenRequests: 1_000,
    staffPercent: 20,
  });
  routes = api.routes;
  server = await listen(api.app, { port: 0 });
});
afterAll(async () => {
  await server.close(1_000);
  await pool.end();
  await tokens.remove();
  await removeFolder(folder);
});

const documentOf = async () =>
  (await (await fetch(`${server.url}/openapi.json`)).json()) as Parameters<typeof expectWholeDocument>[0];

it('documents every route that the process answers, and none that it does not', async () => {
  expectWholeDocument(await documentOf(), routes);
});

it('explains every refusal by its code', async () => {
  const document = await documentOf();
  expectProblemsExplained(document, ['upload-api/src', 'platform/src/http']);
});

it('shows the reference to people', async () => {
  const page = await fetch(`${server.url}/docs`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('<title>order-ledger: uploads</title>');
});
