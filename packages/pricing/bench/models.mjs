// What a measure takes of a processor and of memory, by the shape of the model; and what of it is own code beside the library
// that could do it. Usage: node bench/models.mjs [--json] [--triangles N] [--compared N] [--shapes A,B]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kernelFigures } from './kernel.mjs';
import { SHAPES } from './shapes.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    triangles: { type: 'string', default: '600000' },
    compared: { type: 'string', default: '50000' },
    shapes: { type: 'string', default: Object.keys(SHAPES).join() },
  },
});
/** A few of the shapes are enough to weigh the libraries by. */
const COMPARED = ['fan', 'scan', 'lattice'];

const child = fileURLToPath(new URL('./measure-child.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'models-'));
const figures = {};
const say = (name) => {
  if (values.json) return;
  const shown = Object.entries(figures[name]).map(([key, value]) => `${key} ${value}`);
  process.stdout.write(`${name.padEnd(34)} ${shown.join(', ')}\n`);
};
try {
  for (const shape of values.shapes.split(',')) {
    const file = join(folder, `${shape}.stl`);
    writeFileSync(file, SHAPES[shape](Number(values.triangles)));
    const name = `${shape}, the whole measure`;
    figures[name] = JSON.parse(execFileSync(process.execPath, [child, file, 'FDM', 'AS_IS'], { encoding: 'utf8' }));
    rmSync(file);
    say(name);
  }
} finally {
  rmSync(folder, { recursive: true });
}
const compared = Number(values.compared) === 0 ? {} : kernelFigures(COMPARED, Number(values.compared));
for (const [name, of] of Object.entries(compared)) {
  figures[name] = of;
  say(name);
}
if (values.json) {
  const ratios = Object.fromEntries(
    Object.entries(compared).flatMap(([name, { own_s, library_s }]) =>
      own_s === undefined ? [] : [[name, own_s / Math.max(library_s, 0.001)]],
    ),
  );
  process.stdout.write(`${JSON.stringify({ name: 'models', figures, ratios })}\n`);
}
