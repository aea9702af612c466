import { expect, it } from '@jest/globals';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { surviveKills, WRITERS } from './kill-campaign.ts';

const KILLS = 200;

it(
  `loses and doubles nothing that it acknowledged in ${KILLS} kills under ${WRITERS} writers`,
  async () => {
    const found = await surviveKills(KILLS);
    expect(found.acknowledged).toBeGreaterThan(KILLS * 50);
    recordLongRun('event-store-kills', found);
  },
  KILLS * 10_000,
);
