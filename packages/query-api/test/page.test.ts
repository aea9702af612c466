import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '@order-ledger/platform/http/app';
import { type HttpServer, listen } from '@order-ledger/platform/http/server';
import { keepingLog } from '@order-ledger/testing/lines';
import { PAGES, pageRoutes } from '../src/dashboard/page-routes.ts';

const SCRIPT = 'console.log("the page");'.repeat(100);
const HTML = '<!doctype html><script type="module" src="/assets/main-abc.js"></script>';
const parent = mkdtempSync(join(tmpdir(), 'order-ledger-page-'));
const folder = join(parent, 'dist');
let server: HttpServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), HTML);
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/main-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/main-abc.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'assets/main-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'assets/small-abc.css'), 'a{}');
  server = await listen(createApp({ log: keepingLog().log, routes: pageRoutes({ folder, authority: undefined }) }), {
    port: 0,
  });
});
afterAll(async () => {
  await server.close(500);
  rmSync(parent, { recursive: true });
});

/** The bytes as they come over the line. */
const get = async (path: string, headers: Record<string, string> = {}, url = server.url) => {
  const sent = httpRequest(`${url}${path}`, { headers, agent: false });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) };
};

it.each(PAGES.map((path) => path.replace(':order_id', '0190c8a2-0000-7000-8000-000000000001')))(
  'has the document at %s, which is never kept',
  async (path) => {
    const { status, headers, bytes } = await get(`${path}?status=SUBMITTED`);
    expect([status, String(bytes)]).toEqual([200, HTML]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
  },
);

it('lets the page load from its origin alone, and nothing inline', async () => {
  const { headers } = await get('/');
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src 'self'; " +
      "manifest-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it('lets it ask the issuer that people sign in with', async () => {
  const routes = pageRoutes({ folder, authority: 'https://login.example.com/realms/plant' });
  const other = await listen(createApp({ log: keepingLog().log, routes }), { port: 0 });
  const policy = (await get('/', {}, other.url)).headers['content-security-policy'];
  await other.close(500);
  expect(policy).toContain(
    "connect-src 'self' https://login.example.com; form-action 'self' https://login.example.com;",
  );
});

it.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
  ['br;q=0, gzip', 'gzip', gunzipSync],
] as const)('gives an asset as it lies packed for %s, to be kept for ever', async (accepted, encoding, unpack) => {
  const { status, headers, bytes } = await get('/assets/main-abc.js', { 'Accept-Encoding': accepted });
  expect([status, headers['content-encoding'], String(unpack(bytes))]).toEqual([200, encoding, SCRIPT]);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringMatching(/^text\/javascript; charset=utf-8$/i),
    vary: 'Accept-Encoding',
  });
});

it('answers 304 to who has a file already', async () => {
  const { headers } = await get('/assets/small-abc.css');
  const again = await get('/assets/small-abc.css', { 'If-None-Match': headers.etag ?? '' });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
});

it('has the files beside the document', async () => {
  const { status, headers } = await get('/favicon.svg');
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'image/svg+xml',
    'public, max-age=3600',
  ]);
});

it.each([
  '/assets/none-abc.js',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/main-abc.js%00',
  '/assets/',
])('has nothing at %s', async (path) => {
  const { status, headers, bytes } = await get(path, { 'Accept-Encoding': 'br' });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8' });
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['cache-control']).toBeUndefined();
  expect(String(bytes)).not.toContain('"secret"');
});

it('does not begin with a folder that has no page', () => {
  expect(() => pageRoutes({ folder: parent, authority: undefined })).toThrow('index.html');
});
