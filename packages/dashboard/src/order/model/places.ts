/** Faces at fault that hang together: one place to look at. */
export interface Place {
  faces: number;
  centre: readonly [number, number, number];
  /** Of a ball about the centre that holds all of them. */
  radius: number;
}

/** More than anybody steps through. */
const MOST_PLACES = 50;

const cornerAt = (positions: ArrayLike<number>, corner: number): string =>
  `${positions[3 * corner]} ${positions[3 * corner + 1]} ${positions[3 * corner + 2]}`;

/** Which face each face hangs together with: the first of those that it reaches by corners in common. */
const groupsOf = (positions: ArrayLike<number>): number[] => {
  const faces = positions.length / 9;
  const leader = Array.from({ length: faces }, (_, face) => face);
  const leaderOf = (face: number): number => {
    let at = face;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number;
      at = leader[at] as number;
    }
    return at;
  };
  const firstAt = new Map<string, number>();
  for (let corner = 0; corner < 3 * faces; corner++) {
    const face = Math.floor(corner / 3);
    const key = cornerAt(positions, corner);
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, face);
    else {
      const [one, other] = [leaderOf(first), leaderOf(face)];
      leader[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return leader.map((_, face) => leaderOf(face));
};

const placeOf = (positions: ArrayLike<number>, faces: readonly number[]): Place => {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const face of faces) {
    for (let at = 9 * face; at < 9 * face + 9; at++) {
      const value = positions[at] as number;
      low[at % 3] = Math.min(low[at % 3] as number, value);
      high[at % 3] = Math.max(high[at % 3] as number, value);
    }
  }
  const side = (axis: number): number => (high[axis] as number) - (low[axis] as number);
  const middle = (axis: number): number => ((high[axis] as number) + (low[axis] as number)) / 2;
  return {
    faces: faces.length,
    centre: [middle(0), middle(1), middle(2)],
    radius: Math.hypot(side(0), side(1), side(2)) / 2,
  };
};

/** The places of a fault, the largest first. @param positions nine coordinates a face */
export const placesOf = (positions: ArrayLike<number>): Place[] => {
  const faces = new Map<number, number[]>();
  for (const [face, group] of groupsOf(positions).entries()) faces.set(group, [...(faces.get(group) ?? []), face]);
  return [...faces.values()]
    .map((group) => placeOf(positions, group))
    .sort((one, other) => other.faces - one.faces)
    .slice(0, MOST_PLACES);
};
