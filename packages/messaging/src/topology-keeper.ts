import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@order-ledger/platform/log';
import { declarationsOf, declare, TopologyMismatchError } from './declare.ts';
import { BrokerUnavailableError } from './errors.ts';
import type { Link } from './link.ts';
import { metrics } from './metrics.ts';
import { BrokerRefusedError } from './refusals.ts';
import type { QueueName, Topology } from './topology.ts';

interface TopologyKeeper {
  /** Resolves when everything was declared once more after this call, well or not. */
  again(): Promise<void>;
  /** Throws the first fault of the last round, or says that the broker does not answer. */
  check(): void;
  close(): void;
}

/** What somebody deleted, and no message or consumer has missed yet, is there again this soon, milliseconds. */
const EVERY_MS = 5_000;
/** A fault is mostly one of a broker that is just coming up. */
const AFTER_FAULT_MS = 1_000;
/** Many that miss something at once share a round. */
const AT_LEAST_MS = 250;
/** A round takes milliseconds. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * Declares the topology at intervals, because any of it may be deleted or made in another form while we run, and the
 * broker tells nobody. Each round has its own channel, so that a refusal disturbs nothing else.
 */
export const keepTopology = (
  link: Link,
  topology: Topology,
  log: Log,
  queues?: readonly QueueName[],
): TopologyKeeper => {
  let fault: unknown = new BrokerUnavailableError('the topology is not declared yet');
  let began: number | undefined;
  let closed = false;
  let askers: (() => void)[] = [];
  let wake = (): void => undefined;
  // What was asked while the broker was blocked is answered only now.
  link.onBlocked(() => {
    if (began !== undefined) began = performance.now();
  });

  /** Resolves to the first fault. A refused declaration does not stop the others. */
  const round = async (): Promise<unknown> => {
    let first: unknown;
    for (const left = declarationsOf(topology, queues); left.length > 0; ) {
      const before = left.length;
      try {
        await link.withChannel(async (channel) => {
          for (let next = left.shift(); next !== undefined; next = left.shift()) await declare(channel, next);
        });
      } catch (error) {
        first ??= error;
        if (!isRefused(error) || left.length === before) break;
      }
    }
    return first;
  };

  const told = (next: unknown): void => {
    metrics.declared.inc({ outcome: outcomeOf(next) });
    // That there is no connection is told elsewhere.
    if (isRefused(next) && String(next) !== String(fault))
      log.warn('could not declare the topology; will retry', { error: next });
    if (next === undefined && isRefused(fault)) log.info('the topology is declared again', {});
    fault = next;
  };

  /** Ended early by `wake`. */
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const keep = async (): Promise<void> => {
    while (!closed) {
      const answered = askers;
      askers = [];
      began = performance.now();
      told(await round());
      began = undefined;
      for (const answer of answered) answer();
      await delay(AT_LEAST_MS, undefined, { ref: false });
      if (askers.length === 0 && !closed) await pause((fault === undefined ? EVERY_MS : AFTER_FAULT_MS) - AT_LEAST_MS);
    }
    for (const answer of askers) answer();
  };
  void keep();

  return {
    again: () =>
      new Promise((resolve) => {
        if (closed) return resolve();
        askers.push(resolve);
        wake();
      }),
    check: () => {
      if (fault !== undefined) throw fault;
      // A broker that is blocked reads no questions.
      if (began !== undefined && !link.blocked && performance.now() - began > ANSWER_LIMIT_MS)
        throw new BrokerUnavailableError(`no answer of the broker for ${ANSWER_LIMIT_MS} ms`);
    },
    close: () => {
      closed = true;
      wake();
    },
  };
};

const isRefused = (fault: unknown): boolean =>
  fault instanceof TopologyMismatchError || fault instanceof BrokerRefusedError;

const outcomeOf = (fault: unknown): string =>
  fault === undefined
    ? 'declared'
    : fault instanceof TopologyMismatchError
      ? 'mismatch'
      : fault instanceof BrokerRefusedError
        ? 'refused'
        : 'unavailable';
