import type { Body } from './body.ts';
import { extentOf, type Vector } from './body.ts';
import { type Bvh, bvhOf } from './bvh.ts';
import { DIRECTIONS, type Frame, frameOf, UPRIGHT } from './directions.ts';
import { type Fault, faultOf } from './fault.ts';
import { marksOf } from './fault-marks.ts';
import { type Inside, insideOf } from './inside.ts';
import { sliceBody } from './layers.ts';
import { machineSeconds, piecesOnPlate } from './machine-time.ts';
import type { Mesh } from './model-file.ts';
import { measureOverhang, type Overhang } from './overhang.ts';
import {
  PROCESS_PROFILES,
  type Process,
  type ProcessProfile,
  SUPPORT_WORTH,
  TOLERATED_THIN_PPM,
} from './process-profiles.ts';
import type { Phase } from './progress.ts';
import { type Refused, refused } from './refusal.ts';
import { solidModelOf } from './solid-model.ts';
import { MM_PER, type Unit } from './units.ts';
import { measureWalls } from './walls.ts';

export type Orientation = 'AS_IS' | 'BEST';

export interface ItemOptions {
  unit: Unit;
  orientation: Orientation;
  process: Process;
  /**
   * Walls thinner than come out whole: refuse the model, or measure it with the risk where they come out at all. Refused
   * unless told.
   */
  thinWalls?: 'refuse' | 'risk';
}

/** A refusal that the customer may waive: the part may be spoilt, and is tried. */
export interface Risk {
  reason: 'WALL_TOO_THIN';
  faults: Fault[];
}

/** All that is measured of one item, nothing of it rounded; lengths in mm. */
export interface ItemMeasure {
  ok: true;
  volume: number;
  area: number;
  /** Its box in the file: where it begins, and its extent. */
  low: Vector;
  extent: Vector;
  shells: number;
  up: Vector;
  /** Its extent as it stands on the machine. */
  buildExtent: Vector;
  layers: number;
  overhangArea: number;
  supportVolume: number;
  seconds: number;
  inside: Inside;
  /** mm² of the surface behind which the wall is too thin, and of the whole surface, sheets counted in both. */
  thinArea: number;
  wallArea: number;
  warnings: Fault[];
  risk: Risk | null;
}

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

export const ppmOf = (part: number, whole: number): number => Math.round((part / whole) * 1_000_000);

/** Measures one item by itself. The mesh's positions are used up. */
export const measureItem = (
  mesh: Mesh,
  { unit, orientation, process, thinWalls }: ItemOptions,
  progress: (phase: Phase, share: number) => void,
): ItemMeasure | Refused => {
  const profile = PROCESS_PROFILES[process];
  const mmPerUnit = mesh.inMm ? 1 : MM_PER[unit];
  progress('TOPOLOGY', 0);
  const solid = solidModelOf(mesh, mmPerUnit);
  if (!solid.ok) return solid;
  const { body, middle, sheetArea, warnings } = solid;

  const directions = orientation === 'BEST' ? DIRECTIONS : [UPRIGHT];
  const frames = directions.map((direction) => frameOf(body, direction)).filter((frame) => fits(profile, frame));
  if (frames.length === 0) {
    const size = inMm(extentOf(body));
    const detail = `The model measures ${size}${mesh.inMm ? '' : ` in ${unit}`}; ${process} builds at most ${inMm(profile.build_volume)}. Make it smaller, split it, or check the unit.`;
    return refused('TOO_LARGE', detail, [{ code: 'EXCEEDS_BUILD_VOLUME', count: 1, faces: [] }]);
  }

  progress('WALLS', 0);
  const bvh = bvhOf(body);
  const walls = measureWalls(body, bvh, profile, (share) => progress('WALLS', share));
  const wallArea = body.area + sheetArea;
  const thinArea = walls.thinArea + sheetArea;
  const thinPpm = ppmOf(thinArea, wallArea);
  const thinFaces = walls.thinFaces.map((face) => body.inFile[face]!);
  const thin = faultOf('THIN_WALL', thinFaces.length, thinFaces);
  let risk: Risk | null = null;
  if (thinPpm > TOLERATED_THIN_PPM) {
    const tooThin = [...(thin === null ? [] : [thin]), ...warnings.filter(({ code }) => code === 'SHEET')];
    risk = { reason: 'WALL_TOO_THIN', faults: tooThin };
  }
  if (risk !== null && (thinWalls !== 'risk' || ppmOf(walls.hopelessArea + sheetArea, wallArea) > TOLERATED_THIN_PPM)) {
    const detail = `Behind ${Math.round(thinPpm / 10_000)} % of the surface the wall is thinner than ${profile.thinnest_wall} mm, the least that ${process} can make. Make the walls thicker or choose another process.`;
    const marks = thin === null ? [] : [marksOf(thin, walls.thinFaces, { body, middle, mmPerUnit })];
    return refused(risk.reason, detail, risk.faults, marks);
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

  const low = body.low.map((value, axis) => value + middle[axis]! * mmPerUnit) as Vector;
  return {
    ok: true,
    volume: solid.volume,
    area: body.area,
    low,
    extent: extentOf(body),
    shells: solid.shells,
    up: best.frame.direction,
    buildExtent: extentOf(best.frame),
    layers: best.layers,
    overhangArea: best.overhang.area,
    supportVolume: best.supportVolume,
    seconds: best.seconds,
    inside: best.inside,
    thinArea,
    wallArea,
    warnings,
    risk,
  };
};
