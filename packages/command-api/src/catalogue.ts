import type { CatalogueEntry } from '@order-ledger/domain/command';

/** What can be ordered: which material by which process, and how it can be finished. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { material: 'PLA', process: 'FDM', finishings: ['SANDED', 'PAINTED'] },
  { material: 'PETG', process: 'FDM', finishings: ['SANDED'] },
  { material: 'PA12', process: 'SLS', finishings: ['DYED'] },
  { material: 'RESIN', process: 'SLA', finishings: ['SANDED', 'PAINTED'] },
];
