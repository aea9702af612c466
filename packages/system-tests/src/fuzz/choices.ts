import { randomOf } from '@order-ledger/seed/dice';

/** Choices that follow from a seed alone. */
export interface Choices {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  one<T>(of: readonly T[]): T;
  /** One of a table's names, as often as its weight says. */
  weighed<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

/** @param place of the choices within a run: the number of an input, of one of its changes */
export const choicesOf = (seed: number, ...place: readonly number[]): Choices => {
  // Neighbouring seeds begin alike, so each part is mixed in by a step of its own.
  let mixed = seed | 0;
  for (const part of place) mixed = Math.floor(randomOf(mixed ^ Math.imul(part + 1, 0x9e3779b1))() * 2 ** 32) | 0;
  const random = randomOf(mixed);
  random();
  const below = (end: number): number => Math.floor(random() * end);
  return {
    below,
    chance: (probability) => random() < probability,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    weighed: (weights) => {
      const entries = Object.entries<number>(weights);
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? entries[0])?.[0] as keyof typeof weights;
    },
  };
};
