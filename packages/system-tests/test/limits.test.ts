import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { settings as commandSettings } from '@order-ledger/command-api/settings';
import { settings as querySettings } from '@order-ledger/query-api/settings';
import { settings as uploadSettings } from '@order-ledger/upload-api/settings';
import { limitsDocument, SECTIONS } from '../src/limits.ts';

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url));
const ROWS = SECTIONS.flatMap(({ rows }) => rows);

it('docs/limits.md is what the code says now; `npm run docs` writes it', () => {
  expect(readFileSync(join(PACKAGES, '../docs/limits.md'), 'utf8')).toBe(limitsDocument());
});

it('tells one figure for all interfaces: a variable is the same at each of them where nobody sets it', () => {
  const usual = [commandSettings, querySettings, uploadSettings].flatMap(({ shape }) =>
    Object.entries(shape as Record<string, { safeParse(given: undefined): { data?: unknown } }>).map(
      ([name, setting]) => [name, setting.safeParse(undefined).data] as const,
    ),
  );
  for (const [, figure, setBy] of ROWS) {
    for (const [name, value] of usual) if (name === setBy) expect([name, value]).toEqual([name, figure]);
  }
});

it('has a figure for each limit, and names codes that somebody is answered', () => {
  expect(ROWS.filter(([, figure]) => !(Number.isFinite(figure) && figure > 0))).toEqual([]);
  const sources = readdirSync(PACKAGES)
    .filter((name) => !['system-tests', 'testing'].includes(name))
    .flatMap((name) =>
      readdirSync(join(PACKAGES, name, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(PACKAGES, name, 'src', file), 'utf8')),
    )
    .join();
  expect(ROWS.flatMap(([, , , code]) => code ?? []).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
