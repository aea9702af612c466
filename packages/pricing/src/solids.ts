import { type Faces, turnFace } from './body.ts';
import { type Fault, faultOf } from './fault.ts';
import { nestedShells, type Shell } from './nesting.ts';
import type { Surface } from './surface.ts';
import { uniteBodies } from './unite.ts';

/** What a shell is: a body, or a cavity of the body with this number. */
export interface Role {
  cavityOf: number | null;
  /** It looks the wrong way in the file. */
  turned: boolean;
}

/**
 * Bodies and cavities, from the outside inward. A shell that looks inward is a cavity where there is material around it,
 * and a body inside out where there is none: in free space, or in another cavity. What lies in a shell that is inside out
 * is taken to be so too, or else a hollow body inside out would be a full one.
 */
export const rolesOf = (shells: readonly Shell[]): Role[] => {
  const roles: (Role & { mirrored: boolean })[] = [];
  const order = shells.map((_, number) => number).sort((a, b) => shells[a]!.within.length - shells[b]!.within.length);
  for (const number of order) {
    const { volume, within } = shells[number]!;
    const around = within.filter((outer) => roles[outer] !== undefined);
    const nearest = around.at(-1);
    const likeNearest = nearest !== undefined && roles[nearest]!.mirrored;
    const outward = volume > 0 !== likeNearest;
    const material = around.reduce((sum, outer) => sum + (roles[outer]!.cavityOf === null ? 1 : -1), 0);
    const holder = around.findLast((outer) => roles[outer]!.cavityOf === null) ?? null;
    const cavityOf = outward || material < 1 ? null : holder;
    const isBody = cavityOf === null;
    const mistaken = isBody && !outward;
    roles[number] = { cavityOf, turned: isBody !== volume > 0, mirrored: likeNearest !== mistaken };
  }
  return roles.map(({ cavityOf, turned }) => ({ cavityOf, turned }));
};

/**
 * The faces of what is solid: shells that are inside out are turned, and bodies that are sunk into each other, touch or
 * are there twice are united, so that everything is measured once.
 */
export const solidOf = (
  faces: Faces,
  surface: Pick<Surface, 'shells' | 'vertexOf'>,
  tolerance: number,
): { faces: Faces; warnings: Fault[] } => {
  const { shells, vertexOf } = surface;
  if (shells === null) throw new Error('an open surface encloses no solid');
  const all = nestedShells(faces, shells.count, (face) => shells.shellOf[faces.inFile[face]!]!, tolerance);
  const roles = rolesOf(all);
  const inside: number[] = [];
  for (const [number, { turned }] of roles.entries()) {
    if (!turned) continue;
    for (const face of all[number]!.faces) {
      turnFace(faces.positions, face);
      inside.push(faces.inFile[face]!);
    }
  }
  const insideOut = faultOf('INSIDE_OUT', inside.length, inside);
  const united = uniteBodies({ faces, vertexOf, shells: all, roles, tolerance });
  return { faces: united.faces, warnings: [...(insideOut === null ? [] : [insideOut]), ...united.warnings] };
};
