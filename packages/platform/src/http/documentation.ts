import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { EXAMPLE, type Json } from './openapi.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const ownFile = (name: string): string => fileURLToPath(new URL(`../../reference/${name}`, import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** What the reference is made of: Swagger UI as its package has it, and what this system adds to it. */
const FILES: Readonly<Record<string, { type: string; path: string }>> = {
  'swagger-ui-bundle.js': { type: 'text/javascript', path: resolve('swagger-ui-dist/swagger-ui-bundle.js') },
  'swagger-ui.css': { type: 'text/css', path: resolve('swagger-ui-dist/swagger-ui.css') },
  'reference.js': { type: 'text/javascript', path: ownFile('reference.js') },
  'reference.css': { type: 'text/css', path: ownFile('reference.css') },
};

/** Nothing from elsewhere and nothing inline; the small pictures in Swagger UI's style are data. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const pack = promisify(gzip);

/** A file and its packed form, read when it is first asked for: most processes are never asked. */
const kept = (path: string): (() => Promise<{ plain: Buffer; packed: Buffer }>) => {
  let reading: Promise<{ plain: Buffer; packed: Buffer }> | undefined;
  return () => {
    reading ??= readFile(path)
      .then(async (plain) => ({ plain, packed: await pack(plain) }))
      .catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
    return reading;
  };
};

const answerFile = (): RequestHandler => {
  const files = new Map(Object.entries(FILES).map(([name, { type, path }]) => [name, { type, read: kept(path) }]));
  return async (request, response) => {
    const file = files.get(String(request.params.file));
    if (file === undefined) throw new ProblemError(404, 'unknown-route', 'There is nothing at this address.');
    const { plain, packed } = await file.read();
    const takesPacked = request.acceptsEncodings('gzip') === 'gzip';
    response.set({ 'Cache-Control': 'public, max-age=3600', Vary: 'Accept-Encoding' }).type(file.type);
    if (takesPacked) response.set('Content-Encoding', 'gzip');
    response.send(takesPacked ? packed : plain);
  };
};

interface Reference {
  /** The documents that are shown, by their names, at their addresses here; this process's own if absent. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Where people sign in at this origin, if they do: what they try is sent with their token. */
  readonly signIn?: string | undefined;
}

const pageOf = (document: Json, { documents = { this: '/openapi.json' }, signIn }: Reference): string => {
  const { title } = document.info as { title: string };
  const attributes = {
    documents: JSON.stringify(documents),
    key: EXAMPLE.key,
    ...(signIn === undefined ? {} : { 'sign-in': signIn }),
  };
  const told = Object.entries(attributes).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/reference.css">
<script src="/docs/swagger-ui-bundle.js" defer></script>
<script src="/docs/reference.js" defer></script>
</head>
<body>
<header class="reference-head">
<h1>order-ledger</h1>
<label id="choice" hidden>Interface <select id="document"></select></label>
<label>Search <input id="search" type="search" placeholder="claim, /v1/orders, partner …" autocomplete="off"></label>
<p id="caller" role="status"></p>
</header>
<main id="reference"${told.join('')}>
<noscript>This page needs scripts. The same for programs: <a href="/openapi.json">/openapi.json</a>.</noscript>
</main>
</body>
</html>`;
};

/**
 * `/openapi.json` for programs and `/docs` for people. The document is made when the first asks for it: that took most of
 * the time in which an interface is made, and most processes are never asked.
 */
export const documentationRoutes = (documentOf: () => Json, reference: Reference = {}): readonly Route[] => {
  let made: { readonly json: string; readonly page: string } | undefined;
  const make = () => {
    const document = documentOf();
    return { json: JSON.stringify(document), page: pageOf(document, reference) };
  };
  const shown = () => {
    made ??= make();
    return made;
  };
  const answerPage: RequestHandler = (_request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': POLICY }).type('html').send(shown().page);
  };
  const answerDocument: RequestHandler = (_request, response) =>
    void response.type('application/json').send(shown().json);
  return [
    { method: 'GET', path: '/openapi.json', access: 'public', handlers: [answerDocument] },
    { method: 'GET', path: '/docs', access: 'public', handlers: [answerPage] },
    { method: 'GET', path: '/docs/:file', access: 'public', handlers: [answerFile()] },
  ];
};
