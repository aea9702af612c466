import { LIMITS } from './limits.ts';
import { type Element, xmlReader } from './xml.ts';
import type { Zip } from './zip.ts';

/** What a slicer makes of a volume that its file holds as a mesh like any other. */
export type VolumeUse = 'MADE' | 'LEFT_OUT' | 'CUT_OUT';

/** Triangles of an object's mesh, from the first to the last. */
export interface VolumeRange {
  first: number;
  last: number;
  use: VolumeUse;
}

/** What is not simply made, of the objects of the part that a model begins in. */
export interface SlicerVolumes {
  /** By the number of the object. */
  ranges: ReadonlyMap<string, readonly VolumeRange[]>;
  /** By the numbers of the object and of the one that is its component. */
  components: ReadonlyMap<string, VolumeUse>;
}

export const componentKey = (object: string, component: string): string => `${object} ${component}`;

/** Where PrusaSlicer and those made from it say what the volumes of an object are, by the triangles of its mesh. */
const PRUSA = 'Metadata/Slic3r_PE_model.config';
const PRUSA_USES: ReadonlyMap<string, VolumeUse> = new Map([
  ['ParameterModifier', 'LEFT_OUT'],
  ['SupportBlocker', 'LEFT_OUT'],
  ['SupportEnforcer', 'LEFT_OUT'],
  ['NegativeVolume', 'CUT_OUT'],
]);
/** Where Bambu Studio and OrcaSlicer say it, by the components of an object. */
const BAMBU = 'Metadata/model_settings.config';
const BAMBU_USES: ReadonlyMap<string, VolumeUse> = new Map([
  ['modifier_part', 'LEFT_OUT'],
  ['support_blocker', 'LEFT_OUT'],
  ['support_enforcer', 'LEFT_OUT'],
  ['negative_part', 'CUT_OUT'],
]);

const attribute = (element: Element, name: string): string => element.attributes[name]?.value ?? '';

const eachElement = (zip: Zip, part: string, take: (element: Element) => void): void => {
  if (!zip.has(part)) return;
  const reader = xmlReader(part, { open: take, close: () => undefined });
  zip.read(part, reader.push, LIMITS.settings);
  reader.end();
};

const rangesOf = (zip: Zip): SlicerVolumes['ranges'] => {
  const ranges = new Map<string, VolumeRange[]>();
  let volumes: VolumeRange[] = [];
  eachElement(zip, PRUSA, (element) => {
    if (element.local === 'object') {
      volumes = [];
      ranges.set(attribute(element, 'id'), volumes);
    } else if (element.local === 'volume') {
      const [first, last] = ['firstid', 'lastid'].map((name) => Number(attribute(element, name) || Number.NaN));
      volumes.push({ first: first!, last: last!, use: 'MADE' });
    } else if (element.local === 'metadata' && attribute(element, 'type') === 'volume') {
      const volume = volumes.at(-1);
      const [key, value] = ['key', 'value'].map((name) => attribute(element, name));
      if (volume === undefined) return;
      if (key === 'volume_type') volume.use = PRUSA_USES.get(value!) ?? 'MADE';
      // Files from before there were types know modifiers alone.
      else if (key === 'modifier' && value === '1' && volume.use === 'MADE') volume.use = 'LEFT_OUT';
    }
  });
  return ranges;
};

const componentsOf = (zip: Zip): SlicerVolumes['components'] => {
  const components = new Map<string, VolumeUse>();
  let object = '';
  eachElement(zip, BAMBU, (element) => {
    if (element.local === 'object') object = attribute(element, 'id');
    const use = element.local === 'part' ? BAMBU_USES.get(attribute(element, 'subtype')) : undefined;
    if (use !== undefined) components.set(componentKey(object, attribute(element, 'id')), use);
  });
  return components;
};

/** What the slicer that wrote the file says of its volumes: modifiers are as large as one likes, and are never made. */
export const slicerVolumesOf = (zip: Zip): SlicerVolumes => ({ ranges: rangesOf(zip), components: componentsOf(zip) });
