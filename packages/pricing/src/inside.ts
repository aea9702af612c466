import type { Layers } from './layers.ts';
import { outlineIn } from './machine-time.ts';
import type { ProcessProfile } from './process-profiles.ts';

const { max, min } = Math;

/** What of one piece may be left hollow: its mm³, and the seconds of a machine that it takes to fill them. */
export interface Inside {
  volume: number;
  seconds: number;
}

/**
 * The inside of a body within its outlines and its skins. A place has a skin as long as one of so many layers above or below
 * is not there; how layers lie over each other is taken from their areas alone, as if each lay within the larger.
 */
export const insideOf = ({ tool, skins, layer }: ProcessProfile, { areas, outlines }: Layers): Inside => {
  if (tool === null || skins === null) return { volume: 0, seconds: 0 };
  const within = areas.map((area, index) => max(0, area - outlineIn(tool, area, outlines[index]!) * tool.line));
  let area = 0;
  for (let index = skins; index < within.length - skins; index++) {
    let least = within[index]!;
    for (let near = index - skins; near <= index + skins; near++) least = min(least, within[near]!);
    area += least;
  }
  return { volume: area * layer, seconds: area / tool.line / tool.fill_speed };
};
