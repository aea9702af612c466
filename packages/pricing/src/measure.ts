import type { Vector } from './body.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { type Fault, mergedFaults } from './fault.ts';
import type { Inside } from './inside.ts';
import { type ItemMeasure, type ItemOptions, measureItem, type Orientation, ppmOf, type Risk } from './measure-item.ts';
import { eachItem, type Item, type OfItem, shiftedFaults } from './mesh-items.ts';
import { type Mesh, type ParsedModel, parseModel } from './model-file.ts';
import type { Process } from './process-profiles.ts';
import { type OnProgress, progressOf } from './progress.ts';
import { type Refused, refused } from './refusal.ts';
import { MM_PER, type Unit } from './units.ts';

export type { Risk } from './measure-item.ts';
export type { Process } from './process-profiles.ts';
export type { Phase } from './progress.ts';

export interface MeasureOptions extends ItemOptions {
  /** Called often while it works; `percent` is of the whole calculation, 0 to 100, and never falls. */
  onProgress?: OnProgress;
}

/**
 * All that a price needs of a model, as plain JSON. It holds for one piece; where a 3MF has several items, that is all of them
 * together, each measured by itself.
 */
export interface Measure {
  engine_version: string;
  process: Process;
  unit: Unit;
  orientation: Orientation;
  /** Volume in mm³ and area in mm², three decimals each; the box in µm, as the model stands in its file. */
  measures: { volume: number; area: number; bounding_box: [number, number, number] };
  triangles: number;
  shells: number;
  /** The direction of the model that points up on the machine, not of length 1; [0, 0, 1] as it is. Of several items, the first's. */
  up: [number, number, number];
  /** The box in µm as it stands on the machine: width, depth, height. Of several items, the most of each. */
  build_box: [number, number, number];
  /** Of several items, those of the highest. */
  layers: number;
  /** Surface that hangs over, mm²; the supports below it, mm³ of material. Three decimals. */
  overhang_area: number;
  support_volume: number;
  /** What one piece takes of a machine where it is solid, in whole seconds, at least 1. */
  machine_seconds: number;
  /** Of this an infill leaves its part out; three decimals. Absent in measures of engines before 2.4.0. */
  inside?: Inside;
  /** Share of the surface behind which the wall is thinner than the process can make, parts per million. */
  thin_wall_ppm: number;
  /** What was found and did not hinder, or was repaired. */
  warnings: Fault[];
  /** What would refuse the model, if the customer does not take it on himself. Absent: nothing. */
  risk?: Risk;
}

export type Measured = { ok: true; measure: Measure } | Refused;

const threeDecimals = (value: number): number => Math.round(value * 1000) / 1000;
const micrometres = ([x, y, z]: Vector): Vector => [Math.round(x * 1000), Math.round(y * 1000), Math.round(z * 1000)];

/** Of as many as there may be items, which are too many for arguments. */
const mostOf = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity);

type OfMeasured = OfItem<ItemMeasure>;

/** The extent of all items where they stand in the file. */
const extentOfAll = (items: readonly OfMeasured[], mmPerUnit: number): Vector => {
  if (items.length === 1) return items[0]!.result.extent;
  const along = (axis: 0 | 1 | 2): number => {
    const lows = items.map(({ result, moved }) => result.low[axis] + moved[axis] * mmPerUnit);
    const highs = items.map(({ result }, number) => lows[number]! + result.extent[axis]);
    return mostOf(highs) + mostOf(lows.map((low) => -low));
  };
  return [along(0), along(1), along(2)];
};

const roomOf = (items: readonly OfMeasured[]): Vector => {
  const along = (axis: 0 | 1 | 2): number => mostOf(items.map(({ result }) => result.buildExtent[axis]));
  return [along(0), along(1), along(2)];
};

/** Whether one of several items may be spoilt; then all of them are made at that risk. */
const riskOf = (items: readonly OfMeasured[]): Risk | null => {
  const risks = items.flatMap(({ item, result }) => (result.risk === null ? [] : [{ item, risk: result.risk }]));
  const [first] = risks;
  if (first === undefined) return null;
  return {
    reason: first.risk.reason,
    faults: mergedFaults(risks.map(({ item, risk }) => shiftedFaults(risk.faults, item))),
  };
};

