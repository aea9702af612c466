import type { AnsweredStep, Conversation, Step } from './conversation.ts';
import { createModel } from './model.ts';

/** The same numbers for the same seed (mulberry32), so that a conversation that went wrong can be held again. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Chooses an operation by its weight; `most` is the highest revision that may have been given so far. */
const randomStep = (random: () => number, most: number): Step => {
  const below = (n: number): number => Math.floor(random() * n);
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const revision = (): string => String(below(most + 3));
  const expected = (...others: string[]): string => (random() < 0.45 ? revision() : oneOf(others));
  const kind = random();
  if (kind < 0.5) {
    // A few ids only, so that repetitions, whole and in part, are frequent; sometimes those of the last event on.
    const id = (): string => `e${below(most + 3)}`;
    const ids = Array.from({ length: oneOf([0, 1, 1, 1, 2, 2, 3, 4]) }, id);
    const run = Array.from({ length: 1 + below(3) }, (_, i) => `e${most + 1 + i}`);
    return {
      op: 'append',
      events: random() < 0.4 ? run : ids,
      expected: expected('any', 'any', 'no_stream', 'stream_exists'),
    };
  }
  if (kind < 0.7) {
    const direction = oneOf(['forwards', 'backwards'] as const);
    const starts = direction === 'forwards' ? ['start', revision()] : ['end', 'start', revision()];
    return { op: 'read', direction, from: oneOf(starts), count: oneOf([1, 2, 3, 100]) };
  }
  if (kind < 0.8) return { op: 'delete', expected: expected('any', 'any', 'no_stream') };
  if (kind < 0.81) return { op: 'tombstone', expected: expected('any', 'no_stream') };
  if (kind < 0.93) {
    const metadata = oneOf([{ maxCount: 1 + below(3) }, { truncateBefore: below(most + 3) }, { own: below(9) }, {}]);
    return { op: 'setMetadata', metadata, expected: random() < 0.3 ? revision() : oneOf(['any', 'any', 'no_stream']) };
  }
  return { op: 'getMetadata' };
};

/** A random conversation with the model's answers. */
export const randomConversation = (seed: number): Conversation => {
  const random = randomFrom(seed);
  const answer = createModel();
  const steps: AnsweredStep[] = [];
  const length = 4 + Math.floor(random() * 20);
  let most = 0;
  let wasDeleted = false;
  while (steps.length < length) {
    const step = randomStep(random, most);
    // Nobody has asked the real server what an empty append to a deleted stream answers.
    if (step.op === 'append' && step.events?.length === 0 && wasDeleted) continue;
    wasDeleted ||= step.op === 'delete';
    const given = answer(step);
    steps.push({ ...step, answer: given });
    const { next } = given as { next?: string };
    if (step.op === 'append' && next !== undefined) most = Math.max(most, Number(next));
  }
  return { name: `seed ${seed}`, steps };
};
