// Writes docs/metrics.md, and everything below generated/ from slo.yaml and the sources; `npm run docs` compiles them
// first. With --metrics the definitions go to standard output as JSON instead, with --page the page.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definedMetrics } from './defined.mjs';
import { generatedFiles } from './dist/files.js';
import { metricsPage } from './dist/metrics-page.js';

const FOLDER = fileURLToPath(new URL('generated/', import.meta.url));
const PAGE = new URL('../../docs/metrics.md', import.meta.url);

const defined = await definedMetrics();
const [option] = process.argv.slice(2);
if (option === '--metrics') process.stdout.write(JSON.stringify(defined));
else if (option === '--page') process.stdout.write(metricsPage(defined));
else {
  const files = generatedFiles();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(`${FOLDER}${path}`), { recursive: true });
    writeFileSync(`${FOLDER}${path}`, text);
  }
  writeFileSync(PAGE, metricsPage(defined));
}