const measureOf = (
  mesh: Mesh,
  { process, unit, orientation }: MeasureOptions,
  items: readonly OfMeasured[],
): Measure => {
  const sum = (of: (result: ItemMeasure) => number): number =>
    items.reduce((so_far, { result }) => so_far + of(result), 0);
  const risk = riskOf(items);
  return {
    engine_version: ENGINE_VERSION,
    process,
    unit,
    orientation,
    measures: {
      volume: threeDecimals(sum(({ volume }) => volume)),
      area: threeDecimals(sum(({ area }) => area)),
      bounding_box: micrometres(extentOfAll(items, mesh.inMm ? 1 : MM_PER[unit])),
    },
    triangles: mesh.triangles,
    shells: sum(({ shells }) => shells),
    up: items[0]!.result.up,
    build_box: micrometres(roomOf(items)),
    layers: mostOf(items.map(({ result }) => result.layers)),
    overhang_area: threeDecimals(sum(({ overhangArea }) => overhangArea)),
    support_volume: threeDecimals(sum(({ supportVolume }) => supportVolume)),
    machine_seconds: Math.max(1, Math.ceil(sum(({ seconds }) => seconds))),
    inside: {
      volume: threeDecimals(sum(({ inside }) => inside.volume)),
      seconds: threeDecimals(sum(({ inside }) => inside.seconds)),
    },
    thin_wall_ppm: ppmOf(
      sum(({ thinArea }) => thinArea),
      sum(({ wallArea }) => wallArea),
    ),
    warnings: [
      ...mesh.warnings,
      ...mergedFaults(items.map(({ item, result }) => shiftedFaults(result.warnings, item))),
    ],
    ...(risk === null ? {} : { risk }),
  };
};

/** A refusal of one item, as it is to be said of the whole file. */
const refusalOf = (mesh: Mesh, refusal: Refused, item: Item, number: number): Refused => {
  const { first } = item;
  const faults = shiftedFaults(refusal.faults, item);
  const marks = (refusal.marks ?? []).map((one) => ({ ...one, faces: one.faces.map((face) => face + first) }));
  const which = mesh.items.length > 1 ? `Item ${number + 1} of ${mesh.items.length}: ` : '';
  return refused(refusal.reason, `${which}${refusal.detail}`, faults, marks);
};

/**
 * Measures a model for a process. Synchronous and bound to the processor, up to minutes for a large mesh in its best
 * orientation: run it where it can be killed. What the customer must change is a refusal; it throws for nothing that a
 * file can hold. What was parsed is used up.
 */
export const measureParsed = (parsed: ParsedModel, options: MeasureOptions): Measured => {
  const progress = progressOf(options.orientation, options.onProgress);
  progress('READ', 0);
  if (!parsed.ok) {
    return refused('UNSUPPORTED_FORMAT', parsed.fault.detail, [{ code: parsed.fault.code, count: 1, faces: [] }]);
  }
  const { mesh } = parsed;
  const different = mesh.items.reduce((sum, { triangles, like }) => sum + (like === null ? triangles : 0), 0);
  let done = 0;
  let refusal: Refused | null = null;
  const items = eachItem(mesh, (item, number): ItemMeasure | null => {
    // The first that is refused refuses them all.
    if (refusal !== null) return null;
    const of = { from: done / different, part: item.mesh.triangles / different };
    const result = measureItem(item.mesh, options, (phase, share) => progress(phase, share, of));
    done += item.mesh.triangles;
    if (result.ok) return result;
    refusal = refusalOf(mesh, result, item, number);
    return null;
  });
  if (refusal !== null) return refusal;
  const measured = items.filter((one): one is OfMeasured => one.result !== null);
  return { ok: true, measure: measureOf(mesh, options, measured) };
};

/** Measures the model of a whole file in memory. */
export const measureModel = (bytes: Uint8Array, options: MeasureOptions): Measured =>
  measureParsed(parseModel(bytes), options);
