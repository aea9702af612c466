import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { graphDocument } from '@order-ledger/domain/graph-document';

it('docs/order-graph.md is what the graph says now; `npm run docs` writes it [A18]', () => {
  const written = readFileSync(new URL('../../../docs/order-graph.md', import.meta.url), 'utf8');
  expect(written).toBe(graphDocument());
});
