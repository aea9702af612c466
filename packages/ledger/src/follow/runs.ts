import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { onAbort } from '@order-ledger/platform/aborted';
import type { Log } from '@order-ledger/platform/log';
import type { Ledger } from '../ledger.ts';
import { orderIdOf } from '../stored/codec.ts';
import type { Delivery, Subscription } from '../subscribing/subscribe.ts';
import type { CheckpointState } from './checkpoint.ts';

/** What a follower does in one run: from a checkpoint until its signal, or until something ends it. */
export interface Work {
  /** Called with one delivery after the other; the next waits until it resolves. If it rejects the run ends. */
  take(delivery: Delivery<RecordedEvent>): Promise<unknown>;
  /** Tasks beside the reading, each until the signal. If one rejects the run ends. */
  readonly beside?: readonly ((until: AbortSignal) => Promise<unknown>)[];
  /** The subscription was reopened since the last delivery: other reads may have come from another ledger. */
  reopened?(): void;
  /** Nothing more comes: work that was taken is finished while the tasks beside it still run. */
  drain?(): Promise<unknown>;
  /** Called last, when all tasks have ended. If it rejects the run has failed. */
  close?(): Promise<unknown>;
}

/**
 * For followers that commit what they are handed, milliseconds. Under load a transaction for every event or two costs
 * several times what the events do; so long an event waits for others at most, and not at all where the one before came
 * longer ago.
 */
export const GATHER_MS = 40;

interface RunsOptions<At extends { current(): CheckpointState }, Mine extends Work> {
  /** Label of the subscription's metrics, and the name in the log. */
  readonly name: string;
  readonly ledger: Pick<Ledger, 'subscribe'>;
  readonly log: Log;
  /** Events in a delivery at most; the subscription's default if absent. */
  readonly maxEvents?: number;
  /** As `SubscribeOptions` has it. */
  readonly gatherMs?: number;
  /** @param until aborted when the run is over, however it ended */
  readonly begin: (at: At, until: AbortSignal, run: { verified(): boolean }) => Mine | Promise<Mine>;
}

interface Runs<At extends { current(): CheckpointState }, Mine extends Work> {
  /** One run; throws what ended it. */
  follow(at: At, signal: AbortSignal): Promise<void>;
  /** The work of the run that speaks for this instance; null while none does. One that was left behind does not. */
  current(): Mine | null;
  /** True while the subscription of the present run reads a ledger that was verified to be the same. */
  verified(): boolean;
  /** `now`: the present run has reached the tail and is verified. `once`: a run here has reached it. */
  caughtUp(when?: 'now' | 'once'): boolean;
  /** For readiness: throws while the present run's subscription stalls, or has ended. */
  check(): void;
}

/** The follower has not yet read everything that was in the ledger at its start. */
export class CatchingUpError extends Error {
  override readonly name = 'CatchingUpError';
  readonly code = 'catching-up';

  constructor() {
    super('not caught up with the ledger yet');
  }
}

interface Run<Mine> {
  work: Mine | null;
  reading: Subscription | null;
  caughtUp: boolean;
}

/** The runs of a follower, one after the other; only the last one speaks for the instance, and only until its signal. */
export const createRuns = <At extends { current(): CheckpointState }, Mine extends Work>(
  options: RunsOptions<At, Mine>,
): Runs<At, Mine> => {
  const { name, ledger, log, maxEvents, gatherMs = 0, begin } = options;
  let run: Run<Mine> | null = null;
  let everCaughtUp = false;

  const tellOfStrangers = ({ events }: Delivery<RecordedEvent>): void => {
    // There is no order id to name: no order of ours has such a stream.
    for (const { stream, revision, id } of events)
      if (orderIdOf(stream) === null)
        log.error('skipped an event: its stream belongs to no order', { name, stream, revision, event_id: id });
  };

  const follow = async (at: At, signal: AbortSignal): Promise<void> => {
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const mine: Run<Mine> = { work: null, reading: null, caughtUp: false };
    const work = await begin(at, until, { verified: () => mine.reading?.verified() === true });
    if (signal.aborted) return;
    mine.work = work;
    run = mine;
    const forget = (): void => {
      if (run === mine) run = null;
    };
    onAbort(signal, forget);

    let restarts = 0;
    const take = async (delivery: Delivery<RecordedEvent>): Promise<void> => {
      const restarted = mine.reading?.status().restarts ?? 0;
      if (restarted !== restarts) work.reopened?.();
      restarts = restarted;
      tellOfStrangers(delivery);
      await work.take(delivery);
      mine.caughtUp ||= delivery.caughtUp;
      everCaughtUp ||= delivery.caughtUp;
    };
    const reading = ledger.subscribe({
      ...{ name, from: at.current(), signal: until, handler: take, gatherMs },
      ...(maxEvents === undefined ? {} : { maxEvents }),
    });
    mine.reading = reading;
    const beside = (work.beside ?? []).map(async (goOn) => {
      const end = await endOf(goOn(until));
      if (end !== null) over.abort(end.error);
      return end;
    });
    const read = await endOf(reading.done);
    const drained = await endOf(work.drain?.());
    over.abort(new Error('the run is over'));
    const ends = [...(await Promise.all(beside)), read, drained, await endOf(work.close?.())];
    forget();
    for (const end of ends) if (end !== null) throw end.error;
  };

  return {
    follow,
    current: () => run?.work ?? null,
    verified: () => run?.reading?.verified() === true,
    caughtUp: (when = 'now') =>
      when === 'once' ? everCaughtUp : run?.caughtUp === true && run.reading?.verified() === true,
    check: () => run?.reading?.check(),
  };
};

const endOf = async (work: Promise<unknown> | undefined): Promise<{ readonly error: unknown } | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    return { error };
  }
};
