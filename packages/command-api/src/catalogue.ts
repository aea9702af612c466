import type { CatalogueEntry } from '@order-ledger/domain/command';
import { catalogueOf, TARIFF } from '@order-ledger/pricing/tariff';

/** What can be ordered is what the tariff has a price for. */
export const CATALOGUE: readonly CatalogueEntry[] = catalogueOf(TARIFF);
