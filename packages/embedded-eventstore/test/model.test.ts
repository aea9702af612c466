import { expect, it } from '@jest/globals';
import { holdRandomConversations, holdThroughKills } from './model-campaign.ts';

/** Others every day; what one has found is found again with its number in MODEL_SEED. */
const SEED = Number(process.env.MODEL_SEED ?? Math.floor(Date.now() / 86_400_000));
const HELD = 100;
const KILLED = 40;

it(`answers ${HELD} random conversations as the rules say, one step at a time and many at once, seed ${SEED}`, async () => {
  expect(await holdRandomConversations(SEED, HELD)).toEqual([]);
}, 300_000);

it(`goes on with ${KILLED} random conversations in the middle of which it was killed, seed ${SEED}`, async () => {
  expect(await holdThroughKills(SEED, KILLED)).toEqual([]);
}, 300_000);
