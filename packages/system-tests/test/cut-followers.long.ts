import { expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { cutFollowers, NOTHING_WRONG } from './support/cut-campaign.ts';

const CUTS = 200;
const SEED = Number(process.env.CUT_SEED ?? 1);

it(
  `applies every event in all followers, by itself, after ${CUTS} random cuts of connections under load`,
  async () => {
    const found = await cutFollowers(CUTS, SEED);
    expect(found.wrong).toEqual(NOTHING_WRONG);
    expect(found.orders).toBeGreaterThan(CUTS / 10);
    recordLongRun('follower-cuts', { seed: SEED, ...found }, 'system-tests');
  },
  CUTS * 60_000,
);
