import { setTimeout as sleep } from 'node:timers/promises';

/** What a process said of itself for a while: `ready`, its failing checks with their codes, or that it did not answer. */
export interface Saying {
  says: string;
  fromMs: number;
  untilMs: number;
}

export interface ReadinessWatch {
  /** What each process said, in order; times from the watch's begin. */
  readonly said: ReadonlyMap<string, readonly Saying[]>;
  readonly elapsedMs: number;
  /** What each process said last. */
  now(): ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

export const READY = 'ready';
export const NO_ANSWER = 'no answer';
const PERIOD_MS = 250;
const LIMIT_MS = 4_000;

interface Answer {
  status: string;
  checks: readonly { name: string; ok: boolean; code?: string }[];
}

/** One look at /health/ready, as operators see it. */
export const look = async (address: string): Promise<string> => {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(LIMIT_MS) });
    const { status, checks } = (await response.json()) as Answer;
    const failing = checks.filter(({ ok }) => !ok).map(({ name, code }) => `${name}: ${code}`);
    return failing.length === 0 ? status : failing.join(', ');
  } catch {
    // It does not listen, or is not heard of within the limit: that is what is noted.
    return NO_ANSWER;
  }
};

/** Asks every process about four times a second, past all proxies. */
export const watchReadiness = (addresses: ReadonlyMap<string, string>): ReadinessWatch => {
  const began = performance.now();
  const said = new Map<string, Saying[]>([...addresses.keys()].map((name) => [name, []]));
  const over = new AbortController();
  const elapsed = (): number => Math.round(performance.now() - began);

  const watch = async (name: string, address: string): Promise<void> => {
    const sayings = said.get(name) ?? [];
    while (!over.signal.aborted) {
      const says = await look(address);
      const last = sayings.at(-1);
      const at = elapsed();
      if (last?.says === says) last.untilMs = at;
      else sayings.push({ says, fromMs: last?.untilMs ?? 0, untilMs: at });
      await sleep(PERIOD_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };
  const watching = Promise.all([...addresses].map(([name, address]) => watch(name, address)));
  return {
    said,
    get elapsedMs() {
      return elapsed();
    },
    now: () => new Map([...said].map(([name, sayings]) => [name, sayings.at(-1)?.says ?? NO_ANSWER])),
    stop: async () => {
      over.abort();
      await watching;
    },
  };
};

export interface Share {
  says: string;
  /** Of the time between the two moments, per cent. */
  percent: number;
}

/** What was said between two moments, in the order in which it was first said, with its share of the time. */
export const sharesBetween = (sayings: readonly Saying[], fromMs: number, untilMs: number): Share[] => {
  const shares = new Map<string, number>();
  for (const saying of sayings) {
    const time = Math.min(saying.untilMs, untilMs) - Math.max(saying.fromMs, fromMs);
    if (time > 0) shares.set(saying.says, (shares.get(saying.says) ?? 0) + time);
  }
  const whole = [...shares.values()].reduce((sum, time) => sum + time, 0);
  return [...shares].map(([says, time]) => ({ says, percent: Math.round((100 * time) / whole) }));
};
