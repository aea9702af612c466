// Writes docs/limits.md from the compiled table of shares; `npm run docs` compiles it first.
import { writeFileSync } from 'node:fs';
import { limitsDocument } from '../dist/http/shares.js';

writeFileSync(new URL('../../../docs/limits.md', import.meta.url), limitsDocument());
