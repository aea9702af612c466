// The web page, built where its sources have changed since the last build. Plain JavaScript: it runs before anything of ours
// is compiled for a process.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a build is made of beside the page's own folder: the installed packages. */
const LOCK = 'pnpm-lock.yaml';
const NOT_SOURCES = ['dist', 'node_modules', 'test', 'docs'];

/** What is worth packing, once and as tightly as can be: it is sent often. */
const PACKED = /\.(js|css|html|svg|json|wasm|map)$/;
const SMALLEST_PACKED = 1_024;

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const sourcesOf = (page) =>
  readdirSync(page, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.includes(name) && !name.endsWith('.tsbuildinfo'))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(page, entry.name)) : [join(page, entry.name)]))
    .sort();

/** The sources of packages of this workspace that the page is built with. */
const workspaceSources = (root, page) => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(page, 'package.json'), 'utf8'));
  return Object.entries(dependencies)
    .filter(([, version]) => version.startsWith('workspace:'))
    .flatMap(([name]) => filesIn(join(root, 'packages', name.replace('@order-ledger/', ''), 'src')));
};

/** Everything that decides what a build holds. */
const wanted = (root, page) => {
  const hash = createHash('sha256').update(process.version);
  for (const file of [join(root, LOCK), ...sourcesOf(page), ...workspaceSources(root, page)])
    hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
};

const pack = (folder) => {
  for (const file of filesIn(folder).filter((name) => PACKED.test(name))) {
    const bytes = readFileSync(file);
    if (bytes.length < SMALLEST_PACKED) continue;
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: size }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
};

/**
 * Builds the page into packages/dashboard/dist, unless what is there was built from the same sources. The build takes the
 * place of the one before only when it is whole.
 *
 * @param run runs a program of node in a folder, and throws with the end of what it said
 */
export const buildDashboard = ({ root, run, report }) => {
  const page = join(root, 'packages', 'dashboard');
  if (!existsSync(page)) return;
  // Beside each other, so that one takes the place of the other at once; nothing looks for sources there.
  const [built, next, former] = ['dist', 'node_modules/.page-next', 'node_modules/.page-former'].map((name) =>
    join(page, name),
  );
  const stamp = wanted(root, page);
  const stampIn = (folder) => join(folder, '.built-from');
  if (existsSync(stampIn(built)) && readFileSync(stampIn(built), 'utf8') === stamp) return;
  report('Building the web page …');
  const began = performance.now();
  const vite = join(page, 'node_modules', 'vite', 'bin', 'vite.js');
  run(
    process.execPath,
    [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'],
    'Building the web page',
    page,
  );
  pack(next);
  writeFileSync(stampIn(next), stamp);
  rmSync(former, { recursive: true, force: true });
  if (existsSync(built)) renameSync(built, former);
  renameSync(next, built);
  rmSync(former, { recursive: true, force: true });
  report(`The web page is built (${((performance.now() - began) / 1_000).toFixed(1)} s).`);
};
