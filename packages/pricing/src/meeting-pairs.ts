const { floor, max, min, sqrt } = Math;

interface Box {
  low: readonly number[];
  high: readonly number[];
}

const MOST_STRIPS = 1024;
/** What lies in more strips is compared with everything, or it would have to be kept in all of them. */
const WIDE = 16;

/** The axes, that along which the fewest boxes lie side by side first. */
const sparsestFirst = (boxes: readonly Box[]): { axis: number; low: number; high: number }[] => {
  const axes = [0, 1, 2].map((axis) => {
    let low = Infinity;
    let high = -Infinity;
    let covered = 0;
    for (const box of boxes) {
      low = min(low, box.low[axis]!);
      high = max(high, box.high[axis]!);
      covered += box.high[axis]! - box.low[axis]!;
    }
    return { axis, low, high, crowding: high > low ? covered / (high - low) : Infinity };
  });
  return axes.sort((one, other) => one.crowding - other.crowding || one.axis - other.axis);
};

/**
 * Pairs of boxes that meet, each once, in no order that matters. A plane sweeps along the axis where the fewest lie side by
 * side; what it crosses lies in strips along the next one, so that many small bodies are each compared with few.
 */
export const meetingPairs = (
  boxes: readonly Box[],
  tolerance: number,
  found: (one: number, other: number) => void,
): void => {
  const [{ axis: along }, { axis: across, low: start, high: end }] = sparsestFirst(boxes) as [
    { axis: number },
    { axis: number; low: number; high: number },
  ];
  const strips = max(1, min(MOST_STRIPS, floor(sqrt(boxes.length))));
  const stripAt = (value: number): number =>
    end > start ? max(0, min(strips - 1, floor(((value - start) / (end - start)) * strips))) : 0;
  const open: number[][] = Array.from({ length: strips }, () => []);
  const wide: number[] = [];
  const firstOf = (number: number): number => stripAt(boxes[number]!.low[across]! - tolerance);
  const lastOf = (number: number): number => stripAt(boxes[number]!.high[across]! + tolerance);

  const meet = (one: Box, other: Box): boolean => {
    for (let axis = 0; axis < 3; axis++) {
      if (one.low[axis]! > other.high[axis]! + tolerance || one.high[axis]! < other.low[axis]! - tolerance)
        return false;
    }
    return true;
  };
  /** Compares with those of a list that the plane still crosses, and forgets the others. */
  const compare = (list: number[], number: number, counts: (before: number) => boolean) => {
    const box = boxes[number]!;
    let still = 0;
    for (const before of list) {
      if (boxes[before]!.high[along]! < box.low[along]! - tolerance) continue;
      list[still++] = before;
      if (counts(before) && meet(boxes[before]!, box)) found(before, number);
    }
    list.length = still;
  };

  const order = boxes.map((_, number) => number);
  order.sort((a, b) => boxes[a]!.low[along]! - boxes[b]!.low[along]! || a - b);
  for (const number of order) {
    const [first, last] = [firstOf(number), lastOf(number)];
    compare(wide, number, () => true);
    // Two that share several strips are compared in the first of them.
    for (let strip = first; strip <= last; strip++) {
      compare(open[strip]!, number, (before) => strip === max(first, firstOf(before)));
    }
    if (last - first >= WIDE) wide.push(number);
    else for (let strip = first; strip <= last; strip++) open[strip]!.push(number);
  }
};
