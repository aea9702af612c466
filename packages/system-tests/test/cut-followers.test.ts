import { expect, it } from '@jest/globals';
import { cutFollowers } from './support/cut-campaign.ts';

const CUTS = 10;
/** Another sample every day; the seed in the name repeats one: CUT_SEED=… npm test -- packages/system-tests/test/cut-followers */
const SEED = Number(process.env.CUT_SEED ?? Math.floor(Date.now() / 86_400_000));

it(`applies every event in all followers, by itself, after ${CUTS} random cuts of connections under load, seed ${SEED} [K10]`, async () => {
  const found = await cutFollowers(CUTS, SEED);
  expect(found).toMatchObject({
    unshown: 0,
    shownTwice: 0,
    unpublished: 0,
    priceTurnsUnseen: 0,
    approvals: found.orders,
  });
  expect(found.orders).toBeGreaterThan(0);
}, 600_000);
