import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openApiPath } from '@order-ledger/platform/http/openapi';
import { COMMAND_ROUTES, KEY_ROUTES, RETRY_ROUTE, TEXT_ROUTE } from '../../command-api/src/http/access.ts';
import { PAGES } from '../../query-api/src/dashboard/page-routes.ts';
import { FORWARDED, type Interface } from '../../query-api/src/forwarding/forwarded-routes.ts';
import { QUERY_ROUTES } from '../../query-api/src/http/query-routes.ts';
import { uploadDocument } from '../../upload-api/src/openapi.ts';
import { ROOT } from '../src/private-system.ts';

const named = ({ method, path }: { method: string; path: string }): string => `${method} ${openApiPath(path)}`;

const forwardedTo = (to: Interface): string[] => FORWARDED[to].map(named).sort();

it('the origin of the web page sends every route of command-api on', () => {
  expect(forwardedTo('command-api')).toEqual(
    [...COMMAND_ROUTES, ...KEY_ROUTES, TEXT_ROUTE, RETRY_ROUTE].map(named).sort(),
  );
});

it('the origin of the web page sends every route of upload-api on, but that of models', () => {
  const { paths } = uploadDocument('0.0.0', 1) as { paths: Record<string, Record<string, unknown>> };
  const routes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/') && !path.startsWith('/v1/models/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(forwardedTo('upload-api')).toEqual(routes.sort());
});

it('no route that goes on to another interface is answered by query-api', () => {
  const own = Object.values(QUERY_ROUTES).map(({ path }) => `GET ${openApiPath(path)}`);
  const on = [...forwardedTo('command-api'), ...forwardedTo('upload-api')];
  expect(on.filter((route) => own.includes(route))).toEqual([]);
});

it('query-api has the web page at every address that the page knows, and at no other', () => {
  const sources = ['pages.ts', 'router.tsx'].map((file) =>
    readFileSync(join(ROOT, 'packages/dashboard/src/app', file), 'utf8'),
  );
  const known = sources.flatMap((source) =>
    [...source.matchAll(/(?:\bpath:|_PATH =) '(\/[^']*)'/g)].map(([, path = '']) =>
      path.replace('$orderId', ':order_id'),
    ),
  );
  expect([...PAGES].sort()).toEqual([...new Set(known)].sort());
});
