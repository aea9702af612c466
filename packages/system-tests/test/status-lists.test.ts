import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { STATUSES } from '@order-ledger/domain/status';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NAME = `['"](?:${STATUSES.join('|')})['"]`;
/** Two statuses or more side by side: in an array, a union of types, cases of a switch, or "in (…)" of a statement. */
const LIST = new RegExp(`${NAME}(?:\\s*(?:,|\\||:\\s*case)\\s*${NAME})+`, 'g');

/** Where a list of statuses is what the file is there to say. */
const MAY: readonly RegExp[] = [
  // The graph's edges, and the ways that are measured under a name.
  /^packages\/domain\/src\/(graph|facts|durations)\.ts$/,
  // What tables have been made with stays as it was.
  /^packages\/read-model\/src\/migrations\//,
  /^packages\/read-model\/src\/reading\/ready-orders\.ts$/,
  // These happen to share names with statuses: reasons of a refund, words of a carrier.
  /^packages\/domain\/src\/(closed-lists|carrier-words)\.ts$/,
  // The graph as it is written out once more.
  /^packages\/testing\/src\//,
  // Made by `npm run docs` from the OpenAPI documents, which are made from the table.
  /^packages\/dashboard\/src\/api\/[a-z-]+\.gen\.ts$/,
  // The demonstration expects what its own script says.
  /^packages\/demo\//,
];

it('writes lists of statuses nowhere but in the table of statuses, from which the others are derived', () => {
  const sources = readdirSync(join(ROOT, 'packages'))
    .map((name) => `packages/${name}/src`)
    .filter((folder) => existsSync(join(ROOT, folder)));
  const files = sources.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files
    .filter((file) => !MAY.some((allowed) => allowed.test(file)))
    .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(LIST)].map(([list]) => `${file}: ${list}`));
  expect(found).toEqual([]);
});

it.each([
  "const DONE = ['CLOSED', 'CANCELLED'];",
  "type From = 'SHIPPED' | 'DELIVERED';",
  "case 'ON_HOLD':\n    case 'ERROR':",
  "where status in ('SUBMITTED',\n  'PRICE_CALCULATION_STARTED')",
])('would see %j', (text) => {
  expect([...text.matchAll(LIST)]).toHaveLength(1);
});
