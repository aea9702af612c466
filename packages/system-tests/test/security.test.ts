import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const PAGE = read('docs/security.md');

it('docs/security.md has the roles and routes of the code; `npm run docs` writes them', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['packages/system-tests/docs/write.mjs', '--print', 'docs/security.md'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(PAGE).toBe(stdout);
});

describe('of the OWASP API Security Top 10', () => {
  const rows = [...PAGE.matchAll(/^\| (API\d+) [^|]+\|[^|]+\| (.+) \|$/gm)].map(([, risk = '', tests = '']) => ({
    risk,
    tests: [...tests.matchAll(/`([^`]+\.(?:test|shared)\.ts)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({
      file,
      title,
    })),
    rest: tests.replaceAll(/`[^`]+\.(?:test|shared)\.ts`: "[^"]+"(; )?/g, ''),
  }));

  it('every risk has its row', () => {
    expect(rows.map(({ risk }) => risk)).toEqual(Array.from({ length: 10 }, (_, n) => `API${n + 1}`));
  });

  it.each(rows)('$risk names tests that there are, by file and title', ({ tests, rest }) => {
    expect([tests.length > 0, rest]).toEqual([true, '']);
    for (const { file, title } of tests) {
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
      const source = read(file);
      const named = ["'", '"', '`'].some((quote) =>
        source.includes(`${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`),
      );
      expect([file, title, named]).toEqual([file, title, true]);
    }
  });
});

/** Who sends requests of his own, and the variables that alone say where to. null: each that holds an address. */
const SENDERS: Readonly<Record<string, string | readonly string[] | null>> = {
  'packages/ledger/src/server/server-clock.ts': 'EVENTSTORE_URL',
  // Asks at every address of the configuration who answers there, and sends nothing else.
  'packages/platform/src/address-watch.ts': null,
  'packages/platform/src/collected-spans.ts': 'OTEL_EXPORTER_OTLP_ENDPOINT',
  'packages/platform/src/http/token-keys.ts': 'JWKS',
  'packages/platform/src/look.ts': ['PROCESS_URLS', 'PROMETHEUS_URL'],
  'packages/pricing-worker/src/calculating/models.ts': 'UPLOAD_API_URL',
  'packages/process-manager/src/dependencies.ts': 'READY_URLS',
  'packages/query-api/src/forwarding/forward.ts': ['COMMAND_API_URL', 'UPLOAD_API_URL'],
};
const SENDS = [
  /(?<![.\w])fetch\(/,
  /\bcreateRemoteJWKSet\(/,
  /new OTLP\w+\(/,
  /\b(?:https?|net|tls|http2)\.(?:request|get|connect|createConnection)\(/,
  /import \{[^}]*\b(?:request|get|connect|createConnection|Socket)\b[^}]*\} from 'node:(?:https?|net|tls|http2)'/,
  /from '(?:undici|axios|got|ws|node-fetch|httpxy)'/,
];
/**
 * No process of the system: a program of the demonstration, the page in people's browsers, what tests are made of, and a
 * server that asks nobody.
 */
const OTHERS = ['demo', 'dashboard', 'system-tests', 'testing', 'embedded-eventstore'];

it('requests go out from the files that are known to, and to addresses of the configuration', () => {
  const sources = readdirSync(join(ROOT, 'packages'))
    .filter((name) => !OTHERS.includes(name))
    .flatMap((name) =>
      readdirSync(join(ROOT, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join('packages', name, 'src', file)),
    );
  expect(sources.length).toBeGreaterThan(300);
  const senders = sources.filter((file) => SENDS.some((sends) => sends.test(read(file))));
  expect(senders.sort()).toEqual(Object.keys(SENDERS));
  for (const variable of Object.values(SENDERS).flat()) {
    if (variable === null) continue;
    expect([variable, PAGE.includes(`\`${variable}\``)]).toEqual([variable, true]);
    expect([variable, new RegExp(`^\\|.*\`${variable}\`.*\\|$`, 'm').test(read('README.md'))]).toEqual([
      variable,
      true,
    ]);
  }
});

it('docs/security.md names every process that has a port for callers', () => {
  const [row = ''] = /^\| `PORT` of [^|]+\|/m.exec(PAGE) ?? [];
  expect([...row.matchAll(/\b([a-z]+-api)\b/g)].map(([, name]) => name)).toEqual(
    PROCESSES.filter(({ port }) => port !== undefined).map(({ name }) => name),
  );
});
