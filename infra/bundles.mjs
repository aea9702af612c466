// node infra/bundles.mjs: one file, with few others beside it, of each program of ours and all that it imports. To load
// hundreds of small modules was three quarters of what the start of a process cost. Run by `bootstrap` after the compiler.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, 'bundle');
/** Its time says from when the bundles are: packages/platform/src/own-program.ts looks at it. */
const STAMP = join(FOLDER, '.made');

/** Programs beside each package's main one: what it starts as a child or a thread, and what works on its tables. */
const OTHERS = [
  ['command-api', 'keys-program'],
  ['command-api', 'seed-partners'],
  ['pricing-worker', 'calculating/calculation-child'],
  ['pricing-worker', 'repricing/program'],
  ['pricing-worker', 'tariffs/program'],
  ['query-api', 'stuck/incident-files'],
  ['upload-api', 'inspection-child'],
];

/** They find parts of their own by their place (native code, dialects), or are written so that no bundler can follow. */
const LEFT_OUT = /^(lmdb|msgpackr|knex|manifold-3d|jsonc-parser)(\/|$)/;

/** What another process may still load a part of later, ms. */
const KEPT_MS = 86_400_000;

const programs = () => {
  const names = readdirSync(join(ROOT, 'packages'));
  const mains = names.filter((name) => existsSync(join(ROOT, 'packages', name, 'dist', 'main.js')));
  const others = OTHERS.filter(([name]) => names.includes(name));
  return Object.fromEntries(
    [...mains.map((name) => [name, 'main']), ...others].map(([name, file]) => [
      `${name}.${file.replaceAll('/', '.')}`,
      join(ROOT, 'packages', name, 'dist', `${file}.js`),
    ]),
  );
};

const asItStands = {
  name: 'as-it-stands',
  async resolveId(id, importer) {
    if (importer === undefined || !LEFT_OUT.test(id)) return null;
    const found = await this.resolve(id, importer, { skipSelf: true });
    return found === null ? null : { id: found.id, external: 'relative' };
  },
  load(id) {
    if (!/\.[cm]?js$/.test(id) || !existsSync(id)) return null;
    // A module's own address stays that of its file: others lie beside it.
    const address = `new URL(${JSON.stringify(`./${relative(FOLDER, id)}`)}, import.meta.url).href`;
    const code = readFileSync(id, 'utf8').replaceAll('import.meta.url', address);
    // Stacks show our sources. The maps of all libraries would cost half a second where the first stack is made.
    if (id.includes('/node_modules/')) return { code, map: { mappings: '' } };
    const map = existsSync(`${id}.map`) ? readFileSync(`${id}.map`, 'utf8') : { mappings: '' };
    return { code: code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), map };
  },
};

const began = new Date();
mkdirSync(FOLDER, { recursive: true });
// While they are written, and where that fails, what was compiled is run as it is.
rmSync(STAMP, { force: true });
const bundle = await rolldown({ input: programs(), platform: 'node', plugins: [asItStands], logLevel: 'silent' });
const { output } = await bundle.write({ dir: FOLDER, format: 'esm', sourcemap: true });
await bundle.close();
const written = new Set(output.map(({ fileName }) => fileName));
for (const file of readdirSync(FOLDER)) {
  const path = join(FOLDER, file);
  if (!written.has(file) && statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path);
}
writeFileSync(STAMP, '');
utimesSync(STAMP, began, began);
