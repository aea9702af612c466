import type { Body } from './body.ts';
import type { Bvh } from './bvh.ts';
import type { Frame } from './directions.ts';
import type { ProcessProfile } from './process-profiles.ts';
import { samplePoints } from './sample-points.ts';

const { min } = Math;

/** Rays over the surface of a body of few faces. */
const RAYS = 1024;
/** A shell that lies on another one is carried by it, though the last bits may put it this far (mm) below. */
const TOUCHING = -1e-6;

export interface Overhang {
  /** mm² of surface that needs support. */
  area: number;
  /** mm³ of space below it, down to the plate or to the body itself. */
  space: number;
}

/** Where the body hangs over and how far down the supports must reach, by a ray down from each such place. */
export const measureOverhang = (
  body: Body,
  bvh: Bvh,
  frame: Frame,
  profile: ProcessProfile,
  progress: (share: number) => void,
): Overhang => {
  const { faces, normals } = body;
  const { up, low } = frame;
  const points = samplePoints(body, RAYS);
  const point = new Float64Array(3);
  let area = 0;
  let space = 0;
  if (profile.support === null) return { area, space };
  for (let face = 0; face < faces; face++) {
    if (face % 1024 === 0) progress(face / faces);
    const down = -(normals[3 * face]! * up[0] + normals[3 * face + 1]! * up[1] + normals[3 * face + 2]! * up[2]);
    // The last bits of a face that stands exactly at the angle are not to decide.
    if (down <= profile.support.cosine + 1e-6) continue;
    const cuts = points.cutsOf(face);
    const share = points.share();
    for (let number = 0; number < cuts * cuts; number++) {
      points.write(face, cuts, number, point);
      const x = point[0]!;
      const y = point[1]!;
      const z = point[2]!;
      const toPlate = x * up[0] + y * up[1] + z * up[2] - low[2];
      // Within the first layer it lies on the plate.
      if (toPlate < profile.layer) continue;
      const hit = bvh.cast(x, y, z, -up[0], -up[1], -up[2], face, TOUCHING);
      const height = hit < 0 ? toPlate : min(toPlate, bvh.distance());
      area += share;
      space += share * down * height;
    }
  }
  return { area, space };
};
