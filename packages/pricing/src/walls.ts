import type { Body } from './body.ts';
import type { Bvh } from './bvh.ts';
import type { ProcessProfile } from './process-profiles.ts';
import { samplePoints } from './sample-points.ts';

/** Rays over the surface of a body of few faces. */
const RAYS = 4096;
/** A ray that leaves through a face inclined more than this (60°) runs into a corner, not through a wall. */
const LEAST_COSINE = 0.5;

interface Walls {
  /** mm² of the surface behind which the wall is thinner than `thinnest`. */
  thinArea: number;
  /** Of that, thinner than `least`. */
  hopelessArea: number;
  /** The faces with such a place. */
  thinFaces: number[];
}

/**
 * The wall behind each place of the surface: a ray along the inward normal to the other side, compared with the thinnest
 * wall that comes out whole and with the least that comes out at all.
 */
export const measureWalls = (
  body: Body,
  bvh: Bvh,
  { thinnest_wall: thinnest, least_wall: least }: Pick<ProcessProfile, 'thinnest_wall' | 'least_wall'>,
  progress: (share: number) => void,
): Walls => {
  const { normals, areas, faces, tolerance } = body;
  const points = samplePoints(body, RAYS);
  const point = new Float64Array(3);
  let thinArea = 0;
  let hopelessArea = 0;
  const thinFaces: number[] = [];
  for (let face = 0; face < faces; face++) {
    if (face % 256 === 0) progress(face / faces);
    const cuts = areas[face] === 0 ? 0 : points.cutsOf(face);
    if (cuts === 0) continue;
    const nx = normals[3 * face]!;
    const ny = normals[3 * face + 1]!;
    const nz = normals[3 * face + 2]!;
    const rays = cuts * cuts;
    let thin = 0;
    let hopeless = 0;
    for (let ray = 0; ray < rays; ray++) {
      points.write(face, cuts, ray, point);
      const hit = bvh.cast(point[0]!, point[1]!, point[2]!, -nx, -ny, -nz, face, 1e-9);
      // A wall of exactly the least thickness is thick enough, whatever its last bits say.
      const wall = hit < 0 ? Number.POSITIVE_INFINITY : bvh.distance();
      if (wall >= thinnest - tolerance) continue;
      const cosine = -(normals[3 * hit]! * nx + normals[3 * hit + 1]! * ny + normals[3 * hit + 2]! * nz);
      if (cosine <= LEAST_COSINE) continue;
      thin += 1;
      if (wall < least - tolerance) hopeless += 1;
    }
    if (thin === 0) continue;
    thinArea += points.share() * thin;
    hopelessArea += points.share() * hopeless;
    thinFaces.push(face);
  }
  return { thinArea, hopelessArea, thinFaces };
};
