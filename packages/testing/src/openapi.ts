import { expect } from '@jest/globals';
import { extentOf, type JsonSchema } from '@order-ledger/domain/extent';
import { openApiPath } from '@order-ledger/platform/http/openapi';
import type { Route } from '@order-ledger/platform/http/route';

interface Described {
  openapi: string;
  paths: Readonly<Record<string, object>>;
  components: { schemas: Readonly<Record<string, object>> };
}

interface Operation {
  parameters?: { name: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** What a caller sends to an operation, by a name: its parameters, and its body where that is JSON. */
const sentTo = ({ parameters = [], requestBody }: Operation): [string, JsonSchema][] => [
  ...parameters.map(({ name, schema }): [string, JsonSchema] => [name, schema]),
  ...Object.entries(requestBody?.content ?? {})
    .filter(([type]) => type === 'application/json')
    .map(([type, { schema }]): [string, JsonSchema] => [type, schema]),
];

/**
 * Fails for a route without an operation in the document, an operation without a route, a reference to nothing, and what may be sent
 * without a bound.
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
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods) as [string, Operation][]) {
      for (const [name, schema] of sentTo(operation)) {
        expect(extentOf(schema, `${method} ${path} ${name}`)).toBeGreaterThan(0);
      }
    }
  }
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([A-Za-z]+)"/g)) {
    expect(Object.keys(document.components.schemas)).toContain(name);
  }
}
