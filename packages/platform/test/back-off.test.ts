import { expect, it } from '@jest/globals';
import { backOff } from '../src/back-off.ts';

const HOUR_MS = 3_600_000;
const { signal } = new AbortController();

/** Answers as the list says, and as its last for ever. */
const asked = (answers: readonly boolean[]) => {
  let questions = 0;
  return {
    ask: async () => {
      if (!answers[Math.min(questions++, answers.length - 1)]) throw new Error('away');
    },
    questions: () => questions,
  };
};

it('goes on as soon as what was away answers again, however long the wait', async () => {
  const { ask, questions } = asked([false, false, true]);
  expect(await backOff({ waitMs: HOUR_MS, ask, signal, askEveryMs: 1 })).toBe('back');
  expect(questions()).toBe(3);
});

it('notices an outage that begins and ends within the wait', async () => {
  const { ask, questions } = asked([true, true, false, true]);
  expect(await backOff({ waitMs: HOUR_MS, ask, signal, askEveryMs: 1 })).toBe('back');
  expect(questions()).toBe(4);
});

it('waits its time out while it is answered', async () => {
  const { ask } = asked([true]);
  const began = performance.now();
  expect(await backOff({ waitMs: 50, ask, signal, askEveryMs: 1 })).toBe('over');
  // A timer may be early by a part of a millisecond.
  expect(performance.now() - began).toBeGreaterThan(48);
});

it('makes no try while nothing answers, but does not ask the wrong question for ever', async () => {
  const { ask } = asked([false]);
  const began = performance.now();
  expect(await backOff({ waitMs: 0, ask, signal, askEveryMs: 1, longestMs: 50 })).toBe('over');
  expect(performance.now() - began).toBeGreaterThan(48);
});

it('ends with its signal, also within a question that is never answered', async () => {
  const stop = new AbortController();
  const never = new Promise<never>(() => undefined);
  const waiting = backOff({ waitMs: HOUR_MS, ask: () => never, signal: stop.signal });
  stop.abort();
  expect(await waiting).toBe('over');
});
