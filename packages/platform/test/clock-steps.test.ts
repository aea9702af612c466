import { expect, it } from '@jest/globals';
import { watchSteps } from '../src/clock-steps.ts';

const HOUR = 3_600_000;

it.each([HOUR, -HOUR])(
  'sees that a clock was set by %d ms, and nothing in what it is slewed by or the way takes',
  (step) => {
    let now = 0;
    const steps = watchSteps(() => now);
    const saw = (shown: number) => steps.saw(shown, now, now + 50);
    saw(1_000_000);
    now += 10_000;
    saw(1_010_700);
    expect(steps.sinceMs()).toBe(Number.POSITIVE_INFINITY);
    now += 10_000;
    saw(1_020_700 + step);
    now += 300;
    expect(steps.sinceMs()).toBe(300);
    saw(1_021_000 + step);
    expect(steps.sinceMs()).toBe(300);
  },
);
