import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { defineMetrics } from './metrics.ts';

interface OutboundOptions {
  /** Whom we call; a label of the metrics. */
  readonly name: string;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Attempts in all; 3 if absent. 1 where a second could do harm. */
  readonly attempts?: number;
  /** Upper bound of the first wait, which doubles up to `maxDelayMs`; the real wait is random below it. */
  readonly initialDelayMs?: number;
  readonly maxDelayMs?: number;
  /** Failures in a row that open the breaker; 5 if absent. */
  readonly breakAfter?: number;
  /** How long an open breaker refuses before it lets one call try, milliseconds; 5 s if absent. */
  readonly halfOpenAfterMs?: number;
  /** Whether an error is the other side's trouble, so that it is retried and counts for the breaker; all are if absent. */
  readonly isTransient?: (error: Error) => boolean;
}

/** Runs a call under the policy. The signal aborts when the attempt's time is over or the caller gives up. */
type Outbound = <T>(call: (signal: AbortSignal) => Promise<T>, giveUp?: AbortSignal) => Promise<T>;

const metrics = defineMetrics({
  state: {
    type: 'gauge',
    name: 'outbound_breaker_state',
    help: '0 closed, 1 half open, 2 open, 3 isolated',
    labels: ['target'],
  },
  retries: { type: 'counter', name: 'outbound_retries_total', help: 'Attempts after the first', labels: ['target'] },
  failures: {
    type: 'counter',
    name: 'outbound_attempt_failures_total',
    help: 'Attempts that failed, by cause',
    labels: ['target', 'cause'],
  },
});

const stateFigure: Readonly<Record<CircuitState, number>> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 1,
  [CircuitState.Open]: 2,
  [CircuitState.Isolated]: 3,
};

/** By so much two clocks may differ without either having been set, milliseconds. */
const SLEWED_MS = 1_000;

/**
 * One policy per service that is called: retry with full jitter around a breaker around a timeout. An open breaker
 * rejects at once with cockatiel's BrokenCircuitError, a timeout with its TaskCancelledError; the HTTP layer answers
 * both with 503.
 */
export const createOutbound = (options: OutboundOptions): Outbound => {
  const { name, timeoutMs, attempts = 3, initialDelayMs = 100, maxDelayMs = 2_000, breakAfter = 5 } = options;
  const transient = handleWhen((error) => options.isTransient?.(error) ?? true);
  const halfOpenAfterMs = options.halfOpenAfterMs ?? 5_000;
  const breaker = circuitBreaker(transient, {
    halfOpenAfter: halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(breakAfter),
  });
  const limit = timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  // Asking an open breaker again and again would only make the caller wait.
  const worthRepeating = handleWhen(
    (error) => !(error instanceof BrokenCircuitError) && (options.isTransient?.(error) ?? true),
  );
  const retries = retry(worthRepeating, {
    maxAttempts: attempts - 1,
    backoff: new ExponentialBackoff({
      generator: fullJitterGenerator,
      initialDelay: initialDelayMs,
      maxDelay: maxDelayMs,
    }),
  });
  metrics.state.set({ target: name }, stateFigure[breaker.state]);
  let changed = { at: performance.now(), wall: Date.now() };
  breaker.onStateChange((state) => {
    changed = { at: performance.now(), wall: Date.now() };
    metrics.state.set({ target: name }, stateFigure[state]);
  });
  /**
   * It uses this machine's clock: if that is set back, it would refuse for that long. So it is closed here, and opens
   * at the next failure.
   */
  const closeOverdue = (): void => {
    const isOverdue = performance.now() - changed.at > halfOpenAfterMs + SLEWED_MS;
    const refuses = breaker.state === CircuitState.Open && Date.now() - changed.wall < halfOpenAfterMs;
    if (isOverdue && refuses) breaker.isolate().dispose();
  };
  limit.onFailure(({ reason }) => {
    const cause = 'error' in reason && reason.error instanceof TaskCancelledError ? 'timeout' : 'error';
    metrics.failures.inc({ target: name, cause });
  });
  retries.onRetry(() => metrics.retries.inc({ target: name }));
  const policy = wrap(retries, breaker, limit);
  return (call, giveUp) => {
    closeOverdue();
    return policy.execute(({ signal }) => call(signal), giveUp);
  };
};
