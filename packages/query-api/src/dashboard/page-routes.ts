import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@order-ledger/platform/http/route';
import type { RequestHandler, Response } from 'express';
import staticFiles from 'express-static-gzip';
import { pagePolicy } from './page-policy.ts';

/** What the web page has an address for; each is the one document, which looks at its address itself. */
export const PAGES = [
  '/',
  '/orders/:order_id',
  '/floor',
  '/stuck',
  '/time-machine',
  '/durations',
  '/lead-times',
  '/flow',
  '/pricing',
  '/projections',
  '/system',
  '/sign-in',
] as const;

const DOCUMENT = 'index.html';
/** Named by their content. */
const ASSETS = 'assets';

const NEVER = 'no-store';
const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_AN_HOUR = 'public, max-age=3600';

const cachingOf = (url: string): string => {
  if (url.endsWith('.html')) return NEVER;
  return url.startsWith(`/${ASSETS}/`) ? FOR_EVER : FOR_AN_HOUR;
};

/** What lies beside the document, such as its icon. */
const besideIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name !== DOCUMENT && !entry.name.startsWith('.') && !/\.(br|gz)$/.test(entry.name),
    )
    .map(({ name }) => name);

interface PageOptions {
  /** Where vite has built it. */
  folder: string;
  /** The issuer that the page asks for tokens, where there is one. */
  authority: string | undefined;
}

/**
 * The web page: its document, and the files that the document asks for, packed where they lie packed beside themselves.
 *
 * @throws when the folder has no page
 */
export const pageRoutes = ({ folder, authority }: PageOptions): readonly Route[] => {
  statSync(join(folder, DOCUMENT));
  const policy = pagePolicy(authority);
  const serve = staticFiles(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: { index: false, redirect: false, cacheControl: false },
  });
  const answer = (url?: string): RequestHandler => {
    return (request, response, next) => {
      if (url !== undefined) request.url = url;
      response.set({ 'Cache-Control': cachingOf(request.path), 'Content-Security-Policy': policy });
      serve(request, response, (error?: unknown) => {
        notServed(response);
        next(error);
      });
    };
  };
  const route = (path: string, url?: string): Route => ({
    method: 'GET',
    path,
    access: 'public',
    handlers: [answer(url)],
  });
  return [
    ...PAGES.map((path) => route(path, `/${DOCUMENT}`)),
    ...besideIn(folder).map((name) => route(`/${name}`)),
    route(`/${ASSETS}/*file`),
  ];
};

/** Of a file that is not there, or no longer. */
const notServed = (response: Response): void => {
  for (const name of ['Cache-Control', 'Content-Encoding', 'Content-Type', 'Vary']) response.removeHeader(name);
};
