import { type Calendar, type Day, dayOf, nextDay, type Opening, openingOn } from './working-time.ts';

/** A group of like machines in one version of its description. */
export interface WorkCentre {
  readonly work_centre: string;
  readonly version: number;
  readonly materials: readonly string[];
  readonly processes: readonly string[];
  /** Machine time of all its machines on a working day, seconds: given evenly over the opening hours. */
  readonly capacity_seconds: number;
  readonly time_zone: string;
  readonly calendar: Calendar;
}

/** A stretch of a day's machine time: the seconds from `from_s` up to, not including, `to_s` of its capacity. */
interface Slot {
  readonly day: Day;
  readonly from_s: number;
  readonly to_s: number;
}
export interface Reserved extends Slot {
  readonly work_centre: string;
}

export interface Plan {
  readonly work_centre: string;
  readonly version: number;
  readonly start_at: string;
  readonly finish_at: string;
  readonly slots: readonly Slot[];
}

/** How far ahead machine time is sought, days. */
const HORIZON_DAYS = 730;

export const makes = ({ materials, processes }: WorkCentre, material: string, process: string): boolean =>
  materials.includes(material) && processes.includes(process);

/**
 * Where and when an order is made: in the centre that finishes it first, in the machine time that is free from now on,
 * the earliest first. Pure. Null when no centre has so much time within the horizon.
 *
 * @param machineSeconds of the whole order; its pieces spread over the centre's machines
 * @param reserved what other orders have taken, of these centres, from today on
 * @param now milliseconds of the epoch
 */
export const plan = (
  machineSeconds: number,
  centres: readonly WorkCentre[],
  reserved: readonly Reserved[],
  now: number,
): Plan | null => {
  const taken = byCentreAndDay(reserved);
  const takenOn = (work_centre: string, day: Day): readonly Slot[] => taken.get(keyOf({ work_centre, day })) ?? [];
  const plans = centres.flatMap((centre) => planIn(centre, machineSeconds, takenOn, now) ?? []);
  return plans.sort(earlierFirst)[0] ?? null;
};

const keyOf = ({ work_centre, day }: Pick<Reserved, 'work_centre' | 'day'>): string => `${work_centre} ${day}`;

/** The keys are `<work centre> <day>`. */
export const byCentreAndDay = (reserved: readonly Reserved[]): ReadonlyMap<string, Reserved[]> => {
  const groups = new Map<string, Reserved[]>();
  for (const one of reserved) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
};

const earlierFirst = (a: Plan, b: Plan): number =>
  Date.parse(a.finish_at) - Date.parse(b.finish_at) ||
  Date.parse(a.start_at) - Date.parse(b.start_at) ||
  (a.work_centre < b.work_centre ? -1 : 1);

const planIn = (
  centre: WorkCentre,
  machineSeconds: number,
  takenOn: (workCentre: string, day: Day) => readonly Slot[],
  now: number,
): Plan | null => {
  const { work_centre, version, capacity_seconds, time_zone } = centre;
  const slots: Slot[] = [];
  let missing = machineSeconds;
  let start: number | null = null;
  let day = dayOf(now, time_zone);
  for (let days = 0; days < HORIZON_DAYS; days += 1, day = nextDay(day)) {
    const opening = openingOn(day, centre.calendar, time_zone);
    if (opening === null) continue;
    const timeOf = (second: number) => momentOf(second, opening, capacity_seconds);
    for (const free of freeOn(takenOn(work_centre, day), passedOf(now, opening, capacity_seconds), capacity_seconds)) {
      const to_s = Math.min(free.to_s, free.from_s + missing);
      start ??= timeOf(free.from_s);
      missing -= to_s - free.from_s;
      if (to_s > free.from_s) slots.push({ day, from_s: free.from_s, to_s });
      if (missing > 0) continue;
      return { work_centre, version, start_at: iso(start), finish_at: iso(timeOf(to_s)), slots };
    }
  }
  return null;
};

const iso = (instant: number): string => new Date(instant).toISOString();

/** When the day's machine time has come to this second. */
const momentOf = (second: number, { opens, closes }: Opening, capacity: number): number =>
  opens + Math.ceil((second * (closes - opens)) / capacity);

/** How much of the day's machine time is over by now, used or not. */
const passedOf = (now: number, { opens, closes }: Opening, capacity: number): number =>
  Math.min(capacity, Math.max(0, Math.ceil(((now - opens) * capacity) / (closes - opens))));

/** The stretches between what is taken, from a second on. */
const freeOn = (taken: readonly Slot[], from: number, capacity: number): { from_s: number; to_s: number }[] => {
  const free: { from_s: number; to_s: number }[] = [];
  let at = from;
  for (const { from_s, to_s } of [...taken].sort((a, b) => a.from_s - b.from_s)) {
    if (from_s > at) free.push({ from_s: at, to_s: Math.min(from_s, capacity) });
    at = Math.max(at, to_s);
  }
  if (at < capacity) free.push({ from_s: at, to_s: capacity });
  return free.filter((stretch) => stretch.to_s > stretch.from_s);
};
