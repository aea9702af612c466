import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { extentOf, type JsonSchema } from '@order-ledger/domain/extent';
import { openApiPath } from '@order-ledger/platform/http/openapi';
import type { Route } from '@order-ledger/platform/http/route';

interface Described {
  openapi: string;
  paths: Readonly<Record<string, object>>;
  components: { schemas: Readonly<Record<string, object>> };
  info: { description: string };
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

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url));

/** Refusals as the sources write them: with their status, or by a word that stands for one. */
const WRITTEN = [
  /(?:ProblemError|lacking)\(\s*(?<status>\d{3}),\s*'(?<code>[a-z-]+)'/g,
  /(?:notNow|refused)\(\s*'(?<code>[a-z-]+)',/g,
];

/** Fails for a refusal in the sources of these folders that the document does not explain, or with another status. */
export function expectProblemsExplained(document: Described, folders: readonly string[]): void {
  const written = folders.flatMap((folder) =>
    readdirSync(join(PACKAGES, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(PACKAGES, folder, file), 'utf8'))
      .flatMap((source) => WRITTEN.flatMap((form) => [...source.matchAll(form)].map(({ groups }) => ({ ...groups })))),
  );
  expect(written.length).toBeGreaterThan(20);
  for (const { code = '', status } of written as { code?: string; status?: string }[]) {
    const [, statuses] = new RegExp(`^\\| \`${code}\` \\| ([0-9, ]+) \\|`, 'm').exec(document.info.description) ?? [];
    expect([code, statuses]).toEqual([code, expect.stringContaining(status ?? '')]);
  }
}
