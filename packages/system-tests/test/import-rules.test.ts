import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Which workspace packages each package may import. pnpm and the project references refuse an import that a
 * package.json does not name; this table says what a package.json may name.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  platform: [],
  pricing: [],
  ledger: ['domain', 'platform'],
  messaging: ['domain', 'platform'],
  'read-model': ['domain', 'platform'],
  'embedded-eventstore': ['platform'],
  demo: ['domain', 'platform', 'ledger'],
  diagnosis: ['domain', 'platform', 'read-model'],
  backup: ['platform', 'ledger', 'local'],
  repairs: ['platform', 'messaging', 'read-model', 'backup', 'local'],
  status: ['platform', 'ledger', 'messaging', 'read-model', 'repairs', 'local'],
  logs: ['platform', 'local'],
  traces: ['platform', 'local'],
  incident: [
    ...['diagnosis', 'domain', 'platform', 'ledger', 'logs', 'messaging', 'read-model', 'repairs', 'status', 'traces'],
    'local',
  ],
  seed: ['domain', 'platform', 'ledger', 'read-model', 'backup', 'local'],
  // Rights at the broker are derived from the topology; addresses are asked as the processes ask them.
  local: ['messaging', 'platform'],
  // Rules name the queues and statuses that there are, and the processes that run.
  observability: ['domain', 'diagnosis', 'messaging', 'local'],
  // The page knows the APIs by their documents alone.
  dashboard: [],
  'system-tests': [],
  // Tests alone import it, so it may stand what it likes up.
  testing: [],
};
const LIBRARIES = ['domain', 'platform', 'ledger', 'messaging', 'read-model', 'pricing', 'diagnosis'];
/** It alone puts spans and lines of logs into an answer. */
const QUERY_API = [...LIBRARIES, 'logs', 'traces'];
/** One process each: they meet only through the ledger, RabbitMQ, Postgres and HTTP. */
const SERVICES = [
  'command-api',
  'upload-api',
  'projector',
  'bridge',
  'process-manager',
  'query-api',
  'pricing-worker',
  'manufacturing-worker',
];

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)].map((match) => match[1] as string);

/** The relative paths that a file names, to import them or to read them. */
const pathsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/['"`](\.\.?\/[^'"`\s]+)['"`]/g)].map((match) => match[1] as string);

const packages = [
  ...readdirSync(join(ROOT, 'packages')).map((name) => ({ name, folder: join(ROOT, 'packages', name) })),
  ...['local', 'observability'].map((name) => ({ name, folder: join(ROOT, 'infra', name) })),
];

const foldersOf = (home: string, names: readonly string[]): string[] =>
  names.map((name) => join(home, name)).filter((folder) => existsSync(folder));

const workspaceImports = (folder: string): { file: string; imported: string }[] =>
  sources(folder).flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const imported = /^@order-ledger\/([^/]+)/.exec(specifier)?.[1];
      return imported === undefined ? [] : [{ file: relative(ROOT, file), imported }];
    }),
  );

describe('the import rules', () => {
  it('name every package of the workspace', () => {
    const known = [...Object.keys(MAY_IMPORT), ...SERVICES];
    expect(packages.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('let a package import only what lies below it: no service another service, nobody the embedded event store', () => {
    const broken = packages
      .filter(({ name }) => name !== 'system-tests' && name !== 'testing')
      .flatMap(({ name, folder }) => {
        const allowed = MAY_IMPORT[name] ?? (name === 'query-api' ? QUERY_API : LIBRARIES);
        return workspaceImports(join(folder, 'src')).filter(
          ({ imported }) => imported !== name && !allowed.includes(imported),
        );
      });
    expect(broken).toEqual([]);
  });

  it('let the domain import nothing but zod and itself', () => {
    const foreign = sources(join(ROOT, 'packages/domain/src')).flatMap((file) =>
      importsOf(file).filter(
        (specifier) => specifier !== 'zod' && !specifier.startsWith('./') && !specifier.startsWith('../'),
      ),
    );
    expect(foreign).toEqual([]);
  });

  it('let nobody listen for an abort that may have been: platform/aborted is right then too', () => {
    const listeners = packages
      .filter(({ name }) => (MAY_IMPORT[name] ?? LIBRARIES).includes('platform') && name !== 'embedded-eventstore')
      .flatMap(({ folder }) => sources(join(folder, 'src')))
      .filter((file) => readFileSync(file, 'utf8').includes("addEventListener('abort'"));
    expect(listeners.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('let tests alone import what tests share', () => {
    const others = packages
      .filter(({ name }) => name !== 'testing')
      .flatMap(({ folder }) => foldersOf(folder, ['src', 'bench', 'docs']).flatMap(workspaceImports));
    expect(others.filter(({ imported }) => imported === 'testing')).toEqual([]);
    for (const { folder } of packages) {
      const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect([folder, Object.keys(dependencies).includes('@order-ledger/testing')]).toEqual([folder, false]);
    }
  });

  it('let nobody reach into the test folder of another package', () => {
    const reaches = packages.flatMap(({ folder }) =>
      foldersOf(folder, ['src', 'test', 'bench', 'docs'])
        .flatMap(sources)
        .flatMap((file) =>
          pathsIn(file)
            .map((path) => resolve(dirname(file), path))
            .filter((target) => !target.startsWith(`${folder}/`) && target.includes('/test/'))
            .map((target) => ({ file: relative(ROOT, file), target: relative(ROOT, target) })),
        ),
    );
    expect(reaches).toEqual([]);
  });

  it('see an import that breaks them', () => {
    expect(workspaceImports(join(ROOT, 'packages/ledger/src')).map(({ imported }) => imported)).toContain('domain');
  });
});
