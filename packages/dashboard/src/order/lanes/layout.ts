import { axisOf, isGap, type Placed, positionAt } from './axis.ts';
import { type Life, type LifeEvent, segmentsOf } from './segments.ts';
import { isStage, LANES, type LaneName, laneOf, STAGES, type StageKind, type StageName } from './stages.ts';

/** Pixels from the left end of the axis. */
interface Span {
  readonly x: number;
  readonly width: number;
}

/** One visit of a stage, or one attempt in it, on its lane. */
export interface Bar extends Span {
  readonly stage: StageName;
  readonly kind: StageKind;
  readonly from: number;
  readonly to: number;
  readonly version: number;
  readonly open: boolean;
  /** The attempt came to nothing: parts failed, or its worker was lost. */
  readonly lost: boolean;
  /** 1 for the first attempt in this visit. */
  readonly attempt: number;
}

/** A hold or an error, across all lanes. */
export interface Band extends Span {
  readonly kind: 'hold' | 'error';
  readonly reason: string | null;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly version: number;
}

/** A stretch in which somebody is waited for. */
export interface Gap extends Span {
  readonly stage: StageName;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly squeezed: boolean;
  /** How much of its name there is room for. */
  readonly named: 'whole' | 'time' | 'no';
}

/** Events of one lane that stand too close to be told apart. */
export interface Dot {
  readonly x: number;
  readonly versions: readonly number[];
}

export interface Tick {
  readonly x: number;
  readonly at: number;
  /** It shows the day too: the first, and the first of another day. */
  readonly dated: boolean;
}

export interface Lane {
  readonly name: LaneName;
  readonly bars: readonly Bar[];
  readonly dots: readonly Dot[];
}

export interface LanesLayout {
  readonly width: number;
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  readonly gaps: readonly Gap[];
  readonly ticks: readonly Tick[];
  /** Where now is, while the order is not at its end. */
  readonly nowAt: number | null;
  /** So short a life that minutes tell its times not apart. */
  readonly brief: boolean;
}

/** Shorter than this, times are told with seconds. */
const BRIEF_MS = 20 * 60_000;
/** Pixels below which two dots are one, and between the labels of two ticks. */
const DOT_APART = 14;
const TICK_APART = { dated: 108, plain: 60 };
/** The word for now stands at the end of the axis. */
export const NOW_NAME = 52;
const WHOLE_NAME = 76;
const TIME_ALONE = 46;

const endOf = ({ x, width }: Span): number => x + width;
const joined = (parts: readonly Placed[]): Span => {
  const first = parts[0] as Placed;
  return { x: first.x, width: endOf(parts.at(-1) as Placed) - first.x };
};

/** Neighbours of which `same` holds, together. */
const runsOf = (placed: readonly Placed[], same: (one: Placed, next: Placed) => boolean): Placed[][] => {
  const runs: Placed[][] = [];
  for (const each of placed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && same(last, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
};

const barsOf = ({ visits, events }: Life, placed: readonly Placed[]): Bar[] => {
  const restarts = events
    .filter(({ type }) => type === 'PriceCalculationRestarted')
    .map(({ event_version }) => event_version);
  return visits
    .filter(({ status }) => isStage(status))
    .flatMap((visit): Bar[] => {
      const stage = visit.status as StageName;
      const until = visit.left_version ?? Number.POSITIVE_INFINITY;
      const own = placed.filter(({ version }) => version >= visit.entered_version && version < until);
      const attempts = runsOf(own, (_last, next) => !restarts.includes(next.version));
      return attempts.map((parts, index): Bar => {
        const [first, last] = [parts[0] as Placed, parts.at(-1) as Placed];
        return {
          ...joined(parts),
          ...{
            stage,
            kind: STAGES[stage].kind,
            from: first.from,
            to: last.to,
            version: first.version,
            open: last.open,
          },
          lost: index < attempts.length - 1 || visit.next === 'MANUFACTURING_FAILED',
          attempt: index + 1,
        };
      });
    });
};

const reasonAt = (events: readonly LifeEvent[], version: number): string | null => {
  const data = events.find(({ event_version }) => event_version === version)?.data;
  const reason = data?.reason ?? data?.code;
  return typeof reason === 'string' ? reason : null;
};

const bandsOf = ({ events }: Life, placed: readonly Placed[]): Band[] =>
  (['hold', 'error'] as const).flatMap((kind) =>
    runsOf(placed, (one, next) => isIn(kind, one) === isIn(kind, next))
      .filter(([first]) => first !== undefined && isIn(kind, first))
      .map((parts): Band => {
        const [first, last] = [parts[0] as Placed, parts.at(-1) as Placed];
        const { version, from } = first;
        return {
          ...joined(parts),
          kind,
          reason: reasonAt(events, version),
          from,
          to: last.to,
          open: last.open,
          version,
        };
      }),
  );
const isIn = (kind: Band['kind'], { held, failed }: Placed): boolean => (kind === 'error' ? failed : held && !failed);

const gapsOf = (placed: readonly Placed[]): Gap[] =>
  placed
    .filter((each) => isGap(each) && !each.held && !each.failed)
    .map(({ stage, x, width, from, to, open, squeezed }) => {
      const named = width >= WHOLE_NAME ? 'whole' : width >= TIME_ALONE ? 'time' : 'no';
      return { stage, x, width, from, to, open, squeezed, named };
    });

const dotsOf = (lane: LaneName, { events }: Life, placed: readonly Placed[]): Dot[] => {
  const dots: { x: number; versions: number[] }[] = [];
  for (const { system, event_version, occurred_at } of events) {
    if (laneOf(system) !== lane) continue;
    const x = positionAt(placed, event_version, Date.parse(occurred_at));
    const last = dots.at(-1);
    if (last !== undefined && x - last.x < DOT_APART) last.versions.push(event_version);
    else dots.push({ x, versions: [event_version] });
  }
  return dots;
};

/** Times at the beginnings of segments, as many as have room beside each other. */
const ticksOf = (placed: readonly Placed[], width: number, dayOf: (at: number) => string): Tick[] => {
  const ticks: Tick[] = [];
  for (const { x, from } of placed) {
    const last = ticks.at(-1);
    const dated = last === undefined || dayOf(last.at) !== dayOf(from);
    const free = last === undefined ? 0 : last.x + (last.dated ? TICK_APART.dated : TICK_APART.plain);
    const needs = dated ? TICK_APART.dated : TICK_APART.plain;
    if (x >= free && (last === undefined || x + needs <= width)) ticks.push({ x, at: from, dated });
  }
  return ticks;
};

/**
 * The picture of an order's history: lanes on one axis of time. Pure: the same life at the same width is the same
 * picture.
 * @param width pixels that there are
 * @param dayOf the day of a time where the plant is
 */
export const layoutOf = (life: Life, width: number, dayOf: (at: number) => string): LanesLayout => {
  const axis = axisOf(segmentsOf(life), width);
  const { placed } = axis;
  const bars = barsOf(life, placed);
  const last = placed.at(-1);
  return {
    width: axis.width,
    lanes: LANES.map((name) => ({
      name,
      bars: bars.filter(({ stage }) => STAGES[stage].lane === name),
      dots: dotsOf(name, life, placed),
    })),
    bands: bandsOf(life, placed),
    gaps: gapsOf(placed),
    ticks: ticksOf(placed, axis.width - (last?.open ? NOW_NAME : 0), dayOf),
    nowAt: last?.open ? endOf(last) : null,
    brief: (last?.to ?? 0) - (placed[0]?.from ?? 0) < BRIEF_MS,
  };
};
