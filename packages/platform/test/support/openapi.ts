import { expect } from '@jest/globals';
import { openApiPath } from '../../src/http/openapi.ts';
import type { Route } from '../../src/http/route.ts';

interface Described {
  openapi: string;
  paths: Readonly<Record<string, object>>;
  components: { schemas: Readonly<Record<string, object>> };
}

/**
 * Fails for a route without an operation in the document, an operation without a route, and a reference to nothing.
 * `documented`: the document's paths that a route of ours answers, where it is more than one.
 */
export function expectWholeDocument(
  document: Described,
  routes: readonly Route[],
  documented: (path: string) => readonly string[] = (path) => [path],
): void {
  const answered = routes.flatMap(({ method, path }) =>
    documented(openApiPath(path)).map((one) => `${method.toLowerCase()} ${one}`),
  );
  const written = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(written.sort()).toEqual(answered.sort());
  expect(document.openapi).toBe('3.1.0');
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)) {
    expect(Object.keys(document.components.schemas)).toContain(name);
  }
}
