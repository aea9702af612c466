import { type Body, sixfoldVolume, turnFace } from './body.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Topology } from './topology.ts';

interface Shell {
  volume: number;
  low: number[];
  high: number[];
}

const shellsOf = (body: Body, topology: Topology): Shell[] => {
  const shells = Array.from(
    { length: topology.shells },
    (): Shell => ({
      volume: 0,
      low: [Infinity, Infinity, Infinity],
      high: [-Infinity, -Infinity, -Infinity],
    }),
  );
  for (let face = 0; face < body.faces; face++) {
    const shell = shells[topology.shellOf[face]!]!;
    shell.volume += sixfoldVolume(body.positions, face) / 6;
    for (let index = 0; index < 9; index++) {
      const value = body.positions[9 * face + index]!;
      const axis = index % 3;
      if (value < shell.low[axis]!) shell.low[axis] = value;
      if (value > shell.high[axis]!) shell.high[axis] = value;
    }
  }
  return shells;
};

const encloses = (outer: Shell, inner: Shell): boolean =>
  outer.low.every((value, axis) => value <= inner.low[axis]!) &&
  outer.high.every((value, axis) => value >= inner.high[axis]!);

/**
 * Repairs a closed body whose shells each look one way throughout, but the wrong way: first the whole body, if more of it
 * looks inward, then each shell that looks inward and lies in no box of a shell that looks outward (inside one it is a
 * cavity, which looks inward by right). Turns faces of `body` in place; the fault says which.
 */
export const orientShells = (body: Body, topology: Topology): Fault | null => {
  const shells = shellsOf(body, topology);
  const whole = shells.reduce((sum, { volume }) => sum + volume, 0) < 0;
  if (whole) for (const shell of shells) shell.volume = -shell.volume;
  const outward = shells.filter(({ volume }) => volume > 0);
  const turned = shells.map((shell) => {
    const inverted = shell.volume < 0 && !outward.some((outer) => encloses(outer, shell));
    return whole !== inverted;
  });
  if (!turned.includes(true)) return null;
  const faces: number[] = [];
  for (let face = 0; face < body.faces; face++) {
    if (!turned[topology.shellOf[face]!]) continue;
    turnFace(body, face);
    faces.push(face);
  }
  return faultOf('INSIDE_OUT', faces.length, faces);
};
