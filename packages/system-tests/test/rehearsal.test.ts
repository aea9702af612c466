import { beforeAll, expect, it } from '@jest/globals';
import { type Rehearsal, rehearse } from './support/rehearsal.ts';

const EVENTS = 200;
let found: Rehearsal;

beforeAll(async () => {
  found = await rehearse(EVENTS, 300_000, 'named servers');
}, 900_000);

it('backs up a system at work and restores it to an empty one: every answer of before is there', () => {
  expect(found.lost).toEqual([]);
  expect(found.answered).toBe(EVENTS / 10 + 2);
  expect(found.figures.orders).toBeGreaterThanOrEqual(found.answered);
});

it('restores what no event says, and the files of models', () => {
  expect(found.after).toEqual(found.before);
  expect(found.before.every((rows) => (rows as unknown[]).length > 0)).toBe(true);
  expect(found.modelStatus).toBe(200);
});

it('opens every text, knows every key, and misses nothing but what came between the two copies', () => {
  const { keys, missing_files, lost } = found.outcome;
  expect(keys).toMatchObject({ unopened: 0, dead: [], without_key: [] });
  expect(keys?.subject_keys).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(missing_files).toEqual([]);
  expect(found.missing).toEqual([]);
});
