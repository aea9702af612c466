/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface Dice {
  chance(share: number): boolean;
  pick<const Values extends readonly [unknown, ...unknown[]]>(values: Values): Values[number];
  /** A whole number from 0 on, below `end`. */
  below(end: number): number;
  /** Seconds around a median, as waiting times are: most a little less, a few many times as long (log-normal). */
  around(medianS: number): number;
}

export const diceOf = (seed: number): Dice => {
  const random = randomOf(seed);
  const below = (end: number): number => Math.floor(random() * end);
  // Box and Muller; 1 - random() is never 0.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    chance: (share) => random() < share,
    pick: (values) => values[below(values.length)] ?? values[0],
    below,
    around: (medianS) => medianS * Math.exp(0.7 * normal()),
  };
};
