// Keeps an engine, so that a price that it made can be calculated by it for ever: node keep.mjs [FOLDER]. Call it before
// ENGINE_VERSION changes. It writes the measure and the price of this package (or of the one in FOLDER) with all that is
// ours into one file named for its version; what it has from others stays an import. A kept engine is never written again.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const ENTRY = 'kept-engine';
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const bundle = await rolldown({
  input: ENTRY,
  external: (id) => id !== ENTRY && /^[a-z@]/.test(id),
  plugins: [
    {
      name: ENTRY,
      resolveId: (id) => (id === ENTRY ? join(folder, `${ENTRY}.ts`) : null),
      load: (id) =>
        id === join(folder, `${ENTRY}.ts`)
          ? "export { measureModel } from './src/measure.ts';\nexport { priceOf, ENGINE_VERSION } from './src/price.ts';\n"
          : null,
    },
  ],
});
const { output } = await bundle.generate({ format: 'esm', comments: false });
// Where the sources lay says nothing of the engine.
const code = output[0].code.replaceAll(/^\/\/ .*\/(src\/.*)$/gm, '// $1');
const version = /ENGINE_VERSION = ["'`]([\d.]+)["'`]/.exec(code)?.[1];
if (output.length > 1 || version === undefined) throw new Error('this is no engine');
const file = join(import.meta.dirname, `${version}.js`);
if (existsSync(file)) throw new Error(`engine ${version} is kept already`);
writeFileSync(file, `// Engine ${version} as it was. Written by keep.mjs; never changed.\n${code}`);
process.stdout.write(`${file}\n`);
