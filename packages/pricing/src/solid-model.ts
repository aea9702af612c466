import { type Body, bodyOf, facesOf, type Vector, volumeOf } from './body.ts';
import type { Fault, FaultCode } from './fault.ts';
import { edgeFaults } from './faults.ts';
import type { Mesh } from './model-file.ts';
import { type Refused, refused } from './refusal.ts';
import { solidOf } from './solids.ts';
import { surfaceOf } from './surface.ts';

const WORDS: Partial<Record<FaultCode, string>> = {
  OPEN_EDGES: 'open edges (holes)',
  NON_MANIFOLD_EDGES: 'edges of more than two faces',
  FLIPPED: 'edges between faces that look to opposite sides',
};

/** What is solid of a model, and all that is known of how the file described it. */
interface SolidModel {
  ok: true;
  body: Body;
  /** Where the body's middle is in the file, in its units. */
  middle: Vector;
  /** mm³ */
  volume: number;
  shells: number;
  /** mm² of sheets without thickness, which are no part of the body. */
  sheetArea: number;
  warnings: Fault[];
}

/** The solid that a mesh encloses. The mesh's positions are used up: a second copy of a large one is not affordable. */
export const solidModelOf = (mesh: Mesh, mmPerUnit: number): SolidModel | Refused => {
  const surface = surfaceOf(mesh);
  const faults = edgeFaults(surface.edges);
  if (surface.shells === null) {
    const found = faults.map(({ code, count }) => `${count} ${WORDS[code] ?? code}`).join(', ');
    const detail = `The surface is not closed: ${found}. Repair the mesh and upload it again.`;
    return refused('NOT_WATERTIGHT', detail, faults);
  }
  const tolerance = surface.precision * mmPerUnit;
  const faces = facesOf(surface, mmPerUnit);
  const solid = solidOf(faces, surface, tolerance);
  const volume = volumeOf(solid.faces);
  if (volume < 0.0005) {
    const detail = 'The surface encloses no volume. Check the unit and the mesh.';
    return refused('NOT_WATERTIGHT', detail, [{ code: 'NO_VOLUME', count: mesh.triangles, faces: [] }]);
  }
  return {
    ok: true,
    body: bodyOf(solid.faces, tolerance),
    middle: faces.middle,
    volume,
    shells: surface.shells.count,
    sheetArea: surface.sheetArea * mmPerUnit * mmPerUnit,
    warnings: [...mesh.warnings, ...faults, ...surface.warnings, ...solid.warnings],
  };
};
