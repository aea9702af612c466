import { expect, it } from '@jest/globals';
import { catalogueOf, TARIFF } from '@order-ledger/pricing/tariff';
import { OFFERS } from '@order-ledger/seed/plan';

it('seeded orders are of what the tariff offers: for anything else there is no machine, and its message is a dead letter', () => {
  const offered = catalogueOf(TARIFF).map(({ material, process }) => `${material} ${process}`);
  for (const { material, process } of OFFERS) expect(offered).toContain(`${material} ${process}`);
});
