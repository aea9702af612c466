import { expect, it } from '@jest/globals';
import { surviveKills, WRITERS } from './kill-campaign.ts';

const KILLS = 10;

it(
  `loses and doubles nothing that it acknowledged in ${KILLS} kills under ${WRITERS} writers`,
  async () => {
    const { acknowledged } = await surviveKills(KILLS);
    expect(acknowledged).toBeGreaterThan(KILLS * 50);
  },
  KILLS * 10_000,
);
