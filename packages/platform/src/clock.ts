/** What a look at another clock has shown: it stood between `from` and `to` at some moment between two of our own. */
export interface ClockReading {
  readonly name: string;
  /** Monotonic milliseconds of this process. */
  readonly asked: number;
  readonly answered: number;
  /** Milliseconds since 1970, as the other clock has them. */
  readonly from: number;
  readonly to: number;
}

/** The time as it is, as far as the clocks that this process sees can tell it. Milliseconds since 1970. */
interface Clock {
  /** That of this machine, unless it is known to be wrong. */
  now(): number;
  /**
   * The latest time that any clock shows that is not known to be wrong. Compared with this, no time counts as in the
   * future just because a clock of ours is behind.
   */
  latest(): number;
  /** By how much another clock is ahead of this machine's, beyond what the way of the question explains; 0: not known. */
  ahead(name: string): number;
  /** The time as `now` had it when another clock showed this. */
  when(name: string, shown: number): number;
  /** By how much `now` is ahead of this machine's clock. */
  correction(): number;
  /** By how much it may be later than `now`, because all clocks went back together. */
  held(): number;
  /** The other clocks that were read at the last look. */
  names(): string[];
  take(readings: readonly ClockReading[]): void;
}

interface ClockOptions {
  /** Further apart, and one of two clocks is wrong, milliseconds. */
  readonly limitMs?: number;
  /** This machine's clock. */
  readonly wall?: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic?: () => number;
}

export const SKEW_LIMIT_MS = 2_000;
/** So far a clock comes from one look to the next without being set, milliseconds. */
const SLEWED_MS = 1_000;
/** After all clocks went back together either time may be right: for so many milliseconds both count as possible. */
const HELD_FOR_MS = 86_400_000;

/** When the monotonic clock stood at 0, by some clock: between two moments. */
interface Beginning {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** By how much one that began so is ahead of `began`; 0 where it may be the same. */
const aheadOf = ({ from, to }: Beginning, began: number): number => Math.max(from - began, 0) + Math.min(to - began, 0);

/**
 * Tells the time by this machine's clock as long as it runs evenly. When it was set forwards or back it is not believed
 * until the others agree: meanwhile the time continues by the monotonic clock. At the start the majority of the clocks
 * decides, and again when no clock is left that agrees with the time until then.
 */
export const createClock = (options: ClockOptions = {}): Clock & { limit(ms: number): void } => {
  const { wall = () => Date.now(), monotonic = () => performance.now() } = options;
  let limitMs = options.limitMs ?? SKEW_LIMIT_MS;
  let began = wall() - monotonic();
  /** Whether more than one clock has said so. */
  let confirmed = false;
  let others: readonly Beginning[] = [];
  let hold = { ms: 0, until: Number.NEGATIVE_INFINITY };
  /** How far the majority of the others was from `began` at the last look. */
  let lastGap = 0;
  /** This machine's clock at the last look. */
  let looked = began;

  const own = (): Beginning => {
    const from = wall() - monotonic();
    return { name: 'own', from, to: from };
  };
  const agrees = (clock: Beginning, at: number): boolean => Math.abs(aheadOf(clock, at)) <= limitMs;
  const held = (): number => (monotonic() < hold.until ? hold.ms : 0);
  const now = (): number => (agrees(own(), began) ? wall() : Math.round(began + monotonic()));

  /** When most of the clocks say that the monotonic one stood at 0; undefined where they do not agree. */
  const majority = (all: readonly Beginning[]): number | undefined => {
    const groups = all.map((clock) => {
      const at = (clock.from + clock.to) / 2;
      return { at, size: all.filter((other) => agrees(other, at)).length };
    });
    const most = groups.reduce((best, group) => (group.size > best.size ? group : best), { at: 0, size: 0 });
    return most.size > 1 && most.size > all.length / 2 ? most.at : undefined;
  };

  const ahead = (name: string): number => {
    const clock = others.find((other) => other.name === name);
    return clock === undefined ? 0 : Math.round(aheadOf(clock, own().from));
  };

  return {
    now,
    latest: () => {
      const doubtful = confirmed ? [] : others.map(({ from }) => Math.round(from + monotonic()));
      // A machine that slept wakes up with its monotonic clock behind, and nobody has looked yet.
      if (!agrees(own(), looked)) doubtful.push(wall());
      return Math.max(now() + held(), ...doubtful);
    },
    ahead,
    when: (name, shown) => shown - ahead(name) + now() - wall(),
    correction: () => now() - wall(),
    held,
    names: () => others.map(({ name }) => name),
    take: (readings) => {
      others = readings.map(({ name, asked, answered, from, to }) => ({ name, from: from - answered, to: to - asked }));
      const all = [own(), ...others];
      looked = own().from;
      const stands = confirmed && all.some((clock) => agrees(clock, began));
      const theirs = majority(others);
      const gap = theirs === undefined ? lastGap : theirs - began;
      // Others that were set together prove nothing; those that this clock has drifted away from are right.
      const drifted = Math.abs(gap) > limitMs && Math.abs(lastGap) <= limitMs && Math.abs(gap - lastGap) <= SLEWED_MS;
      lastGap = gap;
      if (stands && !drifted) {
        // Two clocks of one machine drift apart a little.
        if (agrees(own(), began)) began = own().from;
        return;
      }
      const most = drifted ? theirs : majority(all);
      if (most === undefined) return;
      const back = began - most;
      if (confirmed && !stands && back > limitMs) hold = { ms: back + held(), until: monotonic() + HELD_FOR_MS };
      began = most;
      confirmed = true;
      lastGap = 0;
    },
    limit: (ms) => {
      limitMs = ms;
    },
  };
};

/** Of this process. */
export const clock = createClock();

/** Now, in the one stored form. */
export const timestampNow = (): string => new Date(clock.now()).toISOString();
