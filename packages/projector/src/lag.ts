import { setTimeout as delay } from 'node:timers/promises';
import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { EVENT_STORE } from '@order-ledger/ledger/server/server-clock';
import type { Position } from '@order-ledger/ledger/subscribing/subscribe';
import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import type { Writer } from '@order-ledger/read-model/writing/writer';
import type pg from 'pg';

export interface LagOptions {
  readonly ledger: Pick<Ledger, 'tail'>;
  readonly pool: pg.Pool;
  readonly writer: Pick<Writer, 'beat'>;
  readonly checkpoint: Pick<OwnedCheckpoint, 'current'>;
  readonly log: Log;
  /** Milliseconds between two questions; `IDLE_FACTOR` times as many while nothing comes. */
  readonly everyMs: number;
}

export interface Lag {
  /** Milliseconds by which the tables are behind the ledger; 0 when they hold everything that it had when last asked. */
  lagMs(): number;
  /** Bytes of the ledger. */
  lagBytes(): number;
  /** Milliseconds since something was committed, or nothing was left to commit. */
  progressAgeMs(): number;
  /** To be called after each commit; `created` is when the ledger took the last event of it. */
  committed(created: Date | null): void;
  /** Asks the ledger until the signal. */
  run(signal: AbortSignal): Promise<void>;
}

/** Where nothing comes each question costs the ledger a read and Postgres a write for nothing. */
const IDLE_FACTOR = 4;

/** A tail that was asked, and when (performance.now): the tables hold all of that moment once they hold the tail. */
interface Asked {
  readonly position: Position;
  readonly at: number;
}

/**
 * How far the tables are behind. The ledger itself is asked, by a read of its own: a subscription that is dead or half
 * open looks like one with nothing to read.
 */
export const createLag = ({ ledger, pool, writer, checkpoint, log, everyMs }: LagOptions): Lag => {
  let target: Asked | null = null;
  let newest: Position | null = null;
  let behindSince: number | null = null;
  let lastCreated: Date | null = null;
  let progressAt = performance.now();
  let beating: Promise<void> = Promise.resolve();
  let came = false;
  let isIdle = false;

  /** Whatever stood in the ledger at that moment is committed. */
  const reached = (at: number): void => {
    target = null;
    progressAt = performance.now();
    const { position } = checkpoint.current();
    beating = beating
      .then(() => writer.beat(pool, position, performance.now() - at))
      .catch((error: unknown) => log.warn('could not write the heartbeat; will retry', { error }));
  };
  const isCommitted = ({ commit }: Position): boolean => {
    const { position } = checkpoint.current();
    return position !== null && position.commit >= commit;
  };
  const look = (): void => {
    if (target !== null && isCommitted(target.position)) reached(target.at);
    if (newest !== null && isCommitted(newest)) {
      newest = null;
      behindSince = null;
    }
  };

  const ask = async (): Promise<void> => {
    const at = performance.now();
    isIdle = !came;
    came = false;
    const tail = await ledger.tail(checkpoint.current().position);
    if (tail === null) {
      newest = null;
      behindSince = null;
      return reached(at);
    }
    isIdle = false;
    newest = tail.position;
    behindSince ??= at;
    // An older question is answered first: under load there is always a newer tail.
    target ??= { position: tail.position, at };
    look();
  };

  return {
    lagMs: () => {
      if (behindSince === null) return 0;
      if (lastCreated === null) return performance.now() - behindSince;
      return Math.max(0, clock.now() - clock.when(EVENT_STORE, lastCreated.getTime()));
    },
    lagBytes: () => {
      if (newest === null) return 0;
      return Math.max(0, Number(newest.commit - (checkpoint.current().position?.commit ?? 0n)));
    },
    progressAgeMs: () => performance.now() - progressAt,
    committed: (created) => {
      came ||= created !== null;
      progressAt = performance.now();
      lastCreated = created ?? lastCreated;
      look();
    },
    run: async (signal) => {
      while (!signal.aborted) {
        try {
          await ask();
        } catch (error) {
          log.warn('could not read the end of the ledger', { error });
        }
        await delay(isIdle ? everyMs * IDLE_FACTOR : everyMs, undefined, { signal }).catch(() => undefined);
      }
      await beating;
    },
  };
};
