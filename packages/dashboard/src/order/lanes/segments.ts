import { isStage, STAGES, type StageKind, type StageName } from './stages.ts';

/** One stay in a status, as the API tells it; those of ON_HOLD and ERROR overlap that of their stage. */
export interface Visit {
  readonly status: string;
  readonly entered_at: string;
  readonly left_at: string | null;
  readonly next: string | null;
  readonly entered_version: number;
  readonly left_version: number | null;
  readonly net_ms: number;
}

/** What the lanes look at of an event. */
export interface LifeEvent {
  readonly event_version: number;
  readonly type: string;
  readonly system: string;
  readonly occurred_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Life {
  readonly visits: readonly Visit[];
  readonly events: readonly LifeEvent[];
  /** Milliseconds of the epoch: what is open lasts until then. */
  readonly now: number;
}

/** A stretch of the axis in which nothing changes: between two boundaries that follow on each other. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** The event that begins it. */
  readonly version: number;
  readonly stage: StageName;
  readonly kind: StageKind;
  readonly held: boolean;
  readonly failed: boolean;
  /** It goes on. */
  readonly open: boolean;
}

interface Boundary {
  readonly version: number;
  readonly at: number;
}

const covers = (visit: Visit, version: number): boolean =>
  visit.entered_version <= version && (visit.left_version === null || version < visit.left_version);

/** Attempts within a calculation begin in the middle of their visit. */
const RESTARTS: readonly string[] = ['PriceCalculationRestarted'];

/** Every event at which a bar or a band begins or ends, in the order of the ledger; times never go back. */
const boundariesOf = ({ visits, events }: Life): Boundary[] => {
  const times = new Map<number, number>();
  for (const { entered_version, entered_at, left_version, left_at } of visits) {
    times.set(entered_version, Date.parse(entered_at));
    if (left_version !== null && left_at !== null) times.set(left_version, Date.parse(left_at));
  }
  for (const { type, event_version, occurred_at } of events)
    if (RESTARTS.includes(type)) times.set(event_version, Date.parse(occurred_at));
  let latest = Number.NEGATIVE_INFINITY;
  return [...times]
    .sort(([one], [other]) => one - other)
    .map(([version, at]) => {
      latest = Math.max(latest, at);
      return { version, at: latest };
    });
};

/**
 * An order's life cut at every change, first to last. What has ended keeps one stretch without length for its end; what
 * has not goes on until now.
 */
export const segmentsOf = (life: Life): Segment[] => {
  const boundaries = boundariesOf(life);
  return boundaries.flatMap(({ version, at }, index): Segment[] => {
    const next = boundaries[index + 1];
    const visit = life.visits.find((each) => isStage(each.status) && covers(each, version));
    if (visit === undefined || !isStage(visit.status)) return [];
    const covering = life.visits.filter((each) => covers(each, version));
    const kind = STAGES[visit.status].kind;
    const open = next === undefined && kind !== 'end';
    return [
      {
        from: at,
        to: next?.at ?? (open ? Math.max(at, life.now) : at),
        version,
        stage: visit.status,
        kind,
        held: covering.some(({ status }) => status === 'ON_HOLD'),
        failed: covering.some(({ status }) => status === 'ERROR'),
        open,
      },
    ];
  });
};
