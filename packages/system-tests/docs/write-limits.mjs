// Writes docs/limits.md from the compiled constants and settings; `npm run docs` compiles them first.
import { writeFileSync } from 'node:fs';
import { limitsDocument } from '../dist/limits.js';

writeFileSync(new URL('../../../docs/limits.md', import.meta.url), limitsDocument());
