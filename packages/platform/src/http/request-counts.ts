import { LRUCache } from 'lru-cache';
import { RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { defineMetrics } from '../metrics.ts';

export interface Window {
  /** Requests allowed in it. */
  readonly points: number;
  readonly seconds: number;
}

export interface Count {
  /** Requests in this window, this one among them. */
  readonly used: number;
  readonly msToEnd: number;
}

/** Counts a request of `key`. */
export type Counting = (key: string) => Count | Promise<Count>;

/** Whoever has more callers in one window forgets the count of those who asked longest ago. */
const MOST_KEYS = 10_000;
/** Of what was left when the common count was last heard, an instance lets one in so many pass before it asks again. */
const SHARE_OF = 20;
/** Milliseconds until what has passed is told to the others. */
const TOLD_AFTER_MS = 50;
/** Milliseconds between two tries to reach a Redis that does not answer. */
const AWAY_MS = 250;
/** A window of Redis's may be longer by so much, milliseconds, where its clock is slewed. */
const SLEWED_MS = 1_000;

const metrics = defineMetrics({
  rounds: {
    type: 'counter',
    name: 'rate_limit_rounds_total',
    help: 'Round trips to the common counts of rate limits: waited for by a request, in the background, or failed',
    labels: ['kind'],
  },
});

/** Of this instance alone. */
export const countHere = ({ seconds }: Pick<Window, 'seconds'>): Counting => {
  const windows = new LRUCache<string, { used: number; readonly endsAt: number }>({ max: MOST_KEYS });
  return (key) => {
    const now = performance.now();
    let window = windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      window = { used: 0, endsAt: now + seconds * 1_000 };
      windows.set(key, window);
    }
    window.used += 1;
    return { used: window.used, msToEnd: window.endsAt - now };
  };
};

interface Shared {
  /** The common count as last heard; undefined until then. */
  known: number | undefined;
  endsAt: number;
  /** Passed here, and not told yet, or not answered yet. */
  untold: number;
  asking: boolean;
  /** They are told how manieth they are. */
  waiting: ((count: Count) => void)[];
  timer: NodeJS.Timeout | undefined;
}

/**
 * Of all instances together, in Redis. Far from the limit a request waits for nobody: an instance lets a share of what
 * is left pass and tells it in the background. Near the limit each request waits for the common count, those of one
 * caller together. So each further instance may let a twentieth of the limit more pass in a window, and a limit below
 * twenty is kept exactly. While Redis does not answer each instance counts on by itself.
 *
 * @param redis an ioredis client
 */
export const countTogether = (name: string, { points, seconds }: Window, redis: object): Counting => {
  const common = new RateLimiterRedis({ storeClient: redis, keyPrefix: `rate:${name}`, points, duration: seconds });
  const callers = new LRUCache<string, Shared>({ max: MOST_KEYS });
  /** Redis did not answer last time: nobody waits for it, it is tried again in the background. */
  let isAway = false;

  /** A window that ends later than any can: the clock of Redis was set back since, and it would last that much longer. */
  const isStuck = ({ msBeforeNext }: RateLimiterRes): boolean => msBeforeNext > seconds * 1_000 + SLEWED_MS;
  const add = async (key: string, requests: number): Promise<RateLimiterRes> => {
    const state = await common.penalty(key, requests);
    if (!isStuck(state)) return state;
    await common.delete(key);
    return await common.penalty(key, requests);
  };

  const begun = (): Shared => ({
    known: undefined,
    endsAt: Number.POSITIVE_INFINITY,
    untold: 0,
    asking: false,
    waiting: [],
    timer: undefined,
  });
  const sharesLeft = ({ known, untold }: Shared): boolean =>
    known !== undefined && untold < Math.floor((points - known) / SHARE_OF);
  const countedHere = (caller: Shared): Count => {
    const now = performance.now();
    caller.untold += 1;
    if (caller.endsAt === Number.POSITIVE_INFINITY) caller.endsAt = now + seconds * 1_000;
    return { used: (caller.known ?? 0) + caller.untold, msToEnd: caller.endsAt - now };
  };

  const ask = async (key: string, caller: Shared): Promise<void> => {
    clearTimeout(caller.timer);
    caller.timer = undefined;
    caller.asking = true;
    const { waiting, untold } = caller;
    caller.waiting = [];
    metrics.rounds.inc({ kind: waiting.length > 0 ? 'waited' : 'background' });
    try {
      const { consumedPoints, msBeforeNext } = await add(key, untold + waiting.length);
      isAway = false;
      caller.known = consumedPoints;
      caller.untold -= untold;
      caller.endsAt = performance.now() + msBeforeNext;
      const first = consumedPoints - waiting.length + 1;
      for (const [place, tell] of waiting.entries()) tell({ used: first + place, msToEnd: msBeforeNext });
    } catch {
      // Whoever has made the client tells why.
      metrics.rounds.inc({ kind: 'failed' });
      isAway = true;
      for (const tell of [...waiting, ...caller.waiting.splice(0)]) tell(countedHere(caller));
    }
    caller.asking = false;
    if (caller.waiting.length > 0) void ask(key, caller);
    else if (caller.untold > 0) tellSoon(key, caller);
  };

  const tellSoon = (key: string, caller: Shared): void => {
    if (caller.asking) return;
    const half = caller.untold * 2 >= Math.floor((points - (caller.known ?? 0)) / SHARE_OF);
    if (!isAway && half) return void ask(key, caller);
    const tell = (): void => {
      caller.timer = undefined;
      // What passed in a window that is over is nothing to anybody.
      if (!caller.asking && caller.endsAt > performance.now()) void ask(key, caller);
    };
    caller.timer ??= setTimeout(tell, isAway ? AWAY_MS : TOLD_AFTER_MS).unref();
  };

  return (key) => {
    let caller = callers.get(key);
    if (caller === undefined || caller.endsAt <= performance.now()) {
      caller = begun();
      callers.set(key, caller);
    }
    if (isAway || sharesLeft(caller)) {
      const count = countedHere(caller);
      tellSoon(key, caller);
      return count;
    }
    const { waiting } = caller;
    const count = new Promise<Count>((tell) => waiting.push(tell));
    if (!caller.asking) void ask(key, caller);
    return count;
  };
};
