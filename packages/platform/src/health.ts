import { defineMetrics } from './metrics.ts';
import { paced } from './paced.ts';
import { readinessCode, TIMEOUT } from './readiness-codes.ts';

/** starting → ready → stopping; there is no way back. */
type ProcessState = 'starting' | 'ready' | 'stopping';

/** Resolves when the thing can do its work; rejects otherwise. An error's `code` is shown, its message only logged. */
export type ReadinessCheck = (signal: AbortSignal) => Promise<void> | void;

interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly code?: string;
  /** It fails, and the process is ready all the same. */
  readonly warning?: true;
}

export interface Readiness {
  readonly state: ProcessState;
  readonly ready: boolean;
  readonly checks: readonly CheckResult[];
}

export interface Health {
  readonly state: () => ProcessState;
  readonly become: (state: ProcessState) => void;
  /** `timeoutMs` is how long the check may take before it counts as failed. */
  readonly addCheck: (name: string, check: ReadinessCheck, timeoutMs?: number) => void;
  /** As `addCheck`, for what an operator should know but what makes no instance unready: the work continues. */
  readonly addWarning: (name: string, check: ReadinessCheck, timeoutMs?: number) => void;
  /**
   * Asks all checks at once, and once for all who ask at the same time; while starting or stopping the answer is no
   * without asking.
   */
  readonly readiness: () => Promise<Readiness>;
}

const metrics = defineMetrics({
  ready: { type: 'gauge', name: 'process_ready', help: '1 while the process is neither starting nor stopping' },
  check: {
    type: 'gauge',
    name: 'readiness_check_ok',
    help: '1 where the last run of a readiness check passed',
    labels: ['check'],
  },
});

/**
 * A check that does not answer still counts as passed for so long: a slow second must not turn readiness off and on.
 */
const SLOW_FOR_MS = 5_000;

/** Asking without end takes no connections from the work. */
const REST_MS = 100;

interface Entry {
  readonly check: ReadinessCheck;
  readonly timeoutMs: number;
  readonly isWarning: boolean;
  ok?: boolean;
  passedAt?: number;
  /** The codes that it has failed with since it last passed. */
  readonly told: Set<string>;
}

/** `onChange` hears of each code that a check fails with, once and with the error, and that it passes again. */
export const createHealth = (
  onChange: (name: string, ok: boolean, error?: unknown) => void = () => undefined,
): Health => {
  const checks = new Map<string, Entry>();
  let state: ProcessState = 'starting';
  metrics.ready.set({}, 0);

  const run = async (name: string): Promise<CheckResult> => {
    const entry = checks.get(name)!;
    const failure = await failureOf(entry.check, entry.timeoutMs);
    const slow =
      entry.ok === true && failure?.code === TIMEOUT && performance.now() - (entry.passedAt ?? -Infinity) < SLOW_FOR_MS;
    const ok = failure === undefined || slow;
    if (failure === undefined) entry.passedAt = performance.now();
    if (ok) {
      if (entry.ok === false) onChange(name, ok);
      entry.told.clear();
    } else if (!entry.told.has(failure.code)) {
      entry.told.add(failure.code);
      onChange(name, ok, failure.error);
    }
    entry.ok = ok;
    metrics.check.set({ check: name }, ok ? 1 : 0);
    if (ok) return { name, ok };
    return { name, ok, code: failure.code, ...(entry.isWarning ? { warning: true } : {}) };
  };

  const add =
    (isWarning: boolean): Health['addCheck'] =>
    (name, check, timeoutMs = 2_000) => {
      if (checks.has(name)) throw new Error(`a readiness check named ${name} exists already`);
      checks.set(name, { check, timeoutMs, isWarning, told: new Set() });
    };

  const ask = paced(() => Promise.all([...checks.keys()].map(run)), REST_MS);

  return {
    state: () => state,
    become: (next) => {
      if (state === 'stopping') return;
      state = next;
      metrics.ready.set({}, state === 'ready' ? 1 : 0);
    },
    addCheck: add(false),
    addWarning: add(true),
    readiness: async () => {
      if (state !== 'ready') return { state, ready: false, checks: [] };
      const results = await ask();
      // A signal may have come while the checks ran.
      const passes = results.every(({ ok, warning }) => ok || warning === true);
      return { state, ready: state === 'ready' && passes, checks: results };
    },
  };
};

const failureOf = async (
  check: ReadinessCheck,
  timeoutMs: number,
): Promise<{ error: unknown; code: string } | undefined> => {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = Object.assign(new Error(`no answer within ${timeoutMs} ms`), { code: TIMEOUT });
      abort.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    await Promise.race([Promise.resolve().then(() => check(abort.signal)), timeout]);
    return undefined;
  } catch (error) {
    return { error, code: readinessCode(error) };
  } finally {
    clearTimeout(timer);
  }
};
