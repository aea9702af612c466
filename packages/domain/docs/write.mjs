// Writes the generated part of docs/ from the compiled domain; `npm run docs` compiles it first.
import { writeFileSync } from 'node:fs';
import { graphDocument } from '../dist/graph-document.js';

writeFileSync(new URL('../../../docs/order-graph.md', import.meta.url), graphDocument());
