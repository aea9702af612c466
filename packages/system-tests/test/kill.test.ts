import { expect, it } from '@jest/globals';
import { KILLED, type Killed, killing } from './support/kill-campaign.ts';

/** A day's each. One of those whose end interrupts a request is in each of them. */
const SAMPLES: readonly (readonly Killed[])[] = [
  ['upload-api', 'process-manager', 'projector'],
  ['pricing-worker', 'command-api', 'bridge'],
  ['manufacturing-worker', 'event store', 'query-api'],
];
/** What one day has found is found again with its number in KILL_SEED. */
const SEED = Number(process.env.KILL_SEED ?? Math.floor(Date.now() / 86_400_000));
const ORDERS = 20;

it('leaves nobody out within as many days as there are samples', () => {
  expect(SAMPLES.flat().sort()).toEqual([...KILLED].sort());
});

killing(SAMPLES[SEED % SAMPLES.length] ?? [], ORDERS);
