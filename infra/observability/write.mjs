// Writes everything below generated/ from slo.yaml and the sources; `npm run docs` compiles them first.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './dist/files.js';

const FOLDER = fileURLToPath(new URL('generated/', import.meta.url));

const files = generatedFiles();
rmSync(FOLDER, { recursive: true, force: true });
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(`${FOLDER}${path}`), { recursive: true });
  writeFileSync(`${FOLDER}${path}`, text);
}
