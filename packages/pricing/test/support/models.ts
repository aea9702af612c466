import { readFileSync } from 'node:fs';

/** Real models that came with packages of others; see their licences (MIT). */
const PLACES = {
  'box_2x3x4.stl': 'node-stl/test/test_data',
  'box.stl': 'node-stl/test/test_data',
  '002.STL': 'node-stl/test/test_data',
  'WALLY_1plate.stl': 'node-stl/test/test_data',
  'RasPiCaseLight.stl': 'node-stl/test/test_data',
  'Pterosaur_FDM.stl': 'node-stl/test/test_data',
  'cube-20mm-with-hole.stl': 'stl/test/binary',
  'shark.stl': 'stl/test/binary',
  'ship.stl': 'stl/test/binary',
  'effector_base.stl': 'stl/test/ascii',
  'teapot.stl': 'stl/test/ascii',
  'tri.stl': 'stl/test/ascii',
} as const;

export type RealModel = keyof typeof PLACES;

export const realModel = (name: RealModel): Uint8Array =>
  readFileSync(new URL(`../../node_modules/${PLACES[name]}/${name}`, import.meta.url));
