import type { Vector } from './body.ts';

export type Process = 'FDM' | 'SLS' | 'SLA';

/**
 * How a process makes a part, as far as time and limits go. Lengths in mm, speeds in mm/s, times in s. A change here is a
 * change of what is measured: ENGINE_VERSION goes up with it.
 */
export interface ProcessProfile {
  process: Process;
  /** Width, depth and height of what can be built. */
  build_volume: Vector;
  layer: number;
  /** The thinnest wall that comes out whole. */
  thinnest_wall: number;
  /** The least that a wall can be and come out at all, at the customer's risk: one line of the tool, or half of the above. */
  least_wall: number;
  /** The tool that draws each layer; null where a layer is exposed as a whole. */
  tool: { line: number; outlines: number; outline_speed: number; fill_speed: number } | null;
  /** Layers above and below that stay solid where the inside may be hollow; null: it is always solid. */
  skins: number | null;
  /** What each layer takes whatever is in it: moving the plate, coating, exposing. */
  layer_time: number;
  /**
   * Pieces of one build share the time of its layers: a piece takes its part of a plate filled with pieces like it, this
   * far from each other. Null where pieces are made one after another.
   */
  plate_gap: number | null;
  /**
   * Faces steeper than this need support: cosine of the angle between the direction down and the outward normal, so that
   * 1 is a flat ceiling. The supports fill `density` of the space below. Null: the powder carries the part.
   */
  support: { cosine: number; density: number; time_per_mm3: number } | null;
}

const COS_45 = Math.SQRT1_2;
const COS_30 = 0.8660254037844386;

export const PROCESS_PROFILES: Readonly<Record<Process, ProcessProfile>> = {
  FDM: {
    process: 'FDM',
    build_volume: [300, 300, 400],
    layer: 0.2,
    thinnest_wall: 0.8,
    least_wall: 0.45,
    tool: { line: 0.45, outlines: 2, outline_speed: 50, fill_speed: 100 },
    skins: 4,
    layer_time: 3,
    plate_gap: null,
    // A line of 0.45 × 0.2 mm at 80 mm/s lays down 7.2 mm³/s.
    support: { cosine: COS_45, density: 0.15, time_per_mm3: 1 / 7.2 },
  },
  SLS: {
    process: 'SLS',
    build_volume: [340, 340, 600],
    layer: 0.1,
    thinnest_wall: 0.7,
    least_wall: 0.35,
    tool: { line: 0.25, outlines: 1, outline_speed: 1500, fill_speed: 5000 },
    // Powder that is not molten stays in the part.
    skins: null,
    layer_time: 12,
    plate_gap: 5,
    support: null,
  },
  SLA: {
    process: 'SLA',
    build_volume: [192, 120, 245],
    layer: 0.05,
    thinnest_wall: 0.5,
    least_wall: 0.25,
    tool: null,
    // Resin that is not hardened stays in the part.
    skins: null,
    layer_time: 8,
    plate_gap: 3,
    support: { cosine: COS_30, density: 0.1, time_per_mm3: 0 },
  },
};

/**
 * Above this share of the surface (parts per million), walls that are too thin refuse a model; below it they are edges,
 * chamfers and engraving, which cost nothing but sharpness.
 */
export const TOLERATED_THIN_PPM = 50_000;

/** How much machine time a mm³ of support is worth when directions are compared: its material, and taking it off. */
export const SUPPORT_WORTH = 0.5;
