// Which tests a change touches, for npm run test:changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, ROOT } from './bootstrap.mjs';

const MAIN = 'main';
/** What each of its tests starts is the whole system: of these only those run that import what has changed. */
const WHOLE_SYSTEM = 'packages/system-tests';
/** They reach every test. */
const REACHES_ALL = /^(jest\.config\.mjs|tsconfig[^/]*\.json|pnpm-[^/]*\.yaml|package\.json|infra\/[^/]*\.mjs)$/;

const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 });
  return status === 0 ? stdout.trim() : null;
};

/** Where the present work left main; on main itself the last commit, if all is committed the one before it. */
const startOfWork = () => {
  const since = git('merge-base', 'HEAD', MAIN);
  if (since !== null && since !== git('rev-parse', 'HEAD')) return since;
  return git('status', '--porcelain') === '' ? 'HEAD~1' : 'HEAD';
};

const changedSince = (commit) => {
  const committed = git('diff', '--name-only', '--no-renames', commit, '--');
  if (committed === null) throw new Problem(`There is no commit "${commit}" to compare with.`);
  const untracked = git('ls-files', '--others', '--exclude-standard') ?? '';
  return [...committed.split('\n'), ...untracked.split('\n')].filter((file) => file !== '');
};

const packageOf = (file) => /^(packages\/[^/]+|infra\/[a-z]+)\//.exec(file)?.[1] ?? null;

const testsOf = (folder) => {
  const tests = join(ROOT, folder, 'test');
  if (!existsSync(tests)) return [];
  return readdirSync(tests, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, 'test', file));
};

/**
 * For jest: every test of a package that a change lies in, because many start what was built instead of importing it, and
 * every test elsewhere that imports a file that has changed, near or far.
 */
export const argumentsForChanged = (since, report) => {
  const commit = since ?? startOfWork();
  const changed = changedSince(commit).filter((file) => !file.endsWith('.md'));
  const packages = [...new Set(changed.map(packageOf))].filter((folder) => folder !== null && folder !== WHOLE_SYSTEM);
  report(
    `Since ${git('log', '-1', '--format=%h %s', commit)}: ${changed.length} files, ${packages.join(', ') || 'no package'}.`,
  );
  const all = changed.filter((file) => REACHES_ALL.test(file));
  if (all.length > 0) report(`${all.join(', ')} may reach every test: npm test runs them all.`);
  const files = [...changed.filter((file) => existsSync(join(ROOT, file))), ...packages.flatMap(testsOf)];
  return files.length === 0 ? null : ['--passWithNoTests', '--findRelatedTests', ...new Set(files)];
};
