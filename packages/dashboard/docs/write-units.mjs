// Writes how long the units of models are for the page, from the table of the price engine; `npm run docs` compiles it first.
// With --check nothing is written: the name of the file goes to standard output where it would change.
import { readFileSync, writeFileSync } from 'node:fs';
import { MM_PER } from '../../pricing/dist/units.js';

const place = new URL('../src/order/model/units.gen.ts', import.meta.url);
const units = Object.entries(MM_PER).map(([unit, mm]) => `  ${unit}: ${mm},\n`);
const text = `// Made by \`npm run docs\` from packages/pricing/src/units.ts.\n/** mm a unit of the file. */\nexport const MM_PER: Readonly<Record<string, number>> = {\n${units.join('')}};\n`;

if (process.argv[2] === '--check') {
  if (readFileSync(place, 'utf8') !== text) process.stdout.write('units.gen.ts');
} else writeFileSync(place, text);
