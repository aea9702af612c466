const { ceil, imul, log2, max } = Math;

/** A free place in a table of numbers, and the edge of a face that has none. */
export const NONE = 0xffffffff;

/** Twice as many places as entries, so that a search meets a free place soon; a power of two. */
export const tableSize = (entries: number): number => 2 ** ceil(log2(max(8, 2 * entries)));

export const SEED = 0x811c9dc5;

export const mixed = (hash: number, word: number): number => {
  const product = imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
};
