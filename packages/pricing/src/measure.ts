import type { Fault } from './fault.ts';

export type Unit = 'MM' | 'CM' | 'INCH';
export type Orientation = 'AS_IS' | 'BEST';
export type Process = 'FDM' | 'SLS' | 'SLA';

/** What a calculation is doing, in this order. */
export type Phase = 'READ' | 'TOPOLOGY' | 'WALLS' | 'ORIENTATION';

export interface MeasureOptions {
  unit: Unit;
  orientation: Orientation;
  process: Process;
  /** Called often while it works; `percent` is of the whole calculation, 0 to 100, and never falls. */
  onProgress?: (phase: Phase, percent: number) => void;
}

/** All that a price needs of a model, as plain JSON. It holds for one piece. */
export interface Measure {
  engine_version: string;
  process: Process;
  unit: Unit;
  orientation: Orientation;
  /** Volume in mm³ and area in mm², three decimals each; the box in µm, as the model stands in its file. */
  measures: { volume: number; area: number; bounding_box: [number, number, number] };
  triangles: number;
  shells: number;
  /** The direction in the model that points up on the machine; [0, 0, 1] as it is. */
  up: [number, number, number];
  /** The box in µm as it stands on the machine: width, depth, height. */
  build_box: [number, number, number];
  layers: number;
  /** Surface that hangs over, mm²; the supports below it, mm³ of material. Three decimals. */
  overhang_area: number;
  support_volume: number;
  /** What one piece takes of a machine, in whole seconds, at least 1. */
  machine_seconds: number;
  /** Share of the surface behind which the wall is thinner than the process can make, parts per million. */
  thin_wall_ppm: number;
  /** What was found and did not hinder, or was repaired. */
  warnings: Fault[];
}

export type GeometryRefusal = 'NOT_WATERTIGHT' | 'TOO_LARGE' | 'WALL_TOO_THIN' | 'UNSUPPORTED_FORMAT';

export type Measured =
  | { ok: true; measure: Measure }
  /** The detail is for the customer: what is wrong, what is allowed, what to do. */
  | { ok: false; reason: GeometryRefusal; detail: string; faults: Fault[] };
