import { type Body, extentOf, MM_PER, type Unit, type Vector } from './body.ts';
import { type Bvh, bvhOf } from './bvh.ts';
import { DIRECTIONS, type Frame, frameOf, UPRIGHT } from './directions.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { type Fault, faultOf } from './fault.ts';
import { marksOf } from './fault-marks.ts';
import { type Inside, insideOf } from './inside.ts';
import { sliceBody } from './layers.ts';
import { machineSeconds, piecesOnPlate } from './machine-time.ts';
import { type ParsedModel, parseModel } from './model-file.ts';
import { measureOverhang, type Overhang } from './overhang.ts';
import {
  PROCESS_PROFILES,
  type Process,
  type ProcessProfile,
  SUPPORT_WORTH,
  TOLERATED_THIN_PPM,
} from './process-profiles.ts';
import { type OnProgress, progressOf } from './progress.ts';
import { type Refused, refused } from './refusal.ts';
import { solidModelOf } from './solid-model.ts';
import { measureWalls } from './walls.ts';

export type { Process } from './process-profiles.ts';
export type { Phase } from './progress.ts';

type Orientation = 'AS_IS' | 'BEST';

export interface MeasureOptions {
  unit: Unit;
  orientation: Orientation;
  process: Process;
  /**
   * Walls thinner than come out whole: refuse the model, or measure it with the risk where they come out at all. Refused
   * unless told.
   */
  thinWalls?: 'refuse' | 'risk';
  /** Called often while it works; `percent` is of the whole calculation, 0 to 100, and never falls. */
  onProgress?: OnProgress;
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
  /** The direction of the model that points up on the machine, not of length 1; [0, 0, 1] as it is. */
  up: [number, number, number];
  /** The box in µm as it stands on the machine: width, depth, height. */
  build_box: [number, number, number];
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

/** A refusal that the customer may waive: the part may be spoilt, and is tried. */
export interface Risk {
  reason: 'WALL_TOO_THIN';
  faults: Fault[];
}

export type Measured = { ok: true; measure: Measure } | Refused;

const threeDecimals = (value: number): number => Math.round(value * 1000) / 1000;
const micrometres = ([x, y, z]: Vector): Vector => [Math.round(x * 1000), Math.round(y * 1000), Math.round(z * 1000)];
const inMm = (size: readonly number[]): string =>
  `${size.map((length) => Math.round(length * 10) / 10).join(' × ')} mm`;

const fits = ({ build_volume }: ProcessProfile, frame: Frame): boolean => {
  const [width, depth, height] = extentOf(frame);
  const [roomX, roomY, roomZ] = build_volume;
  // 25.4 mm is not to be refused for its last bit.
  const within = (size: number, room: number) => size <= room + 1e-6;
  const lies = (within(width, roomX) && within(depth, roomY)) || (within(width, roomY) && within(depth, roomX));
  return lies && within(height, roomZ);
};

interface Placement {
  frame: Frame;
  layers: number;
  overhang: Overhang;
  supportVolume: number;
  seconds: number;
  inside: Inside;
}

const placed = (
  body: Body,
  bvh: Bvh,
  frame: Frame,
  profile: ProcessProfile,
  progress: (share: number) => void,
): Placement => {
  const overhang = measureOverhang(body, bvh, frame, profile, progress);
  const supportVolume = overhang.space * (profile.support?.density ?? 0);
  const layers = sliceBody(body, frame, profile.layer);
  const [width, depth] = extentOf(frame);
  const seconds = machineSeconds(profile, layers, supportVolume, piecesOnPlate(profile, width, depth));
  const inside = insideOf(profile, layers);
  return { frame, layers: layers.areas.length, overhang, supportVolume, seconds, inside };
};

/** Whole milliseconds, so that the last bits of equal directions do not decide between them. */
const cost = ({ seconds, supportVolume }: Placement): number =>
  Math.round((seconds + supportVolume * SUPPORT_WORTH) * 1000);

/**
 * Measures a model for a process. Synchronous and bound to the processor, up to minutes for a large mesh in its best
 * orientation: run it where it can be killed. What the customer must change is a refusal; it throws for nothing that a
 * file can hold. What was parsed is used up.
 */
export const measureParsed = (parsed: ParsedModel, options: MeasureOptions): Measured => {
  const { unit, orientation, process } = options;
  const profile = PROCESS_PROFILES[process];
  const progress = progressOf(orientation, options.onProgress);

  progress('READ', 0);
  if (!parsed.ok) {
    return refused('UNSUPPORTED_FORMAT', parsed.fault.detail, [{ code: parsed.fault.code, count: 1, faces: [] }]);
  }
  progress('TOPOLOGY', 0);
  const solid = solidModelOf(parsed.mesh, parsed.mesh.inMm ? 1 : MM_PER[unit]);
  if (!solid.ok) return solid;
  const { body, middle, sheetArea, warnings } = solid;

  const directions = orientation === 'BEST' ? DIRECTIONS : [UPRIGHT];
  const frames = directions.map((direction) => frameOf(body, direction)).filter((frame) => fits(profile, frame));
  if (frames.length === 0) {
    const size = inMm(extentOf(body));
    const detail = `The model measures ${size}${parsed.mesh.inMm ? '' : ` in ${unit}`}; ${process} builds at most ${inMm(profile.build_volume)}. Make it smaller, split it, or check the unit.`;
    return refused('TOO_LARGE', detail, [{ code: 'EXCEEDS_BUILD_VOLUME', count: 1, faces: [] }]);
  }

  progress('WALLS', 0);
  const bvh = bvhOf(body);
  const walls = measureWalls(body, bvh, profile, (share) => progress('WALLS', share));
  const shareOf = (area: number) => Math.round(((area + sheetArea) / (body.area + sheetArea)) * 1_000_000);
  const thinPpm = shareOf(walls.thinArea);
  const thinFaces = walls.thinFaces.map((face) => body.inFile[face]!);
  const thin = faultOf('THIN_WALL', thinFaces.length, thinFaces);
  let risk: Risk | null = null;
  if (thinPpm > TOLERATED_THIN_PPM) {
    const tooThin = [...(thin === null ? [] : [thin]), ...warnings.filter(({ code }) => code === 'SHEET')];
    risk = { reason: 'WALL_TOO_THIN', faults: tooThin };
  }
  if (risk !== null && (options.thinWalls !== 'risk' || shareOf(walls.hopelessArea) > TOLERATED_THIN_PPM)) {
    const detail = `Behind ${Math.round(thinPpm / 10_000)} % of the surface the wall is thinner than ${profile.thinnest_wall} mm, the least that ${process} can make. Make the walls thicker or choose another process.`;
    const placed = { body, middle, mmPerUnit: parsed.mesh.inMm ? 1 : MM_PER[unit] };
    return refused(risk.reason, detail, risk.faults, thin === null ? [] : [marksOf(thin, walls.thinFaces, placed)]);
  }
  if (thin !== null) warnings.push(thin);

  let best: Placement | null = null;
  for (const [index, frame] of frames.entries()) {
    const done = (share: number) => progress('ORIENTATION', (index + share) / frames.length);
    done(0);
    const placement = placed(body, bvh, frame, profile, done);
    if (best === null || cost(placement) < cost(best)) best = placement;
  }
  progress('ORIENTATION', 1);
  if (best === null) throw new Error('no direction was measured, though one fits');

  return {
    ok: true,
    measure: {
      engine_version: ENGINE_VERSION,
      process,
      unit,
      orientation,
      measures: {
        volume: threeDecimals(solid.volume),
        area: threeDecimals(body.area),
        bounding_box: micrometres(extentOf(body)),
      },
      triangles: parsed.mesh.triangles,
      shells: solid.shells,
      up: best.frame.direction,
      build_box: micrometres(extentOf(best.frame)),
      layers: best.layers,
      overhang_area: threeDecimals(best.overhang.area),
      support_volume: threeDecimals(best.supportVolume),
      machine_seconds: Math.max(1, Math.ceil(best.seconds)),
      inside: { volume: threeDecimals(best.inside.volume), seconds: threeDecimals(best.inside.seconds) },
      thin_wall_ppm: thinPpm,
      warnings,
      ...(risk === null ? {} : { risk }),
    },
  };
};

/** Measures the model of a whole file in memory. */
export const measureModel = (bytes: Uint8Array, options: MeasureOptions): Measured =>
  measureParsed(parseModel(bytes), options);
