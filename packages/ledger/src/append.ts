import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendExpectedRevision, EventData, EventStoreDBClient } from '@eventstore/db-client';
import { defineMetrics, latencyBuckets } from '@order-ledger/platform/metrics';
import type { Clients } from './clients.ts';
import { errorType, isUnreachable, OutcomeUnknownError } from './errors.ts';

export interface AppendLimits {
  /** A batch append has no timer in the client, so it gets this one, in milliseconds. */
  appendTimeoutMs: number;
  /** How long an append in doubt is asked for before its outcome is called unknown, in milliseconds. */
  settleLimitMs: number;
  /** Appends that may be under way at once; more wait. */
  inFlight: number;
}

export type AppendResult = 'appended' | 'conflict';
/** Appends events at an exact revision and does not come back before it is known whether they stand there. */
export type Append = (
  stream: string,
  revision: AppendExpectedRevision,
  events: readonly EventData[],
) => Promise<AppendResult>;

/** The server takes 1 MiB and the client splits above 3; half a MiB is far from both and far above any order's event. */
const LARGEST_APPEND_BYTES = 512 * 1024;

const metrics = defineMetrics({
  seconds: {
    type: 'histogram',
    name: 'ledger_append_seconds',
    help: 'From sending an append to knowing its outcome',
    labels: ['outcome'],
    buckets: latencyBuckets,
  },
  inDoubt: {
    type: 'counter',
    name: 'ledger_appends_in_doubt_total',
    help: 'Appends whose answer did not come',
    labels: ['reason'],
  },
});

class NoAnswer extends Error {
  readonly type = 'no-answer';
}

const checkSize = (events: readonly EventData[]): void => {
  const bytes = events.reduce(
    (sum, event) =>
      sum + Buffer.byteLength(JSON.stringify(event.data)) + Buffer.byteLength(JSON.stringify(event.metadata ?? {})),
    0,
  );
  // Refused here: the client's own answer to a refused large append can end the process.
  if (bytes > LARGEST_APPEND_BYTES)
    throw new RangeError(`an append of ${bytes} bytes is larger than ${LARGEST_APPEND_BYTES}`);
};

const withTimer = async <Value>(work: Promise<Value>, ms: number): Promise<Value> => {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal, ref: true }).then(() => {
    throw new NoAnswer(`no answer to an append within ${ms} ms`);
  });
  late.catch(() => undefined);
  // The append may still be answered after its timer: that answer has no reader, and its rejection must have one.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};

/** Lets at most `places` pieces of work run at once, in the order in which they came. */
const createGate = (places: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};

export const createAppend = (clients: Clients, limits: AppendLimits): Append => {
  const gate = createGate(limits.inFlight);

  const once = async (
    client: EventStoreDBClient,
    stream: string,
    revision: AppendExpectedRevision,
    events: readonly EventData[],
  ): Promise<AppendResult> => {
    try {
      await withTimer(
        client.appendToStream(stream, [...events], { expectedRevision: revision }),
        limits.appendTimeoutMs,
      );
      return 'appended';
    } catch (error) {
      if (errorType(error) === 'wrong-expected-version') return 'conflict';
      throw error;
    }
  };

  /**
   * An append without an answer may still lie in a queue and be stored later. The same frozen bytes are sent again, at
   * the same revision with the same ids, until the server says that they stand there or that the stream has gone past
   * them; nothing is decided anew meanwhile.
   */
  return (stream, revision, events) =>
    gate(async () => {
      checkSize(events);
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1000;
      for (let attempt = 1; ; attempt += 1) {
        const client = clients.appends();
        try {
          const result = await once(client, stream, revision, events);
          metrics.seconds.observe({ outcome: result }, seconds());
          return result;
        } catch (error) {
          const reason = errorType(error) ?? (isUnreachable(error) ? 'unavailable' : 'other');
          if (!isUnreachable(error) && !(error instanceof NoAnswer)) {
            metrics.seconds.observe({ outcome: 'failed' }, seconds());
            throw error;
          }
          metrics.inDoubt.inc({ reason });
          clients.replaceAppends(client, reason);
          if (performance.now() - began > limits.settleLimitMs) {
            metrics.seconds.observe({ outcome: 'unknown' }, seconds());
            throw new OutcomeUnknownError(`the outcome of an append to ${stream} could not be learned`, {
              cause: error,
            });
          }
          await sleep(Math.random() * Math.min(1_000, 50 * 2 ** attempt));
        }
      }
    });
};
