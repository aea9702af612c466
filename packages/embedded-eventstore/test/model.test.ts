import { expect, it } from '@jest/globals';
import { holdRandomConversations, holdThroughKills } from './model-campaign.ts';

const SEED = 1;

it('answers 300 random conversations as the rules say, one step at a time and many at once', async () => {
  expect(await holdRandomConversations(SEED, 300)).toEqual([]);
}, 300_000);

it('goes on with 100 random conversations in the middle of which it was killed', async () => {
  expect(await holdThroughKills(SEED, 100)).toEqual([]);
}, 300_000);
