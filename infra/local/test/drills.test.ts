import { existsSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { DRILLS, dayOf, leftOutOn } from '../../drills.mjs';

it('runs each drill on one day in fifteen', () => {
  const run = Array.from({ length: 15 }, (_, day) => DRILLS.filter((file) => !leftOutOn(day).includes(file))).flat();
  expect(run.toSorted()).toEqual([...DRILLS].sort());
});

it('knows each drill by a file that is there', () => {
  expect(DRILLS.filter((file) => !existsSync(file))).toEqual([]);
});

it('takes the day of the clock or the one that is asked for, and refuses what is none', () => {
  expect(dayOf({}, 86_400_000 * 5 + 1)).toBe(5);
  expect(dayOf({ SAMPLE_DAY: '20787' }, 0)).toBe(20_787);
  expect(() => dayOf({ SAMPLE_DAY: 'Monday' }, 0)).toThrow('SAMPLE_DAY is "Monday"');
});
