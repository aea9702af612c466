export const CORE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';
export const MATERIALS = 'http://schemas.microsoft.com/3dmanufacturing/material/2015/02';
export const PRODUCTION = 'http://schemas.microsoft.com/3dmanufacturing/production/2015/06';
export const SLICES = 'http://schemas.microsoft.com/3dmanufacturing/slice/2015/07';
export const BEAMS = 'http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02';

/** What a model may require of its reader: colours change no price, the production extension is read, full meshes stand beside slices. */
export const READ: ReadonlySet<string> = new Set([
  CORE,
  MATERIALS,
  PRODUCTION,
  SLICES,
  'http://schemas.microsoft.com/3dmanufacturing/trianglesets/2021/07',
]);

/** What is known and not read, in words. */
export const NOT_READ: Readonly<Record<string, string>> = {
  [BEAMS]: 'a beam lattice',
  'http://schemas.microsoft.com/3dmanufacturing/beamlattice/balls/2020/07': 'a lattice of balls and beams',
  'http://schemas.3mf.io/3dmanufacturing/booleanoperations/2023/07': 'bodies that are cut out of others',
  'http://schemas.3mf.io/3dmanufacturing/displacement/2023/10': 'displaced surfaces',
  'http://schemas.3mf.io/3dmanufacturing/volumetric/2022/01': 'volumes given by functions',
  'http://schemas.3mf.io/3dmanufacturing/implicit/2023/12': 'volumes given by functions',
  'http://schemas.microsoft.com/3dmanufacturing/securecontent/2019/04': 'encrypted parts',
};
