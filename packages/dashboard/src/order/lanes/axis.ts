import type { Segment } from './segments.ts';

/** A segment with its place on the axis, in pixels. */
export interface Placed extends Segment {
  readonly x: number;
  readonly width: number;
  /** It takes less room than its time would take at the scale of the work. */
  readonly squeezed: boolean;
}

export interface Axis {
  readonly placed: readonly Placed[];
  /** What the whole axis takes: more than there is where the life has too many changes for it. */
  readonly width: number;
}

/** Pixels that a stretch has at least, so that it can be seen and pointed at. */
const LEAST = { work: 22, wait: 16, end: 26 };
/** Pixels that a waiting gap may take: room for its name on two or three lines. */
const NAMED_GAP = { wait: 118, stop: 146 };
/** Of the room that is left, the part that gaps may take while there is work to show. */
const GAPS_PART = 0.6;

/** Waiting, or standing still whatever the stage. */
export const isGap = ({ kind, held, failed }: Pick<Segment, 'kind' | 'held' | 'failed'>): boolean =>
  kind === 'wait' || held || failed;

const leastOf = (segment: Segment): number =>
  segment.kind === 'end' ? LEAST.end : isGap(segment) ? LEAST.wait : LEAST.work;
const lengthOf = ({ from, to }: Segment): number => to - from;

/** Gaps get room for their names, the longest first, as far as the room goes. */
const roomForGaps = (segments: readonly Segment[], room: number): Map<Segment, number> => {
  const given = new Map<Segment, number>();
  let left = room;
  const longest = segments
    .filter((each) => isGap(each) && lengthOf(each) > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const gap of longest) {
    const wanted = (gap.held || gap.failed ? NAMED_GAP.stop : NAMED_GAP.wait) - leastOf(gap);
    const got = Math.min(wanted, left);
    // A part of a name names nothing.
    if (got < wanted / 2) break;
    given.set(gap, got);
    left -= got;
  }
  return given;
};

/**
 * Lays the segments side by side: work in proportion to its time, gaps squeezed to what their names take. One axis for
 * all lanes, on which time never goes back.
 */
export const axisOf = (segments: readonly Segment[], width: number): Axis => {
  const least = segments.reduce((sum, each) => sum + leastOf(each), 0);
  const room = Math.max(0, width - least);
  const work = segments.filter((each) => each.kind === 'work' && !isGap(each));
  const worked = work.reduce((sum, each) => sum + lengthOf(each), 0);
  const gaps = roomForGaps(segments, worked > 0 ? room * GAPS_PART : room);
  const forGaps = [...gaps.values()].reduce((sum, each) => sum + each, 0);
  const perMs = worked > 0 ? (room - forGaps) / worked : 0;
  let x = 0;
  const placed = segments.map((segment): Placed => {
    const own = isGap(segment) ? (gaps.get(segment) ?? 0) : lengthOf(segment) * perMs;
    const at = { x, width: leastOf(segment) + own };
    x += at.width;
    return { ...segment, ...at, squeezed: isGap(segment) && perMs > 0 && lengthOf(segment) * perMs > at.width };
  });
  return { placed, width: Math.max(x, Math.min(width, least + room)) };
};

/**
 * Where something stands that happened at a time, after the event of this version began a segment or within it. Between
 * the two ends of a segment the axis is even.
 */
export const positionAt = (placed: readonly Placed[], version: number, time: number): number => {
  const segment = placed.findLast((each) => each.version <= version) ?? placed[0];
  if (segment === undefined) return 0;
  const length = segment.to - segment.from;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, (time - segment.from) / length));
  return segment.x + segment.width * part;
};
