import { expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { holdRandomConversations, holdThroughKills } from './model-campaign.ts';

const ROUNDS = 5;
const PER_ROUND = 1_000;

it(`answers ${ROUNDS * PER_ROUND} random conversations as the rules say`, async () => {
  const firstSeed = Date.now() % 1_000_000;
  const differences: unknown[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    differences.push(...(await holdRandomConversations(firstSeed + round, PER_ROUND)));
    differences.push(...(await holdThroughKills(firstSeed + round, PER_ROUND / 10)));
  }
  expect(differences).toEqual([]);
  recordLongRun('event-store-conversations', {
    first_seed: firstSeed,
    conversations_held_twice: ROUNDS * PER_ROUND,
    conversations_with_a_kill: (ROUNDS * PER_ROUND) / 10,
    differences: 0,
  });
}, 3_600_000);
