import type { Verdict } from './inspection.ts';
import type { GeometryFault, Structure } from './inspection-report.ts';
import type { Fault, InspectedModel } from './records.ts';

const MICROMETRES = 1_000;

/** 1,000 km when the file's unit is a millimetre: beyond it figures lose the micrometre, and no machine is near it. */
const LARGEST_SIDE = 1e12;

/** µm with three decimals, because the file's unit may turn out to be an inch. */
const micrometres = (length: number): number => Math.round(length * MICROMETRES * 1_000) / 1_000;

/** Null, where the box is beyond all reason. */
export const boxOf = ({ bounding_box }: Structure): InspectedModel['bounding_box'] | null => {
  const [x, y, z] = bounding_box.map(micrometres) as [number, number, number];
  return [x, y, z].every((side) => side >= 0 && side <= LARGEST_SIDE) ? [x, y, z] : null;
};

export const TOO_FAR_APART: Fault = {
  code: 'COORDINATES_TOO_LARGE',
  detail: 'The coordinates of the model span more than 1,000 km. Check the export of the model.',
};

const notChecked = (triangles: number): GeometryFault => ({
  code: 'GEOMETRY_NOT_CHECKED',
  count: triangles,
  faces: [],
});

/**
 * What is known of a model: its plain facts, and what is wrong with the file and its geometry as warnings; the pricing
 * rejects.
 */
export const modelOf = (
  { structure: { bytes, format, triangles }, warnings, geometry }: Extract<Verdict, { ok: true }>,
  bounding_box: InspectedModel['bounding_box'],
): InspectedModel => ({
  bytes,
  format,
  triangles,
  bounding_box,
  warnings: [...warnings, ...(geometry ?? [notChecked(triangles)])],
});
