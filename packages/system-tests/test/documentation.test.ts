import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { READINESS_CODES, readinessCode } from '@order-ledger/platform/readiness-codes';
import { type Queue, TOPOLOGY } from '../../messaging/src/topology.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .replaceAll(' --- ', '---');

const bindingsOf = ({ name, bindings }: Queue): string[][] =>
  [...new Set(bindings.map(({ exchange }) => exchange))].map((exchange) => {
    const keys = bindings.filter((binding) => binding.exchange === exchange).map(({ key }) => `\`${key}\``);
    return [`\`${name}\``, `\`${exchange}\``, keys.join(', ')];
  });

const limitsOf = ({ name, deliveryLimit, maxLength, attempts, tiers, deadLetterQueue }: Queue): string[] => [
  `\`${name}\``,
  String(deliveryLimit),
  String(maxLength),
  String(attempts),
  tiers.map((tier) => `\`${name}.retry.${tier.name}\``).join(', '),
  `\`${deadLetterQueue}\` behind \`${TOPOLOGY.deadLetterExchange}\``,
];

describe('docs/messaging.md', () => {
  const queues = Object.values(TOPOLOGY.queues);

  it('shows every queue with its bindings as they are declared', () => {
    expect(read('docs/messaging.md')).toContain(table(['Queue', 'Exchange', 'Messages'], queues.flatMap(bindingsOf)));
  });

  it('shows every queue with its limits, waiting queues and dead letters as they are declared', () => {
    const head = ['Queue', 'Deliveries', 'Messages', 'Attempts', 'Waiting queues', 'Dead letters'];
    expect(read('docs/messaging.md')).toContain(table(head, queues.map(limitsOf)));
  });
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('docs/operations.md', () => {
  /** Metrics of the library that measures the process itself. */
  const OF_THE_LIBRARY = /^(nodejs|process)_/;

  it('explains every code that a readiness check can give, and none that it cannot', () => {
    const [, after = ''] = read('docs/operations.md').split('\n| Code | Where | Meaning |\n');
    const [rows = ''] = after.split('\n\n');
    const explained = [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, code = '']) => code);
    expect(explained.toSorted()).toEqual([...READINESS_CODES].toSorted());
  });

  /** Codes of errors that no check throws: they end an append, a message, a run or a request. */
  const ELSEWHERE = [
    'ERR_HTTP_REQUEST_TIMEOUT',
    'desk-taken',
    'left-behind',
    'no-machine-time',
    'no-work-centre',
    'permanent',
    'too-large',
    'transient',
    'unencodable',
  ];

  it('has a row for the code of each error that a process may throw', () => {
    const thrown = readdirSync(join(ROOT, 'packages')).flatMap((name) => {
      const folder = `packages/${name}/src`;
      if (!existsSync(join(ROOT, folder)) || ['demo', 'embedded-eventstore', 'system-tests', 'testing'].includes(name))
        return [];
      return sourcesIn(folder).flatMap((file) => [
        ...[...read(join(folder, file)).matchAll(/readonly code(?: = |: )'([^;]+)';/g)].flatMap(([, codes = '']) =>
          codes.split("' | '"),
        ),
        ...[...read(join(folder, file)).matchAll(/new Error\([^;]*\{ code: '([^']+)'/g)].map(([, code = '']) => code),
      ]);
    });
    expect(thrown.length).toBeGreaterThan(15);
    const unexplained = thrown.filter((code) => readinessCode({ code }) !== code);
    expect([...new Set(unexplained)].filter((code) => !ELSEWHERE.includes(code))).toEqual([]);
  });

  it('names metrics that some process has', () => {
    const defined = readdirSync(join(ROOT, 'packages')).flatMap((name) => {
      const folder = `packages/${name}/src`;
      if (!existsSync(join(ROOT, folder))) return [];
      return sourcesIn(folder).flatMap((file) =>
        [...read(join(folder, file)).matchAll(/name: '([a-z_]+)'/g)].map(([, metric]) => metric),
      );
    });
    const [, after = ''] = read('docs/operations.md').split('\n## What to look at\n');
    const named = [...(after.split('\n## ')[0] ?? '').matchAll(/`([a-z][a-z0-9_]*_[a-z0-9_]+)`/g)].map(
      ([, metric = '']) => metric,
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((metric) => !OF_THE_LIBRARY.test(metric) && !defined.includes(metric))).toEqual([]);
  });
});

/** As a heading's address is made of its text. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const brokenLinks = (file: string): string[] =>
  [...read(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(ROOT, file) : resolve(ROOT, dirname(file), path);
    if (!existsSync(target)) return [`${file}: ${link}`];
    if (anchor === undefined) return [];
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => anchorOf(text));
    return headings.includes(anchor) ? [] : [`${file}: ${link}`];
  });

it('docs/read-model.md has the filters and the fields of an order as they are; `npm run docs` writes them', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['packages/system-tests/docs/write.mjs', '--print', 'docs/read-model.md'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(read('docs/read-model.md')).toBe(stdout);
});

describe('the documentation', () => {
  const files = [
    'README.md',
    ...['docs', 'docs/runbooks'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
    ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/README.md`),
  ].filter((file) => existsSync(join(ROOT, file)));

  it('links only to what is there', () => {
    expect(files.flatMap(brokenLinks)).toEqual([]);
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = files.flatMap((file) =>
      [...read(file).matchAll(/npm run ([a-z:]+(?:-[a-z]+)*)/g)].map(([, script = '']) => ({ file, script })),
    );
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });
});

it('says in the glossary where each thing is, and each term once', () => {
  const rows = [...read('docs/glossary.md').matchAll(/^\| (.+?) \| .+ \| `(.+?)` \|$/gm)];
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.map(([, , file]) => file).filter((file) => !existsSync(join(ROOT, file ?? '')))).toEqual([]);
  const terms = rows.flatMap(([, names]) => names?.split(', ') ?? []);
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
});
