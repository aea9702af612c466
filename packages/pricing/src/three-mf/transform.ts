import { unreadable } from './unreadable.ts';

/** Four rows of three: a point is a row before it, so what is done first stands left in a product. */
export type Transform = readonly number[];

export const IDENTITY: Transform = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];

export const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export const determinantOf = (t: Transform): number =>
  t[0]! * (t[4]! * t[8]! - t[5]! * t[7]!) -
  t[1]! * (t[3]! * t[8]! - t[5]! * t[6]!) +
  t[2]! * (t[3]! * t[7]! - t[4]! * t[6]!);

/** @throws UnreadableError for one that is malformed, or makes a body flat */
export const transformOf = (text: string | undefined, where: string): Transform => {
  if (text === undefined) return IDENTITY;
  const words = text.trim().split(/\s+/);
  if (words.length !== 12 || !words.every((word) => NUMBER.test(word)))
    throw unreadable(`${where}: a transform is twelve numbers`);
  const transform = words.map(Number);
  if (!transform.every(Number.isFinite)) throw unreadable(`${where}: a transform with a number that is too large`);
  if (determinantOf(transform) === 0) throw unreadable(`${where}: a transform that leaves a body no volume`);
  return transform;
};

/** First `inner`, then `outer`. */
export const composed = (inner: Transform, outer: Transform): Transform => {
  if (inner === IDENTITY) return outer;
  if (outer === IDENTITY) return inner;
  return Array.from({ length: 12 }, (_, at) => {
    const row = 3 * Math.floor(at / 3);
    const column = at % 3;
    const sum =
      inner[row]! * outer[column]! + inner[row + 1]! * outer[3 + column]! + inner[row + 2]! * outer[6 + column]!;
    return row === 9 ? sum + outer[9 + column]! : sum;
  });
};
