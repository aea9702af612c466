import type { Layers } from './layers.ts';
import type { ProcessProfile } from './process-profiles.ts';

/** How many pieces of this footprint (mm) one build of the process takes; 1 where pieces are made one by one. */
export const piecesOnPlate = ({ plate_gap, build_volume }: ProcessProfile, width: number, depth: number): number => {
  if (plate_gap === null) return 1;
  const along = (room: number, size: number) => Math.max(1, Math.floor((room + plate_gap) / (size + plate_gap)));
  const [roomX, roomY] = build_volume;
  return Math.max(
    along(roomX, width) * along(roomY, depth),
    // Turned by a quarter, where it fits so.
    width <= roomY && depth <= roomX ? along(roomX, depth) * along(roomY, width) : 1,
  );
};

/** mm of line that go round a layer: a wall thinner than its outlines is drawn by as much line as it has room for. */
export const outlineIn = (
  { line, outlines: rounds }: NonNullable<ProcessProfile['tool']>,
  area: number,
  outline: number,
): number => Math.min(outline * rounds, area / line);

/** Seconds that one piece takes of a machine: its outlines, its fill, its supports, and its part of the layers. */
export const machineSeconds = (
  profile: ProcessProfile,
  { areas, outlines }: Layers,
  supportVolume: number,
  pieces: number,
): number => {
  let seconds = (areas.length * profile.layer_time) / pieces;
  seconds += supportVolume * (profile.support?.time_per_mm3 ?? 0);
  if (profile.tool === null) return seconds;
  const { line, outline_speed, fill_speed } = profile.tool;
  for (const [index, area] of areas.entries()) {
    const drawn = outlineIn(profile.tool, area, outlines[index]!);
    seconds += drawn / outline_speed + Math.max(0, area / line - drawn) / fill_speed;
  }
  return seconds;
};
